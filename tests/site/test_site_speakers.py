"""Speakers, utterances and anchors, over a real archive: nobody is quoted anywhere without a date, or the word Undated."""

from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.archive.told import archive_of, told
from tests.site.client import BASE, IN_2026, IN_2040, Client
from tests.site.markup import Markup
from tests.site.test_site_crawl import check_lists, check_story, walk

from backfile.archive import Archive
from backfile.errors import ArchiveOutdated
from backfile.model.story import BodyBlock, Link, Quote, Story
from backfile.site.anchors import anchored, anchors_of
from backfile.site.quotation_views import paired, unquoted
from backfile.site.run import Piece
from backfile.site.story_blocks import body_parts
from backfile.wording.age import say_age, say_day

WORDS = "We have people who have driven fifty miles round to see their own mothers, and that ends on Monday"
STORIES = [
    told(
        "courier.example/1", "2017-02-23", f"“{WORDS},” said County Commissioner Ruth Hallam on Thursday.\n\nIt rained."
    ),
    told(
        "courier.example/1", "2017-02-23", f"“{WORDS},” said County Commissioner Ruth Hallam on Thursday.\n\nIt snowed."
    ),
    told("courier.example/2", "2018-05", "“I said that it would <sink>,” Ruth Hallam said. “And it did.”"),
    told(
        "courier.example/3", None, "“Nobody asked me at all,” Ruth Hallam said.\n\nOfficials said the ferry would go."
    ),
    told(
        "beacon.example/1",
        "2017-02-25",
        "“People who have driven fifty miles ... to see [your] own mothers, and that ends on Monday,” said County"
        " Commissioner Ruth Hallam on Friday.",
    ),
    told("herald.example/1", None, f"Ann Roe, a baker, said: “{WORDS}.”"),
    told("herald.example/2", "1998", "“I bake bread for a living,” said Ruth Hallam, a baker."),
    told("courier.example/4", "2017-03-01", "“We will open it in May,” said Mayor Ann Lee."),
    told("courier.example/4", "2017-03-01", "“We will open it in June,” said Mayor Ann Lee. It is late."),
    *(
        told(
            f"many.example/{n}",
            f"{1990 + n}-01-02",
            f"“I say it for the {n}th time in this room,” said Mayor Pat Moss.",
        )
        for n in range(35)
    ),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = archive_of(tmp_path_factory.mktemp("speakers") / "archive", enumerate(STORIES))
    with Archive(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(archive):
    return Client(archive)


def text_of(node):
    return " ".join(node.text(deep=True).split())


def page_of(site, path):
    answer = site.get(path)
    assert answer.status_code == 200, path
    assert Markup(answer.text).faults == [], path
    return LexborHTMLParser(answer.text)


def speaker_path(archive, name, place=0):
    return f"/speaker/{archive.speakers(name=name)[place].id}"


def check_people(archive, page, path, now):
    """Each speaker in a list stands under the days of the stories, or as undated."""
    for line in page.css(".person"):
        entry = archive.speaker(line.css_first("a").attributes["href"].rpartition("/")[2]).entry
        said = text_of(line.css_first(".person-dates"))
        if entry.last is None:
            assert said == "Undated", path
        else:
            assert say_day(entry.first) in said, path
            assert said.endswith(f"{say_day(entry.last)} · {say_age(entry.last, now)}"), path
        assert line.css_first(".person-dates, .person-name").attributes["class"] == "person-dates"


@pytest.mark.parametrize("now", [IN_2026, IN_2040], ids=["2026", "2040"])
def test_nobody_is_quoted_without_a_date(archive, now):
    seen = walk(Client(archive, now=now))
    kinds = {path.split("/")[1].partition("?")[0] for path in seen}
    assert {"speakers", "speaker", "utterance", "story"} <= kinds
    for path, answer in seen.items():
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        assert now != IN_2026 or Markup(answer.text).faults == [], path  # the same elements in any year
        page = LexborHTMLParser(answer.text)
        check_lists(archive, page, path, now)
        check_people(archive, page, path, now)
        if path.startswith("/story/"):
            check_story(archive, page, path, now)
            continue
        named = {a.attributes["href"] for a in page.css('main a[href*="/story/"]')}
        assert named <= {a.attributes["href"] for a in page.css(".entry a, .copies a")}, path
        people = {a.attributes["href"] for a in page.css('main a[href^="/speaker/"]:not([rel])')}
        assert people <= {a.attributes["href"] for a in page.css(".person a")}, path


def test_every_line_leads_to_its_sentence(archive, site):
    led = 0
    for path in ("/speakers", speaker_path(archive, "ruth hallam"), speaker_path(archive, "ann lee")):
        for link in page_of(site, path).css('.entry-headline a[href*="#"]'):
            parts = urlsplit(urljoin(BASE, link.attributes["href"]))
            story = page_of(site, f"{parts.path}?{parts.query}" if parts.query else parts.path)
            said = link.parent.parent.css_first(".entry-words").text(strip=True).strip("“”")
            assert said.startswith(story.css_first(f"#{parts.fragment}").text().strip()[:20])
            led += 1
    assert led == 6


def test_a_speaker_s_page(archive, site):
    page = page_of(site, speaker_path(archive, "ruth hallam"))
    assert page.css_first("h1").text() == "Ruth Hallam"
    head = text_of(page.css_first(".page-head"))
    assert "4 quotations in 4 stories: 23 February 2017 to May 2018 · 8 years ago." in head
    assert "Described as County Commissioner." in head
    assert [node.text() for node in page.css(".grounds li")] == [
        "the same office is given: county commissioner",
        "in the same outlet: beacon.example",
        "in the same outlet: courier.example",
    ]
    dates = [text_of(node) for node in page.css(".entry-date")]
    assert dates == ["May 2018 8 years ago", "25 February 2017 9 years ago", "23 February 2017 9 years ago", "Undated"]
    assert "then described as County Commissioner · said on 24 February 2017" in text_of(page.css(".entry-source")[2])
    assert text_of(page.css_first(".apparatus .person")).startswith("1998 · 28 years ago Ruth Hallam")
    assert "23 February 2017 to May 2018" in page.css_first("title").text()


def test_an_older_version_is_where_it_leads_for_what_only_that_prints(archive, site):
    links = [a.attributes["href"] for a in page_of(site, speaker_path(archive, "ann lee")).css(".entry-headline a")]
    assert ["?version=" in link for link in sorted(links, key=len)] == [False, True]


def test_an_utterance_s_page(archive, site):
    utterance = archive.quotes(about="mothers").quotations[0].utterance
    page = page_of(site, f"/utterance/{utterance}")
    assert [text_of(node) for node in page.css(".doubt")] == [
        "The same words are given to different days: 23 February 2017; 24 February 2017.",
        "The same words are given to different speakers: Ann Roe; Ruth Hallam.",
    ]
    first, second = page.css(".variant")
    assert len(first.css("li")) == 2
    assert not first.css("ins, del")
    assert text_of(first.css("li")[1]).startswith("Undated ")
    assert text_of(second.css_first("li")).startswith("25 February 2017 · 9 years ago · A story, Beacon.")
    assert [text_of(node) for node in second.css("del")] == ["left out: We have", "left out: round", "left out: their"]
    assert [text_of(node) for node in second.css("ins")] == ["put in: ...", "put in: [your]"]
    assert page.css_first("title").text().endswith("· 23 February 2017 to 25 February 2017 · Backfile")


def test_one_long_interview_does_not_lead_the_list(tmp_path):
    asked = " ".join(f"“I answered question {n} as well as I could,” said Pat Moss, the mayor." for n in range(20))
    stories = [told("a.example/1", "2017-01-01", asked)] + [
        told(f"a.example/{n + 2}", f"2018-01-0{n + 1}", f"“It is day {n} of the strike,” said Ann Lee, the clerk.")
        for n in range(3)
    ]
    with Archive(archive_of(tmp_path / "archive", enumerate(stories))) as opened:
        assert [entry.name for entry in opened.speakers()] == ["Ann Lee", "Pat Moss"]
        assert opened.speakers()[1].quotations > opened.speakers()[0].quotations
        story = page_of(Client(opened), "/story/" + opened.quotes(speaker="pat moss").quotations[0].story)
        assert len(story.css(".voices a[href^='#q']")) == 6
        assert text_of(story.css_first(".voices li")).endswith("more.")


def test_an_utterance_that_is_printed_once_is_read_in_its_story(archive, site):
    once = next(one for one in archive.quotes(about="bread").quotations if one.printed_in == 1)
    answer = site.get(f"/utterance/{once.utterance}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/story/{once.story}#q{once.number}")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("“We have people,” “That ends on Monday.”", "We have people, That ends on Monday."),
        ("«Nous partons», «demain»", "Nous partons , demain"),
        ("It is ours", "It is ours"),
    ],
)
def test_what_was_said_stands_without_its_marks(text, alone):
    assert unquoted(text) == alone


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the bridge was “dead” and", "the bridge was “dead” and"),
        ("the bridge was “dead and…", "the bridge was dead and…"),
        ("dead” and “gone”", "dead and “gone”"),
        ('he said "no', "he said no"),
        ('he said "no" again', 'he said "no" again'),
        ("„Ja“, sagte er „nein", "„Ja“, sagte er nein"),
        ("»Ja« und «oui»", "»Ja« und «oui»"),
    ],
)
def test_no_half_of_a_pair_of_marks_stands_alone(text, whole):
    assert paired(text) == whole


