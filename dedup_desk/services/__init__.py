"""What a person can do, joined from engine and store; jobs that report and stop when asked.

How the data goes through this room
-----------------------------------
`projects` opens a project with its `roots`; `receiving` one that came from elsewhere. `indexing` is
the one long job: `surveying` makes a work list of the folders, the workers measure what is new,
`deepening` finds details and asks for likes of each (the deep pass), `matching` joins both kinds of
candidates, `verifying` compares them and keeps every answer, and groups are formed. `bench` is what
all these stages work with: index, folders, workers, and whether to stop.

`auditing` counts what was found and proves that nothing was changed (`proofs`). `reviewing` shows
one group after another (`review_queue`, `review_views`) with two pictures on the table
(`comparing`) and commits each answer; `deciding` takes answers from a spreadsheet or a rule.
`retiring` carries decisions out and puts back; `reports` writes tables and pages, `receipts` a
sheet that tells later whether the history still holds all it held; `sampling` draws a collection to
learn from; `saving` gives a project another name.
"""
