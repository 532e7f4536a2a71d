"""Keeps what was learnt (index) and what was decided (project file); knows no picture.

What is kept where
------------------
The project file (`project_file`) is what people made, and precious. `project_opening` makes and
checks one (its `schema` made by `migrations`, its `project_tables`), `project_reading` reads it,
`project_lock` lets one process write. It holds events in an append-only chain (`ledger_writer`,
`ledger_store`), what they add up to (`projections`), the journal of moves (`operations`, each with
its `operation_events`); `history_changes` merges two ledgers, erases texts and rebuilds state.
`backups` copies it, `received` reads a foreign one as data only, `trusted_roots` is which folders
this user chose for which project.

The index (`index_file`) is what the machine computed, and may be thrown away: `images` what was
measured, `pictures` thumbnails and proxies, `feature_store` the keypoints by content, `segments`
the inverted file as large arrays that child processes map, `pairs` every comparison with what made
it, `clusters` the groups; `index_values` writes values as text, `row_reading` reads what a review
needs by keys. `index_tables` has a version a part, and `index_opening` makes anew what another
version wrote or a disk damaged.

Under both: `database` opens one SQLite file and says where a transaction begins and ends,
`location` on what kind of file system it lies, `trouble` what went wrong, for a person.
"""
