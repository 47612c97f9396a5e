"""Prints docs/dependencies.md: every package that Backfile stands on, with its licence, its size as installed, and what would replace it.

    python scripts/list_dependencies.py > docs/dependencies.md

Run in an environment that `make .venv/.installed-dev` made. Raises where a package of pyproject.toml has no line in USES.
"""

import re
import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
USES = {
    "brotli": ("unpacks and packs the `br` encoding of pages", "no other; such pages would be skipped, with a line"),
    "click": ("the command line", "argparse"),
    "faust-cchardet": ("guesses the encoding of a page that names none", "charset-normalizer, slower"),
    "numpy": ("the block model's numbers; py3langid needs it too", "our own C"),
    "orjson": ("JSON in records, five times as fast as json", "json"),
    "py3langid": ("tells a text's language", "the page's own word for it"),
    "rapidfuzz": ("offers words when a search finds nothing", "difflib"),
    "rich": ("tables, colours and progress on a terminal", "plain text"),
    "selectolax": ("parses HTML as browsers do (lexbor)", "lxml with html5-parser"),
    "tantivy": ("the search index", "SQLite FTS5 (docs/scale.md has both)"),
    "zstandard": ("packs records; unpacks WARC files", "zlib for records; Python's own from 3.14 on"),
    "httptools": ("reads requests of `serve`", "h11"),
    "jinja2": ("the site's templates, escaped by default", "no other so well known"),
    "pillow": ("makes pictures smaller, and drops what their files say beside them", "no pictures shown"),
    "babel": ("days, months and plurals of a site in another language, and its catalogue", "English alone"),
    "starlette": ("routes and answers of `serve`", "plain ASGI"),
    "uvicorn": ("serves them", "hypercorn"),
    "uvloop": ("its event loop", "asyncio's"),
    "pagefind": ("search in the reader's browser, for `publish`", "`publish --no-search`"),
    "pyarrow": ("tables and Parquet", "CSV"),
    "mcp": ("the tool server for language models", "the API"),
    "distributed": ("spreads reading over machines, for `cluster`", "several `backfile read` by hand"),
    "fsspec": ("files of a cluster on disks and in stores such as S3", "local files"),
    "s3fs": ("stores that speak S3, for `cluster`", "local files"),
    "hatchling": ("builds the package", "setuptools"),
}
"""By name: what a direct dependency does here, and what would take its place."""

NOT_IN_TESTS = {"s3fs": "BSD-3-Clause"}
"""Packages that the tests do not install, with their licences."""
PROGRAMS = {"pagefind": "pagefind_bin"}
"""Packages whose program comes in another, by an extra of theirs."""


def page() -> str:
    """docs/dependencies.md."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    of_users = {extra: extras[extra] for extra in extras if extra != "dev"}
    lines = [
        "# Dependencies",
        "",
        "What Backfile stands on. `pyproject.toml` says which versions will do, so that Backfile installs beside others; `requirements.txt` and",
        "`requirements-dev.txt` pin every package, direct or not, with the digests of its files, and `make demo` and `make test` install those bytes and no other. Nothing",
        "is fetched when Backfile runs. This page is printed by `scripts/list_dependencies.py`; sizes are those of Linux wheels, as installed.",
        "",
        "| package | for | licence | MB | does | in its place |",
        "|---|---|---|---|---|---|",
    ]
    direct: set[str] = set()
    for use, wanted in (
        ("all", project["project"]["dependencies"]),
        *((f"`backfile[{extra}]`", of_users[extra]) for extra in of_users),
        ("the build", project["build-system"]["requires"]),
    ):
        for name in (Requirement(one).name.lower() for one in wanted):
            if name != "backfile" and name not in direct:
                direct.add(name)
                does, instead = USES[name]
                found = None if name in NOT_IN_TESTS else distribution(name)
                licence, size = (_licence(found), f"{_megabytes(found):.1f}") if found else (NOT_IN_TESTS[name], "")
                lines.append(f"| {name} | {use} | {licence} | {size} | {does} | {instead} |")
    lines += [
        "",
        "What those need in turn, of what `requirements.txt` pins:",
        "",
        "| package | licence | MB |",
        "|---|---|---|",
    ]
    pins = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
    for name in (pin.lower() for pin in pins if pin.lower() not in direct):
        found = distribution(name)
        lines.append(f"| {name} | {_licence(found)} | {_megabytes(found):.1f} |")
    return "\n".join((*lines, ""))


def _licence(found: Distribution) -> str:
    said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
    if 0 < len(said) < 60 and "\n" not in said:
        return said.removesuffix(" License")
    of_kind = [kind.rpartition(" :: ")[2] for kind in found.metadata.get_all("Classifier", []) if "License" in kind]
    return ", ".join(kind.removesuffix(" License") for kind in of_kind) or "?"


def _megabytes(found: Distribution) -> float:
    files = [Path(str(file.locate())) for file in found.files or ()]
    if found.name in PROGRAMS:
        files += [Path(str(file.locate())) for file in distribution(PROGRAMS[found.name]).files or ()]
    return sum(file.stat().st_size for file in files if file.exists() and file.suffix != ".pyc") / 1e6


if __name__ == "__main__":
    sys.stdout.write(page())
