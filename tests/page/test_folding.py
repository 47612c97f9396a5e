"""Boxes that are furniture by name are one block each; what may be of use to the story is walked all the same."""

import pytest
from tests.page.test_walk import page_of, texts

MENU = '<nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/n">Council  news</a></li></ul></nav>'
FOOTER = "<footer><p>About us</p><p>Contact</p></footer>"


def test_a_menu_is_one_block_a_line_a_text() -> None:
    page = page_of(f"<body>{MENU}<p>The mill is sold.</p></body>")
    assert [(block.tag, block.text) for block in page.blocks] == [
        ("nav", "Home\nCouncil news"),
        ("p", "The mill is sold."),
    ]
    assert page.blocks[0].linked == len(page.blocks[0].text)


@pytest.mark.parametrize(
    "inside",
    [
        "<h1>The mill is sold</h1>",
        "<time datetime='2017-02-23'>Thursday</time>",
        "<a rel='author' href='/lund'>Kari Lund</a>",
        "<span itemprop='datePublished'>23 February</span>",
        "<p>A sentence that is as long as those of a story are, and so is not to be taken for a link of a menu.</p>",
    ],
)
def test_what_a_field_may_be_read_from_is_walked(inside: str) -> None:
    found = texts(f"<div class='site-header'><div>Home</div><div>{inside}</div></div>")
    assert len(found) == 2
    assert "\n" not in "".join(found)


def test_scripts_in_a_menu_are_not_read() -> None:
    assert texts("<nav><script>go()</script><p>Home</p><p>News</p></nav>") == ["Home", "News"]


def test_a_storys_own_footer_is_walked_and_the_pages_is_not() -> None:
    assert texts(f"<article>{FOOTER}</article>") == ["About us", "Contact"]
    assert texts(f"<main>{FOOTER}</main>") == ["About us\nContact"]


def test_an_empty_box_gives_nothing() -> None:
    assert texts("<nav><div> \u00ad </div></nav><p>Seen</p>") == ["Seen"]


def test_links_keep_their_words_where_signs_that_are_not_shown_are_taken_out() -> None:
    (block,) = page_of("<p>\u00ad The <a href='/m'>mi\u00adll</a> is \u200bsold\u00ad</p>").blocks
    (span,) = block.links
    assert (block.text, block.text[span.start : span.end]) == ("The mill is sold", "mill")


def test_no_seam_stands_at_an_end_of_its_text() -> None:
    (block,) = page_of("<p><b>\u200b</b><i>The mill</i><b>\u00ad</b></p>").blocks
    assert (block.text, block.seams) == ("The mill", ())
