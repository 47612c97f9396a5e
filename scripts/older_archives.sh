#!/usr/bin/env bash
# older_archives.sh OUT: archives of every format before this one's, each made by the last commit that wrote it.
#
# The pages are those of samples/saved/pages, the same in each; an archivist has dated two stories where the commit can. It needs
# the project's history. tests/archive/older_archives/*.tar.gz were made by it; `make check-all` makes them again and brings them up.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(realpath -m "$1")
python=${PYTHON:-.venv/bin/python}
saved=/tmp/backfile-saved-pages  # the archives name it
rm -rf "$saved" && mkdir -p "$out" "$saved" && cp -r samples/saved/pages/* "$saved"
for made in 1:13614b3aef2e4632ecefc1bdcca9f90d3bfb9db4 2:bc8226b16c5accfd95491c7b902e49b750fa30f0 3:db4a5ada69988ecacb98adcb3338662a40dd14e9 4:f58b507522b825cb371d15bf49daf8f3e5c1d4bf 5:9218258c52d6976b81423452fec4be174c1d6d04 6:07593e8c59ac558c7c35080e930536b25847a4d4 7:a738b982a91f7218b7b54746a8ba8031cf8712a3; do
    work=$(mktemp -d)
    git archive "${made#*:}" src | tar -x -C "$work"
    rm -rf "${out:?}/${made%%:*}"
    PYTHONPATH="$work/src" PYTHONDONTWRITEBYTECODE=1 "$python" -W ignore - "$saved" "$out/${made%%:*}" <<'END'
import sys
from pathlib import Path

import backfile

pages, folder = sys.argv[1:]
with backfile.open(folder) as archive:
    for name in ("courier-2001", "courier", "post", "wald7", "world"):
        archive.add(Path(pages, name))
    if hasattr(archive, "settle"):
        undated = [entry.id for entry in archive.by_year(None)]
        archive.settle(undated[0], "2003-05-20", because="the printed paper", by="Jo Ash", despite_page=True)
        archive.settle(undated[1], "2004", because="a guess", by="Jo Ash", despite_page=True)
        archive.unsettle(undated[1], by="Jo Ash")
    print(folder, archive.stats().stories, "stories")
END
    rm -rf "$work" "$out/${made%%:*}"/reports "$out/${made%%:*}"/search "$out/${made%%:*}"/search-quotations "$out/${made%%:*}"/*-wal "$out/${made%%:*}"/*-shm
done
rm -rf "$saved"
