#!/bin/sh
# Writes packaging/requirements.lock anew: the newest versions that pyproject.toml allows, for every
# platform and for Python 3.11 and later, with the hashes of their files. Needs uv
# (https://docs.astral.sh/uv/). Read the difference before you commit it: a new Pillow may change
# perceptual hashes, which is what the lock is there to prevent.
#
#   sh packaging/lock.sh [what uv pip compile takes, for example --upgrade-package pillow]
set -eu
cd "$(dirname "$0")/.."
exec uv pip compile pyproject.toml packaging/build-requirements.in --extra test --universal \
  --python-version 3.11 --fork-strategy fewest --generate-hashes --no-header --no-annotate \
  --quiet --output-file packaging/requirements.lock "$@"
