#!/bin/bash
# The reader site is tested in a real browser: any Chromium or Chrome that is here, else Debian's.
set -euo pipefail
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" -ne 0 ]; then
    echo "The tests need a browser: install it with 'sudo apt install chromium', then run make test again." >&2
    exit 1
fi
if ! command -v apt-get >/dev/null; then
    echo "The tests need a browser: install Chromium with this system's package manager, then run make test again." >&2
    exit 1
fi
echo "Installing Debian's chromium ..."
DEBIAN_FRONTEND=noninteractive apt-get -qq update
DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium fonts-dejavu-core >/dev/null
