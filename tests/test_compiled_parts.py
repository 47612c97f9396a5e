"""The compiled parts compile without a warning, and are built as Backfile is installed."""

import shutil
import sysconfig
from pathlib import Path

import hatch_build
import pytest

from backfile.cli import _COMPILED

PACKAGE = Path(__file__).parents[1] / "src" / "backfile"
CAN_COMPILE = shutil.which("cc") and Path(sysconfig.get_path("include"), "Python.h").is_file()


@pytest.mark.skipif(not CAN_COMPILE, reason="no C compiler here, or no headers of Python's")
@pytest.mark.parametrize(("module", "source"), hatch_build.PARTS.items())
def test_each_part_compiles_without_a_warning(module: str, source: str, tmp_path: Path) -> None:
    built = tmp_path / f"{module.rpartition('/')[2]}{hatch_build.ENDING}"
    assert hatch_build.compile_part(PACKAGE / source, built, "-Werror") == ""
    assert built.is_file()


def test_every_source_is_a_part() -> None:
    assert set(PACKAGE.rglob("*.c")) == {PACKAGE / source for source in hatch_build.PARTS.values()}


def test_the_command_line_asks_for_every_part() -> None:
    assert set(_COMPILED) == {"backfile." + module.replace("/", ".") for module in hatch_build.PARTS}


def test_a_compiler_that_is_missing_or_fails_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "part.c"
    source.write_text("int nothing;", "utf-8")
    monkeypatch.setenv("CC", "no-such-compiler")
    assert "no-such-compiler" in hatch_build.compile_part(source, tmp_path / "part.so")
    monkeypatch.setenv("CC", "false")
    assert hatch_build.compile_part(source, tmp_path / "part.so") == "the compiler does not say why"
