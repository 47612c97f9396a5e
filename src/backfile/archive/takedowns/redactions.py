"""Redactions of an archive: which words are left out of which story, of what archivists say, and of reports."""

from collections.abc import Iterable
from pathlib import Path

from backfile.archive.mentions.mention_tables import numbers_of
from backfile.archive.settled.archivist_dates import Settling
from backfile.archive.settled.archivist_log import Line
from backfile.archive.settled.rulings import REDACT, Ruling
from backfile.archive.takedowns.redactor import Redactor
from backfile.archive.takedowns.takedown_key import read_key
from backfile.archive.takedowns.takedown_rulings import EVERYWHERE
from backfile.archive.takedowns.word_digests import Forms, forms_from
from backfile.model.mentions import HeldMention


class Redactions:
    """What holds. Raises ArchiveError where the key is missing that the rulings need."""

    def __init__(self, rulings: Iterable[Ruling], folder: Path) -> None:
        self._forms: dict[str, list[Forms]] = {}
        for said in rulings:
            self._forms.setdefault(said.one, []).append(forms_from(said.other, said.value or ""))
        self._key = read_key(folder) if self._forms else b""
        self.everywhere = self._redactor(EVERYWHERE)
        self.any = self._redactor(*self._forms)
        """Of all stories: for what nobody reads but those who keep the archive."""
        self._of: dict[str, Redactor] = {}

    @property
    def is_idle(self) -> bool:
        """Whether nothing is left out anywhere."""
        return not self._forms

    def of(self, story: str) -> Redactor:
        """Of a story, by its id."""
        if story not in self._forms:
            return self.everywhere
        if story not in self._of:
            self._of[story] = self._redactor(EVERYWHERE, story)
        return self._of[story]

    def ruling(self, said: Ruling) -> Ruling:
        """What an archivist said, without such words; what is said of words themselves has none."""
        if self.is_idle or said.kind == REDACT:
            return said
        value = self.of(said.one).clean(said.value) if said.value else said.value
        one, other = (self.everywhere.clean(name) for name in (said.one, said.other))
        return said._replace(one=one, other=other, value=value, because=self._because(said.because))

    def settling(self, said: Settling) -> Settling:
        """The same of what was said of a day."""
        return said._replace(because=self._because(said.because))

    def line(self, said: Line) -> Line:
        """A line of the archivists' log."""
        return self.ruling(said) if isinstance(said, Ruling) else said._replace(said=self.settling(said.said))

    def mention(self, held: HeldMention) -> HeldMention:
        """What is said of an address. It is found by its numbers, where its words are left out."""
        if self.is_idle:
            return held
        mention, clean = held.mention, self.any.clean
        url, target = self.any.address(mention.url), mention.target and self.any.address(mention.target)
        cleaned = mention._replace(
            url=url,
            target=target,
            headline=mention.headline and clean(mention.headline),
            section=mention.section and clean(mention.section),
        )
        is_found = (url, target) == (mention.url, mention.target)
        found_by = held.found_by if is_found else numbers_of(mention)
        return held._replace(mention=cleaned, origin=clean(held.origin), found_by=found_by)

    def _because(self, why: str | None) -> str | None:
        return self.any.clean(why) if why else why

    def _redactor(self, *scopes: str) -> Redactor:
        return Redactor((one for scope in scopes for one in self._forms.get(scope, ())), self._key)
