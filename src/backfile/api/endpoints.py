"""Endpoints of the API: one table, from which its routes and its description are made."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import PurePath
from typing import Any, NamedTuple, TypeAlias

from backfile.api import parameters as p
from backfile.api.cursors import Fetch
from backfile.api.parameters import Given, Parameter
from backfile.archive.reader import Archive
from backfile.citation.citation_forms import csl_json
from backfile.citation.citation_line import citation_line
from backfile.citation.cited import cited
from backfile.citation.verify import verify
from backfile.model.capture import Place
from backfile.model.changes import CHANGE_COLUMNS, Change
from backfile.model.entry import DOUBTFUL_COLUMNS, ENTRY_COLUMNS, UNDATED_COLUMNS, Doubtful, Entry, Stats, Undated
from backfile.model.flat_rows import Columns
from backfile.model.proof import Proof
from backfile.model.quotation import QUOTATION_COLUMNS, SPEAKER_COLUMNS, Quotation, Speaker, SpeakerEntry, Utterance
from backfile.model.shelves import AUTHOR_COLUMNS, OUTLET_COLUMNS, AuthorLine, OutletLine
from backfile.model.story import Copy, Story, ThreadLink, Version
from backfile.model.traces import Trace


class CitedStory(NamedTuple):
    """A story as a version of it stands, with its citation and the token that `backfile verify` proves."""

    story: Story
    version: str
    token: str
    citation: str
    csl: dict[str, Any]
    """The citation as CSL-JSON."""


One: TypeAlias = Callable[[Archive, Given, datetime], Any]
Many: TypeAlias = Callable[[Archive, Given], Fetch]


class Endpoint(NamedTuple):
    """An address of the API."""

    path: str
    name: str
    says: str
    gives: Any
    """The type of the record, or of a list's items."""
    parameters: tuple[Parameter, ...] = ()
    one: One | None = None
    many: Many | None = None
    """Of a list: what fetches its items."""
    columns: Columns | None = None
    """Of a list that can be had as CSV."""


def _stories(archive: Archive, given: Given) -> Fetch:
    outlet, section, year = given["outlet"], given["section"], given["year"]
    if outlet:
        of = partial(archive.shelves.outlet_stories, outlet, section=section, year=year)
        return lambda limit, offset: of(limit=limit, offset=offset)
    if section:
        raise p.Refused("section: give the outlet too, since each has sections of its own")
    if year:
        return lambda limit, offset: archive.by_year(year, limit=limit, offset=offset)
    return lambda limit, offset: archive.newest(limit=limit, offset=offset)


def _authored(archive: Archive, given: Given) -> Fetch:
    name, year = given["name"], given["year"]
    return lambda limit, offset: archive.shelves.author_stories(name, year=year, limit=limit, offset=offset)


def _anniversaries(archive: Archive, given: Given) -> Fetch:
    try:
        on = date.fromisoformat(f"2000-{given['day']}")  # a year that has every day
    except ValueError as error:
        raise p.Refused("day: write it as 02-23, and as one that is in the calendar") from error
    return lambda limit, offset: archive.shelves.on_this_day(on.month, on.day, limit=limit, offset=offset)


def _found(archive: Archive, given: Given) -> Fetch:
    return lambda limit, offset: archive.search(
        given["q"],
        since=given["from"],
        until=given["to"],
        outlet=given["outlet"],
        undated=given["undated"] == "yes",
        sort=given["sort"],
        limit=limit,
        offset=offset,
    )


def _quotations(archive: Archive, given: Given) -> Fetch:
    return lambda limit, offset: archive.quotes(
        speaker=given["speaker"],
        about=given["about"],
        since=given["from"],
        until=given["to"],
        outlet=given["outlet"],
        limit=limit,
        offset=offset,
    )


def _story(archive: Archive, given: Given, now: datetime) -> CitedStory:
    story = archive.story(given["id"], version=given["version"])
    one = cited(story, given["version"])
    version = one.version.id if one.version else ""
    return CitedStory(story, version, str(one.token or ""), citation_line(one), csl_json(one, now))


class ProofAnswer(NamedTuple):
    """A proof; `proved` where every point of it is."""

    proof: Proof
    proved: bool


def _verified(archive: Archive, given: Given, _now: datetime) -> ProofAnswer:
    proof = verify(archive, given["q"], named=_file_name)
    return ProofAnswer(proof, proof.is_whole)


def _file_name(place: Place) -> str:
    """A place without the folders of the machine that it lies on."""
    return str(place._replace(path=PurePath(place.path).name))


def _whole(items: Callable[[Archive, Given], Any]) -> Many:
    """A list that is made at once, of one story or of all outlets."""

    def many(archive: Archive, given: Given) -> Fetch:
        held = items(archive, given)
        return lambda limit, offset: held[offset : offset + limit]

    return many


