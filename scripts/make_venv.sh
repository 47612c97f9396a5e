#!/bin/bash
# Makes the virtual environment. Debian ships Python without ensurepip: python3-venv brings it.
set -euo pipefail
PYTHON=${PYTHON:-python3}
VENV=${VENV:-.venv}

if ! command -v "$PYTHON" >/dev/null; then
    echo "Backfile needs Python 3.11 or newer: install it with 'sudo apt install python3 python3-venv'." >&2
    exit 1
fi
if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Backfile needs Python 3.11 or newer; $PYTHON is $("$PYTHON" --version). Try: make PYTHON=python3.11" >&2
    exit 1
fi
if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "Python's venv is missing here: install it with 'sudo apt install python3-venv', then run make again." >&2
        exit 1
    fi
    echo "Installing Debian's python3-venv ..."
    DEBIAN_FRONTEND=noninteractive apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends python3-venv >/dev/null
fi
rm -rf "$VENV"
"$PYTHON" -m venv "$VENV"
