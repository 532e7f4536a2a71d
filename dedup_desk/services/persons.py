"""Who is working here, as far as a machine can tell: self-declared, and stated as such."""

from __future__ import annotations

import getpass
import os
import socket

from dedup_desk.core.ledger import Actor

NAME_VARIABLE = "DEDUP_DESK_NAME"
"""Environment variable by which a person declares a name other than the account's."""


def this_actor(declared_name: str | None = None) -> Actor:
    """Return the person at this machine: declared name, account of the system, host.

    Args:
        declared_name: what the person calls themselves; else the environment's
            `DEDUP_DESK_NAME`, else the account's own full name, else the account.
    """
    account = _account()
    name = declared_name or os.environ.get(NAME_VARIABLE) or _full_name() or account
    return Actor(name=name, account=account, host=socket.gethostname())


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as in some containers
        return f"uid-{os.getuid()}"


def _full_name() -> str:
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_gecos.split(",")[0].strip()
    except (ImportError, KeyError):
        return ""
