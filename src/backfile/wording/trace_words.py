"""The trace of a passage in English: how each story prints it, and what of the order is not known."""

from collections import Counter
from collections.abc import Iterator

from backfile.model.story import Stamp
from backfile.model.traces import Print, Trace
from backfile.wording.age import say_day, say_value
from backfile.wording.enumeration import enumerated
from backfile.wording.site_languages import gettext, ngettext, say_number, to_translate

_LETTERS_OF_DAY = len("2017-02-23")


def say_place(one: Print, trace: Trace) -> str:
    """What a story is in the order of those that print it."""
    if one.published is None:
        return gettext("On a day not known")
    if one is trace.first:
        return gettext("First printed")
    return gettext("Last printed") if one is trace.last else gettext("Then")


def say_relation(one: Print) -> str:
    """ "word for word", "cut to 80 % of its words", "changed, with 75 % of its words"."""
    if one.relation == "repeated":
        return gettext("word for word")
    percent = f"{one.share:.0%}".replace("%", " %")
    if one.relation == "cut":
        return gettext("cut to {percent} of its words").format(percent=percent)
    return gettext("changed, with {percent} of its words").format(percent=percent)


def say_marks(one: Print) -> tuple[str, ...]:
    """In which versions it came and went: "it is there no more in version 04d2aa, first seen on 2 December 2017"."""
    return tuple(
        gettext(_MARKS[mark.mark, mark.first_seen is not None]).format(
            version=mark.version, day=say_value(mark.first_seen[:_LETTERS_OF_DAY]) if mark.first_seen else None
        )
        for mark in one.versions
    )


_MARKS = {
    ("came", True): to_translate("it came with version {version}, first seen on {day}"),
    ("came", False): to_translate("it came with version {version}, seen on a day not known"),
    ("went", True): to_translate("it is there no more in version {version}, first seen on {day}"),
    ("went", False): to_translate("it is there no more in version {version}, seen on a day not known"),
}
"""What a version did with the passage, and whether the day is known."""


def say_origin(trace: Trace) -> str | None:
    """Whose text it is, by the credits; None where none says it."""
    if trace.origin is None:
        return None
    own = next((one for one in trace.prints if one.is_source), None)
    words = (
        gettext("A credit names {source} as the source; its own story is among these.")
        if own
        else gettext("A credit names {source} as the source; its own story is not in this archive.")
    )
    return words.format(source=trace.origin)


def say_quoted(trace: Trace) -> str | None:
    """Who is quoted in it, by how many stories; None where nobody is."""
    counts = Counter(speaker for one in trace.prints for speaker in one.speakers)
    if not counts:
        return None
    said = [
        ngettext("{name} ({count} story)", "{name} ({count} stories)", count).format(name=name, count=count)
        for name, count in counts.most_common()
    ]
    return gettext("Quoted in it: {names}.").format(names=enumerated(said))


def say_order(trace: Trace) -> Iterator[str]:
    """What is not known of the order, and of how many stories are not listed."""
    first = trace.first
    if first is not None and first.published is not None:
        on_day = [one for one in trace.prints if one.published and _may_be_one_day(one.published, first.published)]
        if len(on_day) > 1:
            words = gettext(
                "{count} of them are of the first day, {day}; where no hour is known, which was first is not."
            )
            yield words.format(count=len(on_day), day=say_day(first.published))
    undated = sum(one.published is None for one in trace.prints)
    if undated:
        yield ngettext(
            "{count} is undated: when it printed it is not known, and it may be before the first.",
            "{count} are undated: when each printed it is not known, and it may be before the first.",
            undated,
        ).format(count=undated)
    if trace.total > len(trace.prints):
        words = gettext(
            "About {count} stories have its rarest words: the oldest, the newest and the likest were looked at."
        )
        yield words.format(count=say_number(trace.total))


def _may_be_one_day(one: Stamp, other: Stamp) -> bool:
    shorter = min(len(one.value), len(other.value), _LETTERS_OF_DAY)
    return one.value[:shorter] == other.value[:shorter]
