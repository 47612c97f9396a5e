"""Names one after another in a sentence."""

from collections.abc import Sequence


def enumerated(names: Sequence[str]) -> str:
    """ "Ann Lee", "Ann Lee and Tom Birch", "Ann Lee, Tom Birch and Jo Ash"; "" for none."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
