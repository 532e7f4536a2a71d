"""Qt item models over the view-models' values; rows are made when a view looks at them."""
