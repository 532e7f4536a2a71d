#!/bin/sh
# Adds Dedup Desk to this user's desktop: menu entry, icon, the kind of its project files. Undo it
# with --remove. Nothing outside ${XDG_DATA_HOME:-~/.local/share} is touched; no root is needed.
#
#   sh packaging/integrate.sh [--remove]
set -eu
cd "$(dirname "$0")/.."
data=${XDG_DATA_HOME:-$HOME/.local/share}
id=org.dedupdesk.DedupDesk
entry=$data/applications/$id.desktop
icon=$data/icons/hicolor/scalable/apps/$id.svg
kind=$data/mime/packages/dedup-desk.xml
info=$data/metainfo/$id.metainfo.xml

if [ "${1:-}" = --remove ]; then
  rm -f "$entry" "$icon" "$kind" "$info"
  echo "[desktop] removed from $data"
else
  for place in "$entry" "$icon" "$kind" "$info"; do mkdir -p "${place%/*}"; done
  # The menu calls the program of this checkout by its full path.
  sed "s|^Exec=dedup-desk-gui|Exec=\"$(pwd -P)/.venv/bin/dedup-desk-gui\"|" \
    packaging/desktop/$id.desktop >"$entry"
  cp resources/icons/dedup-desk.svg "$icon"
  cp packaging/desktop/dedup-desk.mime.xml "$kind"
  cp packaging/desktop/$id.metainfo.xml "$info"
  echo "[desktop] added to $data"
fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database "$data/mime"; fi
if command -v update-desktop-database >/dev/null 2>&1; then
  update-desktop-database "$data/applications"
fi
