"""Keeps what was learnt (index) and what was decided (project file); knows no picture.

What is kept where
------------------
The project file (`project_file`) is what people made, and precious: events in an append-only chain
(`ledger_writer`, `ledger_store`), what they add up to (`projections`), the journal of moves
(`operations`); `project_lock` lets one process write, `backups` copies, `received` reads a foreign
one as data only.

The index (`index_file`) is what the machine computed, and may be thrown away: `images` what was
measured, `pictures` thumbnails and proxies, `feature_store` the keypoints by content, `segments`
the inverted file as large arrays that child processes map, `pairs` every comparison with what made
it, `clusters` the groups. `index_opening` makes anew what another version wrote or a disk damaged.
"""
