"""Who wrote a story: made-up pages, each with one way of saying it or of misleading about it."""

import json

import pytest

from backfile import read
from backfile.lexicon.split_names import is_no_person, looks_like_name, name_parts
from backfile.story.authors.site_names import Site
from backfile.story.headline_text import without_site

PROSE = "<p>" + "The council voted on Tuesday to close the landfill at the edge of the town. " * 4 + "</p>"
URL = "https://www.millbrookledger.example/news/landfill"


def authors(head: str = "", before: str = "", after: str = "", url: str = URL) -> list[str]:
    html = (
        f"<html><head><title>Council votes to close the landfill</title>{head}</head><body><article>"
        f"<h1>Council votes to close the landfill</h1>{before}<div class=body>{PROSE * 3}</div>{after}</article></body></html>"
    )
    return [author.name for author in read(html, url=url, analyse=False).authors]


def linked(*nodes: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": nodes})}</script>'


STORY = {"@type": "NewsArticle", "headline": "Council votes to close the landfill"}


def test_a_reference_is_looked_up_in_the_graph() -> None:
    person = {"@type": "Person", "@id": "#/person/1", "name": "Ann O&#8217;Lee"}
    assert authors(linked({**STORY, "author": {"@id": "#/person/1"}}, person)) == ["Ann O’Lee"]


def test_an_organisation_is_no_author() -> None:
    assert authors(linked({**STORY, "author": {"@type": "Organization", "name": "Ledger Media"}})) == []


@pytest.mark.parametrize("outlet", ["Eastmere Now", "Millbrook Direkt", "La Hora Libre", "Millbrooker Nachrichten"])
def test_a_newspapers_name_is_no_persons_though_it_reads_as_one(outlet: str) -> None:
    site = f'<meta property="og:site_name" content="{outlet}">'
    person = linked({**STORY, "author": {"@type": "Person", "name": outlet}})
    url = f"https://{outlet.lower().replace(' ', '')}.example/news/landfill"
    assert authors(site + person, url=url) == []


@pytest.mark.parametrize(
    ("before", "due"),
    [
        ("<p>By Ann Lee and Bo Marsh</p>", ["Ann Lee", "Bo Marsh"]),
        ("<p>By <a href='/author/ann-lee'>Ann Lee</a><span>in News</span></p>", ["Ann Lee"]),
        ("<p class=meta>Posted on March 3, 2017 by Ann Lee in Council</p>", ["Ann Lee"]),
        ("<p>Written by</p><p>Ann Lee</p>", ["Ann Lee"]),
        ("<p>By Ann Lee, Senior Reporter, The Ledger</p>", ["Ann Lee"]),
        ("<div class=meta><a rel=author href='/p/7'>Ann Lee</a> 3 March 2017</div>", ["Ann Lee"]),
        ("<p>By Ann Lee, Ph.D.</p>", ["Ann Lee"]),
        ("<p>Medically reviewed by Bo Marsh</p>", []),
        ("<p>Photos by Bo Marsh</p>", []),
        ("<p>By <a href='/category/council/'>Council Business</a></p>", []),
        ("<p>By Millbrook Ledger Staff</p>", []),
        ("<p>By The Associated Press</p>", []),
        ("<p>Von Lipowsche Landesanstalt</p>", []),
        ("<p>Autorin/Autor Ann Lee</p>", ["Ann Lee"]),
        ("<p>Text von Ann Lee Illustration von Bo Marsh</p>", ["Ann Lee"]),
        ("<p>Interview: Ann Lee</p>", ["Ann Lee"]),
        ("<p>3 March 2017 Anna Lee</p>", ["Anna Lee"]),
        ("<p>3 March 2017 Quarry Road</p>", []),
        (
            "<address><a href='mailto:a@b.example'>Anna Lee</a></address><address>Bo Marsh</address>",
            ["Anna Lee", "Bo Marsh"],
        ),
    ],
)
def test_what_stands_under_the_headline(before: str, due: list[str]) -> None:
    assert authors(before=before) == due


def test_a_byline_corrects_who_put_the_story_in() -> None:
    meta = '<meta name="author" content="Cora Webb">'
    assert authors(meta, "<p>By Ann Lee</p>") == ["Ann Lee"]


def test_metadata_stand_where_the_page_signs_with_them_elsewhere() -> None:
    meta = '<meta name="author" content="Cora Webb">'
    assert authors(meta, "<p>By Ann Lee</p>", "<p>By Cora Webb</p>") == ["Cora Webb"]


def test_a_byline_with_more_names_adds_them() -> None:
    assert authors('<meta name="author" content="Ann Lee">', "<p>By Ann Lee, Bo Marsh</p>") == ["Ann Lee", "Bo Marsh"]


def test_a_name_in_a_box_named_so_corrects_who_put_the_story_in() -> None:
    meta = '<meta name="author" content="Cora Webb">'
    assert authors(meta, "<div class=byline>Ann Lee</div>") == ["Ann Lee"]


def test_a_system_begins_with_a_user_who_wrote_nothing() -> None:
    by_admin = "<p>By <a href='/author/admin/'>Ledger D</a> | 3 March 2017</p><p>ANNA LEEDHAM</p>"
    node = {**STORY, "author": {"@id": "https://www.millbrookledger.example/author/admin/", "name": "Ledger D"}}
    assert authors(linked(node), by_admin) == ["ANNA LEEDHAM"]


def test_the_metadata_that_name_more_are_believed() -> None:
    metas = '<meta name="author" content="Ann Lee"><meta name="citation_author" content="Ann Lee">'
    assert authors(metas + '<meta name="citation_author" content="Bo Marsh">') == ["Ann Lee", "Bo Marsh"]


def test_a_person_after_the_site_in_the_metadata() -> None:
    assert authors('<meta name="author" content="Millbrook Ledger"><meta name="byl" content="Ann Lee">') == ["Ann Lee"]


@pytest.mark.parametrize(
    "text",
    [
        "(Image: Getty Images/Stock)",
        "Ledger Media (www.ledger.example)",
        "Weir Publishing GmbH, Kiel, Germany",
        "page.head.extra.author",
    ],
)
def test_metadata_that_name_nobody(text: str) -> None:
    assert authors(f'<meta name="author" content="{text}">') == []


def test_a_byline_gives_the_family_name_that_the_metadata_leave_out() -> None:
    assert authors('<meta name="author" content="Ann">', "<p>A column by Ann Lee</p><p>By Ann Lee</p>") == ["Ann Lee"]


def test_a_login_gives_way_to_the_name_it_is_made_of() -> None:
    author = {"@type": "Person", "name": "ann.lee"}
    assert authors(linked({**STORY, "author": author}) + '<meta name="author" content="Ann Lee">') == ["Ann Lee"]


def test_the_outlet_beside_a_person_is_none() -> None:
    people = [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Millbrook Ledger"}]
    assert authors(linked({**STORY, "author": people})) == ["Ann Lee"]


def test_an_address_is_followed_by_where_it_is() -> None:
    assert authors('<meta name="author" content="millbrookledger.example, Millbrook, Alder Valley">') == []


def test_a_card_that_says_which_of_its_values_is_the_author() -> None:
    card = '<meta name="twitter:label{0}" content="{1}"><meta name="twitter:data{0}" content="{2}">'
    minutes = card.format(1, "Est. reading time", "4 minutes")
    assert authors(minutes + card.format(2, "Written by", "Ann Lee")) == ["Ann Lee"]
    assert authors(minutes + card.format(2, "Filed under", "Quarry Road")) == []


@pytest.mark.parametrize(
    "before",
    [
        "<div class=meta>3 March 2017 | Cora Webbe</div>",
        "<div class=meta>03.03.2017 - Cora Webbe</div>",
        "<div class=by-share><p>By: Cora Webbe</p><div class=share><a href=/save>Share</a></div></div>",
    ],
)
def test_names_beside_a_stamp_and_among_links(before: str) -> None:
    assert authors(before=before) == ["Cora Webbe"]


def test_a_signature_under_the_text() -> None:
    days = "".join(PROSE.replace("Tuesday", day) for day in ("Monday", "Friday", "Sunday"))
    signed = f"<div class=body>{days}<p>%s</p></div>"
    html = (
        "<html><head><title>Council votes</title></head><body><article><h1>Council votes</h1>{}</article></body></html>"
    )
    story = read(html.format(signed % "Anna Lee"), url=URL, analyse=False)
    assert [author.name for author in story.authors] == ["Anna Lee"]
    assert read(html.format(signed % "Quarry Road"), url=URL, analyse=False).authors == ()


def test_a_site_that_bears_its_owners_name_is_written_by_them() -> None:
    site = '<meta property="og:site_name" content="Anna Leedham | Essays">'
    assert authors(site, url="https://www.annaleedham.example/landfill") == ["Anna Leedham"]
    assert authors(site, url="https://www.essays.example/landfill") == []


def test_an_archive_is_nobodys_outlet() -> None:
    meta = '<meta name="author" content="millbrookledger">'
    replayed = "https://web.archive.org/web/20170303120000/https://www.millbrookledger.example/landfill"
    assert authors(meta, url=replayed) == []


def test_the_link_to_all_of_a_writers_posts() -> None:
    assert authors(after='<p><a href="/w/3">View all posts by Ann Lee</a></p>') == ["Ann Lee"]


def test_library_metadata_put_the_family_name_first() -> None:
    assert authors('<meta name="citation_author" content="Lee, Ann">') == ["Ann Lee"]


def test_a_story_signed_by_its_outlet_is_nobodys() -> None:
    outlet = {"@type": "Organization", "name": "Millbrook Ledger"}
    bio = "<p><a href=/w/3>View all posts by Ann Lee</a></p>"
    assert authors(linked({**STORY, "author": outlet}), after=bio) == []
    assert authors(linked({**STORY, "@type": "BlogPosting", "author": outlet}), after=bio) == ["Ann Lee"]


def test_the_site_is_nobody_but_a_blogs_pen_name_is() -> None:
    meta = '<meta name="author" content="millbrookledger">'
    assert authors(meta) == []
    assert authors(meta, url="https://millbrookledger.wordpress.com/2017/landfill") == ["millbrookledger"]


@pytest.mark.parametrize(
    "text",
    [
        "Minutes Ago",
        "Email The Author",
        "View all posts",
        "News Desk",
        "NOC Admin",
        "© Ann Lee",
        "Social Share",
        "Senior Reporter",
    ],
)
def test_what_nobody_is_called(text: str) -> None:
    assert is_no_person(text)


def test_a_name_printed_twice_is_one() -> None:
    assert name_parts("Ann Lee Ann Lee") == ["Ann Lee"]
    assert name_parts("Jen Jen") == ["Jen Jen"]


@pytest.mark.parametrize("text", ["Ann Lee", "Jan van der Berg", "T. V. Raman", "Ann Lee Jr.", "Robert (Bob) Lee"])
def test_names(text: str) -> None:
    assert looks_like_name(text) or "(" in text
    assert not is_no_person(text)
    assert name_parts(f"By {text}") == [text.rstrip(".")]


@pytest.mark.parametrize(
    "after",
    [
        " Lesezeit: 3 Min.",
        " Reading time: 4 min",
        ", MD",
        ", MSc, PhD",
        ", MPhil, FRCP",
        ", CEPF®",
        " Ph.D.",
        ", M.A.",
        " (abr)",
        " (Lyon, bureau européen)",
        "(Genève)",
    ],
)
def test_what_stands_after_a_name_is_no_part_of_it(after: str) -> None:
    assert name_parts(f"By Ann Lee{after}") == ["Ann Lee"]


@pytest.mark.parametrize("text", ["The Ledger", "CBC Bank", "AWS RDS", "ann lee", "Ann"])
def test_no_names(text: str) -> None:
    assert not looks_like_name(text)


def test_site_names_fold() -> None:
    site = Site("The Millbrook Ledger", "millbrookledger.example")
    assert site.is_called("Millbrook Ledger")
    assert not site.is_called("Ann Lee")


def test_the_sites_name_is_cut_at_the_last_mark() -> None:
    assert without_site("A place to marry – a tip - pastor-for-rent", "pastor-for-rent") == "A place to marry – a tip"


@pytest.mark.parametrize(
    ("name", "due"),
    [
        ("Ann Lee, BBC News, Washington", ["Ann Lee"]),
        ("Ann Lee, CNN Business", ["Ann Lee"]),
        ("Ann Lee, Los Angeles Times", ["Ann Lee"]),
        ("Ann Lee, Emily Post", ["Ann Lee", "Emily Post"]),
        ("Ann Lee, Suharto", ["Ann Lee", "Suharto"]),
        ("Ann Lee in New York and Bo Marsh in London", ["Ann Lee", "Bo Marsh"]),
        ("lee@ledger.example (Ann Lee)", ["Ann Lee"]),
        ("Ann Lee <lee@ledger.example>", ["Ann Lee"]),
        ("Ann Lee (text), Bo Marsh (photos)", ["Ann Lee", "Bo Marsh"]),
        ("Sponsored Content", []),
    ],
)
def test_what_linked_data_put_into_one_name(name: str, due: list[str]) -> None:
    assert authors(linked({**STORY, "author": {"@type": "Person", "name": name}})) == due


@pytest.mark.parametrize(
    "line",
    [
        "Autorin: Ann Lee, Leiterin des Hafenamts.",
        "Autoren Ann Lee und Bo Marsh",
        "Written by: Ann Lee",
        "Texto: Ann Lee",
    ],
)
def test_a_writers_label_within_the_text_names_the_writer(line: str) -> None:
    found = authors(after=f"<div class=body><p>{line}</p>{PROSE}</div>" if ":" in line else f"<p>{line}</p>")
    assert found[:1] == ["Ann Lee"]


def test_a_day_that_is_a_link_after_the_writers_is_no_second_one() -> None:
    line = 'Veröffentlicht von <a href="/author/ann">Ann Lee</a> <a href="/2016/02/28">28. Februar 2016</a>'
    assert authors(before=f"<p class=meta>{line}</p>") == ["Ann Lee"]


def test_a_sites_name_with_the_writers_in_it_names_nobody_else() -> None:
    head = linked({**STORY, "author": {"@type": "Person", "name": "Ann Lee"}})
    head += '<meta property="og:site_name" content="Ann Lee - River Notes">'
    assert authors(head, before="<p>Ann Lee – River Notes</p>", url="https://annleerivers.example/p/1") == ["Ann Lee"]


def person(*names: str) -> str:
    """Linked data that name these people as the story's authors."""
    return linked({**STORY, "author": [{"@type": "Person", "name": name} for name in names]})


def meta(name: str) -> str:
    return f'<meta name="author" content="{name}">'


@pytest.mark.parametrize(
    ("head", "before", "after", "due"),
    [
        pytest.param(meta("Ann Lee, Reuters"), "", "", ["Ann Lee"], id="an agency within a person's entry is where they work"),
        pytest.param(person("Ann Lee", "Reuters"), "", "", ["Ann Lee", "Reuters"], id="an agency of its own entry"),
        pytest.param(person("Ann Lee") + meta("Bo Marsh"), "", "", ["Ann Lee"], id="the first of two that disagree"),
        pytest.param(person("Ann Lee") + meta("Ann Lee and xq77"), "", "", ["Ann Lee"], id="more names, one of them none"),
        pytest.param(person("ann.lee", "bo.marsh") + meta("Ann Lee, Bo Marsh"), "", "", ["Ann Lee", "Bo Marsh"], id="as many people as logins"),
        pytest.param(person("Rosa") + meta("Ann Lee"), "", "", ["Rosa"], id="a name of one word is no login"),
        pytest.param(person("ann.lee", "bo.marsh") + meta("Cora Webb"), "", "", ["ann.lee", "bo.marsh"], id="not as many people as logins"),
        pytest.param("", "<p>By Staff Reports</p>", "<p><a href='/w/3'>View all posts by Ann Lee</a></p>", ["Ann Lee"], id="a desk in the byline names nobody"),
        pytest.param("", "<p>By Reuters</p>", "<p><a href='/w/3'>View all posts by Ann Lee</a></p>", [], id="an agency in the byline is who wrote it"),
        pytest.param(meta("Reuters"), "", "", ["Reuters"], id="an agency where nobody is named"),
        pytest.param(meta("Reuters"), "<p>By Ann Lee</p>", "", ["Ann Lee"], id="a person rather than an agency"),
        pytest.param(meta("李明"), "<p>By Ann Lee</p>", "", ["李明"], id="another script may be the same person"),
        pytest.param(meta("Анна Ли"), "<p>By Ann Lee</p>", "", ["Ann Lee"], id="a script with small letters is compared"),
        pytest.param(meta("Ann Lee"), "<p>Ann Lee, Senior Reporter, The Ledger</p>", "", ["Ann Lee"], id="an office after the name adds nobody"),
        pytest.param(meta("Ann Lee"), "<p>Ann Lee, Bo Marsh</p>", "", ["Ann Lee", "Bo Marsh"], id="a line of names without By"),
        pytest.param(meta("Ann Lee"), "<p>Text: Ann Lee, Bo Marsh (Foto)</p>", "", ["Ann Lee"], id="who took the pictures did not write"),
        pytest.param(meta("Ann Lee"), "<p>By xqz77</p>", "", ["Ann Lee"], id="a pen name that leads nowhere"),
        pytest.param(meta("Ann Lee"), "<p>By <a href='/author/xqz77'>xqz77</a></p>", "", ["xqz77"], id="a pen name that leads to its writer's page"),
        pytest.param(meta("Cora Webb"), "<p>By Ann Lee</p><p>Cora Webb</p>", "", ["Cora Webb"], id="a line of its own under the headline signs"),
        pytest.param(meta("Cora Webb"), "<p>By Ann Lee</p>", "<p>By the late Cora Webb</p>", ["Cora Webb"], id="a byline elsewhere with more than the name"),
        pytest.param(meta("Cora Webb"), "<p>By Ann Lee</p>", "<p>By Cora Webb Jr</p>", ["Cora Webb"], id="a byline elsewhere with a suffix"),
        pytest.param(meta("Cora"), "<p>By Ann Lee</p>", "<p>By Cora Webb</p>", ["Ann Lee"], id="a given name alone does not sign"),
        pytest.param("", "<p>Por Ana Paz, Millbrook Ledger — Vila Nova</p>", "", ["Ana Paz"], id="the place after the outlet"),
    ],
)  # fmt: skip
def test_metadata_beside_what_the_page_prints(head: str, before: str, after: str, due: list[str]) -> None:
    assert authors(head, before, after) == due


@pytest.mark.parametrize(
    ("site", "claimed", "due"),
    [
        ("Anna Leedham", ["Anna Leedham"], ["Anna Leedham"]),
        ("anna leedham", ["anna leedham"], ["anna leedham"]),
        ("Anna Leedham", ["Anna Leedham", "Bo Marsh"], ["Bo Marsh"]),
        ("Ulmer Nachrichten", ["Ulmer Nachrichten"], []),
    ],
)
def test_a_site_that_is_called_as_a_person_may_be(site: str, claimed: list[str], due: list[str]) -> None:
    head = f'<meta property="og:site_name" content="{site}">' + person(*claimed)
    assert authors(head, url="https://www.essays.example/landfill") == due


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("João Prado — Porto", ["João Prado"]),
        ("Jürgen Stein, Redakteur", ["Jürgen Stein"]),
        ("Łukasz Wilk | 4 maja 2019", ["Łukasz Wilk"]),
        ("Ana Paz. Vigo", ["Ana Paz"]),
        ("Text Anna Lund Foto Erik Berg", ["Anna Lund"]),
    ],
)
def test_names_alone_are_known_by_the_given_names_of_europe(line: str, due: list[str]) -> None:
    assert authors(before=f"<p>{line}</p>") == due
