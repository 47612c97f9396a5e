"""An archive that notes what is asked of it: a page is what it was for as long as all that was asked for it is answered so.

No list says what a page is made of, which could leave something out: whatever the site's handlers ask while they make a page is noted
with a digest of the answer, an error too, and is asked again before the page is believed.
"""

import hashlib
import io
import os
import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple, Protocol

import orjson

from backfile.archive import Archive
from backfile.errors import BackfileError
from backfile.model.addresses import CaptureAt
from backfile.model.entry import CaptureEntry

ROOMS = ("shelves", "addresses")
"""Readers of an archive that are asked by themselves."""
_MOST_ANSWERS, _MOST_DIGESTS = 64, 50_000
"""Answers kept for the next page (a story's own page, then its record), some 0.1 MB each; and digests, of 16 bytes."""
_A_DAY = "day"


class Rests(NamedTuple):
    """What a page rests on."""

    asked: list[Any]
    """Each question: its name, its values by place and by name."""
    answers: bytes
    """A digest of all the answers, in their order."""


class Asked(Protocol):
    """A method of an archive."""

    def __call__(self, *args: Any, **named: Any) -> Any:
        """The archive's answer."""


class AskedArchive:
    """What the site asks of an archive (site/archive_protocol.py), noted."""

    def __init__(self, archive: Archive) -> None:
        self.folder = archive.folder
        self._archive = archive
        self._asked: dict[bytes, tuple[list[Any], bytes]] = {}
        self._answers: OrderedDict[bytes, _Answer] = OrderedDict()
        self._digests: dict[bytes, bytes] = {}
        self._whole: dict[str, _Answer] = {}
        self._files: dict[str, tuple[int, int] | None] = {}
        self.shelves, self.addresses = (_Room(self, name) for name in ROOMS)

    def __getattr__(self, name: str) -> Asked:
        return self.noted(name)

    def noted(self, name: str) -> Asked:
        """The method of that name, each call of which is noted. Raises TypeError for what is no question."""
        if not callable(attrgetter(name)(self._archive)):
            raise TypeError(f"{name} is no question whose answer can be noted")

        def asked(*args: Any, **named: Any) -> Any:
            key = _key(name, args, named)
            answer = self._answer(key, name, args, named)
            self._asked[key] = [name, args, named], answer.digest
            return answer.given()

        setattr(self, name, asked)
        return asked

    def close(self) -> None:
        """Lets the archive go."""
        self._archive.close()

    def moment(self) -> AbstractContextManager[None]:
        """All that is asked within is answered of one moment."""
        return self._archive.moment()

    def begin(self) -> None:
        """A new page: nothing was asked for it."""
        self._asked = {}

    def rests(self) -> Rests:
        """What was asked since the page was begun."""
        asked = self._asked.values()
        return Rests([question for question, _ in asked], _digest([answer for _, answer in asked]))

    def is_answered_so(self, rests: Rests) -> bool:
        """Whether all that was asked for a page is answered as it was."""
        signs: list[bytes] = []
        for name, args, named in rests.asked:
            args, named = [_read(one) for one in args], {key: _read(one) for key, one in named.items()}
            key = _key(name, args, named)
            if key not in self._digests:
                self._answer(key, name, args, named)
            signs.append(self._digests[key])
        return _digest(signs) == rests.answers

    def _answer(self, key: bytes, name: str, args: Any, named: dict[str, Any]) -> "_Answer":
        if kept := self._answers.get(key):
            self._answers.move_to_end(key)
            return kept
        answer = self._fresh(name, args, named)
        self._answers[key] = answer
        if len(self._answers) > _MOST_ANSWERS:
            self._answers.popitem(last=False)
        if len(self._digests) >= _MOST_DIGESTS:
            self._digests.clear()
        self._digests[key] = answer.digest
        return answer

    def _fresh(self, name: str, args: Any, named: dict[str, Any]) -> "_Answer":
        try:
            found = attrgetter(name)(self._archive)(*args, **named)
        except BackfileError as error:
            return _Answer(None, _digest((type(error).__name__, error.message)), error)
        before = self._whole.get(name)
        if before is not None and before.found is found:  # the archive's own, which it makes once
            return before
        if isinstance(found, Iterator):
            raise TypeError(f"{name} answers with what can be read once")
        answer = _Answer(found, _digest((found, self._files_of(name, args, found))), None)
        if not args and not named:
            self._whole[name] = answer
        return answer

    def _files_of(self, name: str, args: Any, found: Any) -> list[tuple[int, int] | None]:
        """Size and time of the files that pictures are read from, which an answer names and the site then opens."""
        of = _NAMED_FILES.get(name)
        return [self._file(path) for path in sorted(of(args, found))] if of else []

    def _file(self, path: str) -> tuple[int, int] | None:
        if path not in self._files:
            try:
                stat = os.stat(path)  # noqa: PTH116 - a Path takes twice as long
                self._files[path] = stat.st_size, stat.st_mtime_ns
            except OSError:
                self._files[path] = None
        return self._files[path]


class _Room:
    """A reader in an archive."""

    def __init__(self, archive: AskedArchive, name: str) -> None:
        self._asked, self._name = archive, name

    def __getattr__(self, name: str) -> Asked:
        asked = self._asked.noted(f"{self._name}.{name}")
        setattr(self, name, asked)
        return asked


class _Answer(NamedTuple):
    found: Any
    digest: bytes
    error: BackfileError | None

    def given(self) -> Any:
        """As the archive gave it."""
        if self.error is not None:
            raise self.error
        return self.found


def _places(_args: Any, found: list[CaptureEntry] | list[CaptureAt]) -> set[str]:
    return {one.place.path for one in found}


_NAMED_FILES: dict[str, Callable[[Any, Any], set[str]]] = {
    "captures_of": _places,
    "addresses.captures_at": _places,
    "addresses.is_source": lambda args, found: {args[0]} if found else set(),
}


def _digest(value: Any) -> bytes:
    """A digest of an answer. In pickle's fast mode, which writes equal values alike, however they share their parts."""
    written = io.BytesIO()
    pickler = pickle.Pickler(written, 5)
    pickler.fast = True
    pickler.dump(sorted(value) if isinstance(value, set) else value)
    return hashlib.blake2b(written.getbuffer(), digest_size=16).digest()


def _key(name: str, args: Any, named: dict[str, Any]) -> bytes:
    return orjson.dumps(
        [name, args, named], option=orjson.OPT_SORT_KEYS | orjson.OPT_PASSTHROUGH_DATETIME, default=_written
    )


def write_asked(asked: list[Any]) -> bytes:
    """Questions as they are kept; `orjson.loads` gives them back for `is_answered_so`."""
    return orjson.dumps(asked, option=orjson.OPT_PASSTHROUGH_DATETIME, default=_written)


def _written(value: Any) -> Any:
    if isinstance(value, date):
        return {_A_DAY: value.isoformat()}
    raise TypeError(f"{value!r} cannot be asked again")


def _read(value: Any) -> Any:
    return date.fromisoformat(value[_A_DAY]) if isinstance(value, dict) else value
