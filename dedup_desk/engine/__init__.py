"""Reads pictures, finds their details, compares them, moves files; knows no database, no toolkit.

How the data goes through this room
-----------------------------------
`scan` walks a folder. `measure` reads each file once, in a child process (`pool`, `child`,
`worker`; what a child can be asked is a row of `tasks`): `decode` makes one small picture by way of
`formats` and `colour`, `hashes` its fingerprints, `facts` what the metadata says.

`features` finds the keypoints of a small picture and `keypoint_choice` keeps the best spread of
them. `feature_codes` writes them as cells and signatures, `feature_index` is the inverted file of
these, `vote_agreement` counts only votes that agree on a place, and `lookup` asks, in a child.

`verify` takes two files to a child. `placing` lays them on each other by keypoints (`tentative`
matches, then `voting`); `examine` leads through the rest: `register` and `whole_image` find how one
lies on the other, `shifts` and `perspective` sharpen it, `surround` and `framing` tell borders from
crops, `page` and `page_pair` whether it is paper and can be read. `checks` looks finely, at
pictures with `fine`, at pages with `print_look`; `regions`, `overlaid`, `cloned` and `ink` say what
kind of place changed, `tone` what the light explains. `decision` holds the weights, `core/naming`
gives the name, and `findings` carries it back. For the eye, `screen` decodes at view size.

`mover` moves files, journal first, by way of `carrying`, `held` and `files`; `quarantine` is where
they stand, `recovery` settles what was interrupted.
"""
