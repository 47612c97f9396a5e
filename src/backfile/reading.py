"""Reading one capture: page, labels, story, dates. The stages are wired here and in `ingest` and nowhere else."""

import re
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple

import backfile.wording  # noqa: F401 - gives the reasons of a story their sentences
from backfile.capture.given_page import given_capture
from backfile.dates.decide import decide_stamps
from backfile.dates.doubtful_days import date_doubts
from backfile.dates.note_days import dated
from backfile.dates.parse_stamp import parse_stamp
from backfile.dates.window import find_window
from backfile.label.label_page import label_page
from backfile.lexicon.text_language import primary_language, tell_language
from backfile.model.capture import Capture
from backfile.model.clue_rules import Basis
from backfile.model.label import BodyKind
from backfile.model.labelled_page import LabelledPage
from backfile.model.mentions import Mention
from backfile.model.reasons import Reason
from backfile.model.story import BodyBlock, DateMention, Named, Quote, Stamp, Story
from backfile.page.build_page import build_page
from backfile.page.script_fields import with_script_fields
from backfile.page.script_state import with_script_story
from backfile.story.front_links import front_mentions
from backfile.story.identity import story_id
from backfile.story.link_lists import FrontLists, Lists, lists_on
from backfile.story.story_fields import StoryFields, read_fields


def read(
    html_or_bytes: str | bytes,
    url: str | None = None,
    captured_at: datetime | str | None = None,
    analyse: bool = True,
) -> Story:
    """The Story on a saved page.

    `html_or_bytes` is the page as saved, HTML or plain text, told apart by its content; `url` its address and
    `captured_at` when it was saved, a datetime with a zone or ISO 8601 text with one, where they are known.
    With `analyse=False` what is found in the body's own words (dates, quotes, people, agencies) is left out.
    Raises TypeError for what is neither bytes nor text, ValueError for bytes of no page and for a time without a zone.
    """
    return read_capture(given_capture(html_or_bytes, url, captured_at), analyse=analyse)


def extract(html_or_bytes: str | bytes, url: str | None = None) -> str:
    """The text of the story on a saved page, paragraphs joined by an empty line; "" where the page has no text of its own.

    The `body` of what `read` gives, without analysis. Raises what `read` raises.
    """
    return read(html_or_bytes, url, analyse=False).body


def read_text(text: str, published: date | datetime | str | None = None, language: str | None = None) -> Story:
    """The Story of a text as it is: `body` is the text given, nothing taken out, so offsets index into it.

    `published` is the day or the instant that it was published, or such a value in ISO 8601 ("2017-02", "2017").
    `language` is the text's, a BCP 47 tag; it is told from the text where it is not given.
    Raises ValueError for what is no such value, TypeError for values of other types.
    """
    if not isinstance(text, str):
        raise TypeError(f"a story's text is a str, not {type(text).__name__}; backfile.read reads a page's bytes")
    blocks = tuple(BodyBlock("paragraph", found[0], found.start(), found.end()) for found in _PARAGRAPH.finditer(text))
    story = Story(
        id=story_id(None, None, text),
        language=_given_language(language) if language is not None else tell_language(text),
        body=text,
        blocks=blocks,
        published=_given(published) if published is not None else None,
    )
    story = replace(story, **_told(story, story.published)._asdict())
    return replace(story, window=find_window(story))


_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.S)


def _given_language(tag: str) -> str:
    code = primary_language(tag)
    if code is None:
        raise ValueError(f"language is no code: {tag!r} (give one such as en, de or pt-BR)")
    return code


def _given(published: date | datetime | str) -> Stamp:
    if not isinstance(published, date | str):
        raise TypeError(f"published is a day, not {published!r}: give a date, a datetime or text such as 2017-02-23")
    raw = published if isinstance(published, str) else published.isoformat()
    parsed = parse_stamp(raw)
    if parsed is None:
        raise ValueError(f"published is not a date: {raw!r} (give one such as 2017-02-23)")
    return Stamp(parsed.value, parsed.precision, parsed.zone, Basis.GIVEN.value, raw)


def read_capture(capture: Capture, *, analyse: bool = True) -> Story:
    """The Story on a capture."""
    return read_page(capture, analyse=analyse).story


class PageRead(NamedTuple):
    """What is on a capture."""

    story: Story
    lists: Lists = ()
    """Of a listing, the stories that it links to."""
    mentions: tuple[Mention, ...] = ()
    """What it says of them."""


def read_page(capture: Capture, *, analyse: bool = True, taken: Reason | None = None) -> PageRead:
    """The Story on a capture and, where it is a listing, the stories that it lists.

    `taken` says why a page is a story that is none by itself: an archivist took it in.
    Six steps: the page, its labels, the story's fields, its stamps, what its words say, the window that all of these leave.
    """
    labelled = read_labels(capture)
    fields = read_fields(labelled)
    if taken is not None and fields.kind in _NO_STORIES:
        fields = fields._replace(kind="story", kind_reason=taken)
    why_no_story = fields.kind_reason if fields.kind in _NO_STORIES else None
    stamps = decide_stamps(labelled, language=fields.language, why_no_story=why_no_story)
    if fields.notes:
        fields = fields._replace(notes=tuple(dated(note, fields.language) for note in fields.notes))
    told = _told(fields, stamps.published) if analyse else _NOTHING_TOLD
    fields = fields._replace(doubts=(*fields.doubts, *date_doubts(stamps)))
    story = Story(**fields._asdict(), **stamps._asdict(), **told._asdict())
    front = lists_on(labelled.page) if story.kind == "listing" else FrontLists()
    mentions = front_mentions(labelled.page, front.links)
    return PageRead(replace(story, window=find_window(story)), front.lists, mentions)


_NO_STORIES = frozenset(("listing", "other"))


class _Told(NamedTuple):
    """What the body's own words say."""

    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    people: tuple[Named, ...] = ()
    agencies: tuple[Named, ...] = ()


_NOTHING_TOLD = _Told()


def _told(fields: StoryFields | Story, published: Stamp | None) -> _Told:
    # both take as long to load as a dozen pages to read without them
    from backfile.dates.text.find_dates import find_dates
    from backfile.quotes.speech import analyse_speech

    spoken = [(block.start, block.end) for block in fields.blocks if block.kind not in _NOT_SPOKEN]
    speech = analyse_speech(fields.body, block_spans=spoken, headline=fields.headline, language=fields.language)
    dates = find_dates(fields.body, published=published, language=fields.language)
    return _Told(dates, speech.quotes, speech.people, speech.agencies)


_NOT_SPOKEN = frozenset(("caption", "table", "entry-time", "subhead"))


def read_labels(capture: Capture) -> LabelledPage:
    """The page of a capture with a label for each of its blocks: what `read --blocks` lists."""
    labelled = label_page(build_page(capture))
    if labelled.page.is_plain_text:
        return labelled
    blocks, labels = labelled.page.blocks, labelled.labels
    shown = sum(len(blocks[at].text) for at in labelled.body if labels[at].kind is not BodyKind.CAPTION)
    fuller = with_script_story(labelled.page, shown)
    if fuller is not None:
        return label_page(fuller)
    told = with_script_fields(labelled.page, blocks[labelled.headline].text) if labelled.headline >= 0 else None
    return LabelledPage(told, labelled.labels) if told is not None else labelled
