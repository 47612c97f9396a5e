"""Adds to a list of pinned packages the digests of their files: `pip install --require-hashes` takes no other bytes.

    pip freeze | python scripts/pin_hashes.py > requirements.txt

Digests are those of the index (PEP 691), of each package's source and of its wheels for the Pythons and systems that Backfile runs
on. Raises where the index has no file of a version.
"""

import json
import re
import ssl
import sys
import urllib.request
from collections.abc import Iterator
from typing import Any

INDEX = "https://pypi.org/simple"
_JSON = "application/vnd.pypi.simple.v1+json"
_WHEEL = re.compile(r"-(?:py2\.)?(?:py3[0-9]*|cp3[0-9]+)-(?:none|abi3|cp31[1-4])-(?:any|.*linux.*|macosx.*)\.whl$")
"""Matches "orjson-3.13.0-cp311-cp311-manylinux_2_17_x86_64.whl"; not "…-cp310-cp310-…", "…-cp311-cp311-win_amd64.whl"."""
_OLD = re.compile(r"-cp3(?:[0-9]|10)-cp3")


def pinned(line: str) -> str:
    """The line of "name==version" with the digests of its files below it."""
    name, _, version = line.partition("==")
    digests = sorted({file["hashes"]["sha256"] for file in _files(name) if _is_of(file["filename"], name, version)})
    if not digests:
        raise SystemExit(f"{INDEX} has no file of {line}")
    return " \\\n    ".join((line, *(f"--hash=sha256:{digest}" for digest in digests)))


def _files(name: str) -> Iterator[dict[str, Any]]:
    asked = urllib.request.Request(f"{INDEX}/{_plain(name)}/", headers={"Accept": _JSON})  # noqa: S310 - INDEX is https
    with urllib.request.urlopen(asked, context=ssl.create_default_context()) as answer:  # noqa: S310
        yield from json.load(answer)["files"]


def _is_of(file: str, name: str, version: str) -> bool:
    stem = re.sub(r"\.tar\.gz$|\.zip$", "", file)
    if stem != file:
        return _plain(stem) == _plain(f"{name}-{version}")
    whose, _, rest = file.partition("-")
    ours = _plain(whose) == _plain(name) and rest.startswith(f"{version}-")
    return ours and bool(_WHEEL.search(file)) and not _OLD.search(file)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(pinned(line.strip()) + "\n")
