"""The one pass over the DOM: made-up markup -> blocks, boxes, spans, seams, times, pictures, metas."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backfile.model.capture import Capture, Place
from backfile.model.page import Page
from backfile.page.build_page import build_page


def page_of(markup: str | bytes) -> Page:
    payload = markup.encode() if isinstance(markup, str) else markup
    return build_page(Capture(payload, "sha256:0", Place("made-up"), media_type="text/html"))


def texts(markup: str) -> list[str]:
    return [block.text for block in page_of(markup).blocks]


def test_blocks_are_what_a_browser_sets_on_lines_of_their_own() -> None:
    page = page_of("<h1>Ferry  back</h1><div>It sails<p>at nine.\n Daily.</p>again</div><ul><li>One<li>Two</ul>")
    assert [(block.tag, block.text) for block in page.blocks] == [
        ("h1", "Ferry back"),
        ("div", "It sails"),
        ("p", "at nine. Daily."),
        ("div", "again"),
        ("li", "One"),
        ("li", "Two"),
    ]


def test_two_breaks_part_paragraphs_and_one_parts_a_short_heading_line() -> None:
    assert texts("<td>The mill is sold.<br><br>It closes in May.</td>") == ["The mill is sold.", "It closes in May."]
    assert texts("<p>The mill is<br>sold.</p>") == ["The mill is sold."]
    assert texts("<div><b>A bold line</b><br>Then the text.</div>") == ["A bold line", "Then the text."]


def test_nothing_is_read_from_scripts_styles_comments_and_drawings() -> None:
    assert texts("<p>Seen</p><script>a()</script><style>p{}</style><!-- no --><svg><text>no</text></svg>") == ["Seen"]


def test_boxes_enter_the_table_only_with_a_block_and_carry_their_names() -> None:
    page = page_of(
        '<body><div class="Empty"></div><div class="Story Body" id="main" data-x="1"><p hidden>Rain</p></div></body>'
    )
    assert [(box.parent, box.tag, box.name, box.depth) for box in page.boxes] == [
        (-1, "html", "", 0),
        (0, "body", "", 1),
        (1, "div", "story body main", 2),
        (2, "p", " is-hidden", 3),
    ]
    assert page.blocks[0].box == 3


def test_spans_hold_the_links_words() -> None:
    page = page_of('<p>Read <a href="/a">the report</a> now, or <a href="/b"><img src="x.png"></a> not.</p>')
    (block,) = page.blocks
    (span,) = block.links
    assert block.text[span.start : span.end] == "the report"
    assert (span.href, block.linked) == ("/a", 10)


def test_a_link_around_blocks_links_each() -> None:
    page = page_of('<a href="/a"><h2>One</h2><p>Two words</p></a><p>Three</p>')
    assert [(block.text, [span.href for span in block.links], block.linked) for block in page.blocks] == [
        ("One", ["/a"], 3),
        ("Two words", ["/a"], 9),
        ("Three", [], 0),
    ]


def test_seams_stand_where_elements_touch() -> None:
    (block,) = page_of("<p><span>Apr 04</span><span>2013</span> <i>Late</i></p>").blocks
    assert (block.text, block.seams) == ("Apr 042013 Late", (6,))


def test_bold_letters_are_counted() -> None:
    (block,) = page_of("<p><b>The <strong>board</strong></b> met</p>").blocks
    assert block.emphasis == len("The board")


def test_invisible_letters_go_and_spans_follow() -> None:
    (block,) = page_of('<p>Sil\u00adver <a href="/a">min\u200bes</a></p>').blocks
    assert block.text == "Silver mines"
    assert [(span.start, span.end) for span in block.links] == [(7, 12)]


def test_times_with_their_place() -> None:
    page = page_of(
        '<p>A</p><p><time datetime="2017-02-23" itemprop="datePublished">Feb. 23</time></p><span itemprop="dateModified" content="2017-03-01">x</span>'
    )
    assert [(mark.value, mark.text, mark.itemprop, mark.block) for mark in page.times] == [
        ("2017-02-23", "Feb. 23", "datepublished", 1),
        ("2017-03-01", "", "datemodified", 2),
    ]


def test_pictures_with_their_figure() -> None:
    page = page_of(
        '<img src="data:x" data-src="/lead.jpg" alt="A mill"><figure><img src="/in.jpg"><figcaption>Cap</figcaption></figure>'
    )
    lead, inner = page.pictures
    assert (lead.url, lead.alt, lead.figure) == ("/lead.jpg", "A mill", -1)
    assert (inner.url, page.boxes[inner.figure].tag) == ("/in.jpg", "figure")


def test_head() -> None:
    page = page_of(
        '<html lang="de-AT"><head><title> Die \n Mühle </title><link rel="Canonical" href="https://a.example/1">'
        '<meta property="OG:Title" content="Die  Mühle"><meta name="empty">'
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script></head><body>'
    )
    assert (page.language_tag, page.title, page.canonical) == ("de-AT", "Die Mühle", "https://a.example/1")
    assert [tuple(meta) for meta in page.metas] == [("og:title", "Die Mühle")]
    assert page.linked_data == ({"@type": "NewsArticle"},)


def test_deep_nesting() -> None:
    page = page_of("<div>" * 5000 + "deep" + "</div>" * 5000)
    assert [block.text for block in page.blocks] == ["deep"]
    assert page.boxes[-1].depth == len(page.boxes) - 1


def test_broken_markup() -> None:
    assert texts("<p>One<p>Two</div></span> <b>Three<p>Four</b></p") == ["One", "Two Three", "Four"]
    assert texts("<table><tr><td>Cell<table><td>Inner") == ["Cell", "Inner"]
    assert texts("") == []


MARKUP = st.lists(
    st.sampled_from(
        '<p>|</p>|<div class="a">|</div>|<a href="/x">|</a>|<b>|</b>|<br>|<time datetime="2017">|</time>|<figure>|<img src="i">|</figure>|'
        'text|Ünder |\u00ad| \n |&amp;|<li>|<td>|<table>|<!--x-->|<script>|</script>|<span itemprop="datePublished">|</span>|\0|<'.split(
            "|"
        )
    ),
    max_size=40,
).map("".join)


def is_sound(page: Page) -> bool:
    """Every offset lies inside its text, every box inside the table, after the box around it."""
    return all(
        block.text == block.text.strip() != ""
        and all(0 <= span.start < span.end <= len(block.text) for span in block.links)
        and all(0 < seam < len(block.text) for seam in block.seams)
        and 0 <= block.linked <= len(block.text)
        and block.emphasis >= 0
        and 0 <= block.box < len(page.boxes)
        for block in page.blocks
    ) and all(box.parent < at for at, box in enumerate(page.boxes))


@settings(max_examples=150, deadline=None)
@given(MARKUP.filter(lambda markup: "\u00ad" not in markup))
def test_any_markup_gives_sound_tables(markup: str) -> None:
    assert is_sound(page_of(markup))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400) | MARKUP.map(str.encode))
def test_no_bytes_crash_it(payload: bytes) -> None:
    page = page_of(payload)
    assert all(0 <= span.start <= span.end <= len(block.text) for block in page.blocks for span in block.links)
