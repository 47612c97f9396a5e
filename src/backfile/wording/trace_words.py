"""The trace of a passage in English: how each story prints it, and what of the order is not known."""

from collections import Counter
from collections.abc import Iterator

from backfile.model.story import Stamp
from backfile.model.traces import Print, Trace
from backfile.wording.age import say_day, say_value
from backfile.wording.enumeration import enumerated

_LETTERS_OF_DAY = len("2017-02-23")


def say_place(one: Print, trace: Trace) -> str:
    """What a story is in the order of those that print it."""
    if one.published is None:
        return "On a day not known"
    if one is trace.first:
        return "First printed"
    return "Last printed" if one is trace.last else "Then"


def say_relation(one: Print) -> str:
    """ "word for word", "cut to 80 % of its words", "changed, with 75 % of its words"."""
    if one.relation == "repeated":
        return "word for word"
    percent = f"{one.share:.0%}".replace("%", " %")
    return f"cut to {percent} of its words" if one.relation == "cut" else f"changed, with {percent} of its words"


def say_marks(one: Print) -> tuple[str, ...]:
    """In which versions it came and went: "it is there no more in version 04d2aa, first seen on 2 December 2017"."""
    said = {"came": "it came with version", "went": "it is there no more in version"}
    return tuple(
        f"{said[mark.mark]} {mark.version}, "
        + (
            f"first seen on {say_value(mark.first_seen[:_LETTERS_OF_DAY])}"
            if mark.first_seen
            else "seen on a day not known"
        )
        for mark in one.versions
    )


def say_origin(trace: Trace) -> str | None:
    """Whose text it is, by the credits; None where none says it."""
    if trace.origin is None:
        return None
    own = next((one for one in trace.prints if one.is_source), None)
    there = "its own story is among these" if own else "its own story is not in this archive"
    return f"A credit names {trace.origin} as the source; {there}."


def say_quoted(trace: Trace) -> str | None:
    """Who is quoted in it, by how many stories; None where nobody is."""
    counts = Counter(speaker for one in trace.prints for speaker in one.speakers)
    if not counts:
        return None
    said = [f"{name} ({count} {'story' if count == 1 else 'stories'})" for name, count in counts.most_common()]
    return f"Quoted in it: {enumerated(said)}."


def say_order(trace: Trace) -> Iterator[str]:
    """What is not known of the order, and of how many stories are not listed."""
    first = trace.first
    if first is not None and first.published is not None:
        on_day = [one for one in trace.prints if one.published and _may_be_one_day(one.published, first.published)]
        if len(on_day) > 1:
            yield f"{len(on_day)} of them are of the first day, {say_day(first.published)}; where no hour is known, which was first is not."
    undated = sum(one.published is None for one in trace.prints)
    if undated:
        yield f"{undated} {'is' if undated == 1 else 'are'} undated: when {'it' if undated == 1 else 'each'} printed it is not known, and it may be before the first."
    if trace.total > len(trace.prints):
        yield f"About {trace.total:,} stories have its rarest words: the oldest, the newest and the likest were looked at."


def _may_be_one_day(one: Stamp, other: Stamp) -> bool:
    shorter = min(len(one.value), len(other.value), _LETTERS_OF_DAY)
    return one.value[:shorter] == other.value[:shorter]
