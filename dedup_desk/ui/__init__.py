"""The window: views over view-models over services."""
