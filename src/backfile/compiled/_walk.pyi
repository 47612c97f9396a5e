from collections.abc import Callable
from typing import Any

def prepare(
    library: str,
    kinds: dict[str, int],
    headings: frozenset[str],
    of_use: frozenset[str],
    undated: frozenset[str],
    folded_tags: frozenset[str],
    naming: tuple[str, ...],
    records: tuple[type, type, type, type],
    is_folded: Callable[[str, str], bool],
    without_invisible: Callable[..., Any],
    hides: Callable[[str], bool],
    seen_part: Callable[..., Any],
    /,
) -> None: ...
def is_utf8(payload: bytes, /) -> bool: ...
def tell(words: frozenset[str], stems: tuple[str, ...], shortest: int, /) -> None: ...
def may_hint(name: str, /) -> bool: ...
def words_of(name: str, /) -> list[str]: ...
def walk(number: int, /) -> tuple[Any, ...] | None: ...
