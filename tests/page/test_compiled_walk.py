"""The compiled pass over a tree gives the tables that the one in Python gives, whatever the markup."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax import lexbor

from backfile.model.page import HEADINGS, Block, Box, Span
from backfile.page import box_names as names
from backfile.page import tree_tables as tables
from backfile.page.box_names import NAMING
from backfile.page.decode import decode
from backfile.page.elements import KINDS
from backfile.page.folding import FOLDED_TAGS, OF_USE, UNDATED, is_folded
from backfile.page.invisible import without_invisible
from backfile.page.page_metadata import Mark
from backfile.page.unseen import hides, seen_part

compiled = pytest.mark.skipif(
    tables._walk_compiled is None, reason="the compiled pass was not built: no C compiler here"
)
PAGES = sorted(Path("tests/pages").rglob("*.html")) + sorted(Path("samples").rglob("*.html"))
MARKUP = (
    "<html lang=no xml:lang=nb><head><title> Mill\n sold </title><title>Second</title><meta property=og:title content='A  b'>",
    "<link rel='Canonical' href=/a><link rel=stylesheet href=b><meta itemprop=datePublished content=2017-02-23>",
    "<body class='Has-Menu' hidden><meta itemprop=datePublished content=2017-02-23><p>Rain<meta itemprop=author content=x>",
    "<div style='display : none' id=A role='' itemtype data-x=1 class='ÆØÅ Menu'><p>Ærlig\u00a0 talt</p></div>",
    "<nav class=menu><a href=/>Home</a>\n<p>a\nb\n\n c</p></nav><footer><p>Us</footer><article><footer>Ours</footer></article>",
    "<nav><h1>Kept</h1></nav><nav><time>Kept</time></nav><nav><i rel=Author>Kept</i></nav><nav><i itemprop=dateline>x</i></nav>",
    "<nav>" + "A line as long as those of a story are, so that this box is walked for all its name says. " * 2 + "</nav>",
    "<nav>" + "\u6c34\u66dc\u65e5\u306e\u671d" * 6 + "</nav><nav>" + "\u6c34\u66dc" * 4 + "</nav><nav>Soft\u00adly <b>zero\u200b</b></nav>",
    "<a href=/m><nav class=menu>In a link</nav></a><a href=1>One<a href=2>two</a> three</a><a>none</a>",
    "<p>Read <a rel=author href=/l>Ka\u00adri</a> and <a itemprop=author href=/m>M\u200b</a>.\u00ad</p><p>\u200b</p>",
    "<p><b>All bold</b><br>then<br><br>more<br> Upper</p><div>Short<br>Upper</div><h2>One<br>Two</h2><td>x<br><br>y</td>",
    "<div><b>a<i>b</b>c</i>d<strong>e<p>f</strong>g</div><hr>h<br><hr>i",
    "<figure class=pic><img src=a.jpg alt=A><figcaption>Cap <a href=x>c</a></figcaption><img data-src=b></figure><img src=c>",
    "<figure></figure><figure><p>x</p></figure><amp-img src=d></amp-img><img><a href=e><img src=f></a>",
    "<p>On <time datetime=2017-02-23 class=Posted>Thursday <b>noon</b></time> it <time>was<p>split</time> over</p>",
    "<time>a<time>b</time>c</time><span itemprop=datePublished content=2017>x</span><div data-timestamp=1>y<p>z</p></div>",
    "<script type=application/ld+json>{\"a\": 1}</script><script>no</script><script type='application/ld+json'></script>",
    "<svg><title>Drawn</title><text>no</text></svg><template><p>no</p></template><noscript><p>Turn it on</p></noscript>",
    "<custom-box class=story><p>In a <my-word>made</my-word> box</custom-box><math><mi>x</mi></math><select><option>o</select>",
    "<table><tr><td>1<td>2<tr><th>3</table><ul><li>a<ul><li>b</ul><li>c</ul><dl><dt>d<dd>e</dl><pre> f\n  g </pre>",
    "<p>The <a href=b>report<span class='Visually-Hidden'>(opens in a new tab)</span></a> is <b style='display:none'>not <i hidden>yet</i> </b>out</p>",
    "<p><span class=sr-only>By</span> Ann<i hidden>x<div>y</div>z</i></p><h2>a <i role=tooltip>b <a href=c>d</a></i> e <em class='hidden md:block'>f</em></h2>",
    "<p><i>N</i> <i>a endlich ist es so weit, sagten sie am <a href=b>Freitag</a> in Berlin, und <b>alle</b> waren damit sehr zufrieden.</i></p>",
    "<p><i style='left:-9999px;position:absolute'>The\u00ad</i> <b>T</b>The report is out, and everybody who has read it says that it should have been shorter.<a hidden>x</a></p>",
    "<p>He threatened to sink the launch of Mayor <i><a href=p>Ida Roe</a><i><a href=p>Ida Roe</a><a href=1>Mayor raises dues again</a> <a href=2>x</a></i></i>, police said.",
    "<p>He threatened to sink the launch of Mayor <i>Ida Roe<i><a href=1>Mayor raises dues again</a> <a href=2>Mayor in a huff</a></i></i>, police said.",
    "<div>\u00a0\u00a0The one.<br>\n\u00a0\u00a0\u00a0The other.<br>\u3000\u4e09\u3002<br>\u2003And verse<br>\u00a0\u00a0on<a href=x>y.<br>\u00a0\u00a0z</a></div>",
    "<p style='backface-visibility:hidden'>a<p style='visibility : hidden'>b<p style='clip: rect(0 0 0 0)'>c<p class='element-invisible'>d</p>",
    "S\u00c3\u00b8ndag \u00e2\u20acœhi", "\u2003wide\u3000space\u1680 \x1c x", "&#xD800;&#0;&nbsp;&shy;", "<!-- c -->t<!-- d -->u", "",
)  # fmt: skip


@pytest.fixture(params=[*MARKUP, *PAGES], ids=lambda one: one.name if isinstance(one, Path) else one[:30])
def markup(request: pytest.FixtureRequest) -> str | bytes:
    given = request.param
    return decode(given.read_bytes(), None).markup if isinstance(given, Path) else given


def assert_twins_agree(markup: str | bytes) -> None:
    root = lexbor.LexborHTMLParser(markup).root
    assert root is not None
    assert tables._walk_compiled is not None
    found = tables._walk_compiled(root.mem_id)
    assert found is not None
    assert tables.Tables(*found) == tables.walk_in_python(root)


@compiled
def test_the_twins_agree(markup: str | bytes) -> None:
    assert_twins_agree(markup)


TAGS = [*sorted(KINDS), "span", "i", "x-y"]
ATTRIBUTES = [
    "class=menu",
    "class=story",
    "rel=author",
    "itemprop=datePublished",
    "hidden",
    "class=sr-only",
    "style=display:none",
    "href=/a",
    "data-timestamp=1",
    "",
]
PIECES = st.one_of(
    st.builds("<{} {}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.text(max_size=12),
    st.sampled_from(
        ["\u00ad", "\u00a0", "\u00c3", "\u00e2\u20ac", " Ferry ", "\n", "<br><br>", "x" * 90, "\u6c34" * 30]
    ),
)


@compiled
@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_the_twins_agree_on_any_markup(markup: str) -> None:
    assert_twins_agree(markup.encode("utf-8", "replace"))


@compiled
def test_the_records_are_those_of_the_page() -> None:
    root = lexbor.LexborHTMLParser("<title>x</title><p>a <a href=b>c</a></p>").root
    assert root is not None
    found = tables.read_tables(root)
    assert [type(found.blocks[0]), type(found.boxes[1]), type(found.blocks[0].links[0]), type(found.marks[-1])] == [
        Block,
        Box,
        Span,
        Mark,
    ]


@compiled
@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="abzAZ019-_ :é", max_size=20))
def test_the_words_of_a_name_are_the_patterns(name: str) -> None:
    assert names.words_of(name) == names._WORD.findall(name)


@compiled
@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["related", "c", "sidebarred", "newsletters2", "promotional", "promo", "read", "more", "a1b", "XNav"]
        )
    )
    .map("-".join)
    .flatmap(lambda one: st.text(alphabet="ab_ ", max_size=3).map(lambda more: more + one))
)
def test_whether_a_name_may_hint_is_the_same(name: str) -> None:
    assert names._walk.may_hint(name) is names._may_hint(name)


@compiled
def test_bytes_that_are_no_utf8_are_left_to_the_pass_in_python() -> None:
    root = lexbor.LexborHTMLParser(b"<p>S\xf8ndag\x80</p>").root
    assert root is not None
    assert tables._walk_compiled is not None
    assert tables._walk_compiled(root.mem_id) is None
    assert [block.text for block in tables.read_tables(root).blocks] == ["S\ufffdndag\ufffd"]


@compiled
def test_a_library_without_the_functions_is_refused() -> None:
    from backfile.compiled import _walk

    known = (
        KINDS,
        HEADINGS,
        OF_USE,
        UNDATED,
        FOLDED_TAGS,
        NAMING,
        (Block, Box, Span, Mark),
        is_folded,
        without_invisible,
        hides,
        seen_part,
    )
    with pytest.raises(OSError, match="is not loaded"):
        _walk.prepare("/nowhere/lexbor.so", *known)
    with pytest.raises(OSError, match="has no lxb_dom_node_next_noi"):
        _walk.prepare(_walk.__file__, *known)
    _walk.prepare(lexbor.__file__, *known)


def test_pages_are_read_without_the_compiled_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_walk_compiled", None)
    root = lexbor.LexborHTMLParser("<p>The mill is sold.").root
    assert root is not None
    assert [block.text for block in tables.read_tables(root).blocks] == ["The mill is sold."]
