#!/bin/bash
# The sample back file, from saved files to a site, in a fresh archive each time.
set -uo pipefail
BIN=${BIN:-.venv/bin}
SERVE=${SERVE:-yes}
PORT=${PORT:-8610}

rm -rf demo
echo "Adding the sample back file (a made-up town's paper, samples/saved) to the archive ./demo"
echo
"$BIN/backfile" add samples/saved --archive demo
code=$?
if [ "$code" -gt 1 ] || [ ! -d demo ]; then exit "$code"; fi
echo
if [ "$code" -eq 1 ]; then
    echo "One of the sample files, truncated.warc.gz, is cut off in the middle on purpose: the table names it, and what"
    echo "lies before the cut was added. (On its own, 'backfile add' exits with 1 for such a file.)"
    echo
fi
"$BIN/backfile" stats --archive demo || exit $?
if [ "$SERVE" = no ]; then exit 0; fi
echo
echo "Serving the archive at http://127.0.0.1:$PORT until Ctrl-C"
exec "$BIN/backfile" serve --archive demo --port "$PORT"
