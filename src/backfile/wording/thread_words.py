"""Why stories are held to be on one matter, and what is known to have come later, in English."""

from collections.abc import Iterable, Sequence

from backfile.model.reason_codes import ThreadCode
from backfile.model.reasons import Code, Words
from backfile.model.story import Stamp, ThreadLink
from backfile.wording.age import say_day
from backfile.wording.enumeration import enumerated
from backfile.wording.plain import opening_words
from backfile.wording.site_languages import gettext, ngettext, pgettext, to_translate

NOTHING_LATER = to_translate("Nothing later on this matter is known here.")
"""Not that it still holds: an archive knows what it has."""


THREADS: dict[Code, Words] = {
    ThreadCode.SHARED_PASSAGE: to_translate("they share a passage, {share} % of the shorter text"),
    ThreadCode.SHARED_QUOTATION: lambda text: gettext("both print the quotation “{words}”").format(
        words=opening_words(text)
    ),
    ThreadCode.PAGE_LINK: lambda way: (
        gettext("it links to the other") if way == "to" else gettext("the other links to it")
    ),
    ThreadCode.CLOSE_WORDS: to_translate("their rare words are close ({closeness} of 100)"),
    ThreadCode.CLOSE_TO_THE_SAME: to_translate(
        "the stories nearest to each are close to the other ({agreement} of 100)"
    ),
    ThreadCode.RARE_NAMES: lambda names: gettext("both name {names}").format(names=enumerated(names)),
    ThreadCode.RARE_NUMBERS: lambda numbers: ngettext(
        "both have the number {numbers}", "both have the numbers {numbers}", len(numbers)
    ).format(numbers=enumerated(numbers)),
    ThreadCode.HEADLINE_WORDS: lambda words: gettext("the headlines share {words}").format(words=_words(words)),
    ThreadCode.RARE_WORDS: lambda words: ngettext(
        "they share the rare word {words}", "they share the rare words {words}", len(words)
    ).format(words=_words(words)),
    ThreadCode.DAYS_NEAR: lambda days: (
        gettext("they are of one day")
        if days == 0
        else ngettext("they are a day apart", "they are {days} days apart", days).format(days=days)
    ),
    ThreadCode.DAYS_POSSIBLE: to_translate("one is undated, and may be of about the other’s day"),
    ThreadCode.SAME_SECTION: to_translate("both are in the section {section}"),
    ThreadCode.SAME_TAGS: lambda tags: gettext("both are tagged {words}").format(words=_words(tags)),
}


def _words(words: Sequence[str]) -> str:
    return enumerated([gettext("“{words}”").format(words=word) for word in words])


_HEADINGS = {
    "before": to_translate("Earlier on this matter"),
    "same-day": to_translate("The same day"),
    "unknown": to_translate("On this matter, on days that are not known to be before or after"),
    "after": to_translate("Later on this matter"),
}


def thread_groups(links: Iterable[ThreadLink]) -> tuple[tuple[str, tuple[ThreadLink, ...]], ...]:
    """The stories of a thread under headings: earlier, the same day, of unknown order, later."""
    groups: dict[str, list[ThreadLink]] = {order: [] for order in _HEADINGS}
    for link in links:
        groups[link.order].append(link)
    return tuple((gettext(_HEADINGS[order]), tuple(group)) for order, group in groups.items() if group)


def say_later(links: Iterable[ThreadLink]) -> str:
    """ "6 later stories here follow this matter, the last on 28 February 2017.", or that nothing later is known."""
    later = [link for link in links if link.order == "after"]
    if not later:
        return gettext(NOTHING_LATER)
    last = max((link.published for link in later if link.published), key=lambda stamp: stamp.value[:10], default=None)
    if last is None:
        words = ngettext(
            "{count} later story here follows this matter, undated.",
            "{count} later stories here follow this matter, undated.",
            len(later),
        )
        return words.format(count=len(later))
    words = ngettext(
        "{count} later story here follows this matter, {when}.",
        "{count} later stories here follow this matter, the last {when}.",
        len(later),
    )
    return words.format(count=len(later), when=_on(last))


def _on(stamp: Stamp) -> str:
    """ "on 28 February 2017", "in February 2017"."""
    if stamp.date:
        return gettext("on {day}").format(day=say_day(stamp))
    words = pgettext("year", "in {day}") if stamp.precision == "year" else pgettext("month", "in {day}")
    return words.format(day=say_day(stamp))
