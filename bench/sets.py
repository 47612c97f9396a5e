"""A set of saved pages with truth: html/<id>.html.gz, truth.jsonl (a line a page) and set.json.

truth.jsonl: id, url, and what is known of body, body_alternatives, with, without, headline, authors, date_published, page_type.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)


@dataclass(frozen=True)
class SavedPage:
    """A page as an extractor gets it."""

    id: str
    url: str | None
    """None where the set's own scorer tells no address."""
    raw: bytes

    @cached_property
    def text(self) -> str:
        """For extractors that take only text: UTF-8, else what the page says of itself, else windows-1252."""
        try:
            return self.raw.decode("utf-8")
        except UnicodeDecodeError:
            found = _CHARSET.search(self.raw[:4096])
        try:
            return self.raw.decode(found[1].decode() if found else "cp1252", "replace")
        except LookupError:
            return self.raw.decode("cp1252", "replace")

    @cached_property
    def markup(self) -> str | bytes:
        """For extractors that take both: text where it is UTF-8, else the bytes, so that they may look for themselves."""
        try:
            return self.raw.decode("utf-8")
        except UnicodeDecodeError:
            return self.raw


@dataclass(frozen=True)
class TruthSet:
    """A folder of pages with truth."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    @cached_property
    def about(self) -> dict[str, Any]:
        """set.json: source, commit, licence."""
        return dict(json.loads((self.folder / "set.json").read_text("utf-8")))

    @cached_property
    def truths(self) -> list[dict[str, Any]]:
        """What is known of each page, in order."""
        with (self.folder / "truth.jsonl").open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]

    @property
    def tells_address(self) -> bool:
        """htmldate's scorer gives no address: dates in addresses would give its pages away."""
        return bool(self.about.get("tells_address", not self.name.startswith("htmldate")))

    @property
    def has_bodies(self) -> bool:
        """False for a set that holds nothing but dates."""
        return any(truth.get("body") or truth.get("with") for truth in self.truths)

    def pages(self, ids: set[str] | None = None) -> Iterator[SavedPage]:
        """The pages in order; only those of `ids` where given."""
        for truth in self.truths:
            if ids is None or truth["id"] in ids:
                raw = gzip.decompress((self.folder / "html" / f"{truth['id']}.html.gz").read_bytes())
                yield SavedPage(truth["id"], truth.get("url") if self.tells_address else None, raw)

    @cached_property
    def digest(self) -> str:
        """Of the truth and of every page: of a page, the check sum and length that end its gzip member (RFC 1952)."""
        total = hashlib.sha256((self.folder / "truth.jsonl").read_bytes())
        for truth in self.truths:
            with (self.folder / "html" / f"{truth['id']}.html.gz").open("rb") as file:
                file.seek(-8, 2)
                total.update(truth["id"].encode() + file.read())
        return total.hexdigest()[:16]


def find_sets(folder: Path, names: str | None = None) -> list[TruthSet]:
    """The sets in a folder, or those named ("publishers-dev,wcxb-dev").

    Raises FileNotFoundError, with what to do, where one is missing.
    """
    wanted = names.split(",") if names else sorted(path.parent.name for path in folder.glob("*/truth.jsonl"))
    missing = [name for name in wanted if not (folder / name / "truth.jsonl").is_file()]
    if missing or not wanted:
        what = ", ".join(missing) or "sets"
        raise FileNotFoundError(
            f"{folder}: no {what} there. Make them as docs/benchmarks.md says, or give SETS=FOLDER."
        )
    return [TruthSet(folder / name) for name in wanted]
