from array import array
from collections.abc import Callable
from typing import Any

from backfile.model.page import Block, Box

def prepare(
    arrays: dict[str, array[float]],
    words: dict[str, int],
    leads: set[str],
    tags: dict[str, int],
    ends: dict[str, int],
    names: dict[str, int],
    name_words: Callable[[str, str], list[str]],
    /,
) -> Any: ...
def score(
    network: Any,
    blocks: tuple[Block, ...],
    boxes: tuple[Box, ...],
    zone: list[int],
    titles: set[str],
    deks: dict[str, int],
    body: str,
    /,
) -> list[float]: ...
