"""Compiler of the word lists: languages/*.toml into one Python module, as Backfile is installed.

It stands on the standard library alone: hatch_build.py runs it before there is a Backfile to import.

A list is compiled to one string, an entry a line, under its name ("stamps.updated") and its language ("nl"): a module of a few
hundred strings costs no time to load, and of most lists a page needs none.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Lists = dict[str, dict[str, str]]
"""A list's name -> language -> its entries, one a line."""
Stamp = tuple[tuple[str, int, int], ...]
"""Name, size and time of change (nanoseconds) of each file that was compiled."""

SOURCE = "source"
NAMES: dict[str, str] = {
    "name": "the language's name in English",
    "calendar.months": "twelve rows, January first: spellings parted by spaces, in small letters and without a full stop",
    "calendar.weekdays": "seven rows, Monday first, in the same form",
    "calendar.day-words": "two rows: today, yesterday",
    "calendar.solar-hijri": "twelve rows, the first in March: months of Iran and Afghanistan",
    "calendar.ago-after": "words for ago that stand after the amount",
    "calendar.ago-before": "words for ago that stand before it",
    **{
        f"calendar.units.{unit}": f"words for {unit}, its plural and cases"
        for unit in ("second", "minute", "hour", "day", "week", "month", "year")
    },
    "stamps.published": "beginnings of words before a stamp that say it is the first day; patterns",
    "stamps.updated": "beginnings of words before or after a stamp that say it is the last change; patterns",
    "stamps.dated": "words before a colon and a day: Date; patterns",
    "stamps.not-the-story": "beginnings of words before a day that is not the story's: copyright, event, printed; patterns",
    "stamps.issue": "words for the issue or edition of a paper; patterns",
    "stamps.limits": "words before a day that is a limit: by, until, since; patterns",
    "stamps.comments": "what the heading of the readers' comments says, in small letters",
    "bylines.by": "the word that most bylines begin with: by",
    "bylines.work": "words of work before that word: written, a report; patterns",
    "bylines.writer": "words before a name, with a colon or a space between: author; patterns",
    "bylines.label": "words before a name that need the colon; patterns",
    "bylines.joined": "such words of a script without spaces, or without capitals; patterns",
    "bylines.lines": "openings of a line that is a byline as a whole, up to the name; patterns",
    "bylines.first-words": "the first words of all these, in small letters; letters beyond the Latin need none",
    "bylines.alone": "a byline's words on a line of their own, the name in the next",
    "bylines.other-work": "work that is not the writing, before the word of bylines.by; patterns",
    "bylines.pictured": "words before a colon and a photographer; patterns",
    "bylines.edited": "words before a colon and an editor or a source; patterns",
    "agencies.names": "full name, a colon, and what is printed for it in small letters, parted by commas",
    "agencies.signs": "what they sign lines with, in small letters; patterns",
    "agencies.pictures": "agencies that have pictures alone; patterns",
    "error-pages.word": "the word before the number: error (404); patterns",
    "error-pages.headings": "the whole of a heading: page not found; patterns",
    "error-pages.sentences": "a part of what such a page says: the page you requested; patterns",
    "error-pages.asked": "words that name what was asked for; two of this list and the next three are such a page; patterns",
    "error-pages.gone": "words that say it is moved or gone; patterns",
    "error-pages.address": "words that ask to check the address; patterns",
    "error-pages.elsewhere": "words that send the reader to the front page or a search; patterns",
    "other-pages.shop": "whole lines and buttons of shops, in small letters",
    "other-pages.thread": "those of forums",
    "other-pages.small-ad": "those of small ads and jobs",
    "other-pages.event": "those of events",
    "other-pages.sections": "parts of a site that hold no stories, as titles name them, in small letters: small ads",
    "other-pages.search-titles": "how the title of a search's results begins; patterns",
    "quotations.auxiliaries": "auxiliaries before a verb of saying: has; patterns",
    "quotations.verbs": "verbs that attribute, in the forms that print uses: said; patterns",
    "quotations.partial": "verbs that quote a word or two: spoke of, called; patterns",
    "quotations.joins": "what joins a reported clause to its verb, with its comma and spaces: that; patterns",
    "quotations.according": "words before a source: according to; patterns, in both cases",
    "quotations.following": "a word after a source in the same sense; patterns",
    "quotations.closing": "a word that stands only after what it reports (aldus); patterns",
    "quotations.leads": "words before a verb that are not its subject, where the subject follows it then",
    "quotations.aside": "a clause that attributes the main one; one pattern with the groups source and cue",
    "quotations.drops-subject": "yes, where a pronoun as subject is left out",
    "quotations.pronouns.he": "he",
    "quotations.pronouns.she": "she",
    "quotations.pronouns.they": "the other pronouns",
    "people.callings": "offices and callings, kin included, in small letters",
    "people.calling-endings": "how other words for them end",
    "people.not-callings": "words that end so and are none",
    "people.before-calling": "what is joined to one by a hyphen: vice",
    "people.title-endings": "how an office ends that stands before a last name alone (German)",
    "people.small-words": "words that are in no name, though a sentence begins with them",
    "people.articles": "articles, their contractions, possessives",
    "people.determiners": "those of them that open a phrase with its noun",
    "people.joints": "words inside an office: of, for",
    "people.particles": "words in small letters inside a name",
    "people.things": "words that show a name to be no person's: bank, street",
    "people.surname-things": "those of them that are last names too",
    "people.courtesy.he": "courtesy titles without their stop, of a man",
    "people.courtesy.she": "of a woman",
    "people.courtesy.either": "of both",
    "lines.archive-notice": "beginnings of lines that say the story is from the archive; patterns",
    "lines.newsletter": "offers of a letter; patterns",
    "lines.related": "what leads to other stories: read also; patterns",
    "lines.share": "what offers to share the story; the line ends soon after; patterns",
    "lines.advert": "advert marks, as whole lines; patterns",
    "lines.paywall": "offers of a subscription; patterns",
    "lines.comments": "headings of readers' comments, as whole lines; patterns",
    "lines.cookies": "notices of cookies; patterns",
    "lines.tags": "headings of keywords, before a colon or alone; patterns",
    "lines.reading-time": "reading time, listen; patterns",
    "notes.labels": "the word before a note's colon: correction, update; patterns",
    "notes.sentences": "beginnings of notes that are sentences; patterns",
    "notes.printed": "beginnings of notes on the printed edition; patterns",
    "notes.translated": "beginnings of notes on translation; patterns",
    "notes.correction": "beginnings of words that make a note a correction; patterns",
    "notes.clarification": "that make it a clarification; patterns",
    "notes.update": "that make it an update; patterns",
    "notes.reprint": "that make it a word of reprint; patterns",
    "notes.editors-note": "that make it an editor's note; patterns",
    "credits.leads": "what leads a credit line: source, with reports from; patterns",
    "credits.contributed": "beginnings of words for a contribution; patterns",
    "credits.pictures": "what leads a picture's credit that is a line of its own; patterns",
    "quotations.dialogue-dashes": "yes, where a dash opens what is said",
    "quotations.not-sources": "words that begin no source: relative pronouns, conjunctions",
    "people.given.he": "given names of men, in small letters",
    "people.given.she": "given names of women",
}
"""Every list that a language may have, and what stands in it. A name that is not here is a slip, and is said so."""


