"""Names one after another in a sentence."""

from collections.abc import Sequence

from backfile.wording.site_languages import gettext


def enumerated(names: Sequence[str]) -> str:
    """ "Ann Lee", "Ann Lee and Tom Birch", "Ann Lee, Tom Birch and Jo Ash"; "" for none."""
    first, last = ", ".join(names[:-1]), "".join(names[-1:])
    return gettext("{names} and {last}").format(names=first, last=last) if first and last else first or last
