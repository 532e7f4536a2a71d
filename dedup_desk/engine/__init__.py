"""Reads pictures, finds their details, compares them, moves files; knows no database, no toolkit.

Reading a file once
-------------------
`scan` walks a folder. `measure` reads each file once, in a child process: `content` is its bytes,
`decode` makes one small picture by way of `formats` and `colour`, upright (`turning`), within
limits, or refuses with a reason (`unreadable`); `hashes` are its fingerprints; `facts` is what
the metadata says: `exif`, `iptc` and `xmp`, read as `texts`. `pixels` digests all samples where two
files may store the same picture.

Children
--------
`pool` gives work to children and outlives them: a `child` is one process, `worker` its main loop,
`limits` what it may use, `confinement` what it may open. What a child can be asked is a row of
`tasks`; `packing` is what crosses the pipe, `answers` and `findings` what comes back in it, every
field checked; `probe` can misbehave on demand. Large files of the program's own are reached through
`own_disk`.

Finding likes
-------------
`features` finds the keypoints of a small picture and `keypoint_choice` keeps the best spread of
them. `feature_codes` writes them as cells and signatures (by `feature_medians`), `feature_index` is
the inverted file of these, `vote_agreement` counts only votes that agree on a place, and `lookup`
asks, in a child.

Comparing two
-------------
`verify` takes two files to a child, `pages` two pages of them. `placing` lays them on each other by
keypoints (`tentative` matches, then `voting`); `examine` leads through the rest, each picture a
`subject`: `register` and `whole_image` find how one lies on the other, `shifts` and `perspective`
sharpen it, `surround` and `framing` tell borders from crops, `laying` puts both on one grid
(`matrices` carries registrations to core). `page` and `page_pair` say whether it is paper and can
be read. `ruled_out` spares a close look where nothing can come of it; `measured_once` and
`fine_shelf` spare measuring and decoding twice.

`checks` looks closely, at pictures with `fine`, at pages with `print_look`, window by window
(`windows`, `correlation`). `regions` gathers what changed; the rest says what kind of place it is:
`overlaid`, `badge` and `ink` something laid over it, `cloned` and `cloned_lettering` a piece of the
same picture, `moved_lettering` letters that stand elsewhere, `rewritten` other letters in their
place, `specks` dust. `tone` is what the light explains, `channel_curves` what one correction of
colours does, `turned_hue` a body that was recoloured. `decision` holds the weights, `core/naming`
gives the name, and `findings` carries it back. Only `cv` knows OpenCV.

For the eye
-----------
`screen` decodes at view size, in a child: a `desk` holds what is open, `whole` an ordinary picture,
`parts` one that is too large to be held; `averaging` shrinks without aliasing, `showing` makes
bands of samples into pixels for a screen; `marking` draws outlines and numbers for paper.

Moving files
------------
`mover` moves files, journal first, by way of `carrying`, `held` and `files`, the one door to system
calls that change anything; `mounts` tells whether it can be done without copying. `quarantine` is
where they stand, called as `quarantine_names` says, each with its `replacement` record; `recovery`
settles what was interrupted; `move_sentences` are what a person is told.

`sample` draws a collection to learn from.
"""
