"""Each command and each flag of the command line is in docs/cli.md, under its command."""

import re
import shlex
from pathlib import Path
from typing import Any

import click
import pytest

from backfile.cli.top_help import VERBS, top_help
from backfile.cli.verb import app

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
CONTEXT = click.Context(app)
COMMANDS: dict[str, Any] = {name: app.get_command(CONTEXT, name) for name in app.list_commands(CONTEXT)}


def section_of(name: str) -> str:
    """The part of the page under the heading that names the command."""
    sections = re.split(r"^#+ ", PAGE, flags=re.MULTILINE)
    return next((text for text in sections if re.match(rf"`?(backfile )?{name}\b", text)), "")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_section(name: str) -> None:
    assert section_of(name), f"docs/cli.md has no heading for {name}"


OF_ALL = set.intersection(*({flag for param in verb.params for flag in param.opts} for verb in COMMANDS.values()))


def test_the_flags_of_every_command_are_at_the_head() -> None:
    assert {"--quiet", "--verbose", "--log-file"} <= OF_ALL
    assert [flag for flag in OF_ALL if f"`{flag}" not in PAGE.split("\n## ")[0]] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_flag_is_in_its_commands_section(name: str) -> None:
    flags = [flag for param in COMMANDS[name].params for flag in param.opts if flag.startswith("--")]
    assert [flag for flag in flags if flag not in section_of(name) and flag not in OF_ALL] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_flag_says_what_it_does(name: str) -> None:
    assert [param.name for param in COMMANDS[name].params if not getattr(param, "help", None)] == []


def test_each_verb_of_the_readme_is_a_command() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert set(re.findall(r"^ +backfile ([a-z]+)", readme, flags=re.MULTILINE)) <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_all_says_the_first_sentence_of_each(name: str) -> None:
    assert COMMANDS[name].help.startswith(VERBS[name])
    assert VERBS[name].endswith(".")
    assert VERBS[name] in top_help()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_verb_has_examples_of_it(name: str) -> None:
    assert COMMANDS[name].examples
    assert all(f"backfile {name} " in example for example in COMMANDS[name].examples)
    assert COMMANDS[name].examples[0] in COMMANDS[name].get_help(click.Context(COMMANDS[name], info_name=name))


def _typed() -> list[str]:
    """Every command line that the help, the README and the pages of docs/ give as an example."""
    pages = [Path(__file__).parents[2] / "README.md", *sorted((Path(__file__).parents[2] / "docs").glob("*.md"))]
    printed = [line for page in pages for line in re.findall(r"^ {4}(backfile [a-z].*)", page.read_text("utf-8"), re.M)]
    usage = re.compile(r"\[|\b[A-Z]{3,}\b.*\[|^backfile \w+ [A-Z]+( |$)")
    shown = [example for verb in COMMANDS.values() for example in verb.examples]
    return [line for line in printed if not usage.search(line)] + shown


@pytest.mark.parametrize("line", _typed())
def test_an_example_is_a_command_line_that_is_understood(line: str) -> None:
    words = shlex.split(line.split("| ")[-1] if "| backfile" in line else line, comments=True)
    assert words[0] == "backfile"
    COMMANDS[words[1]].make_context(words[1], words[2:])
