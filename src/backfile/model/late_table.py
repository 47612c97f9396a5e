"""Late table: what another part knows of keys of this one, made when the first is looked up.

What wording/ says of reasons and records takes a tenth of a short command's time to load, and most say little of it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class LateTable(Mapping[Key, Value]):
    """Empty until it is given a maker, which is asked once."""

    def __init__(self) -> None:
        self._make: Callable[[], dict[Key, Value]] = dict
        self._made: dict[Key, Value] | None = None

    def made_by(self, make: Callable[[], dict[Key, Value]]) -> None:
        """Give it its maker."""
        self._make, self._made = make, None

    @property
    def made(self) -> dict[Key, Value]:
        """The table as its maker made it."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def __getitem__(self, key: Key) -> Value:
        return self.made[key]

    def __iter__(self) -> Iterator[Key]:
        return iter(self.made)

    def __len__(self) -> int:
        return len(self.made)
