"""The window: views over view-models over services.

How a key becomes a decision
----------------------------
`app` builds every object once and hands each what it needs. A key is a row of `actions`
(`action_rows`; more of them in `compare_actions`, `queue_actions`, `many_actions`,
`file_actions`), bound as the
set in force says (`key_sets`). The row's slot stands in `viewmodels`, which know no widget; `views`
paint what those say, over lists from `models`. What was decided is undone through `commands`.

Off the GUI thread
------------------
`job_runner` runs one long job and brings its reports back; `latest_maker` answers questions of the
compare screen, the latest first (`overlay_making`); `picture_loader` brings pictures that children
decode, `thumbnails` the stored small ones; `printing` has a page laid out by a process of its own
(`paper`). `presence` tells whether somebody sits there, so that background work yields; `garbage`
is collected in pauses; `stall_watch` counts the moments in which the window did not answer.
`held_keys` swallows what a held key repeats unseen.

How it looks and speaks
-----------------------
`theme` is its colours and fonts, `display` how pictures are shown on this screen, `resources` its
drawings and catalogues, `text` the person's language, `tips` tool tips that take no name for
markup; `preferences` is what one person prefers here. `desktop` asks whether a window could open,
`outside` is what the desktop does for us.
"""