ENDPOINTS = (
    Endpoint(
        "/stories", "listStories", "Stories with a date, the newest first; of an outlet the undated too, last.", Entry,
        (p.OUTLET, p.SECTION, p.YEAR), many=_stories, columns=ENTRY_COLUMNS,
    ),
    Endpoint("/search", "searchStories", "Stories that a search finds.", Entry,
             (p.WORDS, p.SINCE, p.UNTIL, p.OUTLET, p.UNDATED, p.SORT), many=_found, columns=ENTRY_COLUMNS),
    Endpoint("/stories/{id}", "getStory", "A story with its citation.", CitedStory, (p.VERSION,), one=_story),
    Endpoint("/stories/{id}/versions", "listVersions", "A story's versions, the oldest first.", Version,
             many=_whole(lambda archive, given: archive.story(given["id"]).versions)),
    Endpoint("/stories/{id}/changes/{before}/{after}", "getChange", "What changed from one version to another, word by word.", Change,
             one=lambda archive, given, _: archive.diff(given["id"], given["before"], given["after"])),
    Endpoint("/stories/{id}/copies", "listCopies", "Stories that share words with it.", Copy,
             many=_whole(lambda archive, given: archive.story(given["id"]).copies)),
    Endpoint("/stories/{id}/thread", "listThread", "Other stories on the same matter, in the order of their days.", ThreadLink,
             many=_whole(lambda archive, given: archive.thread(given["id"]))),
    Endpoint("/stories/{id}/quotations", "listStoryQuotations", "Who said what in a story.", Quotation, (p.VERSION,),
             many=_whole(lambda archive, given: archive.quotes_of(given["id"], version=given["version"])), columns=QUOTATION_COLUMNS),
    Endpoint("/quotations", "listQuotations", "Who said what, the newest first.", Quotation,
             (p.SPEAKER, p.ABOUT, p.SINCE, p.UNTIL, p.OUTLET), many=_quotations, columns=QUOTATION_COLUMNS),
    Endpoint("/speakers", "listSpeakers", "People who are quoted, the most quoted first.", SpeakerEntry, (p.NAME, p.OUTLET),
             columns=SPEAKER_COLUMNS, many=lambda archive, given: lambda limit, offset: archive.speakers(
                 name=given["name"], outlet=given["outlet"], limit=limit, offset=offset)),
    Endpoint("/speakers/{id}", "getSpeaker", "A person over all stories.", Speaker,
             one=lambda archive, given, _: archive.speaker(given["id"])),
    Endpoint("/utterances/{id}", "getUtterance", "An utterance as every outlet and version prints it.", Utterance,
             one=lambda archive, given, _: archive.utterance(given["id"])),
    Endpoint("/changes", "listChanges", "Changes of all stories, those seen last first.", Change,
             (p.KIND, p.SEEN_SINCE, p.OUTLET), columns=CHANGE_COLUMNS,
             many=lambda archive, given: lambda limit, offset: archive.changes(
                 kind=given["kind"], since=given["from"], outlet=given["outlet"], limit=limit, offset=offset)),
    Endpoint("/undated", "listUndated", "Stories that nothing dates, with what bounds each.", Undated, (p.OUTLET,), columns=UNDATED_COLUMNS,
             many=lambda archive, given: lambda limit, offset: archive.undated(outlet=given["outlet"], limit=limit, offset=offset)),
    Endpoint("/outlets", "listOutlets", "Outlets with their stories, most first.", OutletLine,
             many=_whole(lambda archive, _: archive.shelves.outlets()), columns=OUTLET_COLUMNS),
    Endpoint("/doubts", "listDoubts", "Stories whose reading is in doubt, the heaviest doubts first.", Doubtful, (p.DOUBT, p.OUTLET),
             columns=DOUBTFUL_COLUMNS, many=lambda archive, given: lambda limit, offset: archive.doubts(
                 doubt=given["doubt"], outlet=given["outlet"], limit=limit, offset=offset)),
    Endpoint("/days/{day}/stories", "listStoriesOfDay", "Stories of one day of the month in every year, written 02-23, the newest first.", Entry,
             many=_anniversaries, columns=ENTRY_COLUMNS),
    Endpoint("/authors", "listAuthors", "Names of authors with their stories, most first.", AuthorLine,
             many=_whole(lambda archive, _: [AuthorLine(*one) for one in archive.shelves.authors()]), columns=AUTHOR_COLUMNS),
    Endpoint("/authors/{name}/stories", "listAuthorStories", "Stories that name an author so.", Entry, (p.YEAR,),
             many=_authored, columns=ENTRY_COLUMNS),
    Endpoint("/trace", "tracePassage", "Who printed a passage, in the order of their days, and what became of it.", Trace, (p.PASSAGE,),
             one=lambda archive, given, _: archive.trace(given["q"])),
    Endpoint("/verify", "verifyCitation", "What the archive shows of a citation, point by point.", ProofAnswer, (p.CITATION,), one=_verified),
    Endpoint("/stats", "getStats", "What the archive holds.", Stats, one=lambda archive, *_: archive.stats()),
)  # fmt: skip


def parameters_of(endpoint: Endpoint) -> tuple[Parameter, ...]:
    """Those of its query."""
    return (*endpoint.parameters, p.LIMIT, p.CURSOR) if endpoint.many else endpoint.parameters


def path_names(path: str) -> list[str]:
    """ "id", "before", "after" of "/stories/{id}/changes/{before}/{after}"."""
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]
