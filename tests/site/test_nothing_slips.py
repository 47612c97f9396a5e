"""Nothing that an archive gives out names a story without its date with the year, or the word Undated.

All of it is asked for, by the site's every link and by every verb of the command line, with the clock at 2026 and at 2040.
Then templates and words are broken one at a time: what would go out then must be found.
"""

import importlib
import json
import pkgutil
import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from tests.archive.told import archive_of, told
from tests.site.client import IN_2026, IN_2040, Client
from tests.site.slips import said_of, slips_in_answer, slips_in_print, slips_in_record
from tests.site.walking import STARTS, steps, walk

import backfile.cli
from backfile.archive import Archive
from backfile.cli.top_help import VERBS
from backfile.model.doubts import doubt
from backfile.model.reason_codes import DoubtCode
from backfile.model.story import Author, Outlet, Stamp
from backfile.open_archive import OpenArchive
from backfile.site import rendering as setting
from backfile.wording.age import say_age

WORDS = "We have people who have driven fifty miles round to see their own mothers, and that ends on Monday"
FERRY = (
    f"“{WORDS},” said County Commissioner Ruth Hallam on Thursday. The old cable ferry at Alder Ferry will carry cars again"
    " from next week, eleven weeks after a spring flood tore its landing from the east bank and cut the town in two."
)
STATIC = {
    "cluster",
    "rescue",
    "serve",
    "stats",
    "check",
    "add",
    "upgrade",
    "repair",
    "reread",
    "outlet",
    "speaker",
    "export",
    "verify",
    "mcp",
    "publish",
    "redirects",
    "age-notice",
    "note",
    "delist",
    "forget",
    "redact",
    "leave-out",
}
"""Verbs that print no story, or as another verb does, or to an archivist who takes it down (tests/takedown asks those): verify prints what cite does, and tests/mcp asks the tools."""
READ = {
    "cite",
    "search",
    "show",
    "thread",
    "trace",
    "versions",
    "diff",
    "changes",
    "undated",
    "doubts",
    "take",
    "date",
    "quotes",
    "collate",
    "read",
}
OF_TWO = "/at/https://amp.herald.example/f"
"""An old address at which two stories stood."""
NO_STORY = {
    "/style-{digest}.css",
    "/icon-{digest}.svg",
    "/logo-{digest}.image",
    "/robots.txt",
    "/license.xml",
    "/healthz",
}
PICTURES = {"/picture/{id:path}/{version}/{number:int}", "/picture/{id:path}/{version}/{number:int}/large"}
SAVED = {"/raw/{id:path}/{capture:digest}/page", "/raw/{id:path}/{capture:digest}/file/{name}"}
"""What was saved itself: tests/site/test_saved_pages.py has its date."""


