#!/bin/bash
# The sample back file, from saved files to a site, in a fresh archive each time.
set -uo pipefail
BIN=${BIN:-.venv/bin}
SERVE=${SERVE:-yes}
PORT=${PORT:-8610}

rm -rf demo
echo "Adding the sample back file (a made-up town's papers, samples/saved) to the archive ./demo"
echo
"$BIN/backfile" add samples/saved --archive demo
code=$?
if [ "$code" -gt 1 ] || [ ! -f demo/backfile.sqlite ]; then exit "$code"; fi
echo
if [ "$code" -eq 1 ]; then
    faults=$(grep -cE '"reason":"(truncated|damaged|damaged-text|unreadable|not-readable-kind|missing-file|no-permission)"' \
        demo/reports/1.jsonl)
    echo "What could not be read whole is named above ($faults in all), and 'backfile add' ends with 1 to say so. The sample back"
    echo "file has such faults on purpose, as real ones do; all the rest was added."
    echo
fi
"$BIN/backfile" stats --archive demo || exit $?
echo
echo "A second crawl turns up (samples/second): feeds, a sitemap, pictures, addresses that lead elsewhere. All of it, rescued into ./demo-rescue:"
echo
rm -rf demo-rescue
"$BIN/backfile" rescue samples/saved samples/second --to demo-rescue --no-search 2> demo-rescue.log
code=$?
if [ "$code" -gt 1 ] || [ ! -f demo-rescue/report.html ]; then
    cat demo-rescue.log
    exit "$code"
fi
rm -f demo-rescue.log
echo
for old in /2012/11/07/library-levy-passes/ /vaccine-line/; do scripts/ask_old_address.sh "$BIN" demo-rescue/site "$old" || exit $?; done
echo "The report, with what to go looking for: demo-rescue/report.html"
if [ "$SERVE" = no ]; then exit 0; fi
echo
exec "$BIN/backfile" serve --archive demo --port "$PORT"
