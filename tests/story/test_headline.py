"""The headline out of what a page says it is: made-up pages whose wordings differ."""

import json

import pytest

from backfile import read

PROSE = "<p>" + "The council voted on Tuesday to close the landfill at the edge of the town. " * 4 + "</p>"
URL = "https://www.millbrookledger.example/news/landfill"
VOTE = "Council votes to close the landfill"


def told(
    h1: str, *, title: str | None = None, og: str = "", ld: str = "", kind: str = "NewsArticle"
) -> tuple[str | None, str | None]:
    """(headline, kicker) of a page that prints `h1` and says the rest in its head."""
    node = (
        f'<script type="application/ld+json">{json.dumps({"@type": kind, "headline": ld, "url": URL})}</script>'
        if ld
        else ""
    )
    meta = f'<meta property="og:title" content="{og}">' if og else ""
    site = '<meta property="og:site_name" content="Millbrook Ledger">'
    html = (
        f"<html><head><title>{title or h1}</title>{site}{meta}{node}</head>"
        f"<body><article><h1>{h1}</h1>{PROSE * 3}</article></body></html>"
    )
    story = read(html, url=URL, analyse=False)
    return story.headline, story.kicker


@pytest.mark.parametrize(
    "title",
    [
        f"{VOTE} - Millbrook Ledger",
        f"{VOTE} | Local news",
        f"{VOTE} | Local news | Millbrook Ledger",
        f"Millbrook Ledger: {VOTE}",
    ],
)
def test_the_sites_name_is_off(title: str) -> None:
    assert told(VOTE, title=title, og=title) == (VOTE, None)


def test_a_newsrooms_second_wording_is_its_own_where_the_page_prints_the_title() -> None:
    search = "Millbrook landfill: what the council voted, and when it closes"
    assert told(search, og="The last load goes in at Easter")[0] == search
    assert told(search, og="The last load goes in at Easter", ld="Landfill: the last load goes in")[0] != search


def test_a_title_for_sharing_is_not_its_own_where_the_linked_data_have_the_printed_line() -> None:
    search = "Millbrook landfill: what the council voted, and when it closes"
    assert told(search, og="The last load goes in at Easter", ld=search)[0] == search
    assert (
        told(search, og="Quarry Road is done", ld="The last landfill load goes in at Easter")[0]
        == "The last landfill load goes in at Easter"
    )


def test_another_storys_node_is_not_asked() -> None:
    search = "Millbrook landfill: what the council voted, and when it closes"
    assert told(search, ld="Ferry fares to rise again in May")[0] == search


def test_what_a_page_prints_beside_another_title_is_the_newsrooms() -> None:
    assert (
        told(
            VOTE,
            title="Landfill closure Millbrook 2017: dates and times",
            og="Landfill closure Millbrook 2017: dates and times",
            ld=VOTE,
        )[0]
        == VOTE
    )


def test_elsewhere_than_in_newsrooms_the_printed_line_stands() -> None:
    assert (
        told(
            "How to sort your waste at home",
            og="Sorting waste: ten tips for you",
            ld="Sorting waste: ten tips for you",
            kind="BlogPosting",
        )[0]
        == "How to sort your waste at home"
    )


@pytest.mark.parametrize(
    "og",
    [
        "Council votes to close the landfill on Quarry Road after all...",
        "Millbrook Ledger",
        "Council votes to close the",
    ],
)
def test_a_cut_or_a_name_is_no_second_wording(og: str) -> None:
    whole = 'Council votes to close the "landfill on Quarry Road after all" and to plant trees'
    printed = whole if og.endswith("the") else whole.replace('"', "")
    assert told(printed, og=og, ld=printed)[0] == printed


def test_six_words_after_a_bar_are_no_sites_name() -> None:
    line = "BUDGET | Council to raise the landfill levy once more"
    assert told(line, og=line, ld=line) == (line, None)


def test_a_kicker_in_the_heading_is_set_apart() -> None:
    assert told(f"Waste {VOTE}", title=VOTE, og=VOTE, ld=VOTE) == (VOTE, "Waste")


def test_an_article_or_a_number_is_no_kicker() -> None:
    assert told(
        "The best landfills of the county",
        title="Best landfills of the county",
        og="Best landfills of the county",
        kind="BlogPosting",
    ) == (
        "The best landfills of the county",
        None,
    )


def test_the_wording_that_has_lost_its_mark_gives_way() -> None:
    assert told(
        "Landfill vote Council closes Quarry Road",
        title="x",
        og="Landfill vote: Council closes Quarry Road",
        ld="Landfill vote - Council closes Quarry Road",
    )[0] == ("Landfill vote: Council closes Quarry Road")


def test_entities_written_twice_are_read() -> None:
    assert (
        told("", title="x", og="", ld="Council&amp;#8217;s vote on the landfill")[0] == "Council’s vote on the landfill"
    )


def test_a_dek_that_is_the_headline_again_is_none() -> None:
    html = f"<html><head><title>{VOTE}</title></head><body><article><h1>{VOTE}</h1><h2 class=subtitle>{VOTE}</h2>{PROSE * 3}</article></body></html>"
    assert read(html, url=URL, analyse=False).dek is None
