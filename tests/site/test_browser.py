"""The site in a real browser, Debian's chromium: on a phone, on a desk, in the dark, on paper, with scripts off."""

import shutil
import struct
import subprocess
from urllib.parse import quote

import pytest
from tests.site.chromium import CHROMIUM, FLAGS
from tests.site.fake import HOSTILE

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no browser at {CHROMIUM}: apt-get install chromium")

HOSTILE_PATH = "/story/" + quote(HOSTILE.id, safe="")
PATHS = (
    "/", "/years", "/year/2017", "/month/2017-02", "/outlet/courier.example", "/undated", "/search", "/search?q=ferry&from=2017", "/search?q=%22", "/about",
    "/nowhere", "/story/ferry2017", "/story/ferry2017?version=aaa111",
    "/story/undated1", "/story/copy2017", "/story/hebrew", "/story/live",
    HOSTILE_PATH,
)  # fmt: skip
PHONE, DESK = 360, 1280

CONTRASTS = """(() => {
  const shown = [];
  const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => { const [r, g, b] = c.map(v => linear(v / 255));
    return .2126 * r + .7152 * g + .0722 * b; };
  const parsed = text => text.match(/[\\d.]+/g).map(Number);
  const ground = e => { for (; e; e = e.parentElement) { const c = parsed(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || e.tagName === 'SCRIPT' || !e.getClientRects().length) continue;
    const [a, b] = [light(parsed(getComputedStyle(e).color).slice(0, 3)), light(ground(e))].sort((x, y) => y - x);
    shown.push([(a + .05) / (b + .05), e.tagName + '.' + e.className]);
  }
  return shown.sort((x, y) => x[0] - y[0])[0];
})()"""

OVERFLOW = """(() => { const wide = document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll('*')].filter(e => !e.closest('.table-frame, .skip, .unseen')
    && e.getBoundingClientRect().right > wide + 0.5).map(e => e.tagName + '.' + e.className);
  return [document.documentElement.scrollWidth - wide, out]; })()"""

COPY = """(() => {
  const part = document.querySelector('.body'), range = document.createRange(), data = new DataTransfer();
  range.selectNodeContents(part);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  part.dispatchEvent(new ClipboardEvent('copy', {clipboardData: data, bubbles: true, cancelable: true}));
  return [data.getData('text/plain'), data.getData('text/html')];
})()"""


def once(tmp_path, *arguments):
    """A run of the browser by its command line: what it prints."""
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={tmp_path}/profile", *arguments]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


def test_the_command_line_browser_loads_the_page(base, tmp_path):
    picture = tmp_path / "page.png"
    dom = once(tmp_path, "--dump-dom", f"{base}/story/ferry2017")
    once(tmp_path, "--window-size=1280,900", f"--screenshot={picture}", f"{base}/story/ferry2017")
    assert "From 23 February 2017</time>" in dom
    assert "Ferry to cross again on Monday" in dom
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1280, 900)


def test_the_page_is_whole_with_scripts_off(browser, base):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(f"{base}/story/ferry2017")
        names = [
            node["name"]["value"] for node in browser.call("Accessibility.getFullAXTree")["nodes"] if "name" in node
        ]
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
    for said in (
        "From 23 February 2017",
        "Ann Lee",
        "A bridge, some day",
        "Cite this story",
    ):
        assert said in names


