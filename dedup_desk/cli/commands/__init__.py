"""The commands, one file each; a module says `add_arguments(parser)` and `run(args, output)`.

`COMMANDS` is the table: the name a person types, the module, and one line of help. Modules are
imported only when their command is given, so that `dedup-desk status` does not load OpenCV.
"""

from __future__ import annotations

COMMANDS: dict[str, str] = {
    "sample": "draw a sample collection to learn from",
    "index": "read folders into a project and find copies",
    "audit": "count and name copies, read-only, without a project",
    "status": "say where a project stands",
    "report": "write pairs, clusters, members, unreadable files or decisions to a file",
    "decide": "record decisions",
    "plan": "show what retiring would do",
    "retire": "move retired copies to quarantine",
    "restore": "put copies back from quarantine",
    "recover": "finish or undo what was interrupted",
    "verify": "check that ledger, project, index, quarantine and disk agree",
}
"""Command name -> one line of help; the module is `dedup_desk.cli.commands.NAME`."""
