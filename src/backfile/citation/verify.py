"""Verifying a citation: this version, these words, this date and its basis, against the stored record and the saved page's bytes.

Plan: the token in the citation names the version and has digests of its words and of its date. Both are taken anew from the record,
the date as the page gives it and as archivists said it one after the other, so that a date that was settled since is told apart from one
that never was. Then the capture that the record was made from is loaded where it lies, its bytes against the digest that was kept, and
read again. What a reading by another Backfile replaced cannot be proved any more, and that is said.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from backfile.archive.reader import Archive
from backfile.archive.settled.archivist_dates import Dated
from backfile.citation.citation_line import citation_line, parts_of_line
from backfile.citation.cited import Cited, cited
from backfile.citation.token import Token, date_digest, tokens_in, words_digest
from backfile.errors import QueryError, SourceError, StoryMissing
from backfile.kept_captures import open_capture
from backfile.model.capture import Place
from backfile.model.proof import Point, Proof, Shown
from backfile.model.reason_codes import ProofCode
from backfile.model.reasons import Reason
from backfile.model.story import Story, Version
from backfile.one_capture import read_story

_RECORDS = ("{", "[", "@", "TY  -")
"""How CSL-JSON, BibTeX and RIS begin: their fields are not our line's."""
_UNSIGNED = (
    "It has no token to prove it by, or one that is cut off: a citation of Backfile's ends with "
    "backfile:STORY/VERSION/WORDS-DATE. `backfile cite STORY` makes one."
)


def verify(archive: Archive, citation: str, *, named: Callable[[Place], str] = str) -> Proof:
    """What the archive shows of a citation, or of the token alone. Raises QueryError where there is not one token, StoryMissing.

    `named` says where a saved page lies, for who may not know the machine's folders.
    """
    found = tokens_in(citation)
    if len(found) != 1:
        raise QueryError(_UNSIGNED if not found else "It has several tokens: give one citation at a time.")
    token = found[0]
    try:
        states = archive.as_dated(token.story, version=token.version)
    except StoryMissing:
        return _not_held(archive, token)
    today = states[-1].story
    one = cited(today, token.version)
    version = one.version or today.versions[-1]
    is_renamed = not version.id.startswith(token.version)
    points = [
        _version(token, version),
        _words(token, today, version, is_renamed=is_renamed),
        _date(token, states, version, is_renamed=is_renamed),
        _saved_page(archive, token, states[0].story, version, named=named),
        *_as_printed(citation.strip(), token, one),
    ]
    return Proof(
        str(token), token.story, version.id, tuple(points), tuple(_since(one.story, version)), citation_line(one)
    )


def _not_held(archive: Archive, token: Token) -> Proof:
    """The story is there, and not the version. Raises StoryMissing where there is no such story."""
    story = archive.story(token.story)
    held = tuple(version.id for version in story.versions)
    detail = ProofCode.VERSION_NOT_HELD.of(token.version, ", ".join(held))
    points = (Point("version", Shown.UNPROVABLE, detail),)
    return Proof(str(token), token.story, None, points, (), citation_line(cited(story)))


def _version(token: Token, version: Version) -> Point:
    if version.id.startswith(token.version):
        return Point("version", Shown.PROVED, ProofCode.VERSION_HELD.of(version.id, version.first_seen))
    return Point("version", Shown.CHANGED, ProofCode.VERSION_RENAMED.of(version.id, _reader(version)))


def _words(token: Token, story: Story, version: Version, *, is_renamed: bool) -> Point:
    if words_digest(story) == token.words:
        return Point("words", Shown.PROVED, ProofCode.WORDS_HELD.of())
    if is_renamed:
        return Point("words", Shown.UNPROVABLE, ProofCode.WORDS_READ_AGAIN.of(_reader(version)))
    return Point("words", Shown.CONTRADICTED, ProofCode.WORDS_OTHER.of(_reader(version)))


def _date(token: Token, states: list[Dated], version: Version, *, is_renamed: bool) -> Point:
    """`states` is the story as its page dates it, then as each archivist did."""
    stamp = states[-1].story.published
    if date_digest(states[-1].story) == token.date:
        detail = ProofCode.DATE_HELD.of(stamp.value, stamp.basis) if stamp else ProofCode.UNDATED_STILL.of()
        return Point("date", Shown.PROVED, detail)
    value = stamp.value if stamp else None
    for before, after in reversed(list(pairwise(states))):
        if date_digest(before.story) == token.date and after.said:
            was = before.story.published.value if before.story.published else None
            return Point("date", Shown.CHANGED, ProofCode.DATED_SINCE.of(was, value, after.said.by, after.said.at[:10]))
    if is_renamed:
        return Point("date", Shown.UNPROVABLE, ProofCode.DATE_READ_AGAIN.of(value, _reader(version)))
    return Point("date", Shown.CONTRADICTED, ProofCode.DATE_OTHER.of(value, _reader(version)))


def _reader(version: Version) -> str:
    return version.reader or "an earlier Backfile"


def _saved_page(
    archive: Archive, token: Token, as_saved: Story, version: Version, *, named: Callable[[Place], str]
) -> Point:
    """The first capture of the version that can still be read."""
    lost = "no capture of this version is held"
    for held in archive.captures_of(token.story):
        if held.version == version.id:
            try:
                capture = open_capture(archive, token.story, held)
            except SourceError as error:
                lost = f"{named(held.place)}: {error.message}"
                continue
            detail, shown = _read_again(token, read_story(capture).story, as_saved)
            return Point("saved-page", shown, detail.of(archive.redactions.any.clean(named(held.place))))
    return Point("saved-page", Shown.UNPROVABLE, ProofCode.PAGE_LOST.of(lost))


def _read_again(token: Token, read: Story | None, as_saved: Story) -> tuple[ProofCode, Shown]:
    """What the bytes give, read by this Backfile, beside what was cited and what the record has."""
    words = words_digest(read) if read else ""
    if words != token.words:
        if words == words_digest(as_saved):
            return ProofCode.PAGE_GIVES_RECORD, Shown.CONTRADICTED
        return ProofCode.PAGE_READ_OTHERWISE, Shown.CHANGED
    assert read
    if date_digest(read) == token.date:
        return ProofCode.PAGE_GIVES_BOTH, Shown.PROVED
    # of a date that an archivist gave the page shows nothing, nor has it to
    return ProofCode.PAGE_GIVES_WORDS, Shown.PROVED if date_digest(read) == date_digest(as_saved) else Shown.CHANGED


def _as_printed(citation: str, token: Token, one: Cited) -> Iterator[Point]:
    """Whether a whole citation line says what the record says."""
    text = " ".join(citation.split())
    if text == str(token) or citation.startswith(_RECORDS):
        return
    parts = parts_of_line(one)
    wrong = [name for name, value in parts.items() if value not in text]
    if not wrong:
        yield Point("as-printed", Shown.PROVED, ProofCode.PRINTED_SO.of())
    for name in wrong:
        yield Point("as-printed", Shown.CONTRADICTED, ProofCode.PRINTED_OTHERWISE.of(name, parts[name]))


def _since(story: Story, version: Version) -> Iterator[Reason]:
    later = story.versions[story.versions.index(version) + 1 :]
    for one in later:
        yield ProofCode.NEWER_VERSION.of(one.id, one.change, one.first_seen)
