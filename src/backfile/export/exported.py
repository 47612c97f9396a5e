"""What an export could not hold: counted by why, and said at its end."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Exported:
    """What an export wrote."""

    what: str
    """What is counted: "stories", "captures", "posts"."""
    count: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """(place or id, why) of each that is not in what was written."""
    lost: Counter[str] = field(default_factory=Counter)
    """What the form could not say of those that were written -> how many it concerns."""
