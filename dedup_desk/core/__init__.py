"""The field's values and rules: pure, so that every one of them can be tested with literals.

How one image flows
-------------------
A folder that a person opens becomes a *root* with a label. `engine.scan` walks it and yields a
`FileStamp` for everything taken for an image and a `Skipped` for everything else, so that found is
always read plus unreadable plus skipped. Stamps equal to those in the index need no reading.

Each new or changed file is read **once**, in a child process (`engine.measure`): SHA-256 of its
bytes, facts from its metadata, one reduced decode to a proxy of 512 px, from which come the small
picture for the screen and the fingerprints (`fingerprints`: pHash of 64 bits under the eight
symmetries, pHash of 256). What comes back is a `MeasuredImage`, or an `Unreadable` with a reason.
The index keeps both; it can be thrown away and computed again.

`search` finds every pair of fingerprints within a few bits of each other, exactly. The deep pass
finds keypoints (`features`) in the proxy of each image, never in the file again, and looks them up
in an inverted file of all others: pictures that share details, crops and parts of pages among
them, are suggested too (`suggestions`), and so are copies of copies (`expansion`). Such a
`CandidatePair` means nothing yet, whoever suggested it: `engine.verify` lays the two pictures on
each other, fits the tone, and compares structure at 320 px and, before anything is accepted, at up
to 1,280 px, pages at up to 2,560 px. What was seen (`observed`) goes through a fitted model
(`likelihood`) and the rules of `naming`, with `scans` and `other_content`, which say what it means.
The outcome is a `VerifiedPair`: a `Registration` (how one lies on the other), `Evidence` (what was
measured), a `Relation` (`relations`: what it is called) and a finding: copy, or look.

Copies form stars (`clusters`): the fullest picture in the centre, each member joined by an accepted
edge, never a chain of resemblances. `lanes` says how much proof a cluster has; `canonical` proposes
which member to keep and says why, or says that it is a tie.

A person answers with a `Verdict`. The `Decision` binds to places and digests (`decisions`), becomes
an event of the append-only, hash-chained `ledger` in the project file, and is committed before the
screen moves on. Undo appends the opposite event; nothing is ever rewritten.

Later, as a step of its own, `plan` turns decisions into moves and refusals. `engine.mover` carries
them out, journal first (`journal`): both copies verified, intent durable, one rename that cannot
replace anything, disk re-read, done. Every interruption has exactly one recovery; every item can be
put back to its place, bytes, mode and time as before.
"""
