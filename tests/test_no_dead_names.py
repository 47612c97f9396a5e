"""Nothing stands in the source that nothing uses: a name that occurs once is only defined."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src"
USERS = ("src", "tests", "bench", "samples", "scripts")
CALLED_BY_PYTHON = {"__getattr__", "__dir__", "__all__"}
CALLED_BY_CLICK = {"format_epilog", "list_commands", "get_command", "get_help", "convert", "age_notice"}


def defined(source: str) -> Iterator[str]:
    """The names that a module defines for itself or for others: functions, classes, constants, methods."""
    for node in ast.parse(source).body:
        yield from _named(node)
        if isinstance(node, ast.ClassDef):
            yield from (inner.name for inner in node.body if isinstance(inner, ast.FunctionDef))


def _named(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    for target in node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]:
        yield from (name.id for name in ast.walk(target) if isinstance(name, ast.Name)) if target else ()


def words() -> Counter[str]:
    """How often each word stands in what may use a name: code, templates, scripts."""
    found: Counter[str] = Counter()
    for folder in USERS:
        for path in (ROOT / folder).rglob("*"):
            if (
                path.suffix in (".py", ".html", ".xml", ".sh")
                and "pages" not in path.parts
                and "saved" not in path.parts
            ):
                found.update(re.findall(r"\w+", path.read_text("utf-8")))
    return found


def test_every_name_is_used_somewhere() -> None:
    count = words()
    dead = [
        f"{path.relative_to(SRC)}: {name}"
        for path in sorted(SRC.rglob("*.py"))
        for name in defined(path.read_text("utf-8"))
        if count[name] < 2 and name not in CALLED_BY_PYTHON | CALLED_BY_CLICK and not name.startswith("__")
    ]
    assert dead == []


def test_functions_classes_methods_and_constants_are_seen() -> None:
    source = (
        "A, B = 1, 2\nC: int = 3\ndef d(): e = 1\nclass F:\n    def g(self): ...\nasync def h(): ...\nfor i in A: ..."
    )
    assert list(defined(source)) == ["A", "B", "C", "d", "F", "g", "h", "i"]