def stories():
    dated = told("courier.example/a", "2017-02-23", FERRY, headline="Ferry to cross again")
    older = told("courier.example/a", "2017-02-23", FERRY[:-1], headline="Ferry to cross on Monday")
    return [
        replace(older, authors=(Author("Ann Lee"),)),
        replace(dated, authors=(Author("Ann Lee"),), section="County"),
        told("beacon.example/b", "2017-02-25", FERRY + " It is free.", headline="River ferry is back"),
        told("herald.example/c", None, FERRY + " So it is.", headline="Cable ferry returns"),
        replace(
            told("herald.example/d", None, "The council met on Monday.", headline="Council sits late"),
            doubts=(doubt("body", DoubtCode.PROSE_LEFT_OUT, 10),),
        ),
        replace(
            told(
                "herald.example/e",
                "2014-11",
                "“It was very cold in the hall,” said Tom Birch.",
                headline="Hall is cold",
            ),
            kind="live-blog",
            doubts=(doubt("body", DoubtCode.CUT_OFF, "tag"),),
        ),
        told("herald.example/f", "1998", "The mill was built by two brothers.", headline="The mill at a hundred"),
        told("m.herald.example/f", "1999", "A second mill was built.", headline="The other mill"),
        told(
            "post.example/g", None, "“I bake my own bread here,” said Amos Reed on Friday.", headline="Baker to bake on"
        ),
        told("post.example/h", "2016-04-05", "“I bake my own bread here,” said Amos Reed.", headline="Bread is baked"),
        replace(
            told("post.example/i", "2011-08-09", "המעבורת תחזור לפעול ביום שני.", headline="המעבורת חוזרת"),
            outlet=Outlet("עיתון העיר", "post.example"),
            updated=Stamp("2011-08-10", "day", "unknown", "visible", "10"),
        ),
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = archive_of(tmp_path_factory.mktemp("slips") / "archive", enumerate(stories()))
    with OpenArchive(made) as archive:
        settle = {one.headline: one.id for one in archive.newest() + archive.by_year(None)}
        archive.settle(settle["Baker to bake on"], "2016-04", because="the bakery’s own book", by="Jo Ash", at=IN_2026)
        archive.settle(
            settle["Bread is baked"], "2009", because="a clipping", by="Jo Ash", at=IN_2026, despite_page=True
        )
    return made


def all_said(archive, now):
    """Each story as it is named, in each of its versions."""
    found = []
    for entry in [*archive.newest(limit=1000), *archive.by_year(None, limit=1000)]:
        story = archive.story(entry.id)
        found += {said_of(archive.story(entry.id, version=version.id), now) for version in story.versions}
    return found


_STARTS = ("/", OF_TWO, "/search?q=ferry&sort=date", "/search?undated=yes", "/search?q=bread")


def does_slip(folder, now):
    """Whether something slips from any page: the walk ends at the first that it slips from."""
    with Archive(folder) as archive:
        known = all_said(archive, now)
        pages = steps(Client(archive, now=now), _STARTS)
        return any(slip for path, answer in pages for slip in slips_in_answer(path, answer, known))


def site_slips(folder, now):
    with Archive(folder) as archive:
        known = all_said(archive, now)
        seen = walk(Client(archive, now=now), _STARTS)
        assert [path for path, answer in seen.items() if answer.status_code != 200] == []
        return [slip for path, answer in seen.items() for slip in slips_in_answer(path, answer, known)], seen


@pytest.fixture
def printed(folder, tmp_path, capsys, monkeypatch):
    """Runs a verb, and gives what it prints; the archive is a copy, so that it may be changed."""
    shutil.copytree(folder, tmp_path / "archive")
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            backfile.cli.main(list(arguments))
        out = capsys.readouterr()
        assert not ended.value.code, (arguments, out.err)
        return out.out

    return run


def set_clock(monkeypatch, now):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return now.astimezone(tz)

    for found in pkgutil.iter_modules(backfile.cli.__path__):
        module = importlib.import_module(f"backfile.cli.{found.name}")
        if hasattr(module, "datetime"):
            monkeypatch.setattr(module, "datetime", Clock)


def print_slips(printed, now):
    """What slips in what the verbs print, as text and as JSON."""
    with Archive("archive") as archive:
        known = all_said(archive, now)
        utterances = sorted({quotation.utterance for quotation in archive.quotes(limit=100).quotations})
        entries = [*archive.newest(limit=1000), *archive.by_year(None, limit=1000)]
        changed = sorted({change.story for change in archive.changes()})
        newest = {entry.id: said_of(archive.story(entry.id), now) for entry in entries}
    yield from _lists(printed, known)
    for utterance in utterances:
        yield from slips_in_print("collate", printed("collate", utterance), known, by_line=True)
        yield from slips_in_record("collate", json.loads(printed("collate", utterance, "--json")), known)
    for change in changed:
        others = [said for said in known if said.id != change]
        yield from slips_in_print("diff", printed("diff", change), others, newest[change])
        yield from slips_in_record("diff", json.loads(printed("diff", change, "--json")), known)
    for story, own in newest.items():
        others = [said for said in known if said.id != story]
        yield from slips_in_print("versions", printed("versions", story), others, own)
        yield from slips_in_print("show", printed("show", story), known, own)
        yield from slips_in_record("show", json.loads(printed("show", story, "--json")), known)
        yield from slips_in_print("thread", printed("thread", story), known, own)
        yield from slips_in_record("thread", json.loads(printed("thread", story, "--json")), known)
        if (own.day or "Undated") not in printed("cite", story):
            yield f"cite: {own.headline} without its day"
    yield from slips_in_print("trace", printed("trace", WORDS), known)
    yield from slips_in_record("trace", json.loads(printed("trace", WORDS, "--json")), known)
    yield from _reading(printed, now)
    yield from _dating(printed, newest, now)


def _lists(printed, known):
    for verb in (
        ["search", ""],
        ["search", "ferry", "--sort", "date"],
        ["search", "", "--undated"],
        ["undated"],
        ["doubts"],
        ["quotes"],
        ["changes"],
    ):
        yield from slips_in_print(verb[0], printed(*verb), known)
        yield from slips_in_record(verb[0], json.loads(printed(*verb, "--json")), known)


def _reading(printed, now):
    page = (
        "<html lang=en><title>Rain</title><article><h1>Rain in the hills</h1>{}<p>"
        + "It rained in the hills. " * 20
        + "</p>"
    )
    for name, stamp in (("dated", "<p class=date>Published February 23, 2017</p>"), ("undated", "")):
        Path(f"{name}.html").write_text(page.format(stamp), "utf-8")
        story = backfile.read(page.format(stamp))
        assert (story.published is not None) == bool(stamp)
        for form in ("--text", "--markdown"):
            yield from slips_in_print("read", printed("read", f"{name}.html", form), [], said_of(story, now))
        yield from slips_in_record("read", json.loads(printed("read", f"{name}.html", "--json")), [said_of(story, now)])


def _dating(printed, newest, now):
    """Last, since it changes the archive."""
    one = next(said for said in newest.values() if said.headline == "Council sits late")
    day = replace_said(one, "14 June 2015", "2015-06-14", now)
    yield from slips_in_print(
        "date", printed("date", one.id, "2015-06-14", "--because", "minutes", "--by", "Jo"), [day]
    )
    yield from slips_in_print("date", printed("date", one.id, "--undo", "--by", "Jo"), [one])


def replace_said(said, day, value, now):
    stamp = Stamp(value, "day", "unknown", "archivist", "")
    age = say_age(stamp, now)
    return said._replace(day=day, age=age, value=value)


@pytest.mark.parametrize("now", [IN_2026, IN_2040], ids=["2026", "2040"])
def test_nothing_slips_from_the_site(folder, now):
    slips, seen = site_slips(folder, now)
    assert slips == []
    assert sum(path.startswith("/story/") for path in seen) > 20
    for kind in ("/speaker/", "/utterance/", "/year/", "/undated", "/feed.atom", "/search?"):
        assert any(path.startswith(kind) for path in seen), kind


def test_every_address_of_the_site_is_asked_for(folder):
    with Archive(folder) as archive:
        client = Client(archive)
        routes = {route.path: route.path_regex for route in client._app.routes}
        seen = {path.partition("?")[0] for path in walk(client, (*STARTS, OF_TWO))}
    unasked = {path for path, pattern in routes.items() if not any(pattern.match(one) for one in seen)}
    assert unasked <= NO_STORY | SAVED | PICTURES


@pytest.mark.parametrize("now", [IN_2026, IN_2040], ids=["2026", "2040"])
def test_nothing_slips_from_the_command_line(printed, monkeypatch, now):
    set_clock(monkeypatch, now)
    assert list(print_slips(printed, now)) == []


def test_every_verb_is_asked_or_names_no_story():
    assert set(VERBS) == READ | STATIC


BREAKS = {
    "list": ("parts.html", "{{ item.when.day }}</time> <span class", "</time> <span class"),
    "undated list": ("parts.html", '<strong class="entry-undated">{{ _("Undated") }}</strong>\n', "\n"),
    "quotations": ("parts.html", '{{ line_date(item, "date-" ~ loop.index) }}', ""),
    "age": ("parts.html", "{{ item.when.age }}</span>\n", "3 years ago</span>\n"),
    "utterance": ("utterance.html", "{{ line.when.day }}", ""),
    "copies": ("story_ways.html", "{{ copy.when.day }}", ""),
    "undated copies": (
        "story_ways.html",
        '<strong>{{ _("Undated") }}</strong>{% endif %}</span>',
        "{% endif %}</span>",
    ),
    "head": ("story_when.html", "{{ page.when.line }}</time>", "</time>"),
    "undated head": ("story_when.html", '<strong class="undated-word">{{ _("Undated") }}</strong>', ""),
    "running head": ("story.html", '<p class="running-line">{{ page.when.line }}', '<p class="running-line">'),
    "end": ("story_body.html", '<p class="end">{{ page.when.line }}', '<p class="end">'),
    "title": ("story.html", "{{ page.card.title }}", "{{ page.headline }}"),
    "card": ("story.html", 'og:title" content="{{ page.card.share_title }}', 'og:title" content="{{ page.headline }}'),
    "age in a card": ("story.html", 'og:title" content="', 'og:title" content="{{ page.when.age }} '),
    "copied words": ("story.html", "{{ page.copy_line }}", "{{ page.headline }}"),
    "citation": ("story_cite.html", "{{ page.citation }}", "{{ page.headline }}"),
    "linked data": ("story.html", "{{ page.card.linked_data }}", '{"headline": "Ferry to cross again"}'),
    "feed title": ("feed.xml", "<title>{{ entry.title }}", "<title>{{ entry.title.split(': ')[1] }}"),
    "feed summary": ("feed.xml", "{{ entry.summary }}", "{{ entry.title.split(': ')[1] }}"),
}


@pytest.mark.parametrize("name", BREAKS)
def test_what_slips_from_a_broken_page_is_found(folder, tmp_path, monkeypatch, name):
    template, whole, broken = BREAKS[name]
    shutil.copytree(setting.TEMPLATES, tmp_path / "templates")
    text = (tmp_path / "templates" / template).read_text("utf-8")
    assert whole in text, "the template has changed: break it anew"
    (tmp_path / "templates" / template).write_text(text.replace(whole, broken), "utf-8")
    monkeypatch.setattr("backfile.site.rendering.TEMPLATES", tmp_path / "templates")
    assert does_slip(folder, IN_2026)


@pytest.mark.parametrize("verb", ["written_stories", "collate", "date"])
def test_what_slips_from_a_broken_verb_is_found(printed, monkeypatch, verb):
    set_clock(monkeypatch, IN_2026)
    monkeypatch.setattr(importlib.import_module(f"backfile.cli.{verb}"), "dated", lambda stamp, now: "")
    assert list(print_slips(printed, IN_2026)) != []


def test_a_story_that_its_date_does_not_head_is_found(printed, monkeypatch):
    set_clock(monkeypatch, IN_2026)
    monkeypatch.setattr("backfile.cli.written_stories.heading", lambda stamp, now: "")
    slips = list(print_slips(printed, IN_2026))
    assert {slip.partition(":")[0] for slip in slips} == {"show", "read"}
    monkeypatch.setattr("backfile.wording.age.heading", lambda stamp, now: "")
    assert "versions" in {slip.partition(":")[0] for slip in print_slips(printed, IN_2026)}


def test_a_record_without_its_stamp_is_found(folder):
    with Archive(folder) as archive:
        known = all_said(archive, IN_2026)
        record = archive.story(known[0].id).to_dict()
    assert list(slips_in_record("record", record, known)) == []
    assert list(slips_in_record("record", {**record, "published": None}, known)) != []
    del record["published"]
    assert list(slips_in_record("record", record, known)) != []
