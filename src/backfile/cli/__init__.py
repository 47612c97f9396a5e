"""The command line, one file a verb. Results to stdout, talk to stderr; exit 0 done, 1 nothing or failed, 2 misused."""

import os
import sys

from backfile.cli.top_help import ASKED, top_help
from backfile.garbage import collect_seldom


def main(arguments: list[str] | None = None) -> None:
    """Run a command line and exit. What a user can mend is one line on stderr."""
    given = sys.argv[1:] if arguments is None else arguments
    if given in ([word] for word in ASKED):
        sys.stdout.write(top_help())
        sys.exit(0)
    if given == ["--version"]:
        _say_version()
        sys.exit(0)
    _run(given)


def _run(arguments: list[str]) -> None:
    collect_seldom()
    from backfile.cli.output import shown
    from backfile.cli.verb import app
    from backfile.errors import BackfileError, QueryError

    try:
        app.main(arguments, prog_name="backfile")
    except BackfileError as error:
        sys.stderr.write(shown(f"backfile: {error}\n"))
        sys.exit(2 if isinstance(error, QueryError) else 1)
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is left to say, nor to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


_COMPILED = ("backfile.compiled._walk", "backfile.compiled._score")
_NOT_COMPILED = (
    "Its compiled parts are not built, and pages take half as long again to read: where there is a C compiler and Python's "
    "headers (on Debian gcc and python3-dev), install it again.\n"
)


def _say_version() -> None:
    from importlib.util import find_spec

    from backfile import __version__

    sys.stdout.write(f"{__version__}\n")
    if not all(map(find_spec, _COMPILED)):
        sys.stderr.write(_NOT_COMPILED)
