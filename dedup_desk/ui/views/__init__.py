"""Thin widgets: layout, painting, forwarding; whatever they decide is asked of a view-model."""
