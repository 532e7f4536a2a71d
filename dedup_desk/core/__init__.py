"""The field's values and rules: pure, tested with literals."""