def test_lists_of_speakers(archive, site):
    page = page_of(site, "/speakers?name=hallam")
    assert [node.text(strip=True) for node in page.css(".person-name")] == ["Ruth Hallam", "Ruth Hallam"]
    assert text_of(page.css_first(".namesakes > p")) == "2 of the name Ruth Hallam, who may be one person"
    of_outlet = page_of(site, "/speakers?outlet=courier.example")
    assert [node.text(strip=True) for node in of_outlet.css(".person-name")] == ["Ruth Hallam", "Ann Lee"]
    assert text_of(of_outlet.css_first(".chip")) == "courier.example ×, take off"
    found = page_of(site, "/speakers?outlet=courier.example&name=lee")
    assert [node.text(strip=True) for node in found.css(".person-name")] == ["Ann Lee"]
    assert "Nobody of that name" in text_of(page_of(site, "/speakers?name=nobody").css_first("main"))
    assert len(page_of(site, speaker_path(archive, "pat moss")).css(".entry")) == 30
    second = page_of(site, speaker_path(archive, "pat moss") + "?page=2")
    assert len(second.css(".entry")) == 5
    for path in ("/speaker/none", "/utterance/none", "/speaker/%00", "/utterance/%ED%A0%80", "/speaker/"):
        assert site.get(path).status_code == 404, path


