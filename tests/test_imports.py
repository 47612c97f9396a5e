"""Imports run one way: docs/data-flow.md draws it, and LEVELS says it."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backfile.compiled import score

SRC = Path(__file__).parents[1] / "src"
MODULES = sorted(SRC.rglob("*.py"))

LEVELS: tuple[tuple[str, ...], ...] = (
    ("errors", "limits", "compiled", "late_pattern", "garbage"),
    ("model",),
    ("lexicon", "wording"),
    ("capture", "page"),
    ("label",),
    ("story", "dates", "quotes"),
    ("reading+reader_name",),
    ("archive",),
    (
        "ingest+open_archive+workers+preload+parent_process+one_capture+reading_time+housekeeping+repair+kept_captures+kept_files+takings+taking_down+carried_takedowns+many_days+many_takedowns+many_takings+reread",
    ),
    ("citation",),
    ("export",),
    ("tagged_answer+encoding_choice",),
    ("api", "memento"),
    ("site", "mcp"),
    ("publish", "cluster"),
    ("cli",),
)
"""Each part may import those of the levels above its own, and itself: not one beside it. Parts joined by + are one."""
HIDDEN: dict[str, set[str]] = {"archive": {"page", "label"}}
"""What a part may not import though it stands above: an archive takes Stories, and reads no page."""


def _allowed() -> dict[str, set[str]]:
    allowed: dict[str, set[str]] = {}
    above: set[str] = set()
    for level in LEVELS:
        parts = [set(part.split("+")) for part in level]
        for part in parts:
            for name in part:
                allowed[name] = (above | part) - HIDDEN.get(name, set())
        above = above.union(*parts)
    return allowed | {"": above, "__main__": {"cli"}}


ALLOWED = _allowed()
ALLOWED["cli"] |= {""}
"""The package itself gives the command line its version."""

HEAVY = (
    "dask",
    "distributed",
    "fsspec",
    "tantivy",
    "starlette",
    "uvicorn",
    "rich",
    "numpy",
    "fastwarc",
    "warcio",
    "py3langid",
    "click",
    "jinja2",
    "pydantic",
    "orjson",
)


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to: "" for the package itself."""
    first = path.relative_to(SRC / "backfile").parts[0].removesuffix(".py")
    return "" if first == "__init__" else first


def imported_parts(path: Path) -> Iterator[tuple[int, str]]:
    """(line, part of ours) for each import in a file, wherever it stands."""
    package = path.relative_to(SRC).parent.parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "backfile" else [module]
        for name in names:
            if name == "backfile" or name.startswith("backfile."):
                yield node.lineno, _known_part([*name.split("."), ""][1])


def _known_part(name: str) -> str:
    """A folder or module of ours; a name that the package itself gives out is the package."""
    return name if (SRC / "backfile" / name).is_dir() or (SRC / "backfile" / f"{name}.py").is_file() else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    assert part in ALLOWED, f"say in {Path(__file__).name} what {part} may import"
    wrong = [
        f"line {line} imports {name or 'backfile'}" for line, name in imported_parts(path) if name not in ALLOWED[part]
    ]
    assert wrong == []


def test_the_page_on_data_flow_says_the_same() -> None:
    page = (
        (SRC.parent / "docs" / "data-flow.md").read_text("utf-8").split("\n## Who may know whom\n")[1].split("\n## ")[0]
    )
    drawn = [set(line.split("  ")[0].split()) for line in map(str.strip, re.findall(r"^    .+", page, re.M))]
    there = {part_of(path) for path in MODULES}
    levels = [set("+".join(level).split("+")) & there for level in LEVELS]
    assert drawn == [level for level in levels if level]


def test_nothing_but_the_command_line_imports_it() -> None:
    importers = {part_of(path) for path in MODULES for _, name in imported_parts(path) if name == "cli"}
    assert importers <= {"cli", "__main__"}


def test_import_of_backfile_loads_nothing_heavy() -> None:
    code = "import sys, backfile; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    out = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=True
    )
    assert set(out.stdout.split()) & set(HEAVY) == set()


def test_reading_without_analysis_loads_none_of_it() -> None:
    page = "<h1>The fair came</h1><p>The fair came to the green on Monday, and everybody went to see it there.</p>" * 3
    code = f"import sys, backfile; backfile.read({page!r}, analyse=ANALYSE); print(*sys.modules)"
    loaded = {}
    for analyse in (True, False):
        command = [sys.executable, "-c", code.replace("ANALYSE", str(analyse))]
        out = subprocess.run(command, env={"PYTHONPATH": str(SRC)}, capture_output=True, text=True, check=True)
        loaded[analyse] = set(out.stdout.split()) & {"backfile.quotes.speech", "backfile.dates.text.find_dates"}
    assert loaded == {True: {"backfile.quotes.speech", "backfile.dates.text.find_dates"}, False: set()}


@pytest.mark.parametrize(
    ("arguments", "not_needed"),
    [
        (["--version"], {"click", "backfile.model.story"}),
        (["read", "--help"], {"backfile.model.story", "backfile.reading", "orjson"}),
        (["search", "--help"], {"backfile.model.story", "backfile.archive.reader", "tantivy"}),
        (
            ["read", "samples/saved/pages/post/mill-roof.html"],
            {
                "numpy" if score else "rich",  # without the compiled model its twin needs it
                "tantivy",
                "sqlite3",
                "py3langid",
                "rich",
                "backfile.quotes.speech",
                "email.message",
                "backfile.capture.wxr",
            },
        ),
    ],
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], not_needed: set[str]) -> None:
    code = f"import sys, backfile.cli\ntry: backfile.cli.main({arguments!r})\nfinally: sys.stderr.write(' '.join(sys.modules))"
    out = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(SRC)},
        cwd=SRC.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(out.stderr.split()) & not_needed == set()
    assert out.stdout


def test_relative_and_package_imports_are_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "backfile"
    for name in ("model", "cli", "page"):
        (package / name).mkdir(parents=True)
    module = package / "page" / "tree.py"
    module.write_text(
        "from ..cli import add\nfrom backfile import cli, read\nimport backfile.model.page\nimport json\n"
    )
    monkeypatch.setattr(sys.modules[__name__], "SRC", tmp_path)
    assert sorted(imported_parts(module)) == [(1, "cli"), (2, ""), (2, "cli"), (3, "model")]
