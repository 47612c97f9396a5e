"""How much code there is: statements of Python (from the AST, docstrings aside) and of C, by package.

    python bench/count_statements.py [SRC]

A statement of C is counted by its `;` or opening `{` outside strings and comments.
"""

import ast
import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_NOT_CODE = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def statements(path: Path) -> int:
    """Statements in a file of Python or C."""
    text = path.read_text("utf-8")
    if path.suffix in (".c", ".h"):
        return len(re.findall(r"[;{]", _NOT_CODE.sub("", text)))
    return sum(isinstance(node, ast.stmt) and not _is_docstring(node) for node in ast.walk(ast.parse(text)))


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def main() -> None:
    src = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "src" / "backfile"
    counts: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for path in sorted(src.rglob("*")):
        if path.suffix in (".py", ".c", ".h"):
            inside = path.relative_to(src)
            part = inside.parts[0] if len(inside.parts) > 1 else "(top)"
            name = f"{part}{' in C' if path.suffix != '.py' else ''}"
            counts[name] += statements(path)
            files[name] += 1
    for name, count in sorted(counts.items()):
        print(f"{name:<14}{files[name]:>5} files{count:>8} statements")
    print(f"{'all':<14}{files.total():>5} files{counts.total():>8} statements")


if __name__ == "__main__":
    main()
