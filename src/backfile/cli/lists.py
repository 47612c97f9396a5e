"""Lists of an archive: which part of a list is asked for, in which form it is printed, and that there is more of it."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from backfile.cli.options import whole_number
from backfile.cli.output import say, say_csv, say_json, tell

if TYPE_CHECKING:
    from backfile.model.result_page import ResultPage

_FORMS = {
    "--json": "The whole list as one JSON object (docs/cli.md).",
    "--jsonl": "One JSON object a line, one for each of the list.",
    "--csv": "A table with a line for each of the list, for spreadsheets.",
}
_META = "backfile.form"


def list_options(what: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """How many to print, from where on, and in which form (`form_asked`)."""
    options = [
        click.option(
            "--limit", metavar="N", default=20, type=whole_number(1, 10_000), help=f"{what} to print; 20 if not given."
        ),
        click.option(
            "--offset",
            metavar="N",
            default=0,
            type=whole_number(0, 10_000_000),
            help=f"{what} to pass over first; 0 if not given.",
        ),
        *(
            click.option(flag, is_flag=True, expose_value=False, callback=_note_form, help=text)
            for flag, text in _FORMS.items()
        ),
    ]

    def with_options(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            function = option(function)
        return function

    return with_options


def _note_form(context: click.Context, option: click.Parameter, is_given: bool) -> None:
    if not is_given:
        return
    if _META in context.meta:
        raise click.UsageError("choose one of --json, --jsonl and --csv")
    context.meta[_META] = option.name


def form_asked() -> str:
    """ "json", "jsonl", "csv", or "" for text."""
    return str(click.get_current_context().meta.get(_META, ""))


def say_list(found: "ResultPage[Any]", lines: Callable[[Any], Iterable[str]], *, schema: str, **asked: Any) -> None:
    """One page of a list in the form that was asked for; `lines` writes one of it as text."""
    form = form_asked()
    if form == "json":
        say_json({"schema": schema, **asked, **found.to_dict()})
    elif form == "jsonl":
        for item in found:
            say_json(item.to_dict(), on_one_line=True)
    elif form == "csv":
        say_csv(found.columns, found.to_rows())
    else:
        for item in found:
            for line in lines(item):
                say(line)
            say()


def tell_part(found: "ResultPage[Any]", what: str, *, offset: int) -> None:
    """How many of all were printed, and how to get the others."""
    for line in _part(len(found), found.total, what, offset):
        tell(line)


def _part(printed: int, total: int, what: str, offset: int) -> Iterator[str]:
    if offset and printed:
        yield f"{offset + 1:,} to {offset + printed:,} of {total:,} {what}"
    elif offset and total:
        yield f"There are {total:,} {what}: none after the {offset:,} passed over"
    else:
        yield f"{printed:,} of {total:,} {what}"
    if printed and offset + printed < total:
        yield f"For the next: --offset {offset + printed}; for more at once: --limit"
