"""Manual page of the command line, made from the help of its commands (man-pages(7)): `make man`."""

import sys
from collections.abc import Iterator
from typing import Any

import click

from backfile.cli.top_help import EXAMPLES, VERBS
from backfile.cli.verb import app

OF_ALL = ("quiet", "verbose", "log_file")
CONTEXT = click.Context(app, info_name="backfile")


def escaped(text: str) -> str:
    """Text in which roff finds no requests and no escapes."""
    plain = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("’", "\\(cq").replace("“", "\\(lq").replace("”", "\\(rq")
    )
    return "\\&" + plain if plain[:1] in (".", "'") else plain


def option_lines(name: str, does: str) -> Iterator[str]:
    """A term and what it means."""
    yield ".TP"
    yield f".B {escaped(name)}"
    yield escaped(" ".join(does.split()))


def command_lines(name: str, command: Any) -> Iterator[str]:
    """The section of one command."""
    context = click.Context(command, info_name=name, parent=CONTEXT)
    arguments = " ".join(command.collect_usage_pieces(context))
    yield f".SS backfile {escaped(name)} {escaped(arguments)}"
    yield escaped(" ".join(command.help.split()))
    for param in command.params:
        if param.name not in OF_ALL:
            yield from option_lines(*(param.get_help_record(context) or (param.make_metavar(context), param.help)))
    yield from example_lines(command.examples)


def example_lines(examples: Any) -> Iterator[str]:
    """Command lines as they are typed."""
    yield ".PP"
    yield ".nf"
    yield from (escaped(example) for example in examples)
    yield ".fi"


def page_lines() -> Iterator[str]:
    """The whole page."""
    yield '.TH BACKFILE 1 "" "Backfile"'
    yield ".SH NAME"
    yield "backfile \\- saved news pages in, a dated archive out"
    yield ".SH SYNOPSIS"
    yield ".B backfile"
    yield "COMMAND ..."
    yield ".SH DESCRIPTION"
    yield "Results go to standard output, talk to standard error."
    yield from example_lines(EXAMPLES)
    yield ".SH OPTIONS"
    yield from option_lines("--version", "Print Backfile's version.")
    yield from option_lines("-h, --help", "Print what a command takes, with examples.")
    first = app.get_command(CONTEXT, "read")
    assert first is not None
    for param in first.params:
        if param.name in OF_ALL:
            yield from option_lines(*(param.get_help_record(CONTEXT) or ("", "")))
    yield ".SH COMMANDS"
    for name in VERBS:
        command = app.get_command(CONTEXT, name)
        assert command is not None
        yield from command_lines(name, command)
    yield ".SH ENVIRONMENT"
    yield from option_lines("BACKFILE_ARCHIVE", "The archive's folder, where no --archive is given.")
    yield ".SH EXIT STATUS"
    yield from option_lines("0", "Done.")
    yield from option_lines("1", "Nothing was found, or something failed.")
    yield from option_lines("2", "The command was used wrongly.")


if __name__ == "__main__":
    sys.stdout.write("\n".join(page_lines()) + "\n")
