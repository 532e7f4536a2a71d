"""The field's values and rules: pure, so that every one of them can be tested with literals.

How one image flows
-------------------
A folder that a person opens becomes a *root* with a label. `engine.scan` walks it and yields a
`FileStamp` (`records`) for everything taken for an image and a `Skipped` for everything else, so
that found is always read plus unreadable plus skipped. Stamps equal to those in the index need no
reading. `sidecars` says which companion file belongs to which picture.

Each new or changed file is read **once**, in a child process (`engine.measure`): SHA-256 of its
bytes, facts from its `metadata`, one reduced decode to a proxy of 512 px, from which come the small
picture for the screen and the `fingerprints` (pHash of 64 bits under the eight symmetries, pHash of
256). What comes back is a `MeasuredImage` (`measured`), or an `Unreadable` with a reason. The index
keeps both; it can be thrown away and computed again.

From a suspicion to a name
--------------------------
Identical files are compared once (`twins`). `search` finds every pair of fingerprints within a few
bits of each other, exactly, by the machinery of `sorted_join`. The deep pass finds keypoints
(`features`) in the proxy of each image, never in the file again, and looks them up in an inverted
file of all others (kept in `array_file`s, their runs joined by `posting_merge`, the disk reached
through `own_files`): pictures that share details, crops and parts of pages among them, are
suggested too (`suggestions`), and so are copies of copies (`expansion`). `pair_key_set` remembers
what was compared.

A `CandidatePair` (`pairs`) means nothing yet, whoever suggested it: `engine.verify` lays the two
pictures on each other (`geometry`, `overlap`), fits the tone, and compares structure at 320 px and,
before anything is accepted, at up to 1,280 px, pages at up to 2,560 px. What was seen (`observed`)
goes through a fitted model (`likelihood`) and the rules of `naming`, with `scans` and
`other_content`, which say what it means. The outcome is a `VerifiedPair`: a `Registration` (how one
lies on the other), `Evidence` (what was measured), a `Relation` (what it is called; in words:
`relations`) and a finding: copy, or look (`doubts` says why). Later pages of two files are compared
when somebody looks at them (`two_pages`).

`statements` tells a pair in one line: of what is `told`, `loss_words` says what is cut off,
`changes` and `tone_words` what was done to it.

Groups, and what to keep
------------------------
Copies form stars (`clusters`): the fullest picture in the centre, each member joined by an accepted
edge, never a chain of resemblances. `lanes` says how much proof a cluster has. A person may join
two groups (`joins`); `joined_groups` lays them side by side, and nothing is measured by it.
`canonical` proposes which member to keep: first `vetoes`, then `keep_rules`, over the `contents` of
the group; it says why, or says that it is a tie; of a joined group `joined_proposals` proposes
within each side only. Answers can make a proposal void (`void_proposals`). `storage` adds up what
is redundant and what that costs.

What the eye is shown
---------------------
`compare` is the pair on the table as one frozen value, in registered coordinates: where each
picture lies, under which zoom, in which mode. `apart` moves one alone while nothing is known of how
they lie; `hand_alignment` is what a person says by nudges and clicks; `blending` is the wipe's
line, the overlay's share and the difference's layer. `overlays` shows where the two differ after
`tone_fitting`, in `blocks`, as numbered areas; `tone_map` what the light and the colours did.
`grid` shows up to nine of a group at once, `winner_stays` compares them two by two. `picture_words`
says what was rendered and how well it is aligned.

Beside the pictures stand facts: `fact_table` is the list of them, `fact_cells` what stands in one,
`fact_rows` the two columns in an order that never changes, `fact_judgement` which side a keeping
rule prefers; `surroundings` is what lies around an image in its folder and elsewhere.

What a person says
------------------
A person answers with a `Verdict` (`verdict_words`), of a version with its kind (`variant_kinds`).
The `Decision` binds to places and digests
(`decisions`), becomes an event (`decision_events`) of the append-only, hash-chained `ledger` in the
project file, written as `canonical_json`, and is committed before the screen moves on. Undo appends
the opposite event; nothing is ever rewritten. `decision_history` folds the ledger: what holds now,
what people disagree on, what can be undone or redone. `bookmarks` are kept the same way.

`ledger_check` reads a ledger as a whole: unchanged, in order, and of two copies one. `chronicle`
lays it out for searching, with `event_texts` and `named_files`; `whereabouts` answers where a file
is now, by the path it once had. Text is searched as `folding` and `han_variants` see it.

Setting aside
-------------
Later, as a step of its own, `plan` turns decisions into moves and refusals. `engine.mover` carries
them out, journal first (`journal`; as JSON: `operation_text`): both copies verified, intent
durable, one rename that cannot replace anything, disk re-read, done (`move_results`). Folders keep
their times (`folder_times`). Every interruption has exactly one recovery (`settling`); every item
can be put back to its place, bytes, mode and time as before.

In every room
-------------
`messages` hands sentences up without wording them for a screen, `display` turns names that are
bytes into text, `errors` are the surroundings' troubles with their sentences, `progress` is how a
long job reports and is asked to stop.
"""
