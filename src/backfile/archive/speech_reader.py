"""An archive's speech as its readers see it: quotations, speakers, utterances. Read only."""

from __future__ import annotations  # types of answers are loaded with what gives them

from dataclasses import replace
from typing import TYPE_CHECKING

from backfile.archive.rooms import ArchiveRooms, Room
from backfile.archive.search.search_days import Day, first_day, last_day
from backfile.archive.store.database import at_one_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backfile.archive.quotations.quotation_queries import QuotationReader
    from backfile.archive.quotations.quotation_search import QuotationSearch
    from backfile.model.quotation import Ground, Quotation, QuotationResult, Speaker, SpeakerEntry, Utterance, Voice


class ArchiveSpeech(ArchiveRooms):
    """Who said what: the part of `Archive` that quotations/ answers."""

    @Room
    def _quotations(self) -> QuotationReader:
        from backfile.archive.quotations.quotation_queries import QuotationReader  # loads numpy

        return QuotationReader(self.folder, self._db, self._stories.records)

    @Room
    def _quotation_search(self) -> QuotationSearch:
        from backfile.archive.quotations.quotation_search import QuotationSearch  # loads Tantivy

        return QuotationSearch(self.folder, self._db, self._quotations)

    @at_one_moment
    def quotes(
        self,
        *,
        speaker: str | None = None,
        about: str | None = None,
        since: Day = None,
        until: Day = None,
        outlet: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> QuotationResult:
        """Quotations, the newest first, the undated last: once a story, from the newest version that prints them so.

        `speaker` is a speaker's id, or words of a name or an office; `about` words of the quotation or of the headline.
        """
        from backfile.archive.quotations.quotation_search import Asked

        asked = Asked(speaker, about, first_day(since), last_day(until), outlet)
        found = self._quotation_search.found(asked, limit, offset)
        return replace(found, quotations=tuple(self._in_window(quotation) for quotation in found.quotations))

    @at_one_moment
    def quotes_of(self, story_id: str, *, version: str | None = None) -> list[Quotation]:
        """The quotations of one version of a story, in its order. Raises StoryMissing."""
        return self._quotations.of_version(self._stories.version(story_id, version)[1])

    @at_one_moment
    def voices(self, story_id: str, *, version: str | None = None) -> tuple[Voice, ...]:
        """Whose the quotations of one version of a story are, in its order. Raises StoryMissing."""
        from backfile.archive.quotations.story_voices import story_voices

        return story_voices(self._db, self._stories.version(story_id, version)[1])

    @at_one_moment
    def speakers(
        self, *, name: str | None = None, outlet: str | None = None, limit: int = 50, offset: int = 0
    ) -> list[SpeakerEntry]:
        """People who are quoted, those in the most stories first; `name`: only those whose full name has these words."""
        from backfile.archive.quotations.speaker_queries import list_speakers  # loads numpy

        return list_speakers(self._db, name, outlet, limit=limit, offset=offset)

    @at_one_moment
    def speaker(self, speaker_id: str) -> Speaker:
        """A person over all stories, with the grounds that join them. Raises QuotationMissing."""
        from backfile.archive.quotations.speaker_queries import find_speaker  # loads numpy

        return find_speaker(self._db, speaker_id)

    @at_one_moment
    def only_stories(self, speaker_ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        """Of those speakers of whom a page of their own would say no more than one story: that story, and the number of the first quotation."""
        from backfile.archive.quotations.speaker_queries import only_story  # loads numpy

        found = ((speaker, only_story(self._db, speaker)) for speaker in speaker_ids)
        return {speaker: where for speaker, where in found if where is not None}

    @at_one_moment
    def grounds_of(self, speaker_id: str) -> list[tuple[str, Ground]]:
        """The grounds of a speaker, each with the id of the name on it. Raises QuotationMissing."""
        from backfile.archive.quotations.speaker_queries import grounds_of_speaker  # loads numpy

        return grounds_of_speaker(self._db, speaker_id)

    @at_one_moment
    def utterance(self, utterance_id: str) -> Utterance:
        """An utterance as every outlet and version prints it, side by side. Raises QuotationMissing."""
        return self._quotations.utterance(utterance_id)

    def _in_window(self, quotation: Quotation) -> Quotation:
        """A quotation of an undated story with the window that its story has in other lists."""
        if quotation.published:
            return quotation
        entry = self._stories.entry(quotation.story)
        return quotation if entry.published else quotation._replace(window=entry.window)
