"""Patterns compiled at their first use: of 440 that the modules name, reading one page uses a hundred.

Compiling all of them is half of what a cold `backfile read` would take. Only those whose compiling takes long are late; a late
pattern is used as any other, but for module functions such as `re.sub(pattern, ...)` and for what asks `match.re is PATTERN`.
"""

import re
from typing import Any, cast

_METHODS = (
    "finditer",
    "findall",
    "flags",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "search",
    "split",
    "sub",
    "subn",
)


class _LatePattern:
    """A pattern that is not compiled yet; afterwards its methods are the compiled one's, and cost what those cost."""

    __slots__ = ("_flags", *_METHODS, "pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(f"a late pattern has no {name!r}")
        compiled = re.compile(self.pattern, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, compiled when it is first used."""
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))