def test_who_speaks_stands_on_the_story_s_page(archive, site):
    story = archive.quotes(about="mothers", outlet="courier").quotations[0].story
    page = page_of(site, f"/story/{story}")
    assert text_of(page.css_first(".voices li")).startswith(
        "Ruth Hallam, then described as County Commissioner: We have"
    )
    assert [a.attributes["href"][:9] for a in page.css(".voices a")] == ["/speaker/", "#q0", "/utteranc"]
    undated = archive.quotes(speaker="officials").quotations[0].story
    lines = [text_of(node) for node in page_of(site, f"/story/{undated}").css(".voices li")]
    assert lines[1].startswith("Officials")
    assert not LexborHTMLParser(site.get(f"/story/{undated}").text).css(".voices li")[1].css('a[href^="/speaker"]')


def test_a_story_is_shown_where_the_archive_cannot_say_who_speaks(archive, monkeypatch):
    def unable(*_, **__):
        raise ArchiveOutdated("this archive is older than the list of quotations")

    monkeypatch.setattr(Archive, "voices", unable)
    story = archive.newest(limit=1)[0].id
    assert not page_of(Client(archive), f"/story/{story}").css(".voices")


def test_each_quotation_has_its_anchor_once(archive, site):
    for entry in archive.newest(limit=100):
        story = archive.story(entry.id)
        page = page_of(site, f"/story/{entry.id}")
        assert [len(page.css(f"#q{n}")) for n in range(len(story.quotes))] == [1] * len(story.quotes)


def quote(*pieces):
    return Quote("", pieces, "direct")


def test_anchors_among_links_and_each_other():
    pieces = (Piece("ab"), Piece("cd", "https://x.example"), Piece("ef"))
    anchors = anchors_of([quote((11, 15)), quote((13, 16)), quote((13, 14)), quote((90, 95))])
    cut = anchored(pieces, 10, anchors)
    link = "https://x.example"
    assert [(p.text, p.href, p.anchor) for p in cut] == [
        ("a", None, None),
        ("b", None, "q0"),
        ("c", link, None),
        ("", link, "q2"),
        ("d", link, "q1"),
        ("ef", None, None),
    ]


def test_an_anchor_without_words_stands_at_the_start():
    text = "One\ttwo"
    blocks = (
        BodyBlock("table", text, 0, 7),
        BodyBlock("paragraph", "Three", 9, 14, (Link(0, 5, "https://x.example"),)),
    )
    story = Story(id="a", body=f"{text}\n\nThree", blocks=blocks, quotes=(quote((0, 3)), quote((9, 14))))
    anchors = [piece.anchor for part in body_parts(story) for item in part.items for piece in item]
    assert [a for a in anchors if a] == ["q1", "q0"]


def test_bodies_without_blocks_have_their_anchors_in_place():
    story = Story(id="a", body="One two.\n\nThree four.", quotes=(quote((10, 15)),))
    second = body_parts(story)[1].items[0]
    assert [(piece.text, piece.anchor) for piece in second] == [("Three", "q0"), (" four.", None)]
