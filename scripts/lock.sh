#!/bin/bash
# Writes the two lock files: every package, direct or not, at the version that a clean install picks today, with the digests of its files.
set -euo pipefail
LOCK=build/lock
rm -rf "$LOCK"
PYTHON=${PYTHON:-python3} VENV=$LOCK scripts/make_venv.sh
pip() { "$LOCK/bin/python" -m pip --disable-pip-version-check --quiet "$@"; }
write() {
    { echo "# Written by 'make lock' from pyproject.toml: $2."; pip freeze --exclude backfile | "$LOCK/bin/python" scripts/pin_hashes.py; } > "$1"
    echo "$1: $(grep -c '==' "$1") packages"
}
pip install hatchling==1.28.0 editables
pip install '.[site]'
write requirements.txt "what Backfile stands on, and what builds it"
pip install '.[site,dev]'
write requirements-dev.txt "the same, and what the tests need"
