"""A collection to learn from, drawn by the program itself: the same bytes every time.

`catalogue` says which pictures there are, `variants` which kinds of copy; `landscapes`, `town`,
`film`, `press`, `posters`, `products` and `papers` draw, with `painting`, `terrain`, `people` and
`lettering`; `changes` makes the copies; `labels`, `profile` and `storing` write files; `truth` says
what one file is of another; `collection` and `writing` put it all in a folder.

New picture: a scene and a row on one of the shelves. New kind of copy: a row of `VARIANTS`.
"""
