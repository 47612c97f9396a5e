"""Why stories are held to be on one matter, and what is known to have come later, in English."""

from collections.abc import Iterable, Sequence

from backfile.model.reason_codes import ThreadCode
from backfile.model.reasons import Code, Words
from backfile.model.story import ThreadLink
from backfile.wording.age import say_day
from backfile.wording.enumeration import enumerated

NOTHING_LATER = "Nothing later on this matter is known here."
"""Not that it still holds: an archive knows what it has."""
_LONGEST = 60
"""Letters of a quotation that are shown."""


def _opening(text: str) -> str:
    line = " ".join(text.split()).strip("“”\"'")
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + "…"


THREADS: dict[Code, Words] = {
    ThreadCode.SHARED_PASSAGE: "they share a passage, {share} % of the shorter text",
    ThreadCode.SHARED_QUOTATION: lambda text: f"both print the quotation “{_opening(text)}”",
    ThreadCode.PAGE_LINK: lambda way: "it links to the other" if way == "to" else "the other links to it",
    ThreadCode.CLOSE_WORDS: "their rare words are close ({closeness} of 100)",
    ThreadCode.CLOSE_TO_THE_SAME: "the stories nearest to each are close to the other ({agreement} of 100)",
    ThreadCode.RARE_NAMES: lambda names: f"both name {enumerated(names)}",
    ThreadCode.RARE_NUMBERS: lambda numbers: (
        f"both have the number{'s' if len(numbers) > 1 else ''} {enumerated(numbers)}"
    ),
    ThreadCode.HEADLINE_WORDS: lambda words: f"the headlines share {_words(words)}",
    ThreadCode.RARE_WORDS: lambda words: f"they share the rare word{'s' if len(words) > 1 else ''} {_words(words)}",
    ThreadCode.DAYS_NEAR: lambda days: (
        "they are of one day" if days == 0 else "they are a day apart" if days == 1 else f"they are {days} days apart"
    ),
    ThreadCode.DAYS_POSSIBLE: "one is undated, and may be of about the other’s day",
    ThreadCode.SAME_SECTION: "both are in the section {section}",
    ThreadCode.SAME_TAGS: lambda tags: f"both are tagged {_words(tags)}",
}


def _words(words: Sequence[str]) -> str:
    return enumerated([f"“{word}”" for word in words])


_HEADINGS = {
    "before": "Earlier on this matter",
    "same-day": "The same day",
    "unknown": "On this matter, on days that are not known to be before or after",
    "after": "Later on this matter",
}


def thread_groups(links: Iterable[ThreadLink]) -> tuple[tuple[str, tuple[ThreadLink, ...]], ...]:
    """The stories of a thread under headings: earlier, the same day, of unknown order, later."""
    groups: dict[str, list[ThreadLink]] = {order: [] for order in _HEADINGS}
    for link in links:
        groups[link.order].append(link)
    return tuple((_HEADINGS[order], tuple(group)) for order, group in groups.items() if group)


def say_later(links: Iterable[ThreadLink]) -> str:
    """ "6 later stories here follow this matter, the last on 28 February 2017.", or that nothing later is known."""
    later = [link for link in links if link.order == "after"]
    if not later:
        return NOTHING_LATER
    count = "1 later story here follows" if len(later) == 1 else f"{len(later)} later stories here follow"
    last = max((link.published for link in later if link.published), key=lambda stamp: stamp.value[:10], default=None)
    if last is None:
        return f"{count} this matter, undated."
    when = f"{'on' if last.date else 'in'} {say_day(last)}"
    return f"{count} this matter, {when if len(later) == 1 else 'the last ' + when}."
