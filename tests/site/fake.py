"""A made-up archive in memory: what the site asks of `backfile.archive.Archive`, answered from a list of stories."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from backfile.archive.takedowns.redactions import Redactions
from backfile.archive.takedowns.takedown_rulings import Takedowns
from backfile.dates.text.find_dates import find_dates
from backfile.errors import QueryError, QuotationMissing, StoryMissing
from backfile.model.addresses import AddressResult, CaptureAt
from backfile.model.capture import Place
from backfile.model.changes import Change, ChangeResult, Diff, FieldChange, Matter, WordRun
from backfile.model.entry import CaptureEntry, Doubtful, DoubtfulResult, Entry, LikelyDay, SearchResult, Stats
from backfile.model.quotation import QuotationResult
from backfile.model.reason_codes import ArchiveCode, ClueCode, ThreadCode, WindowCode
from backfile.model.reasons import OtherStory
from backfile.model.shelves import AuthorShelf, DayCount, Neighbours, OutletLine, OutletShelf
from backfile.model.story import (
    Author,
    BodyBlock,
    Copy,
    Credit,
    Dateline,
    Evidence,
    Furniture,
    Image,
    Link,
    Note,
    Outlet,
    Stamp,
    Story,
    ThreadLink,
    Version,
    Window,
)
from backfile.model.traces import Print, Trace, VersionMark
from backfile.story.identity import urlkey

COURIER = Outlet("The Alder Ferry Courier", "courier.example")
BEACON = Outlet("Beacon Six", "beacon.example")


def day(text: str) -> Stamp:
    precision = {4: "year", 7: "month", 10: "day"}.get(len(text), "minute")
    return Stamp(text, precision, "stated" if "T" in text else "unknown", "json-ld", text)


def body_of(*blocks: tuple[str, str]) -> tuple[str, tuple[BodyBlock, ...]]:
    """A body and its blocks, from (kind, text) pairs."""
    made, at = [], 0
    for kind, text in blocks:
        made.append(BodyBlock(kind, text, at, at + len(text)))
        at += len(text) + 2
    return "\n\n".join(text for _, text in blocks), tuple(made)


LIKELY = (
    LikelyDay(
        "2001-09-12",
        "2001-09-12",
        (ArchiveCode.SAME_TEXT.of(OtherStory("1f", "Airline fails", "The Post", "2001-09-12")),),
    ),
    LikelyDay("2001-09-14", "2001-09-18", (ArchiveCode.NUMBERED.of(40, 39, "2001-09-14", None, None, 9, 9, 0),)),
)


class NoAddresses:
    """No picture and no style sheet is held."""

    def captures_at(self, address):
        return []

    def is_source(self, path):
        return False

    def listed_at(self, addresses):
        return {}


class FakeArchive:
    """Stories by id. `older` holds versions that are not the newest, by (id, version)."""

    def __init__(self, stories: Iterable[Story], older: dict[tuple[str, str], Story] | None = None) -> None:
        self._stories = {story.id: story for story in stories}
        self._older = older or {}
        self.is_closed = False

    def story(self, story_id, /, *, version=None):
        try:
            story = self._stories[story_id]
            if version is None or version == story.versions[-1].id:
                return story
            return self._older[story_id, version]
        except (KeyError, IndexError) as error:
            raise StoryMissing("there is no such story", story_id) from error

    folder = Path("/saved/archive")
    addresses = NoAddresses()

    def state(self):
        return "made-up"

    def captures_of(self, story_id, /):
        story = self.story(story_id)
        at = story.captured_at.isoformat() if story.captured_at else None
        versions = [version.id for version in story.versions] or [""]
        place = Place("/saved/page.html")
        return [CaptureEntry(place, story.url, at, f"sha256:{n:064d}", one) for n, one in enumerate(versions)]

    def is_listed(self, story_id, /):
        return True

    redactions = Redactions((), Path())
    takedowns = Takedowns()

    def pictures_left_out(self, story_id, /, *, version=None):
        return set()

    def note_of(self, story_id, /):
        return None

    def at(self, address, /):
        return _at(
            self._entries(), lambda url: urlkey(url) == urlkey(address if "://" in address else f"http://{address}")
        )

    def at_path(self, path, /):
        return _at(self._entries(), lambda url: url.partition("://")[2].partition("/")[2] == path[1:])

    def likely_days(self, story_id, /, *, version=None):
        return LIKELY if story_id == "undated1" else ()

    def thread(self, story_id, /):
        self.story(story_id)
        return THREAD if story_id == FERRY.id else ()

    def trace(self, text, /):
        if len(text.split()) < 4:
            raise QueryError("a passage of 4 words or more can be traced: give more of it")
        return TRACE._replace(text=text) if text in FERRY.body else Trace(text, (), 0, None)

    def newest(self, *, limit=50, offset=0, outlet=None):
        dated = [e for e in self._entries() if e.published and outlet in (None, e.outlet)]
        return sorted(dated, key=lambda e: e.published.value, reverse=True)[offset : offset + limit]

    def by_year(self, year, /, *, limit, offset):
        return [e for e in self._entries() if _year(e) == year][offset : offset + limit]

    def years(self):
        return sorted(Counter(_year(e) for e in self._entries()).items(), key=lambda pair: -(pair[0] or 0))

    def outlets(self):
        return Counter(e.outlet for e in self._entries() if e.outlet).most_common()

    def search(self, query, /, *, since, until, outlet, undated, sort, limit, offset):
        if query.count('"') % 2:
            raise QueryError('a " has no second " to close it')
        found = [e for e in self._entries() if _matches(e, query, since, until, outlet)]
        found = [e for e in found if not (undated and e.published)]
        years = sorted(Counter(_year(e) for e in found).items(), key=lambda pair: -(pair[0] or 0))
        outlets = Counter(e.outlet for e in found if e.outlet).most_common()
        open_found = [e for e in self._entries() if not e.published and _matches(e, query, None, None, outlet)]
        left_out = len(open_found) if since or until else 0
        return SearchResult(len(found), tuple(found[offset : offset + limit]), tuple(outlets), tuple(years), left_out)

    @property
    def shelves(self):
        return FakeShelves(list(self._stories.values()))

    def doubts(self, *, doubt, limit, offset):
        found = [Doubtful(_entry(story), story.doubts) for story in self._stories.values() if story.doubts]
        found = [one for one in found if doubt in (None, *(each.reason for each in one.doubts))]
        return DoubtfulResult(len(found), tuple(found[offset : offset + limit]), ())

    def quotes(self, *, speaker, limit, offset):
        return QuotationResult(0, ())

    def voices(self, story_id, /, *, version=None):
        return ()

    def speakers(self, *, name, outlet, limit, offset):
        return ()

    def speaker(self, speaker_id, /):
        raise QuotationMissing("there is no such speaker", speaker_id)

    def changes(self, *, kind, limit, offset):
        found = [change for change in CHANGES if kind in (None, change.kind)]
        return ChangeResult(len(found), tuple(found[offset : offset + limit]))

    def diff(self, story_id, before, after, /):
        for change in CHANGES:
            if (story_id, before, after) == (change.story, change.before, change.after):
                return change
        raise StoryMissing("there is no such version", story_id)

    def beside(self, story_id, other, /):
        one, two = self.story(story_id), self.story(other)
        return Diff((FieldChange("body", (WordRun("changed", one.body, two.body),)),), ())

    def utterance(self, utterance_id, /):
        raise QuotationMissing("there is no such utterance", utterance_id)

    def close(self):
        self.is_closed = True

    def stats(self):
        undated = sum(1 for e in self._entries() if not e.published)
        count = len(self._stories)
        skipped = (("http-status", 3), ("not-a-page", 12))
        return Stats(count + 15, count, count + 1, undated, skipped, tuple(self.outlets()), tuple(self.years()), 10_000)

    def _entries(self):
        return [_entry(story) for story in self._stories.values()]


def _at(entries: list[Entry], is_there: Callable[[str], bool]) -> AddressResult:
    found = tuple(entry for entry in entries if entry.url and is_there(entry.url))
    place, digest = Place("/saved/page.html"), "sha256:" + 64 * "0"
    captures = tuple(
        CaptureAt(one.id, None, place, one.url, "2019-05-20T10:00:00Z", digest, None, True) for one in found
    )
    return AddressResult(found, captures)


class FakeShelves:
    """What there is to browse in, out of a list of stories."""

    def __init__(self, stories: list[Story]) -> None:
        self._stories = sorted(
            stories, key=lambda story: story.published.value if story.published else "", reverse=True
        )

    def outlets(self):
        counts = Counter(_key(story) for story in self._stories if _key(story))
        return tuple(OutletLine(key, self._title(key), n) for key, n in counts.most_common())

    def outlet(self, key):
        found = [story for story in self._stories if key in (story.outlet.name, story.outlet.domain)]
        if not found:
            return None
        key = _key(found[0])
        sections = Counter(story.section for story in found if story.section).most_common()
        authors = Counter(author.name for story in found for author in story.authors).most_common()
        return OutletShelf(key, self._title(key), (key,), len(found), _years(found), tuple(sections), tuple(authors))

    def outlet_stories(self, key, *, section=None, year=None, limit, offset):
        found = [one for one in self._stories if _key(one) == key and section in (None, one.section) and _in(one, year)]
        return [_entry(story) for story in found][offset : offset + limit]

    def authors(self):
        return tuple(Counter(author.name for story in self._stories for author in story.authors).most_common())

    def author(self, name):
        found = [story for story in self._stories if name in [author.name for author in story.authors]]
        outlets = Counter(_key(story) for story in found if _key(story)).most_common()
        lines = tuple(OutletLine(key, self._title(key), n) for key, n in outlets)
        return AuthorShelf(name, len(found), _years(found), lines) if found else None

    def author_stories(self, name, *, year=None, limit, offset):
        found = [one for one in self._stories if name in [author.name for author in one.authors] and _in(one, year)]
        return [_entry(story) for story in found][offset : offset + limit]

    def days(self, first, last):
        return [DayCount(one, n) for one, n in sorted(Counter(self._days()).items()) if first <= one <= last]

    def vague_stories(self, first, last):
        named = [one.published.value for one in self._stories if one.published and len(one.published.value) < 10]
        return sum(1 for value in named if first.isoformat() <= f"{value}-01-01"[:10] <= last.isoformat())

    def nearest_days(self, first, last):
        days = self._days()
        return max((d for d in days if d < first), default=None), min((d for d in days if d > last), default=None)

    def stories_between(self, first, last, *, limit, offset):
        found = [_entry(one) for one in self._stories if (day := _day_of(one)) and first <= day <= last]
        return found[offset : offset + limit]

    def on_this_day(self, month, day, *, limit, offset=0):
        found = [_entry(one) for one in self._stories if (on := _day_of(one)) and (on.month, on.day) == (month, day)]
        return found[::-1][offset : offset + limit]

    def neighbours(self, story_id):
        story = next(one for one in self._stories if one.id == story_id)
        of_outlet = [one for one in self._stories if _key(one) and _key(one) == _key(story) and one.published]
        if story not in of_outlet:
            return Neighbours(None, None)
        at = of_outlet.index(story)
        before = _entry(of_outlet[at + 1]) if at + 1 < len(of_outlet) else None
        return Neighbours(before, _entry(of_outlet[at - 1]) if at else None)

    def _days(self):
        return [day for day in map(_day_of, self._stories) if day]

    def _title(self, key):
        return next(one.outlet.name or key for one in self._stories if _key(one) == key)


def _key(story: Story) -> str | None:
    return story.outlet.domain or story.outlet.name


def _in(story: Story, year: int | None) -> bool:
    return year is None or (story.published is not None and story.published.value.startswith(str(year)))


def _years(stories: list[Story]):
    counts = Counter(_year(_entry(story)) for story in stories)
    return tuple(sorted(counts.items(), key=lambda pair: (pair[0] is None, -(pair[0] or 0))))


def _day_of(story: Story) -> date | None:
    value = story.published.value if story.published else ""
    return date.fromisoformat(value[:10]) if len(value) >= 10 else None


def _entry(story: Story) -> Entry:
    at = story.body.find("ferry")
    return Entry(
        id=story.id,
        headline=story.headline,
        outlet=story.outlet.name or story.outlet.domain,
        url=story.url,
        published=story.published,
        window=story.window,
        kind=story.kind,
        excerpt=story.body[:220],
        marks=((at, at + 5),) if 0 <= at < 215 else (),
        version_count=max(1, len(story.versions)),
        copy_count=len(story.copies),
    )


def _year(entry: Entry) -> int | None:
    return int(entry.published.value[:4]) if entry.published else None


def _matches(entry: Entry, query: str, since: date | None, until: date | None, outlet: str | None) -> bool:
    words = f"{entry.headline} {entry.excerpt}".lower()
    when = entry.published.value[:10] if entry.published else None
    return (
        query.lower().strip('"') in words
        and outlet in (None, entry.outlet)
        and (since is None or (when is not None and when >= since.isoformat()[: len(when)]))
        and (until is None or (when is not None and when <= until.isoformat()[: len(when)]))
    )


_LEDE = (
    "The old cable ferry at Alder Ferry will carry cars again from Monday, eleven weeks after a spring flood tore its"
    " landing from the east bank and cut the town in two, the county said Thursday."
)
_QUOTED = (
    "“We have people who have driven fifty miles round to see their own mothers,” said Commissioner Ruth Hallam, who"
    " pressed for the repair. “That ends on Monday.”"
)
_BRIDGE = (
    "The county has asked the state for money towards a bridge in each of the last nine years. A study in 2014 put its"
    " cost at 41 million dollars. Engineers who looked at the landing in February said that it could stand for another"
    " twenty years if the piles are replaced, and for two or three if they are not."
)
_FERRY_BODY, _FERRY_BLOCKS = body_of(
    ("paragraph", _LEDE),
    ("paragraph", _QUOTED),
    ("subhead", "A bridge, some day"),
    ("paragraph", _BRIDGE),
    ("list-item", "Cars: 4 dollars"),
    ("list-item", "Trucks: 9 dollars"),
    ("list-item", "Walkers and cyclists: free"),
    ("quote", "The river gives and the river takes, and it has never once sent us a bill that we could read."),
    ("table", "Year\tCrossings\n2014\t41,207\n2015\t39,880\n2016\t40,112"),
    ("caption", "The ferry at its winter berth."),
    ("paragraph", "Crossings run from six in the morning until ten at night. Read the county’s timetable first."),
)


def _linked(blocks: tuple[BodyBlock, ...]) -> tuple[BodyBlock, ...]:
    last = blocks[-1]
    at = last.text.index("timetable")
    links = (Link(at, at + 9, "https://county.example/ferry"), Link(0, 9, "javascript:alert(1)"))
    return (*blocks[:-1], last._replace(links=links))


FERRY = Story(
    id="ferry2017",
    url="https://courier.example/2017/02/23/ferry",
    outlet=COURIER,
    language="en-US",
    section="County",
    headline="Ferry to cross again on Monday, eleven weeks after the flood",
    kicker="The river",
    dek="The county has mended the east landing; a bridge is as far off as ever",
    byline="By Ann Lee and Tom Birch",
    authors=(Author("Ann Lee"), Author("Tom Birch")),
    dateline=Dateline("ALDER FERRY —", "ALDER FERRY"),
    published=day("2017-02-23T16:47-05:00")._replace(conflict=True),
    updated=day("2017-02-24"),
    captured_at=datetime(2019, 5, 2, 8, 0, tzinfo=UTC),
    window=Window("2017-02-23", "2017-02-23", (WindowCode.PUBLISHED.of("2017-02-23", "json-ld"),)),
    body=_FERRY_BODY,
    blocks=_linked(_FERRY_BLOCKS),
    dates=find_dates(_FERRY_BODY, published=day("2017-02-23"), language="en"),
    furniture=(
        Furniture("newsletter", "Get the Courier in your inbox", "newsletter-words"),
        Furniture("call-out", "What’s on your spring list?", "call-out-before-headline"),
        Furniture("newsletter", "Sign up now", "newsletter-words"),
    ),
    credits=(Credit("The Associated Press contributed to this report.", "The Associated Press", "contributed"),),
    notes=(Note("correction", "An earlier version gave the wrong toll for trucks.", "Feb. 24, 2017"),),
    images=(
        Image("https://courier.example/img/ferry.jpg", "The ferry at its landing in 2015.", "Joan Pike/Courier"),
        Image("javascript:alert(2)"),
    ),
    evidence=(
        Evidence(
            "published",
            "2017-02-23T16:47-05:00",
            "2017-02-23T21:47Z",
            "json-ld:datePublished",
            "json-ld-story-published",
            used=True,
        ),
        Evidence("published", "2024", "© 2024", "visible", "after-bare", False, ClueCode.AFTER_TEXT.of()),
        Evidence("headline", "Ferry to cross", "Ferry to cross", "h1", "first-heading", used=True),
    ),
    versions=(
        Version("aaa111", "2017-02-23T22:00:00+00:00", "2017-02-24T02:00:00+00:00", 2),
        Version("bbb222", "2017-02-25T10:00:00+00:00", "2019-05-02T08:00:00+00:00", 1, ("headline", "notes")),
    ),
    copies=(
        Copy("copy2017", "Beacon Six", "Ferry back on Monday", day("2017-02-24")),
        Copy("copyundated", headline="River ferry returns"),
    ),
)

OLDER_FERRY = replace(FERRY, headline="Ferry to cross on Monday", notes=())

CHANGES = (
    Change(
        FERRY.id, "aaa111", "bbb222", "correction", "2017-02-25T10:00:00Z", 2, FERRY.headline, "The Alder Ferry Courier",
        FERRY.url, FERRY.published, FERRY.window,
        Diff(
            (FieldChange("headline", (WordRun("same", "Ferry to cross ", "Ferry to cross "), WordRun("changed", "on Monday", "again"))),),
            (Matter("numbers", ("7",), ("11",)),),
        ),
    ),
)  # fmt: skip

THREAD = (
    ThreadLink("filler3", "Beacon Six", "Ferry talks begin", day("2017-01-09"), order="before"),
    ThreadLink(
        "filler4",
        "Beacon Six",
        "Ferry crosses <again>",
        day("2017-02-28"),
        order="after",
        because=(ThreadCode.RARE_NAMES.of(("Arundel",)), ThreadCode.DAYS_NEAR.of(5)),
    ),
)
TRACE = Trace(
    "",
    (
        Print(
            FERRY.id, "Beacon Six", FERRY.headline, FERRY.url, FERRY.published, Window(), "repeated", 1.0, "", (),
            "The Associated Press", False, ("Ann Lee",), (VersionMark("bbb222", "2017-02-25T10:00:00Z", "came"),), False,
        ),
        Print(
            "copyundated", None, None, None, None, Window(None, "2018-01-01"), "changed", 0.75, "",
            (WordRun("changed", "once", "<twice>"),), None, False, (), (), False,
        ),
    ),
    2,
    "The Associated Press",
)  # fmt: skip
COPY = Story(
    id="copy2017",
    url="https://beacon.example/ferry",
    outlet=BEACON,
    language="en",
    headline="Ferry back on Monday",
    dek="The landing holds",
    authors=(Author("Ann Lee"), Author("Tom Birch")),
    published=day("2017-02-24"),
    body="The old cable ferry will carry cars again from Monday.",
    kind="video",
)

COPY_UNDATED = Story(
    id="copyundated", headline="River ferry returns", body="The ferry will carry cars again from Monday."
)

UNDATED = Story(
    id="undated1",
    url="https://beacon.example/news/airline",
    outlet=BEACON,
    language="en",
    headline="Airline files for protection from its creditors",
    byline="Staff",
    updated=day("2018-05"),
    captured_at=datetime(2019, 3, 3, 12, 0, tzinfo=UTC),
    window=Window(
        "2001-09-11",
        "2019-03-03",
        (WindowCode.TOLD_AS_PAST.of("of 11 September 2001"), WindowCode.SAVED.of("2019-03-03")),
    ),
    body="The airline filed for protection from its creditors on Monday.\n\nIts flights go on.",
    evidence=(
        Evidence("published", "2024", "Copyright 2024", "visible", "after-bare", False, ClueCode.AFTER_TEXT.of()),
    ),
)

HEBREW = Story(
    id="hebrew",
    outlet=Outlet("עיתון העיר", None),
    language="he",
    headline="המעבורת חוזרת",
    published=day("2011-08-09"),
    body="המעבורת תחזור לפעול ביום שני.\n\nכך אמרה המועצה.",
    byline="רות כהן",
)

LIVE_BODY, LIVE_BLOCKS = body_of(
    ("entry-time", "9:14 a.m."),
    ("paragraph", "Polls are open in all nine wards."),
    ("entry-time", "7:02 a.m."),
    ("paragraph", "A queue outside the library."),
    ("embed", "A post of the clerk’s: “Bring a pen.”"),
    ("preformatted", "WARD 1   212\nWARD 2   340"),
)
LIVE = Story(
    id="live",
    outlet=COURIER,
    language="en",
    kind="live-blog",
    headline="Election day as it happened",
    body=LIVE_BODY,
    blocks=LIVE_BLOCKS,
    published=day("2014-11"),
)

YEAR_ONLY = Story(
    id="year",
    outlet=COURIER,
    headline="The mill at a hundred",
    body="It was built by two brothers.",
    published=day("1998"),
)

HOSTILE = Story(
    id="host/ile ?#&é",
    url="javascript:alert(document.domain)",
    outlet=Outlet("<b>Outlet</b>", None),
    language='en" onload="alert(3)',
    headline='</title><script>alert(1)</script> "quoted" \u202eback\x00wards',
    kicker="<img src=x onerror=alert(4)>",
    dek="{{ 7 * 7 }} </script><script>alert(5)</script>",
    byline="'><svg/onload=alert(6)>",
    authors=(Author("</script><script>alert(7)"),),
    published=day("2016-06-07"),
    body="<script>alert(8)</script>\ud800 tail",
    images=(Image("javascript:alert(9)", "<i>caption</i>", "<u>credit</u>"),),
    credits=(Credit("<script>alert(10)</script>", "x", "wire"),),
    notes=(Note("correction", "<script>alert(11)</script>", None),),
    furniture=(Furniture("<script>", "<script>alert(12)</script>", "<script>"),),
)

NO_HEADLINE = Story(id="bare", body="Only this was saved.", window=Window(None, None, ()))

FILLER = tuple(
    Story(
        id=f"filler{number}",
        outlet=BEACON,
        url=f"https://beacon.example/{number}",
        headline=f"Council meeting number {number}",
        published=day(f"{2000 + number % 12}-{number % 12 + 1:02d}-15"),
        body=f"The council met for the {number}th time.",
    )
    for number in range(70)
)


def archive() -> FakeArchive:
    named = (FERRY, COPY, COPY_UNDATED, UNDATED, HEBREW, LIVE, YEAR_ONLY, HOSTILE, NO_HEADLINE)
    return FakeArchive((*named, *FILLER), {("ferry2017", "aaa111"): OLDER_FERRY})
