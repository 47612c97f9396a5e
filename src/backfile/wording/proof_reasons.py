"""How the points of a citation stand in the archive, in English."""

from backfile.model.reason_codes import ProofCode
from backfile.model.reasons import Code, Words
from backfile.wording.age import say_value
from backfile.wording.change_words import say_kind


def _held(version: str, first_seen: str | None) -> str:
    seen = f", first saved on {say_value(first_seen[:10])}" if first_seen else ""
    return f"the archive holds version {version}{seen}"


def _date_read_again(value: str | None, reader: str) -> str:
    return f"the record was made again since, by {reader}, and gives {_given(value)}: the date cited is not kept"


def _date_other(value: str | None, reader: str) -> str:
    return (
        f"the date or basis cited is not that of the record that {reader} made, which gives {_given(value)}: the token was altered, "
        "or the page read again"
    )


def _given(value: str | None) -> str:
    return value or "no date"


def _dated_since(was: str | None, value: str | None, by: str, day: str) -> str:
    before = f"it was {was} when cited" if was else "it was undated when cited"
    now = f"{value} is what holds now" if value else "nothing dates it now"
    return f"{before}, and {now}: an archivist, {by}, said so on {say_value(day)}"


def _newer(version: str, change: str | None, first_seen: str | None) -> str:
    seen = f", first saved on {say_value(first_seen[:10])}" if first_seen else ""
    return f"version {version} followed{f' ({say_kind(change)})' if change else ''}{seen}"


PROOFS: dict[Code, Words] = {
    ProofCode.VERSION_HELD: _held,
    ProofCode.VERSION_RENAMED: "the pages were read again since, by {reader}: the version cited is {version} now",
    ProofCode.VERSION_NOT_HELD: "the archive holds no version {version} of the story; it holds {held}",
    ProofCode.WORDS_HELD: "the words are those of the record, letter for letter",
    ProofCode.WORDS_READ_AGAIN: "the record was made again since, by {reader}, and gives other words: those cited are not kept",
    ProofCode.WORDS_OTHER: "the words cited are not those of the record that {reader} made: the token was altered, or the page read again",
    ProofCode.DATE_HELD: "the date is {value}, from {basis}",
    ProofCode.UNDATED_STILL: "nothing dated it when it was cited, and nothing does now",
    ProofCode.DATED_SINCE: _dated_since,
    ProofCode.DATE_READ_AGAIN: _date_read_again,
    ProofCode.DATE_OTHER: _date_other,
    ProofCode.PAGE_GIVES_BOTH: "its bytes are those saved, and read again give these words, dated as cited: {place}",
    ProofCode.PAGE_GIVES_WORDS: "its bytes are those saved, and read again give these words and the page's own date: {place}",
    ProofCode.PAGE_GIVES_RECORD: "its bytes are those saved, and read again give the record's words, not those cited: {place}",
    ProofCode.PAGE_READ_OTHERWISE: "its bytes are those saved, but this Backfile reads them otherwise than the record has them: {place}",
    ProofCode.PAGE_LOST: "the saved page cannot be read any more: {why}",
    ProofCode.PRINTED_SO: "the citation says what one says today",
    ProofCode.PRINTED_OTHERWISE: "the citation does not say the {field} that the record has: {value}",
    ProofCode.NEWER_VERSION: _newer,
}
