"""Is there a desktop on which a window could open? Asked before Qt is imported.

Qt ends the whole process (abort, core dump) when no display answers; so the two doors that it
would knock at, X11 and Wayland, are knocked at first.
"""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

X11_PORT = 6000
WAIT_S = 3.0

NO_DESKTOP = (
    "No display answers here (DISPLAY and WAYLAND_DISPLAY), so the window cannot open; nothing "
    "was changed. Start it in a desktop session, or use the command line, for example: "
    "dedup-desk audit FOLDER (dedup-desk --help names every command)."
)


def has_desktop(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window can open.

    Args:
        environment: the process's environment variables.
        platform: `sys.platform`; Windows and macOS always have a desktop.
    """
    if platform in {"win32", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return True  # a platform somebody named (offscreen, vnc, ...) is taken at their word
    return _wayland_answers(environment) or _x11_answers(environment.get("DISPLAY", ""))


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and _answers(Path(environment.get("XDG_RUNTIME_DIR", "/"), name))


def _x11_answers(display: str) -> bool:
    """Knock at the X server `[host]:number[.screen]` (X(7), "Display names")."""
    parts = re.fullmatch(r"(?:unix|.*/unix)?(?P<host>[^:]*):(?P<number>\d+)(?:\.\d+)?", display)
    if parts is None:
        return False
    host, number = parts["host"], int(parts["number"])
    if host:
        return _port_answers(host, X11_PORT + number)
    place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - the X server's own place, only knocked at
    return (
        _answers(place) or _answers(f"\0{place}") or _port_answers("localhost", X11_PORT + number)
    )


def _answers(place: str | Path) -> bool:
    with socket.socket(socket.AF_UNIX) as door:
        door.settimeout(WAIT_S)
        try:
            door.connect(str(place))
        except OSError:
            return False
    return True


def _port_answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), WAIT_S).close()
    except OSError:
        return False
    return True
