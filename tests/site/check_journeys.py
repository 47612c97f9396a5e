"""Ways of a reader through the site of the sample, in the browser: with the mouse, with the keyboard alone, on a phone, with scripts off.

    python -m tests.site.check_journeys

The reader finds a story by a search, reads its date's case, opens the saved page, follows the thread, compares two versions and cites what was
read. Each step is a click, a tap or a key on what the page shows. Ends with 1 where a step leads nowhere. `make check-pages` runs it.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.site.chromium import Chromium
from tests.site.served import served

import backfile
from backfile import Archive
from backfile.citation.verify import verify
from backfile.site import open_app

SAVED = Path(__file__).parents[2] / "samples" / "saved"
_PATIENCE = 20.0
_MOST_TABS = 400


class Way(NamedTuple):
    """How a reader goes about."""

    name: str
    width: int
    keyboard: bool = False
    scripts: bool = True


WAYS = (
    Way("a desk and a mouse", 1280),
    Way("the keyboard alone", 1280, keyboard=True),
    Way("a phone", 390),
    Way("a phone, scripts off", 390, scripts=False),
)


class Lost(Exception):
    """A step that leads nowhere."""


class Reader:
    """A reader in front of a browser."""

    def __init__(self, browser: Chromium, base: str, way: Way) -> None:
        self._browser = browser
        self._base = base
        self._way = way
        browser.call("Emulation.setScriptExecutionDisabled", value=not way.scripts)

    def start(self, path: str) -> None:
        """Open a page by its address."""
        self._browser.open(self._base + path, width=self._way.width, height=844)

    def write(self, selector: str, words: str) -> None:
        """Go to a field, write in it and send it off."""
        self._go_to(selector)
        self._browser.call("Input.insertText", text=words)
        self._leave(lambda: self._key("Enter"))

    def follow(self, selector: str) -> None:
        """Take a link to another page."""
        self._leave(lambda: self._press(selector))

    def unfold(self, selector: str) -> None:
        """Open what is folded under a summary."""
        if not self.sees(f"{selector}[open]"):
            self._press(f"{selector} > summary")
        self.expect(f"{selector}[open]")

    def expect(self, selector: str) -> str:
        """The text of what must be on the page, and be seen."""
        if not self.sees(selector):
            raise Lost(f"{self.path}: there is no {selector}")
        return str(self._run(f"document.querySelector({json.dumps(selector)}).innerText"))

    def sees(self, selector: str) -> bool:
        """Whether it is on the page, and takes room there."""
        return bool(
            self._run(
                f"(one => !!one && one.getClientRects().length > 0)(document.querySelector({json.dumps(selector)}))"
            )
        )

    @property
    def path(self) -> str:
        """Where the reader is."""
        return str(self._run("location.pathname + location.search"))

    def shows_frame(self, selector: str, words: str) -> bool:
        """Whether a frame is seen, and what is in it has these words. It is in a sandbox, so its page is looked at by its own address."""
        self.expect(selector)
        here, there = self.path, str(self._run(f"document.querySelector({json.dumps(selector)}).src"))
        self.start(there.removeprefix(self._base))
        found = words in str(self._run("document.body.innerText"))
        self.start(here)
        return found

    def _run(self, script: str):
        return self._browser.run(script)

    def _press(self, selector: str) -> None:
        self._go_to(selector)
        if self._way.keyboard:
            self._key("Enter")

    def _go_to(self, selector: str) -> None:
        self.expect(selector)
        if self._way.keyboard:
            self._tab_to(selector)
            return
        at = self._run(
            f"(one => {{ one.scrollIntoView({{block: 'center', behavior: 'instant'}}); const box = one.getClientRects()[0];"
            f" return [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2]; }})(document.querySelector({json.dumps(selector)}))"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self._browser.call("Input.dispatchMouseEvent", type=kind, x=at[0], y=at[1], button="left", clickCount=1)

    def _tab_to(self, selector: str) -> None:
        for _ in range(_MOST_TABS):
            if self._run(f"document.activeElement === document.querySelector({json.dumps(selector)})"):
                return
            self._key("Tab")
        raise Lost(f"{self.path}: the tabulator does not come to {selector}")

    def _key(self, name: str) -> None:
        code = {"Enter": 13, "Tab": 9}[name]
        text = {"text": "\r"} if name == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            more = text if kind == "keyDown" else {}
            self._browser.call(
                "Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, **more
            )

    def _leave(self, step) -> None:
        before, begun = self.path, time.monotonic()
        step()
        while time.monotonic() - begun < _PATIENCE:
            if self.path != before and self._run("document.readyState") == "complete":
                return
            time.sleep(0.05)
        raise Lost(f"{before}: nothing came of it")


def told(archive: Archive, of) -> str:
    """A headline by which a search finds a story for which `of` holds."""
    story = next(one for one in archive if of(one) and one.headline and archive.is_listed(one.id) and one.published)
    return f'"{story.headline}"'


def journey(reader: Reader, archive: Archive) -> Iterator[str]:
    """What the reader did, step by step."""
    reader.start("/")
    reader.write("#door-q", told(archive, lambda one: archive.thread(one.id)))
    yield f"searched: {reader.path}"
    reader.follow(".entry a[href^='/story/']")
    day = reader.expect(".when")
    yield f"read a story: {day.splitlines()[0]}"
    reader.unfold("details.about-page")
    reader.expect("#evidence")
    reader.follow("#evidence a[href^='/raw/'], a[href^='/raw/']")
    saved = reader.path
    if not reader.shows_frame("iframe[src^='/raw/']", archive.story(saved.split("/")[2]).body[:30]):
        raise Lost(f"{saved}: the frame does not show the saved page")
    yield f"saw the saved page: {saved}"
    reader.follow("main a[href^='/story/']")
    reader.follow("#thread a[href^='/story/']")
    yield f"followed the thread: {reader.expect('.when').splitlines()[0]}"
    reader.start("/search")
    reader.write("#q", told(archive, lambda one: len(one.versions) > 1))
    reader.follow(".entry a[href^='/story/']")
    reader.follow(".ways .versions a[href^='/change/']")
    reader.expect("ins, del")
    yield f"compared two versions: {reader.path}"
    reader.follow("main a[href^='/story/']")
    citation = reader.expect(".citation")
    if not verify(archive, citation).is_whole:
        raise Lost(f"{reader.path}: what is to be cited is not proved: {citation}")
    yield f"cited: {citation}"


def main() -> int:
    """Go all ways; how many end before their end."""
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        with backfile.open(Path(name) / "back") as made:
            made.add(SAVED)
        with (
            Archive(Path(name) / "back") as archive,
            served(open_app(archive.folder, beside=False)) as base,
            Chromium() as browser,
        ):
            for way in WAYS:
                try:
                    for step in journey(Reader(browser, base, way), archive):
                        print(f"{way.name}: {step}")
                except Lost as error:
                    lost += 1
                    print(f"{way.name}: {error}")
    print(f"{len(WAYS)} ways, {lost} lost")
    return lost


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
