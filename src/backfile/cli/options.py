"""Arguments that several verbs take, and the kinds of value that they are of."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from backfile.archive.search.search_days import first_day, last_day
from backfile.capture.instants import given_instant


class Parsed(click.ParamType[Any]):
    """A value that a function reads from its text; what it raises ValueError for is said as the command line says it."""

    def __init__(self, name: str, parse: Callable[[str], Any]) -> None:
        self.name = name
        self._parse = parse

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value; one that a program gives is no text, and stays."""
        if not isinstance(value, str):
            return value
        try:
            return self._parse(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def whole_number(least: int, most: int) -> Parsed:
    """A number from `least` to `most`."""

    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and least <= int(text) <= most):
            raise ValueError(f"{text!r} is no whole number from {least:,} to {most:,}")
        return int(text)

    return Parsed("number", parse)


def _moment(text: str) -> datetime:
    return given_instant(text)


MOMENT = Parsed("time", _moment)
"""An instant; without a zone it is none."""


def web_address(text: str) -> str:
    """The address of a site as somebody gives it, without a slash at its end. Raises ValueError."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ValueError(f"{text!r} is no address of a site: write it as https://archive.paper.example")
    return text.rstrip("/")


_MOST_JOBS = 4


def usual_jobs() -> int:
    """Processes where nobody says how many: one a processor that this one may use, at most four."""
    return min(len(os.sched_getaffinity(0)), _MOST_JOBS)


site_option = click.option(
    "--site", metavar="FILE", type=click.Path(path_type=Path), help="A site.toml: name, words, colours, rights, robots."
)
no_search_option = click.option(
    "--no-search", is_flag=True, help="Leave out the search in the browser, which Pagefind makes."
)
archive_option = click.option(
    "-a", "--archive", metavar="DIR", envvar="BACKFILE_ARCHIVE", default="archive", type=click.Path(path_type=Path),
    help="The archive's folder; else $BACKFILE_ARCHIVE, else ./archive.",
)  # fmt: skip
archive_argument = click.argument(
    "archive", metavar="DIR", envvar="BACKFILE_ARCHIVE", type=click.Path(path_type=Path), help="The archive's folder."
)
"""The archive that a verb makes anew in its place: it has to be named."""
STORY_ID = "The story's id, as lists and searches print it, the start of it, or its old address."
story_argument = click.argument(
    "story_id",
    metavar="ID",
    help=STORY_ID,
)
story_or_table_argument = click.argument("story_id", metavar="[ID]", required=False, help=STORY_ID)
"""The same where a table may be given in its place."""
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON (docs/cli.md).")
since_option = click.option(
    "--from", "since", metavar="DAY", type=Parsed("day", first_day), help="Published on this day or later."
)
until_option = click.option(
    "--to", "until", metavar="DAY", type=Parsed("day", last_day), help="Published on this day or earlier."
)
outlet_option = click.option("--outlet", metavar="NAME", help="Of this outlet: its name or its domain.")
