"""Forms in which `backfile read` gives a story: to stdout, or as a file each in a folder."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import click

from backfile.cli.output import csv_writer, json_text, say, say_json, tell

if TYPE_CHECKING:
    from backfile.model.labelled_page import LabelledPage
    from backfile.model.story import Story
    from backfile.one_capture import CaptureRead

Write: TypeAlias = "Callable[[CaptureRead], None]"


class Form(NamedTuple):
    """What is printed of each capture."""

    name: str
    suffix: str | None = None
    """Of its file in a folder; None for what is no file each."""
    analyses: bool = False
    """Whether it has in it what is found in the body's own words."""
    prints_skipped: bool = False
    """Whether a page that is no story for an archive is printed too."""
    of_blocks: bool = False


_FORMS = {
    form.name: form
    for form in (
        Form("text", ".txt"),
        Form("markdown", ".md"),
        Form("json", ".json", analyses=True, prints_skipped=True),
        Form("jsonl", analyses=True, prints_skipped=True),
        Form("csv", analyses=True),
        Form("evidence", analyses=True, prints_skipped=True),
        Form("blocks", of_blocks=True),
        Form("blocks json", prints_skipped=True, of_blocks=True),
        Form("blocks jsonl", prints_skipped=True, of_blocks=True),
    )
}


def form_of(asked: Sequence[str]) -> Form:
    """The form that the flags ask for. Raises UsageError for two at once."""
    name = " ".join(sorted(asked)) or "text"
    if name not in _FORMS:
        raise click.UsageError("choose one of --json, --jsonl, --text, --markdown, --csv, --blocks and --evidence")
    return _FORMS[name]


@contextmanager
def writer_of(form: Form, folder: Path | None) -> Iterator[Write]:
    """Writes what was read in the form, to stdout or into the folder."""
    if folder is None:
        yield _to_stdout(form)
        return
    from backfile.cli.story_files import StoryFiles

    files = StoryFiles(folder, form.suffix or "", _text_in(form, None))
    yield lambda read: files.write(read.place, _story(read))
    tell(f"Files written to {folder}: {files.count:,}")


def _story(read: "CaptureRead") -> "Story":
    assert read.story is not None  # what gave no story is not written
    return read.story


def _page(read: "CaptureRead") -> "LabelledPage":
    assert read.labelled is not None
    return read.labelled


def _text_in(form: Form, now: datetime | None) -> "Callable[[Story], str]":
    from backfile.cli.written_stories import story_markdown, story_text

    if form.name == "json":
        return lambda story: json_text(story.to_dict()) + "\n"
    lines = story_markdown if form.name == "markdown" else story_text
    return lambda story: "\n".join(lines(story, now)) + "\n"


def _to_stdout(form: Form) -> Write:
    """One after another; what is neither JSON nor CSV is set apart from the one before it."""
    from backfile.cli.tables import block_records, block_rows, say_evidence, say_table

    if form.of_blocks and form.name != "blocks":
        return _records(lambda read: block_records(_page(read)), form)
    if form.name in ("json", "jsonl"):
        return _records(lambda read: _story(read).to_dict(), form)
    if form.name == "csv":
        return _rows()
    if form.name == "blocks":
        return _apart(lambda read, is_first: say_table(*block_rows(_page(read)), is_first=is_first))
    if form.name == "evidence":
        return _apart(lambda read, is_first: say_evidence(_story(read), is_first=is_first))
    text_of = _text_in(form, datetime.now(UTC))
    return _apart(lambda read, is_first: _say_apart(text_of(_story(read)), is_first=is_first))


def _records(record: "Callable[[CaptureRead], object]", form: Form) -> Write:
    return lambda read: say_json(record(read), on_one_line=form.name.endswith("jsonl"))


def _rows() -> Write:
    from backfile.model.flat_rows import STORY_COLUMNS, story_row

    write = csv_writer(STORY_COLUMNS)
    return lambda read: write(story_row(_story(read)))


def _apart(write: "Callable[[CaptureRead, bool], None]") -> Write:
    is_first = iter((True,))
    return lambda read: write(read, next(is_first, False))


def _say_apart(text: str, *, is_first: bool) -> None:
    if not is_first:
        say()
        say("-" * 72)
        say()
    say(text.removesuffix("\n"))
