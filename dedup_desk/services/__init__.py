"""What a person can do, joined from engine and store; jobs that report and stop when asked.

Opening
-------
`projects` opens a project with its `roots`; `receiving` one that came from elsewhere. `places` are
this user's own folders, `persons` who is working here. `saving` gives a project another name.

Reading
-------
`indexing` is the one long job: `surveying` makes a work list of the folders, the workers measure
what is new, `deepening` finds details and asks for likes of each (the deep pass), `matching` joins
both kinds of candidates, `verifying` compares them and keeps every answer, and groups are formed.
`bench` is what all these stages work with: index, folders, workers, and whether to stop. The queue
of a generation is laid out as columns (`queue_table`) with the numbers that no decision changes
(`tallying`), and kept with it (`stored_queue`).

Reviewing
---------
`desks` opens everything a sitting needs. Its `stock` is one finished generation: `stored_shelf`
reads it from an index, `review_queue` holds it in memory. `reviewing` shows one group after another
(`review_views`) and commits each answer as it is given; `answers` knows what holds about each file.
`queue_choosing` filters and orders the rows, `queue_marks` are bookmarks; `joining` and
`joined_table` make one group of two; `taking_back` undoes an act that lies further back;
`recording` is what all of these need of a project file.

Two pictures lie on the table (`comparing`, by `links` between members and by `hand_alignments`);
`renderings` is what the window asks for and gets; `surroundings` looks up what stands around them;
`reaching` finds a file on its disk.
`deciding` takes answers from a spreadsheet or a rule.

Taking away
-----------
`groups` are those of the queue, joined ones as one. `auditing` counts what was found and proves
that nothing was changed (`proofs`). `retiring` carries decisions out and puts back. `reports`
writes tables and pages, `evidence` one group for a depositor, `receipts` a sheet that tells later
whether the history still holds all it held.
`sampling` draws a collection to learn from. `jobs` runs any of it where there is no window.
"""
