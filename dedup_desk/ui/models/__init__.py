"""Qt item models over the view-models' values; rows are made when a view looks at them.

`queue_model` is the queue, `filmstrip_model` the members of a group, `facts_model` the facts of two
pictures, `lines` any table of text, however long.
"""
