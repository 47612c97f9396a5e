from collections.abc import Callable
from typing import Any

from backfile.label.line_rules import LineRule

def prepare(
    nodes: tuple[tuple[int, tuple[tuple[int, int], ...]], ...],
    of_size: tuple[int, ...],
    reach: int,
    end: int,
    rules: tuple[tuple[LineRule, str, tuple[bytes, ...]], ...],
    matcher: Callable[[str], Callable[[str], object]],
    may_match: Callable[[str], int],
    /,
) -> Any: ...
def first_fit(rules: Any, text: str, /) -> LineRule | None: ...
