"""Mutation test: do the tests notice a comparison or a returned boolean turned round?

    python -m bench.mutants [MODULE ...] [--seed 20] [--each 20] [--list]

Of each module it takes --each mutants, drawn with --seed: `<` for `<=`, `==` for `!=`, `in` for `not in`, `and` for `or`, `return True`
for `return False`. A mutant lives where the module's own tests (MODULES) still pass in a process that has its code. It prints a table
and each mutant that lived; it exits with 1 where fewer than 8 of 10 died, those aside that change nothing and are argued for in EQUAL.
"""

import argparse
import ast
import importlib
import inspect
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
MODULES: dict[str, str] = {
    "story/authors/find_authors": "tests/story/test_authors.py tests/story/test_author_lines.py tests/story tests/test_pages.py",
    "story/authors/byline_names": "tests/story/test_authors.py tests/story/test_author_lines.py tests/story tests/test_pages.py",
    "story/authors/roles": "tests/story/test_authors.py tests/story/test_author_lines.py tests/story tests/test_pages.py",
    "quotes/clauses": "tests/quotes/test_readers.py tests/quotes/test_cases.py tests/quotes/test_said_by_whom.py",
    "dates/text/weekdays": "tests/dates/test_text.py",
    "label/outside_rules": "tests/label/test_block_rules.py tests/label/test_rules.py tests/test_pages.py",
    "label/body_rules": "tests/label/test_block_rules.py tests/label/test_rules.py tests/test_pages.py",
}
"""Module, without its ending, to the tests that are to notice, those that notice most first."""
LEAST = 0.8
EQUAL: dict[str, str] = {}
"""Mutants that change nothing, as they are printed, with the reason."""
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change to a module."""

    line: int
    before: str
    after: str
    source: str
    """The whole module with the change."""


def mutants_of(source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    return sorted(_mutants(source), key=lambda mutant: (mutant.line, mutant.before, mutant.after))


def _mutants(source: str) -> Iterator[Mutant]:
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Compare | ast.BoolOp | ast.Return)]
    for at in range(len(nodes)):
        tree = ast.parse(source)
        node = [node for node in ast.walk(tree) if isinstance(node, ast.Compare | ast.BoolOp | ast.Return)][at]
        before = ast.unparse(node)
        if _turn(node):
            yield Mutant(node.lineno, before, ast.unparse(node), ast.unparse(tree))


def _turn(node: ast.AST) -> bool:
    """Change a node in place; whether there was anything to change."""
    match node:
        case ast.Compare(ops=[op, *_]):
            node.ops[0] = _TURNED[type(op)]()
        case ast.BoolOp(op=ast.And()):
            node.op = ast.Or()
        case ast.BoolOp():
            node.op = ast.And()
        case ast.Return(value=ast.Constant(value=bool(value))):
            node.value = ast.Constant(not value)
        case _:
            return False
    return True


def main() -> None:
    """Try the mutants of each module and print what lived."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.mutants", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("modules", nargs="*", default=list(MODULES), metavar="MODULE")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--each", type=int, default=20)
    parser.add_argument("--list", action="store_true", help="print the mutants that are drawn, and try none")
    given = parser.parse_args()
    is_enough = True
    for module in given.modules:
        source = (ROOT / "src" / "backfile" / f"{module}.py").read_text("utf-8")
        every = mutants_of(source)
        drawn = sorted(random.Random(given.seed).sample(every, min(given.each, len(every))))
        if given.list:
            for mutant in drawn:
                print(said(module, mutant))
            continue
        lived = [mutant for mutant in drawn if said(module, mutant) not in EQUAL and is_alive(module, mutant.source)]
        argued = sum(said(module, mutant) in EQUAL for mutant in drawn)
        tried = len(drawn) - argued
        print(
            f"{module:<34}{len(every):>5} mutants, {tried} tried, {argued} change nothing, {tried - len(lived)} died",
            flush=True,
        )
        for mutant in lived:
            print(f"    lived: {said(module, mutant)}", flush=True)
        is_enough = is_enough and tried - len(lived) >= LEAST * tried
    sys.exit(None if is_enough else 1)


def said(module: str, mutant: Mutant) -> str:
    """A mutant as it is printed and named in EQUAL."""
    return f"{module}: {' '.join(mutant.before.split())[:110]} -> {' '.join(mutant.after.split())[:110]}"


def is_alive(module: str, changed: str) -> bool:
    """Whether a module's tests pass with the changed functions in the place of its own, in a process of their own."""
    child = os.fork()
    if not child:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        swap(module, changed)
        os._exit(int(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *MODULES[module].split()])))
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def swap(module: str, changed: str) -> None:
    """Give each function of a module the code that it has in the changed source: whoever holds the function runs that."""
    own = vars(importlib.import_module(f"backfile.{module.replace('/', '.')}"))
    made = dict(own)
    exec(compile(changed, module, "exec"), made)
    for name, function in made.items():
        mine, its = inspect.unwrap(own.get(name) or function), inspect.unwrap(function)
        if inspect.isfunction(mine) and inspect.isfunction(its) and its.__code__.co_filename == module:
            mine.__code__ = its.__code__


if __name__ == "__main__":
    main()
