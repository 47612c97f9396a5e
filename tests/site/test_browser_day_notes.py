"""Dates in a story's text in a real browser: seen when pointed at, focused and printed, and switched off."""

import pytest
from tests.site.chromium import CHROMIUM

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: apt-get install chromium")

FERRY = "/story/ferry2017"
NOTE = """(() => { const style = getComputedStyle(document.querySelector('.worked-out'), '::after');
    return [style.display, style.content]; })()"""
FOCUS = """(() => { const all = document.querySelectorAll('.worked-out'), overflows = [];
    for (const one of all) { one.focus(); overflows.push(document.documentElement.scrollWidth - document.documentElement.clientWidth); }
    return [all.length, Math.max(...overflows)]; })()"""


def test_the_day_is_seen_while_its_words_have_the_focus(browser, base):
    browser.open(base + FERRY)
    assert browser.run(NOTE)[0] == "none"
    browser.run("document.querySelector('.worked-out').focus()")
    assert browser.run(NOTE) == ["block", '"probably 27 February 2017"']


def test_the_day_is_seen_while_its_words_are_pointed_at(browser, base):
    browser.open(base + FERRY)
    place = browser.run(
        "(box => [box.x + box.width / 2, box.y + 5])(document.querySelector('.worked-out').getBoundingClientRect())"
    )
    browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=place[0], y=place[1])
    assert browser.run(NOTE)[0] == "block"


@pytest.mark.parametrize("width", [360, 480, 840, 1280])
def test_no_day_runs_off_the_page(browser, base, width):
    browser.open(base + FERRY, width=width, height=780)
    count, overflow = browser.run(FOCUS)
    assert count >= 4
    assert overflow == 0


def test_paper_has_the_days_in_brackets(browser, base):
    browser.open(base + FERRY, media="print")
    assert browser.run(NOTE) == ["inline", '" [probably 27 February 2017]"']
    assert browser.run("getComputedStyle(document.querySelector('.switch')).display") == "none"


@pytest.mark.parametrize("media", ["", "print"])
def test_one_switch_leaves_the_plain_text(browser, base, media):
    browser.open(base + FERRY, media=media)
    browser.run("document.querySelector('#as-printed').checked = true")
    browser.run("document.querySelector('.worked-out').focus()")
    assert browser.run(NOTE)[1] == "none"
    assert browser.run("getComputedStyle(document.querySelector('.worked-out')).borderBottomStyle") == "none"


def test_a_screen_reader_is_told_the_day(browser, base):
    browser.open(base + FERRY)
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    told = [
        node["description"]["value"]
        for node in nodes
        if node.get("role", {}).get("value") == "time" and "description" in node
    ]
    assert "probably 27 February 2017" in told
