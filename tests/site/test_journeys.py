"""A reader's ways through the site in a real browser, on a phone, with the keyboard alone and no script run."""

import time

import pytest
from tests.site.chromium import CHROMIUM
from tests.site.fake import FERRY

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: apt-get install chromium")

_KEYS = {"Tab": 9, "Enter": 13}
_WHERE = "document.activeElement.textContent.trim() || document.activeElement.id"


class Reader:
    """Somebody with a keyboard."""

    def __init__(self, browser, base) -> None:
        self._browser = browser
        browser.open(base, width=390, height=844)

    def press(self, key):
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self._browser.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=_KEYS[key],
                **(text if kind == "keyDown" else {}),
            )  # fmt: skip

    def go_to(self, words, *, most=80):
        """Tab on until what has the focus has these words."""
        for _ in range(most):
            self.press("Tab")
            if words in self._browser.run(_WHERE):
                return
        raise AssertionError(f"no {words!r} within {most} steps")

    def write(self, words):
        self._browser.call("Input.insertText", text=words)

    def follow(self, words):
        """Go there, press Enter, and wait for the next page; its heading."""
        before = self._browser.run("location.href")
        self.go_to(words)
        self.press("Enter")
        return self.arrive(before)

    def arrive(self, before):
        for _ in range(100):
            time.sleep(0.03)
            if self._browser.run("location.href") != before and self._browser.run("document.readyState") == "complete":
                return self._browser.run("document.querySelector('h1').textContent")
        raise AssertionError(f"still at {before}")


@pytest.fixture
def reader(browser, base):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    yield Reader(browser, base)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


def test_from_a_word_to_the_story_its_date_and_what_changed(reader, browser):
    before = browser.run("location.href")
    reader.go_to("door-q")
    reader.write("eleven weeks")
    reader.press("Enter")
    assert reader.arrive(before) == "Search"
    assert reader.follow(FERRY.headline) == FERRY.headline
    top = browser.run("document.querySelector('h1').getBoundingClientRect().top")
    assert top < 844 / 3
    assert reader.follow("All of them are shown below.") == FERRY.headline
    seen = browser.run(
        "[document.querySelector('#about-page').open, document.querySelector('#evidence').checkVisibility()]"
    )
    assert seen == [True, True]
    browser.open(browser.run("location.href.split('#')[0]"), width=390, height=844)
    assert reader.follow("What changed") == "What changed"
    assert "on Monday" in browser.run("document.querySelector('.variant-words del').textContent")


def test_from_the_front_page_by_year_month_and_day_to_a_story_and_its_outlet(reader, browser):
    assert reader.follow("2017 2 stories") == "Stories from 2017"
    assert reader.follow("Feb 2 stories") == "Stories from February 2017"
    assert reader.follow("23 1 story") == "Stories from 23 February 2017"
    assert reader.follow(FERRY.headline) == FERRY.headline
    assert "Ann Lee and Tom Birch, “Ferry to cross" in browser.run("document.querySelector('.citation').textContent")
    assert reader.follow("Ann Lee") == "Ann Lee"
    assert reader.follow("The Alder Ferry Courier") == "The Alder Ferry Courier"
    assert reader.follow("County") == "The Alder Ferry Courier"
    assert browser.run("[...document.querySelectorAll('.chip')].map(one => one.textContent.trim())") == [
        "County ×, take off"
    ]


def test_a_search_is_narrowed_and_widened(reader, browser, base):
    browser.open(f"{base}/search?q=ferry", width=390, height=844)
    reader.go_to("Narrow: days")
    reader.press("Enter")
    assert reader.follow("2017: 2 stories") == "Search"
    assert browser.run("document.querySelector('.result-count').textContent") == "2 stories found"
    assert reader.follow("From 2017") == "Search"
    assert "to=2017" in browser.run("location.search")
    assert "from=" not in browser.run("location.search")
