"""Elements deeper than any page has them are let go before parsing; every other page is parsed as it is."""

import random
from collections.abc import Callable

import pytest

import backfile
from backfile import compiled
from backfile.capture.given_page import given_capture
from backfile.limits import MOST_FORMATTING, MOST_NESTING
from backfile.model.page import Page
from backfile.page.build_page import build_page
from backfile.page.deep_nesting import deep_tags, deep_tags_in_python, without_deep_nesting

PROSE = "<p>The ferry crossed the river on Monday with nine of the mill's horses on board, as it did before.</p>" * 4
BOTH = [deep_tags_in_python] + ([compiled.walk.deep_tags] if compiled.walk is not None else [])


def page_of(markup: str) -> Page:
    return build_page(given_capture(markup, None, None))


@pytest.mark.parametrize("tag", ["div", "footer", "ul", "dl", "section", "span", "b", "custom-box"])
def test_no_box_is_deeper_than_the_limit(tag: str) -> None:
    markup = f"<h1>Ferry</h1>{PROSE}" + f"<{tag}>" * 20_000 + "<p>The last words of all.</p>" + f"</{tag}>" * 20_000
    page = page_of(markup)
    assert max(box.depth for box in page.boxes) <= MOST_NESTING + 4
    assert page.blocks[-1].text == "The last words of all."


def test_what_is_left_open_is_not_opened_again_without_end() -> None:
    markup = "".join(f"<div><font color=c{n}>word</div>" for n in range(20_000))
    assert without_deep_nesting(markup.encode()).count(b"<font") == MOST_FORMATTING
    assert len(page_of(markup).blocks) == 20_000


def test_a_page_in_utf_16_has_the_same_limit() -> None:
    markup = "<h1>Ferry</h1>" + PROSE + "<div>" * 20_000
    page = build_page(given_capture(b"\xff\xfe" + markup.encode("utf-16-le"), None, None))
    assert max(box.depth for box in page.boxes) <= MOST_NESTING + 4
    assert "nine of the mill" in backfile.read(b"\xff\xfe" + markup.encode("utf-16-le")).body


@pytest.mark.parametrize("find", BOTH)
@pytest.mark.parametrize(
    ("markup", "dropped"),
    [
        (b"<div><div><div>x</div></div></div>", [10, 16]),
        (b"<div><p><div><p><li>x<br></div></div>", []),
        (b"<div><span></div><div><span></div><div></div>", []),
        (b"<div><div><section>x</section></div></div></div>", [10, 20]),
        (b"<b>a<b>b</b></b><b>c</b>", [4, 8]),
        (b"<div><div><script>'<div>'</script><!-- <div> --></div></div>", []),
        (b"<div><div><SCRIPT><div></SCRIPT >x<Div>y</dIV>", [34, 40]),
        (b"<div><div><!-- <div> ", []),
        (b"</div></div><div><div>< div></ div>", []),
    ],
)
def test_tags_that_are_too_deep(
    find: Callable[[bytes, int, int], list[int]], markup: bytes, dropped: list[int]
) -> None:
    assert find(markup, 2, 1) == dropped


@pytest.mark.skipif(compiled.walk is None, reason="the compiled parts were not built")
def test_the_compiled_twin_finds_the_same() -> None:
    draw = random.Random(5)
    begins = [b"<", b"</", b"<", b"<!--", b"-->", "é".encode(), b"< "]
    names = [b"div", b"p", b"b", b"font", b"script", b"span", b"X-a", b"SECTION", b"br", b"title"]
    for _ in range(400):
        length = draw.randint(1, 120)
        markup = b"".join(
            draw.choice(begins) + draw.choice(names) + draw.choice([b">", b" a=b>", b" ", b""]) for _ in range(length)
        )
        for limits in ((3, 2), (1, 1), (8, 64)):
            assert deep_tags(markup, *limits) == deep_tags_in_python(markup, *limits), markup
