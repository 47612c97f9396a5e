"""A site in German: every sentence of ours has its translation, every page is in one language, and what is no page stays English."""

import json
import re
import string
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborHTMLParser
from tests.site.client import IN_2026, Client

from backfile.errors import BackfileError
from backfile.model.clue_rules import Basis
from backfile.model.story import Stamp, Window
from backfile.publish.script_words import script_words
from backfile.site.settings import SiteSettings, read_settings
from backfile.wording.age import say_age, say_day, say_ground, say_settling, say_value, say_window
from backfile.wording.counted_things import stories
from backfile.wording.enumeration import enumerated
from backfile.wording.site_languages import (
    CATALOGUES,
    DOMAIN,
    ENGLISH,
    gettext,
    known_languages,
    say_number,
    site_language,
    speaking,
    spoken_tag,
)
from backfile.wording.told_names import told

SRC = Path(__file__).parents[2] / "src" / "backfile"
KEYWORDS = {"_": None, "gettext": None, "to_translate": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
GERMAN = SiteSettings(language="de")
PATHS = (
    "/", "/about", "/newest", "/years", "/year/2017", "/month/2017-02", "/day/2017-02-23", "/on/02-23", "/outlets", "/authors", "/speakers",
    "/undated", "/doubts", "/changes", "/search", "/search?q=ferry", "/search?q=ferry&from=2010&sort=date", "/search?q=nowhere", "/trace",
    "/trace?q=will+carry+cars+again", "/story/ferry2017", "/story/ferry2017?version=aaa111", "/story/undated1", "/story/live", "/story/hebrew",
    "/raw/ferry2017", "/raw/ferry2017/source", "/nowhere", "/story/none", "/day/2017-02-31", "/at/http://nowhere.example/",
)  # fmt: skip
NOT_TOLD = (
    "[lang]:not([lang=de]):not(html)",
    "table.clues",
    ".address",
    ".whole",
    "script",
    "style",
    "code",
)
"""What a German page has in other words than German ones: the citation, a story's own words, names of records and rules."""


@cache
def messages():
    """(context, message or its forms) of every sentence in the source."""
    found = set()
    for path in sorted(SRC.rglob("*")):
        if path.suffix in (".html", ".xml"):
            method = "jinja2.ext:babel_extract"
        elif path.suffix == ".py" and "site_languages import" in path.read_text("utf-8"):
            method = "python"
        else:
            continue
        for _, message, _, context in extract_from_file(method, path, KEYWORDS):
            found.add((context, message))
    return found


def catalogue(language):
    with (CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def placeholders(message):
    braced = {name for _, name, _, _ in string.Formatter().parse(message.replace("%(", "(")) if name is not None}
    return braced | set(re.findall(r"%\((\w+)\)s", message)), set(re.findall(r"</?\w+", message))


def test_every_sentence_of_the_source_is_found():
    found = {message for _, message in messages()}
    assert len(found) > 500
    assert {"Undated", "Skip to the page", "seen first on {day}", ("{count} story", "{count} stories")} <= found


@pytest.mark.parametrize("language", [one for one in known_languages() if one != ENGLISH])
def test_every_sentence_is_translated_with_its_placeholders(language):
    there = catalogue(language)
    due = {(context, one if isinstance(one, str) else tuple(one)) for context, one in messages()}
    assert {(one.context, one.id) for one in there if one.id} == due, "make words, then translate what is new"
    for one in there:
        if not one.id:
            continue
        said = (one.string,) if isinstance(one.string, str) else one.string
        assert all(said), f"{one.id} is not translated"
        assert not one.fuzzy, f"{one.id} is fuzzy"
        assert len(said) == (1 if isinstance(one.id, str) else there.num_plurals), one.id
        last = one.id if isinstance(one.id, str) else one.id[1]
        assert placeholders(said[-1]) == placeholders(last), one.id


def test_days_are_said_as_far_as_they_are_known():
    with speaking(site_language("de")):
        assert [say_value(day) for day in ("2017-02-23", "2017-03", "2017")] == [
            "23. Februar 2017",
            "März 2017",
            "2017",
        ]
        window = Window("2010-03-01", "2011", ())
        assert say_window(window, IN_2026) == "Erschienen zwischen 1. März 2010 und 2011."
    assert say_value("2017-02-23") == "23 February 2017"


@pytest.mark.parametrize(
    ("value", "precision", "said"),
    [
        ("2017-02-23", "day", "vor 9 Jahren"),
        ("2025-11-20", "day", "vor 1 Jahr"),
        ("2026-10-20", "day", "vor 1 Monat"),
        ("2026-11-21", "day", "vor 2 Tagen"),
        ("2026-11-22", "day", "gestern"),
        ("2026-11-23", "day", "heute"),
        ("2026-10", "month", "letzten Monat"),
        ("2026", "year", "dieses Jahr"),
        ("2027-02-01", "day", "in der Zukunft datiert"),
    ],
)
def test_ages_have_their_plurals(value, precision, said):
    with speaking(site_language("de")):
        assert say_age(Stamp(value, precision, "unknown", Basis.JSON_LD.value, value), IN_2026) == said


def test_numbers_lists_and_kinds():
    with speaking(site_language("de")):
        assert (say_number(12345), stories(1), stories(1204)) == ("12.345", "1 Artikel", "1.204 Artikel")
        assert enumerated(["Ann", "Tom", "Jo"]) == "Ann, Tom und Jo"
        assert (told("call-out"), told("Monday"), told("live-blog")) == ("Hinweiskasten", "Montag", "Liveblog")
    assert (say_number(12345), stories(1204), told("live-blog")) == ("12,345", "1,204 stories", "live blog")


def test_what_an_archivist_said_is_retold_though_the_record_has_it_in_english():
    raw = say_settling("Ruth Okafor", "2026-11-25", "the ferry log, on 3 May 2010: it names the day")
    assert raw == "Ruth Okafor, on 25 November 2026: the ferry log, on 3 May 2010: it names the day"
    stamp = Stamp("2017-02-23", "day", "unknown", Basis.ARCHIVIST.value, raw)
    with speaking(site_language("de")):
        assert say_settling("Ruth Okafor", "2026-11-25", None) == "Ruth Okafor, on 25 November 2026"
        said = say_ground(stamp)
    assert (
        said == "Vom Archiv datiert: Ruth Okafor, am 25. November 2026: the ferry log, on 3 May 2010: it names the day"
    )


def words_of_ours(page):
    for part in page.css(", ".join(NOT_TOLD)):
        part.decompose()
    for node in page.root.traverse(include_text=True):
        if node.tag == "-text":
            yield " ".join((node.text_content or "").split()).strip(" ·:;,.()→←")
        else:
            names = ("aria-label", "title", "alt", "aria-description")
            yield from (value for name in names if (value := node.attributes.get(name)))


@pytest.fixture(scope="module")
def german(archive):
    return Client(archive, settings=GERMAN, app_errors=False)


@cache
def english_only():
    """Sentences that German has other words for."""
    with speaking(site_language("de")):
        singles = {
            one
            for context, one in messages()
            if isinstance(one, str) and not context and "{" not in one and "%(" not in one
        }
        return {" ".join(one.split()).strip(" ·:;,.()→←") for one in singles if gettext(one) != one} - {"to"}


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_in_one_language(german, path):
    answer = german.get(path)
    page = LexborHTMLParser(answer.text)
    assert page.css_first("html").attributes["lang"] == "de"
    assert [words for words in words_of_ours(page) if words in english_only()] == []
    assert not re.search(
        r"\b(?:January|February|March|May|June|July|October|December) \d{4}|\d years? ago", page.text(deep=True)
    )


NAMES = frozenset({"Name", "Feed", "Video", "Newsletter", "Backfile", "Ferry to cross on Monday", "Ferry talks begin"})
"""Words that are the same in both languages, the program's name, and headlines of an older version and of a story that is not in the archive."""
SAME_MONTH = re.compile(r"\b(?:Jan|Feb|Jun|Jul|Apr|April|Aug|August|Sep|September|Nov|November)\b")


@pytest.mark.parametrize("path", PATHS)
def test_what_both_languages_say_alike_is_the_stories_own(archive, german, site, path):
    """No sentence has been left out of what is gathered: it would stand in both pages."""
    of_stories = of_every_story(archive)
    both = set.intersection(*(set(words_of_ours(LexborHTMLParser(one.get(path).text))) for one in (german, site)))
    left = {words for words in both if re.search(r"[a-z]{2}", words) and "<" not in words}
    left = {words for words in left if " ".join(words.strip("“” ").split())[:25].partition(" (")[0] not in of_stories}
    left = {words for words in left if not SAME_MONTH.search(words)}
    assert left - NAMES == set()


@cache
def of_every_story(archive):
    entries = (*archive.newest(limit=500), *archive.by_year(None, limit=500, offset=0))
    told = (str(vars_of(archive.story(entry.id))) for entry in entries)
    return " ".join(" ".join((*told, *(str(entry) for entry in entries))).split())


def vars_of(story):
    return json.dumps(story.to_dict(), ensure_ascii=False).replace("\\n", " ").replace('\\"', '"')


def test_a_story_and_an_undated_one_begin_with_their_dates(german):
    dated, undated = (LexborHTMLParser(german.get(f"/story/{one}").text) for one in ("ferry2017", "undated1"))
    assert dated.css_first("#when").text(deep=True) == "Vom 23. Februar 2017 · vor 9 Jahren"
    assert " ".join(undated.css_first("#when").text(deep=True).split()).startswith("Undatiert")
    assert dated.css_first("title").text().split(" · ")[1] == "23. Februar 2017"


def test_records_stay_english_also_after_a_german_page(german, site):
    german.get("/story/undated1")
    assert german.get("/story/undated1.json").content == site.get("/story/undated1.json").content
    assert spoken_tag() == ENGLISH


@pytest.mark.parametrize("story", ["ferry2017", "undated1", "year"])
def test_a_citation_stays_what_verify_reads(german, site, story):
    pages = [LexborHTMLParser(one.get(f"/story/{story}").text) for one in (german, site)]
    assert len({page.css_first(".citation").text() for page in pages}) == 1
    assert pages[0].css_first(".citation").attributes["lang"] == "en"


def test_two_sites_in_one_process_have_a_language_each(german, site):
    for _ in range(2):
        assert "Artikel" in german.get("/about").text
        assert "About this archive" in site.get("/about").text


def test_feeds_are_titled_in_the_language(german):
    feed = german.get("/feed.atom").text
    assert 'xml:lang="de"' in feed
    assert "neueste Artikel, jeder mit seinem Datum" in feed


def test_english_needs_no_babel():
    code = (
        "import sys; from datetime import UTC, datetime; from backfile.site.settings import SiteSettings; "
        "import backfile.site.app; from backfile.wording.age import say_value; say_value('2017-02-23'); print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_script_of_a_published_site_has_no_english_word_left():
    assets = SRC / "publish" / "assets"
    for name in ("ages.js", "search.js"):
        script = (assets / name).read_text("utf-8")
        assert script_words(script) == script
        with speaking(site_language("de")):
            german = script_words(script)
        for english in (
            "ago",
            "yesterday",
            "dated in",
            "Undated'",
            "'More'",
            "stories found",
            "Searching",
            "could not",
            "('en')",
        ):
            assert english not in german, (name, english)
    assert "Suche läuft" in json.loads(re.search(r'textContent = ("Suche[^"]*")', german)[1])


@pytest.mark.parametrize(("tag", "known"), [("de", "de"), ("de-AT", "de-AT"), ("en", "en"), ("DE", "de")])
def test_languages_that_there_are(tmp_path, tag, known):
    (tmp_path / "site.toml").write_text(f'language = "{tag}"')
    assert read_settings(tmp_path / "site.toml").language == known


@pytest.mark.parametrize("tag", ["xx", "German", "../de"])
def test_a_language_that_there_is_not_is_said_with_those_that_there_are(tmp_path, tag):
    (tmp_path / "site.toml").write_text(f'language = "{tag}"')
    with pytest.raises(BackfileError, match=re.escape("language: must be one of de, en")):
        read_settings(tmp_path / "site.toml")


def test_austrian_german_says_january_its_own_way():
    with speaking(site_language("de-AT")):
        stamp = Stamp("2017-01-05", "day", "unknown", Basis.JSON_LD.value, "")
        assert say_day(stamp) == "5. Jänner 2017"
        assert say_age(stamp, datetime(2017, 1, 5, 12, tzinfo=UTC)) == "heute"
