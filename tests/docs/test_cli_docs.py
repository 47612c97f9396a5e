"""Each command and each flag of the command line is in docs/cli.md, under its command."""

import re
from pathlib import Path
from typing import Any

import pytest
import typer

from backfile.cli import app

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text("utf-8")
COMMANDS: dict[str, Any] = dict(typer.main.get_command(app).commands)


def section_of(name: str) -> str:
    """The part of the page under the heading that names the command."""
    sections = re.split(r"^#+ ", PAGE, flags=re.MULTILINE)
    return next((text for text in sections if re.match(rf"`?(backfile )?{name}\b", text)), "")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_section(name: str) -> None:
    assert section_of(name), f"docs/cli.md has no heading for {name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_each_flag_is_in_its_commands_section(name: str) -> None:
    flags = [flag for param in COMMANDS[name].params for flag in param.opts if flag.startswith("--")]
    assert [flag for flag in flags if flag not in section_of(name)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_flag_says_what_it_does(name: str) -> None:
    assert [param.name for param in COMMANDS[name].params if not getattr(param, "help", None)] == []


def test_each_verb_of_the_readme_is_a_command() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert set(re.findall(r"^ +backfile ([a-z]+)", readme, flags=re.MULTILINE)) <= set(COMMANDS)