@pytest.mark.parametrize("path", PATHS)
def test_nothing_runs_off_a_phone(browser, base, path):
    browser.open(base + path, width=PHONE, height=780)
    browser.run("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    assert browser.run(OVERFLOW) == [0, []]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_all_words_can_be_read_and_nothing_comes_from_elsewhere(browser, base, path, dark):
    browser.open(base + path, width=DESK, dark=dark)
    browser.run("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    ratio, where = browser.run(CONTRASTS)
    assert ratio >= 4.5, where
    ground = browser.run("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(22, 21, 18)" if dark else "rgb(253, 251, 246)")
    assert browser.requested()
    assert all(url.startswith(f"{base}/") for url in browser.requested())
    assert not any(event.get("method") == "Page.javascriptDialogOpening" for event in browser.events)
    assert not [line for line in browser.complaints() if "status of 40" not in line]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_date_stands_above_the_headline_without_scrolling(browser, base, width):
    for path, notice in (("/story/ferry2017", ".when"), ("/story/undated1", ".undated")):
        browser.open(base + path, width=width, height=640)
        tops = browser.run(f"['{notice}', 'h1'].map(s => document.querySelector(s).getBoundingClientRect().top)")
        assert 0 < tops[0] < tops[1]
        assert tops[0] < 200


@pytest.mark.parametrize("path", ["/story/ferry2017", "/story/undated1", "/story/hebrew"])
def test_the_headline_begins_in_the_first_third_of_a_phone(browser, base, path):
    browser.open(base + path, width=390, height=844)
    assert browser.run("document.querySelector('h1').getBoundingClientRect().top") < 844 / 3


def test_the_first_story_found_is_on_a_phones_first_screen(browser, base):
    browser.open(f"{base}/search?q=council", width=390, height=844)
    assert browser.run("document.querySelector('.entry-headline').getBoundingClientRect().top") < 844 / 2
    assert browser.run("document.querySelector('#from').checkVisibility({contentVisibilityAuto: true})") is False


def test_what_narrows_a_search_stands_beside_it_on_a_desk(browser, base):
    browser.open(f"{base}/search?q=council", width=DESK)
    script = "['.narrow-fields', '.results .entry-main'].map(s => document.querySelector(s).getBoundingClientRect()).map(b => [b.left, b.right, b.height])"
    (left, _, height), (_, right, _) = browser.run(script)
    assert left > right
    assert height > 200


def test_lines_are_65_to_70_characters_long_on_a_desk(browser, base):
    browser.open(f"{base}/story/ferry2017", width=DESK)
    script = """(() => { const p = document.querySelectorAll('.body p')[2], range = document.createRange();
        range.selectNodeContents(p);
        const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top / 8))).size;
        const box = p.getBoundingClientRect(), font = getComputedStyle(p), sheet = document.createElement('canvas').getContext('2d');
        sheet.font = `${font.fontSize} ${font.fontFamily}`;
        return [lines, box.width / (sheet.measureText(p.innerText).width / p.innerText.length)]; })()"""
    lines, characters = browser.run(script)
    assert lines > 2
    assert 64 <= characters <= 71


def test_undated_is_the_largest_thing_but_the_headline(browser, base):
    browser.open(f"{base}/story/undated1", width=DESK)
    script = """['.undated-word', '.dek, .source', '.body p']
        .map(s => parseFloat(getComputedStyle(document.querySelector(s)).fontSize))"""
    word, *others = browser.run(script)
    assert word > 1.2 * max(others)
    assert browser.run("getComputedStyle(document.querySelector('.undated')).backgroundColor") == "rgb(255, 224, 138)"


def test_a_list_has_its_dates_beside_it_on_a_desk_and_above_on_a_phone(browser, base):
    script = """['.entry-date', '.entry-headline'].map(s => document.querySelector(s).getBoundingClientRect())
        .map(box => [box.left, box.top])"""
    browser.open(f"{base}/newest", width=DESK)
    (date_left, _), (headline_left, _) = browser.run(script)
    assert headline_left - date_left > 150
    browser.open(f"{base}/newest", width=PHONE)
    (date_left, date_top), (headline_left, headline_top) = browser.run(script)
    assert date_left == headline_left
    assert date_top < headline_top


def test_copied_words_take_their_date_along(browser, base):
    browser.open(f"{base}/story/ferry2017")
    text, html = browser.run(COPY)
    line = "— From 23 February 2017: “Ferry to cross again on Monday, eleven weeks after the flood.”"
    assert "The old cable ferry" in text
    assert line in text.splitlines()[-1]
    assert line in html
    browser.open(f"{base}/story/undated1")
    assert browser.run(COPY)[0].splitlines()[-1].startswith("— Undated: “Airline files")


def test_right_to_left_text_starts_at_the_right(browser, base):
    browser.open(f"{base}/story/hebrew", width=DESK)
    assert browser.run("getComputedStyle(document.querySelector('.body p')).direction") == "rtl"
    assert browser.run("getComputedStyle(document.querySelector('.when')).direction") == "ltr"


def test_a_japanese_byline_is_not_slanted(browser, base):
    browser.open(f"{base}/story/ferry2017", width=DESK)
    browser.run("document.querySelector('.head').lang = 'ja'")
    assert browser.run("getComputedStyle(document.querySelector('.byline')).fontStyle") == "normal"
    browser.run("document.querySelector('.head').lang = 'en'")
    assert browser.run("getComputedStyle(document.querySelector('.byline')).fontStyle") == "italic"


def test_a_screen_reader_is_told_the_date_with_the_headline(browser, base):
    browser.open(f"{base}/story/ferry2017")
    nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
    spoken = [
        (node["name"]["value"], node.get("description", {}).get("value"))
        for node in nodes
        if node.get("role", {}).get("value") == "heading" and node["name"]["value"].startswith("Ferry to cross")
    ]
    assert spoken == [
        ("Ferry to cross again on Monday, eleven weeks after the flood", "From 23 February 2017 · 9 years ago")
    ]


def test_paper_has_the_date_on_each_page(browser, base, tmp_path):
    browser.open(f"{base}/story/ferry2017", media="print")
    assert browser.run("getComputedStyle(document.querySelector('.running')).display") == "table-header-group"
    assert browser.run("getComputedStyle(document.querySelector('.masthead')).display") == "none"
    if shutil.which("pdftotext") is None:
        assert browser.printed().startswith(b"%PDF")
        return
    pages = texts(browser.printed(), tmp_path)
    assert len(pages) > 1
    assert all(page.strip().startswith("From 23 February 2017") for page in pages)
    browser.open(f"{base}/story/undated1")
    undated = texts(browser.printed(), tmp_path)
    assert undated[0].strip().startswith("Undated · Beacon Six")
    assert "which is from 3 March 2019." in undated[0]
    assert not any(" ago" in page for page in [*pages, *undated]), "an age is wrong on paper tomorrow"


def texts(printed, folder):
    """The text of each page of a PDF."""
    (folder / "page.pdf").write_bytes(printed)
    command = ["pdftotext", "-layout", str(folder / "page.pdf"), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode().rstrip("\f").split("\f")
