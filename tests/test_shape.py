"""Functions that can be read at a sight, modules that a traceback tells apart."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest
from radon.visitors import Class, ComplexityVisitor, Function

SRC = Path(__file__).parents[1] / "src" / "backfile"
JUDGED = ("label", "story", "dates", "archive", "site")
"""Left aside are the tables that dates/text is written as, and the grammar of quotes/."""
LONGEST = 60
"""Lines: what a screen shows."""
MOST_COMPLEX = 20
"""Cyclomatic complexity (McCabe 1976) as radon counts it: each `and`, `or`, comprehension and its `if` is a branch too. Radon's own
rank for more is D, "more than moderate"."""


ELSEWHERE = 25
"""What the rest of the source may have, which is grammars for the most part."""
GROWN: dict[str, int] = {
    "page/walk.py run": 33,
}
"""What has more: the walk over a page's tree, whose twin in C is as long. None is added, and one that shrinks takes its figure with it."""


def judged() -> list[Path]:
    paths = (path for part in JUDGED for path in (SRC / part).rglob("*.py"))
    return sorted(path for path in paths if path.relative_to(SRC).parts[:2] != ("dates", "text"))


def functions(source: str) -> Iterator[Function]:
    """Each function and method of a module, those inside others too."""
    visitor = ComplexityVisitor.from_code(source)
    waiting: list[Function | Class] = [*visitor.functions, *visitor.classes]
    for block in waiting:
        if isinstance(block, Function):
            yield block
            waiting += block.closures
        else:
            waiting += [*block.methods, *block.inner_classes]


def too_much(source: str) -> list[str]:
    return [
        f"line {one.lineno}: {one.name} has {one.endline - one.lineno + 1} lines and complexity {one.complexity}"
        for one in functions(source)
        if one.endline - one.lineno >= LONGEST or one.complexity > MOST_COMPLEX
    ]


@pytest.mark.parametrize("path", judged(), ids=lambda path: str(path.relative_to(SRC)))
def test_no_function_is_long_or_has_many_branches(path: Path) -> None:
    assert too_much(path.read_text("utf-8")) == []


def test_no_grammar_grows_more_branches() -> None:
    found = {
        f"{path.relative_to(SRC).as_posix()} {one.name}": one.complexity
        for path in sorted({*SRC.rglob("*.py")} - {*judged()})  # those have less, by the test above
        for one in functions(path.read_text("utf-8"))
        if one.complexity > ELSEWHERE
    }
    assert found == GROWN


def test_long_and_branching_functions_are_seen_wherever_they_stand() -> None:
    branching = "def {}(x):\n" + "".join(f"    if x == {n}: return {n}\n" for n in range(MOST_COMPLEX))
    long, short = ("def {}():\n" + "    y = 1\n" * lines for lines in (LONGEST, LONGEST - 1))
    method, inner = (indent(branching.format(name), "    ") for name in ("method", "inner"))
    nested = indent(inner, "    ").replace("inner", "nested")
    source = (
        f"class A:\n{method}    class B:\n{nested}def outer():\n{inner}{long.format('long')}{short.format('short')}"
    )
    assert {line.split()[2] for line in too_much(source)} == {"method", "nested", "inner", "long"}


def test_no_two_modules_share_a_name() -> None:
    """A verb's module in cli/ may be called as the verb is; a folder may have a module's name."""
    names = Counter(
        path.name for path in SRC.rglob("*.py") if path.parent != SRC / "cli" and path.name != "__init__.py"
    )
    assert [name for name, count in names.items() if count > 1] == []
