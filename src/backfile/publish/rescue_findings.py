"""What a rescue has found: stories and how they are dated, addresses held and missing, pictures, evidence, what was passed over."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from backfile.archive import Archive
from backfile.kept_captures import shown_of
from backfile.kept_files import PageFiles
from backfile.model.addresses import EvidenceRead, KnownAddress
from backfile.model.capture import SkipReason
from backfile.model.plain_values import plain_record
from backfile.wording.skip_advice import SKIP_ADVICE


class KnownPicture(NamedTuple):
    """A picture that a story shows."""

    url: str
    story: str
    page: str | None
    is_held: bool


class PassedOver(NamedTuple):
    """Captures that hold no story, by the reason."""

    reason: str
    captures: int
    advice: str


@dataclass(slots=True)
class Findings:
    """What is held now, of all sources that were ever given."""

    stories: int = 0
    dated: dict[str, int] = field(default_factory=dict)
    """Stories by the kind of clue that dates them."""
    undated: int = 0
    addresses: list[KnownAddress] = field(default_factory=list)
    pictures: list[KnownPicture] = field(default_factory=list)
    evidence: list[EvidenceRead] = field(default_factory=list)
    skipped: list[PassedOver] = field(default_factory=list)

    def in_state(self, state: str) -> list[KnownAddress]:
        """The addresses that are "held", "saved" as something else, or "missing"."""
        return [one for one in self.addresses if one.state == state]

    @property
    def missing_pictures(self) -> list[KnownPicture]:
        """Those that no capture holds."""
        return [one for one in self.pictures if not one.is_held]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return plain_record(self)


def find(archive: Archive) -> Findings:
    """What the archive holds, and what is known of that it does not."""
    found = Findings()
    bases: Counter[str] = Counter()
    for entry in archive.entries():
        found.stories += 1
        if entry.published:
            bases[entry.published.basis] += 1
        else:
            found.undated += 1
    found.dated = dict(bases.most_common())
    found.addresses = list(archive.addresses.known())
    found.evidence = list(archive.addresses.evidence(found.addresses))
    found.pictures = list(_pictures(archive))
    found.skipped = [
        PassedOver(reason, count, SKIP_ADVICE[SkipReason(reason)])
        for reason, count in sorted(archive.stats().skipped, key=lambda one: (-one[1], one[0]))
    ]
    return found


def _pictures(archive: Archive) -> Iterator[KnownPicture]:
    for story, page, _, images in archive.addresses.links():
        held = shown_of(archive.captures_of(story), None) if images else None
        files = PageFiles(archive.addresses, held) if held else None
        for url in images:
            yield KnownPicture(url, story, page, files is not None and files.holds(url))
