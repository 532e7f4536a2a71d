#!/bin/sh
# Sets everything up, then runs the tests; no display is needed.
#
#   sh packaging/test.sh [--coverage] [what pytest takes, for example tests/unit -k plan]
set -eu
cd "$(dirname "$0")/.."
sh packaging/setup.sh
echo "[test] running the tests"
exec .venv/bin/python packaging/check.py test "$@"
