"""Every pattern of src/backfile: where it is written, by the syntax tree, and what is compiled there, by watching.

A pattern is written in a call of `re.compile`, `re.sub` and the like, or `late`. What such a call compiles is seen at the import of its
module, or while the sample pages are read; a place of which nothing is seen is named, so that none is passed over in silence.
"""

import ast
import contextlib
import importlib
import io
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import backfile
import backfile.late_pattern  # the others are imported while it is watched

SOURCE = Path(backfile.__file__).parent
_OF_RE = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
_WHOLE = {"match", "fullmatch"}
"""Methods that begin at one place; the others try every place of a text."""


MADE_OF_WORDS = {
    ("api/api_app.py", "re.compile"): "a route's own pattern, written by Starlette from our path",
    ("lexicon/text_language.py", "re.search"): "one set of letters",
}
"""Patterns made at use from words, of which none repeats."""


class Place(NamedTuple):
    """Where a pattern is written."""

    file: str
    """Below src/backfile."""
    first: int
    last: int
    name: str
    """What it is assigned to, or the method of `re` that it is given to."""
    written: str | bytes | None = None
    """The pattern, where it is a plain string in the source."""

    def __str__(self) -> str:
        return f"{self.file}:{self.first} {self.name}"


class Found(NamedTuple):
    """A pattern and where it is written."""

    place: Place
    pattern: str | bytes
    flags: int
    anchored: bool
    """It is only matched at one place of a text, never looked for in it."""


def places() -> list[Place]:
    """Every call in the source that compiles a pattern."""
    return [place for path in sorted(SOURCE.rglob("*.py")) for place in _places_in(path)]


def _places_in(path: Path) -> Iterator[Place]:
    tree = ast.parse(path.read_text("utf-8"))
    file = path.relative_to(SOURCE).as_posix()
    if file == "late_pattern.py":
        return
    names = {
        id(call): target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
        for call in ast.walk(node.value)
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and (method := _compiles(call.func)):
            pattern = call.args[0] if call.args else None
            written = (
                pattern.value if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str | bytes) else None
            )
            yield Place(file, call.lineno, call.end_lineno or call.lineno, names.get(id(call), method), written)


def _compiles(function: ast.expr) -> str:
    if isinstance(function, ast.Name) and function.id == "late":
        return "late"
    of_re = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re"
    return f"re.{function.attr}" if of_re and function.attr in _OF_RE else ""


class Watch:
    """Sees each pattern that is compiled, and which line of the source asks for it."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, int], list[tuple[str | bytes, int]]] = {}

    def __enter__(self) -> "Watch":
        self._compile, self._late = re._compile, backfile.late_pattern.late  # type: ignore[attr-defined]

        def compiled(pattern: Any, flags: int) -> Any:
            self._note(pattern, flags)
            return self._compile(pattern, flags)

        def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
            self._note(pattern, flags)
            return self._late(pattern, flags)

        re._compile = compiled  # type: ignore[attr-defined]
        backfile.late_pattern.late = late
        return self

    def __exit__(self, *_: object) -> None:
        re._compile = self._compile  # type: ignore[attr-defined]
        backfile.late_pattern.late = self._late

    def _note(self, pattern: Any, flags: int) -> None:
        frame: FrameType | None = sys._getframe(2)
        while frame and "/re/" in frame.f_code.co_filename:
            frame = frame.f_back
        if frame is None or isinstance(pattern, re.Pattern):
            return
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(SOURCE):
            self.seen.setdefault((path.relative_to(SOURCE).as_posix(), frame.f_lineno), []).append((pattern, flags))


def patterns() -> tuple[list[Found], list[Place]]:
    """Every pattern, and the places of which none was seen. In a process that has not imported backfile's modules yet."""
    with Watch() as watch, contextlib.redirect_stdout(io.StringIO()):
        for module in pkgutil.walk_packages(backfile.__path__, "backfile."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
        _read_samples()
        _use_what_people_write()
    found, unseen = [], []
    for place in places():
        here = {
            one: None
            for (file, line), seen in watch.seen.items()
            if file == place.file and place.first <= line <= place.last
            for one in seen
        }
        if not here and place.written is not None:
            here = {(place.written, 0): None}
        anchored = _anchored(place)
        found += [Found(place, pattern, flags, anchored) for pattern, flags in here]
        if not here and (place.file, place.name) not in MADE_OF_WORDS:
            unseen.append(place)
    return found, unseen


def _read_samples() -> None:
    """Reads what compiles a pattern at use: pages of each language."""
    for page in sorted(Path(__file__).parents[2].glob("tests/pages/*/page.html")):
        backfile.read(page.read_bytes())


def _use_what_people_write() -> None:
    """Patterns that are made of what an owner or an archivist writes, as the documents show it."""
    backfile.archive.takedowns.leave_out_rules.credit_pattern(("AP", "Getty Images"))
    backfile.archive.takedowns.word_digests.forms_of("\u674e", b"key")
    backfile.dates.address_layout.AddressLayout("paper.example/{year}/{month}{day}-*")


def _anchored(place: Place) -> bool:
    """Whether every use of the name in the source is `match` or `fullmatch`."""
    if place.name.startswith("re."):
        return place.name[3:] in _WHOLE
    used = re.compile(rf"\b{re.escape(place.name)}(?:\[[^\]]*\])?\.(\w+)\(")
    own = (SOURCE / place.file).read_text("utf-8")
    shared = not place.name.startswith("_")
    texts = [path.read_text("utf-8") for path in SOURCE.rglob("*.py")] if shared else [own]
    methods = {found[1] for text in texts for found in used.finditer(text)} & _OF_RE
    return bool(methods) and methods <= _WHOLE