LOOKED_UP = (
    "lines.",
    "notes.labels",
    "notes.sentences",
    "notes.printed",
    "notes.translated",
    "credits.leads",
    "credits.pictures",
)
"""Lists of whole lines, which are found by their first letters (label/language_lines.py)."""


class ListFault(ValueError):
    """A file of word lists that cannot be compiled: which, where in it, and what to do."""


def compile_folder(folder: Path) -> Lists:
    """The lists of all languages of a folder."""
    lists: Lists = {}
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise ListFault(f"{folder}: no word lists are here; install Backfile again")
    for path in files:
        for name, text in compile_language(path).items():
            lists.setdefault(name, {})[path.stem] = text
    return lists


def compile_language(path: Path) -> dict[str, str]:
    """The lists of one language, by name."""
    import tomllib  # a fifth of what a cold start takes, which only this needs

    try:
        tables = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ListFault(f"{path}: this is no TOML: {error}") from error
    found: dict[str, str] = {}
    for name, value in _leaves(path, tables, "", has_source=False):
        if name not in NAMES:
            raise ListFault(f"{path}: no list is called {name}; docs/languages.md names those that are")
        found[name] = _one_string(path, name, value)
    if "name" not in found:
        raise ListFault(f'{path}: write the language\'s name in its first line: name = "Dutch"')
    return found


def _leaves(path: Path, table: dict[str, Any], prefix: str, *, has_source: bool) -> Iterator[tuple[str, Any]]:
    """Each list of a table and of those in it; a list must stand under a table that tells its source."""
    has_source = has_source or bool(table.get(SOURCE))
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            yield from _leaves(path, value, f"{name}.", has_source=has_source)
        elif key != SOURCE:
            if prefix and not has_source:
                raise ListFault(f'{path}: where does {name} come from? Write source = "..." in [{prefix[:-1]}]')
            yield name, value


def _one_string(path: Path, name: str, value: Any) -> str:
    """An array's entries, or a text's words, one a line."""
    entries = value if isinstance(value, list) or name == "name" else str(value).split()
    entries = [value] if name == "name" else entries
    for entry in entries:
        if not isinstance(entry, str) or not entry or "\n" in entry:
            raise ListFault(f"{path}: an entry of {name} is no line of text: {entry!r}")
        if "patterns" in NAMES[name]:
            try:
                re.compile(entry)
            except re.error as error:
                raise ListFault(f"{path}: an entry of {name} is no pattern, {error}: {entry!r}") from error
        if name.startswith(LOOKED_UP) and not entry[0].isalpha():
            raise ListFault(
                f"{path}: an entry of {name} must begin with a letter, by which lines are looked up: {entry!r}; "
                "write an entry for each of its beginnings"
            )
    return "\n".join(entries)


def stamp_of(folder: Path) -> Stamp:
    """What tells that no file was changed since."""
    with os.scandir(folder) as files:
        seen = [(file.name, file.stat()) for file in files if file.name.endswith(".toml")]
    return tuple(sorted((name, found.st_size, found.st_mtime_ns) for name, found in seen))


def write_module(folder: Path, module: Path, *, is_tree: bool) -> None:
    """Compile a folder into a module; with `is_tree` one that is looked over at each start, since its files may be edited."""
    stamp = stamp_of(folder) if is_tree else None
    module.write_text(
        f'"""Word lists, compiled by compile_lists.py from languages/*.toml: not to be edited."""\n\nSTAMP = {stamp!r}\nLISTS = {compile_folder(folder)!r}\n',
        "utf-8",
    )
