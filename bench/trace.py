"""The way of one page through the code: which modules it enters, how often it climbs back, how often it comes again.

    python -m bench.trace [PAGE] [--src FOLDER] [--list]

Counted from a profile of one `read_capture` (sys.setprofile), the page read once before so that nothing is still being loaded:

    rooms     modules of Backfile that a function is called in; records (model/) and words (lexicon/, wording/) are none
    climbs    pairs of modules, the first of which calls into one of an earlier stage (page, label, story or dates, quotes)
    returns   pairs of modules, the first of which calls into one that the page had been in before and had left
"""

import argparse
import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "samples" / "saved" / "pages" / "courier" / "courthouse.html"
_NO_ROOMS = frozenset(("model", "lexicon", "wording", "errors"))
STAGES = {
    "model": 0,
    "lexicon": 0,
    "capture": 0,
    "page": 1,
    "label": 2,
    "story": 3,
    "dates": 3,
    "quotes": 3,
    "reading": 9,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.trace", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page", type=Path, nargs="?", default=PAGE)
    parser.add_argument("--src", type=Path, help="the src folder of the commit to trace; this one's if not given")
    parser.add_argument("--list", action="store_true", help="list the climbs and the rooms with most returns")
    given = parser.parse_args()
    if given.src and os.environ.get("BACKFILE_SRC") != str(given.src):
        environment = os.environ | {
            "BACKFILE_SRC": str(given.src),
            "PYTHONPATH": f"{given.src.absolute()}{os.pathsep}{ROOT}",
        }
        os.execve(sys.executable, [sys.executable, "-m", "bench.trace", *sys.argv[1:]], environment)
    way = trace(given.page.read_bytes())
    print(f"{len(way.rooms)} rooms, {len(way.climbs)} climbs, {len(way.returns)} returns")
    if given.list:
        print("\n".join(f"climb  {one} -> {other}" for one, other in sorted(way.climbs)))
        print("\n".join(f"return {one} -> {other}" for one, other in sorted(way.returns, key=lambda pair: pair[::-1])))


class Way:
    """What a profile of one page counts."""

    def __init__(self) -> None:
        self.rooms: set[str] = set()
        self.climbs: set[tuple[str, str]] = set()
        self.returns: set[tuple[str, str]] = set()
        self._open: list[str | None] = []

    def __call__(self, frame: FrameType, event: str, arg: Any) -> None:
        if event == "call":
            room = _room(frame)
            caller = next((one for one in reversed(self._open) if one), None)
            self._open.append(room)
            if room and caller and room != caller:
                self._enter(caller, room)
        elif event == "return" and self._open:
            self._open.pop()

    def _enter(self, caller: str, room: str) -> None:
        if _stage(room) < _stage(caller) and "reading" not in (caller, room) and _stage(room) > 0:
            self.climbs.add((caller, room))
        if room in self.rooms and room not in self._open[:-1]:
            self.returns.add((caller, room))
        self.rooms.add(room)


def trace(payload: bytes) -> Way:
    """The way of a page through `read_capture`."""
    from backfile.model.capture import Capture, Place
    from backfile.reading import read_capture

    capture = Capture(payload, "", Place("-"), url=None, media_type="text/html")
    read_capture(capture)
    way = Way()
    sys.setprofile(way)
    try:
        read_capture(capture)
    finally:
        sys.setprofile(None)
    return way


def _room(frame: FrameType) -> str | None:
    """The module of ours that a frame runs in: "label.region"; comprehensions and lambdas are of it too."""
    name = str(frame.f_globals.get("__name__", ""))
    room = name.removeprefix("backfile.")
    return room if name.startswith("backfile.") and room.split(".")[0] not in _NO_ROOMS else None


def _stage(room: str) -> int:
    return STAGES.get(room.split(".")[0], 0)


if __name__ == "__main__":
    main()
