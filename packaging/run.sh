#!/bin/sh
# Sets everything up and opens a folder of pictures; run it as often as you like.
#
#   sh packaging/run.sh [FOLDER]
#
# Without FOLDER it draws a sample collection and opens that. With a display the window opens;
# without one the folder is indexed and audited in the terminal, and an HTML report is written. The
# pictures are only read. Everything written goes to ${XDG_DATA_HOME:-~/.local/share}/dedup-desk.
set -eu

say() { printf '[run] %s\n' "$*"; }
wrong() { printf '[run] %s\n' "$*" >&2; exit 2; }

[ $# -le 1 ] || wrong "one folder at a time; several folders: .venv/bin/dedup-desk index PROJECT FOLDER..."
folder=${1:-}
case $folder in
  '' | /*) ;;
  *) folder=$PWD/$folder ;;
esac
[ -z "$folder" ] || [ -d "$folder" ] || wrong "there is no folder $folder; nothing was done"

cd "$(dirname "$0")/.."
sh packaging/setup.sh
checkout=$(pwd -P)
desk=$checkout/.venv/bin/dedup-desk
data=${XDG_DATA_HOME:-$HOME/.local/share}/dedup-desk
mkdir -p "$data"

if [ -z "$folder" ]; then
  folder=$data/sample
  "$desk" sample "$folder" # finds a sample that is there, finishes one that was interrupted
fi

# A platform without a screen was chosen for tests; a person wants to see something.
case ${QT_QPA_PLATFORM:-} in offscreen | minimal*) unset QT_QPA_PLATFORM ;; esac
if .venv/bin/python -c '
import os, sys
from dedup_desk.ui.desktop import has_desktop
sys.exit(not has_desktop(os.environ))'; then
  say "opening the window"
  exec "$desk" "$folder"
fi

# One project for each place, so that the next run reads only what changed.
name=$(printf '%s' "${folder##*/}" | LC_ALL=C tr -c 'A-Za-z0-9._-' '_')
number=$(printf '%s' "$folder" | cksum | cut -d ' ' -f 1)
project=$data/$name-$number.ddesk
report=$data/$name-$number-audit.html
shown=$(printf '%s' "$folder" | LC_ALL=C tr '[:cntrl:]' '?') # a name may hold what steers a terminal
say "no display answers, so this is done in the terminal; $shown is only read"
"$desk" audit "$folder" --keep "$project" --output "$report"
say "the report:        $report"
say "the project:       $project"
say "to open the window, in a desktop session (or ssh -X): $desk $project"
