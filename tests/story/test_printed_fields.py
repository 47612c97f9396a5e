"""Headline, kicker, dek, outlet and section where no metadata give them: made-up pages, each with one way of printing them."""

import pytest

from backfile import read
from backfile.model.story import Story

PROSE = "".join(
    f"<p>{line}</p>"
    for line in (
        "The water board of Aldersford voted on Monday night to drain the upper basin so that divers can look at the sluice.",
        "Nobody has seen the bottom of it since 1961, when the last drain pulled up a bicycle, two signs and a church bell.",
        "The work will take nine weeks, and the road along the dam will be shut to all but the bus and the baker.",
    )
)
URL = "https://courier.example/2018/05/03/board-to-drain-upper-basin"


def story(title: str, body: str, *, head: str = "", url: str = URL) -> Story:
    return read(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>", url=url, analyse=False)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Board to drain upper basin : Water Marks | The Courier", f"<h1>Water Marks</h1><h2><a href=/x>Board to drain upper basin</a></h2>{PROSE}"),
        ("Board to drain upper basin | The Courier", f"<h1>The Courier</h1><div><h2>Board to drain upper basin</h2>{PROSE}</div>"),
        ("The Courier | Water | Board to drain upper basin", f"<h1>Water</h1><h3>Board to drain upper basin</h3>{PROSE}"),
        ("The Courier", f"<h1>Blogs</h1><div><h2>Board to drain upper basin</h2>{PROSE}</div>"),
        ("Courier On-Line: Board to drain upper basin", f"<table><tr><td><font size=6>Board to drain upper basin</font><br><font size=2>By Ann Lee</font><br>{PROSE}</td></tr></table>"),
        ("Board to drain upper basin - Courier", f"<h1><span>Water</span><span>Board to drain upper basin</span></h1>{PROSE}"),
    ],
)  # fmt: skip
def test_the_headline_is_no_sections_blogs_or_sites_name(title: str, body: str) -> None:
    assert story(title, body).headline == "Board to drain upper basin"


def test_a_title_for_sharing_gives_way_to_the_printed_line_the_title_and_the_linked_data() -> None:
    node = '{"@type": "NewsArticle", "headline": "Board to drain upper basin", "author": {"name": "Ann Lee"}}'
    head = f'<meta property="og:title" content="You will not believe what lies in this basin"><script type="application/ld+json">{node}</script>'
    assert (
        story("Board to drain upper basin", f"<h1>Board to drain upper basin</h1>{PROSE}", head=head).headline
        == "Board to drain upper basin"
    )


@pytest.mark.parametrize(
    ("above", "due"),
    [
        ("<span class=x>Water law</span>", "Water law"),
        ("<a href=/water>Long read</a>", "Long read"),
        ("<a href=/category/water>Water</a>", None),
        ("<span>Home &gt; Water</span>", None),
        ("<span>May 3, 2018</span>", None),
        ("<a href=/>Back to news</a>", None),
    ],
)
def test_a_short_line_in_the_headlines_box_is_its_kicker(above: str, due: str | None) -> None:
    body = f"<article><header>{above}<h1>Board to drain upper basin</h1></header><p>By Ann Lee</p>{PROSE}</article>"
    assert story("Board to drain upper basin", body).kicker == due


@pytest.mark.parametrize(
    ("below", "due"),
    [
        ("<h2 class=sub-headline>A bell left there since 1961 may be cracked</h2>", "A bell left there since 1961 may be cracked"),
        ("<p>Divers will look at the sluice</p>", "Divers will look at the sluice"),
        ("<p class=soustitre>Un clocher sans eau</p>", "Un clocher sans eau"),
        ("<p>Aldersford</p>", None),
    ],
)  # fmt: skip
def test_a_sentence_between_headline_and_byline_is_the_dek(below: str, due: str | None) -> None:
    body = f"<article><h1>Board to drain upper basin</h1>{below}<p>By Ann Lee</p>{PROSE}</article>"
    assert story("Board to drain upper basin", body).dek == due


@pytest.mark.parametrize(
    ("title", "above", "below", "due"),
    [
        ("Board to drain upper basin | Water | The Courier", "", "", "The Courier"),
        ("The Courier | Water | Board to drain upper basin", "", "", "The Courier"),
        ("Courier On-Line: Board to drain upper basin", "<div>Courier</div>", "", "Courier"),
        ("Board to drain upper basin", "<a href=/>Salt Gazette</a> <a href=/news>News</a>", "", "Salt Gazette"),
        ("Board to drain upper basin", "<a href=/>Home</a>", "<p>&copy; 2018 Salt Gazette. All rights reserved.</p>", "Salt Gazette"),
        ("Board to drain upper basin", "<a href=/m/>Salt Gazette mobile</a>", "<div>&copy; 2018 Salt Gazette, Inc.</div>", "Salt Gazette"),
        ("Board to drain upper basin", "<a href=/>Hello, reader</a>", "", None),
        ("Board to drain upper basin", "<a href=/>Home</a>", "<p>&copy; All rights reserved</p>", None),
    ],
)  # fmt: skip
def test_the_outlet_is_named_by_title_masthead_and_rights(title: str, above: str, below: str, due: str | None) -> None:
    body = f"<header>{above}</header><article><h1>Board to drain upper basin</h1><p>By Ann Lee</p>{PROSE}</article><footer>{below}</footer>"
    assert story(title, body, url="https://saltgazette.example/2018/05/03/x").outlet.name == due


@pytest.mark.parametrize(
    ("above", "due"),
    [
        ("<div class=crumb><a href=/>Home</a> &gt; <a href=/water>Water</a></div>", "Water"),
        ("<ol class=breadcrumb><li><a href=/>Startseite</a></li><li><a href=/w>Wasser</a></li><li>Board to drain upper basin</li></ol>", "Wasser"),
        ("<div class=crumb><a href=/>Home</a> &gt; Board to drain upper basin</div>", None),
        ("<div class=crumb><a href=/w>Water</a> &gt; <a href=/d>Dams</a></div>", None),
        ('<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"name": "Water"}]}</script>', "Water"),
    ],
)  # fmt: skip
def test_the_section_is_the_first_step_from_the_front_page(above: str, due: str | None) -> None:
    body = f"{above}<article><h1>Board to drain upper basin</h1><p>By Ann Lee</p>{PROSE}</article>"
    assert story("Board to drain upper basin", body).section == due
