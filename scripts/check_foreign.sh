#!/bin/bash
# The sample back file, read by others' programs: its WACZ by py-wacz, its Parquet by DuckDB and Polars, its site by their clients.
set -euo pipefail
WORK=build/foreign
rm -rf "$WORK"
mkdir -p build
PYTHON=${PYTHON:-python3} VENV=$WORK scripts/make_venv.sh
"$WORK/bin/python" -m pip --disable-pip-version-check --quiet install wacz==0.6.0 duckdb==2.0.1 polars==2.1.0
"$BIN/backfile" add samples/saved --archive "$WORK/back" --quiet > /dev/null || true # one of its files is cut off on purpose
"$BIN/backfile" export --format wacz --to "$WORK/back.wacz" --archive "$WORK/back" --quiet || true # posts of an export are left out
"$BIN/backfile" export --format parquet --to "$WORK/tables" --archive "$WORK/back"
"$WORK/bin/wacz" validate --file "$WORK/back.wacz"
"$WORK/bin/python" - "$WORK/tables" <<'END'
import sys

import duckdb
import polars

files = f"{sys.argv[1]}/stories/*/*.parquet"
by_year = dict(duckdb.sql(f"SELECT year, count(*) FROM read_parquet('{files}', hive_partitioning=1) GROUP BY year").fetchall())
stories = polars.scan_parquet(files, hive_partitioning=True).collect()
assert sum(by_year.values()) == len(stories) == 56, by_year
assert by_year[None] == stories["year"].null_count() == stories["date"].null_count() - 1, by_year
print("DuckDB and Polars:", len(stories), "stories,", by_year[None], "undated")
END

# The site of the same archive, asked by others' clients. A search line's grammar is no pattern, so that a line that fits its schema may still be
# refused, with a problem that says why: that one check of schemathesis is left out.
"$WORK/bin/python" -m pip --disable-pip-version-check --quiet install schemathesis==4.32.1 memento-client==0.6.1 feedparser==6.0.14 \
    extruct==0.18.0 bibtexparser==2.1.0 rispy==0.10.0 citeproc-py==0.11.1
PORT=${PORT:-8619}
STORY=$("$BIN/backfile" search ferry --json --limit 1 --archive "$WORK/back" | "$WORK/bin/python" -c 'import json, sys; print(json.load(sys.stdin)["entries"][0]["id"])')
for FORM in text bibtex ris csl; do "$BIN/backfile" cite "$STORY" --format $FORM --archive "$WORK/back" > "$WORK/citation.$FORM"; done
"$BIN/backfile" verify - --archive "$WORK/back" < "$WORK/citation.text" > /dev/null
"$BIN/backfile" serve --archive "$WORK/back" --port "$PORT" --quiet &
trap 'kill $!' EXIT
for _ in $(seq 50); do curl --silent --fail "http://localhost:$PORT/api/v1/stats" > /dev/null && break; sleep 0.2; done
"$WORK/bin/python" -W ignore bench/foreign_clients.py "http://localhost:$PORT" "$WORK"/citation.{text,bibtex,ris,csl}

# The sitemap by a crawler's library, and the saved pages by a replay server that holds nothing and asks our TimeGate: each in an environment of its own.
PYTHON=${PYTHON:-python3} VENV=$WORK/usp scripts/make_venv.sh
"$WORK/usp/bin/python" -m pip --disable-pip-version-check --quiet install ultimate-sitemap-parser==1.8.1
"$WORK/usp/bin/python" -W ignore bench/foreign_replay.py sitemap "http://localhost:$PORT" 2> /dev/null
PYTHON=${PYTHON:-python3} VENV=$WORK/pywb scripts/make_venv.sh
"$WORK/pywb/bin/python" -m pip --disable-pip-version-check --quiet install pywb==2.10.0
mkdir "$WORK/replay"
cat > "$WORK/replay/config.yaml" << END
collections:
  ours:
    index:
      type: memento
      timegate_url: http://localhost:$PORT/timegate/{url}
      timemap_url: http://localhost:$PORT/timemap/link/{url}
      replay_url: http://localhost:$PORT/memento/{timestamp}/{url}
END
REPLAY=${REPLAY:-8620}
"$WORK/pywb/bin/wayback" --bind 127.0.0.1 --port "$REPLAY" --directory "$WORK/replay" > "$WORK/pywb.log" 2>&1 &
trap 'kill $(jobs -p)' EXIT
for _ in $(seq 50); do curl --silent --output /dev/null "http://localhost:$REPLAY/" && break; sleep 0.4; done
"$WORK/pywb/bin/python" bench/foreign_replay.py replay "http://localhost:$PORT" "http://localhost:$REPLAY"
cd "$WORK" # schemathesis keeps what it found beside itself
bin/schemathesis run "http://localhost:$PORT/api/v1/openapi.json" --url "http://localhost:$PORT/api/v1" \
    --max-examples 10 --seed 1 --exclude-checks positive_data_acceptance
