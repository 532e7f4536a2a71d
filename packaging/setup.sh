#!/bin/sh
# Sets this checkout up: system packages, a Python environment in .venv with exactly the locked
# versions, the application itself, its catalogues. Run it as often as you like; when nothing
# changed it does nothing. Exit code 3: the machine lacks something that only its owner can add.
#
#   sh packaging/setup.sh
#
# PYTHON=/path/to/python3 chooses the Python that makes .venv. Where packages come from is pip's
# and apt's own configuration; nothing here overrides it.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONPATH PYTHONHOME

# Each word is one package; a|b means b where a release has renamed a. python3-venv is added when
# no Python here can make an environment.
SYSTEM_PACKAGES="libglib2.0-0|libglib2.0-0t64 libgl1 libegl1 libxkbcommon0 libdbus-1-3
  libfontconfig1 libgssapi-krb5-2 fonts-noto-cjk
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0 libwayland-cursor0"
STAMP=.venv/.dedup-desk-stamp

say() { printf '[set-up] %s\n' "$*"; }
stop() { printf '[set-up] %s\n' "$*" >&2; exit 3; }

# A Python that can make environments (Debian's cannot before python3-venv), open the project file
# and reach a registry; the lock knows 3.11 to 3.14.
works() {
  "$1" -c 'import sys, ensurepip, sqlite3, ssl, venv
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' >/dev/null 2>&1
}

find_python() {
  for candidate in "${PYTHON:-}" python3 /usr/bin/python3 python3.13 python3.12 python3.11; do
    [ -n "$candidate" ] && works "$candidate" && { printf '%s' "$candidate"; return; }
  done
  return 0
}

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

missing_packages() {
  wanted=$SYSTEM_PACKAGES
  [ -n "$(find_python)" ] || wanted="python3-venv $wanted"
  for names in $wanted; do
    found=
    for name in $(printf '%s' "$names" | tr '|' ' '); do
      if installed "$name"; then found=yes; fi
    done
    [ -n "$found" ] || printf '%s ' "$names"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Of "a|b" the first that this release has (known only after apt-get update).
available() {
  for names in "$@"; do
    chosen=${names%%|*}
    for name in $(printf '%s' "$names" | tr '|' ' '); do
      if apt-cache show "$name" >/dev/null 2>&1; then chosen=$name; break; fi
    done
    printf '%s ' "$chosen"
  done
}

install_system_packages() {
  missing=$(missing_packages)
  if [ -z "$missing" ]; then say "system packages: all there"; return; fi
  first=$(printf '%s' "$missing" | sed 's/|[^ ]*//g')
  by_hand="apt-get update && apt-get install -y --no-install-recommends $first"
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    stop "these system packages are missing, and you are neither root nor is there sudo. Ask the
owner of this machine to run the next line, then call this again; nothing was installed:
  $by_hand"
  fi
  say "system packages to add: $first"
  as_root apt-get update -q || stop "apt-get update failed (see above). By hand, as root: $by_hand"
  # shellcheck disable=SC2046,SC2086 # one word each is wanted
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    $(available $missing) || stop "apt-get install failed (see above). By hand, as root: $by_hand"
}

check_machine() {
  if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    install_system_packages
  else
    say "no apt here: the libraries that Qt needs (GL, EGL, xkbcommon, dbus, fontconfig, gssapi,
xcb-cursor) are yours to add"
  fi
  [ -n "$(find_python)" ] || stop "no Python from 3.11 to 3.14 with venv, ensurepip, sqlite3 and
ssl was found. Install one and call this again, or name it: PYTHON=/path/to/python3 sh packaging/setup.sh"
  if [ "$(uname -s)-$(uname -m)" = Linux-aarch64 ] && [ "$(glibc_minor)" -lt 39 ]; then
    stop "Qt for Python has no wheel for ARM64 Linux before glibc 2.39 (Debian 13, Ubuntu 24.04 have
it; Debian 12 has 2.36). Nothing was installed."
  fi
}

glibc_minor() { getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/.*2\.\([0-9]*\).*/\1/' | grep . || echo 0; }

# What the environment was made from: if any of it changes, it is brought up to date.
fingerprint() {
  { cat packaging/requirements.lock pyproject.toml packaging/setup.sh; pwd -P; } | cksum
}

make_environment() {
  if [ -x .venv/bin/python ] && .venv/bin/python -m pip --version >/dev/null 2>&1; then
    if [ "$(cat $STAMP 2>/dev/null)" = "$(fingerprint)" ]; then
      say "Python environment: up to date (.venv)"
      return
    fi
  else
    python=$(find_python)
    say "making .venv with $("$python" -c 'import sys; print(sys.executable, sys.version.split()[0])')"
    "$python" -m venv --clear .venv
  fi
  say "installing the locked versions (packaging/requirements.lock); the first time takes a minute"
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes \
    --only-binary :all: -r packaging/requirements.lock ||
    stop "pip could not install the locked versions (see above). Nothing outside .venv was changed;
call this again when the cause is mended and it goes on from here."
  say "installing Dedup Desk itself, as it stands in this checkout"
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . ||
    stop "pip could not install this checkout (see above)."
  fingerprint >$STAMP
}

if command -v flock >/dev/null 2>&1; then # two set-ups at once wait for each other
  mkdir -p build
  exec 9>build/setup.lock
  flock 9
fi
check_machine
make_environment
.venv/bin/python packaging/translate.py release
