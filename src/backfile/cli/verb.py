"""Commands of the command line: verbs with examples in their help, and the group that loads each when it is asked for."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from backfile.cli.talk import talk_options
from backfile.cli.top_help import ASKED, VERBS, top_help


class Verb(click.Command):
    """A command whose help ends with examples, each a whole command line."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.params += talk_options()
        self.examples = tuple(examples)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples, unwrapped, so that they can be copied."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{' ' * formatter.current_indent}{example}\n")


def verb(*examples: str) -> Callable[[Callable[..., None]], Verb]:
    """Makes a function the verb of its name."""
    settings = {"max_content_width": 100, "help_option_names": list(ASKED)}
    return click.command(cls=Verb, examples=examples, context_settings=settings)


class Verbs(click.Group):
    """Every verb, by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the help."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """A verb, loaded from the module of its name."""
        if name not in VERBS:
            return None
        word = name.replace("-", "_")
        found: Verb = getattr(import_module(f"backfile.cli.{word}"), word)
        return found

    def get_help(self, ctx: click.Context) -> str:
        """The same as without Click."""
        return top_help().rstrip()


app = Verbs("backfile", context_settings={"help_option_names": list(ASKED)}, no_args_is_help=True)
