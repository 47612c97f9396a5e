"""The command line, one file a verb. Results to stdout, talk to stderr; exit 0 done, 1 nothing or failed, 2 misused."""

import os
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from backfile import __version__
from backfile.cli.add import add
from backfile.cli.check import check
from backfile.cli.collate import collate
from backfile.cli.date import date
from backfile.cli.output import say, shown
from backfile.cli.quotes import quotes
from backfile.cli.read import read
from backfile.cli.search import search
from backfile.cli.serve import serve
from backfile.cli.show import show
from backfile.cli.stats import stats
from backfile.cli.undated import undated
from backfile.cli.upgrade import upgrade
from backfile.errors import BackfileError, QueryError

app = typer.Typer(
    name="backfile",
    help="Saved news pages in, a dated archive out.",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


_COMPILED = ("backfile.page._walk", "backfile.label._score", "backfile.label._lines")
_NOT_COMPILED = (
    "Its compiled parts are not built, and pages take half as long again to read: where there is a C compiler and Python's "
    "headers (on Debian gcc and python3-dev), install it again.\n"
)


def _say_version(is_asked: bool) -> None:
    if is_asked:
        say(__version__)
        if not all(map(find_spec, _COMPILED)):
            sys.stderr.write(_NOT_COMPILED)
        raise typer.Exit


@app.callback()
def backfile(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print Backfile's version.")
    ] = False,
) -> None:
    """Saved news pages in, a dated archive out."""
    del version  # its own callback has answered it


VERBS = (add, read, search, show, undated, date, quotes, collate, serve, check, upgrade, stats)
for verb in VERBS:
    app.command(verb.__name__)(verb)


def main(arguments: list[str] | None = None) -> None:
    """Run a command line and exit. What a user can mend is one line on stderr."""
    try:
        app(arguments)
    except BackfileError as error:
        sys.stderr.write(shown(f"backfile: {error}\n"))
        sys.exit(2 if isinstance(error, QueryError) else 1)
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is left to say, nor to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
