"""Every test runs without a screen, with settings of its own, and fails on a logged error."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = os.environ.get("DEDUP_TEST_QPA", "offscreen")
_HOME = Path(tempfile.mkdtemp(prefix="dedup-desk-test-home-"))
for _name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(_HOME / _name.lower())
