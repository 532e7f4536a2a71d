"""A collection to learn from, drawn by the program itself: the same bytes every time.

`catalogue` says which pictures there are, in the order of three shelves (`shelf_pictures`,
`shelf_goods`, `shelf_views`) of `originals`, and `variants` which kinds of copy; `landscapes`,
`town`, `film`, `press`, `posters`, `products` and `papers` draw, with `painting`, `terrain`,
`people` and `lettering`; `changes` makes the copies; `labels`, `profile` and `storing` write files,
under `names` as real collections have them; `truth` says what one file is of another; `collection`
and `writing` put it all in a folder.

New picture: a scene and a row on one of the shelves. New kind of copy: a row of `VARIANTS`.
"""
