"""What else an archive holds that bounds an undated story or makes a day likely, in English."""

from backfile.model.mentions import MentionKind
from backfile.model.reason_codes import ArchiveCode
from backfile.model.reasons import Code, OtherStory, Words
from backfile.wording.age import say_settling, say_value
from backfile.wording.enumeration import enumerated

_LONGEST = 60
"""Letters of a quotation that are shown."""


def _other(story: OtherStory) -> str:
    """ "“Bridge shut” (The Post, 8 August 2017)": never without its date."""
    when = say_value(story.published) if story.published else "undated"
    ground = ", dated by an archivist" if story.by_archivist else ""
    where = f"{story.outlet}, " if story.outlet else ""
    if not story.id:
        return f"a story that is not listed ({where}{when}{ground})"
    return f"“{story.headline or 'a story without a headline'}” ({where}{when}{ground})"


def _settled(value: str, by: str, day: str, because: str | None) -> str:
    return f"dated {value} by an archivist, {say_settling(by, day, because)}"


def _numbered(
    number: int, *, after: int | None, after_day: str | None, before: int | None, before_day: str | None, **order: int
) -> str:
    sides = (("after", after, after_day), ("before", before, before_day))
    said = [f"{word} {other} ({say_value(day)})" for word, other, day in sides if other is not None and day]
    if after is not None and after == before and after_day:
        said = [f"with {number} ({say_value(after_day)})"]
    return (
        f"the number {number} in its address comes {' and '.join(said)}: in this outlet’s addresses numbers rise with"
        f" the days of {_all_of(**order)} nearest to it{_with_grace(order['grace'])}"
    )


def _listed_between(newer: OtherStory, older: OtherStory, **order: int) -> str:
    return (
        f"a saved list has it between {_other(newer)} and {_other(older)}, and {_all_of(**order)} of that list run from"
        f" new to old{_with_grace(order['grace'])}"
    )


def _all_of(in_order: int, looked_at: int, **_: int) -> str:
    return f"{f'all {in_order}' if in_order == looked_at else f'{in_order} of {looked_at}'} dated stories"


def _with_grace(days: int) -> str:
    return ", with a month’s grace" if days else ""


def _version_dated(saved: str | None, published: str) -> str:
    when = f", saved on {say_value(saved)}," if saved else ""
    return f"another version of the page{when} says that it was published on {say_value(published)}"


def _page_changed(day: str) -> str:
    return f"the page says that it was changed on {say_value(day)}, and most pages are changed last on their first day"


def _opening(text: str) -> str:
    line = " ".join(text.split()).strip("“”\"'")
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + "…"


_NAMED_BY = {
    MentionKind.FEED: "feed",
    MentionKind.NEWS_SITEMAP: "news sitemap",
    MentionKind.SITEMAP: "sitemap",
    MentionKind.REDIRECT: "redirect",
    MentionKind.LIST: "list of addresses",
    MentionKind.FRONT: "page",
}
ARCHIVES: dict[Code, Words] = {
    ArchiveCode.SETTLED: _settled,
    ArchiveCode.SEEN_FIRST: "seen first on {day}",
    ArchiveCode.LINKED_FROM: "a page that was saved on {day} links to it",
    ArchiveCode.NAMED_IN: lambda what, day: f"a {_NAMED_BY[what]} that was saved on {day} names it",
    ArchiveCode.AGENCY_TEXT: lambda agency, story: f"the text is of {agency}, whose own story is {_other(story)}",
    ArchiveCode.NUMBERED: _numbered,
    ArchiveCode.LISTED: _listed_between,
    ArchiveCode.VERSION_DATED: _version_dated,
    ArchiveCode.PAGE_CHANGED: _page_changed,
    ArchiveCode.SAME_TEXT: lambda story: f"the same text ran as {_other(story)}",
    ArchiveCode.SAME_TEXT_CHANGED: lambda story, changed: (
        f"the same text ran as {_other(story)}, whose page was changed on {say_value(changed)}"
    ),
    ArchiveCode.SAME_TEXT_HERE: lambda story: (
        f"the same text stands at another address of this outlet: {_other(story)}"
    ),
    ArchiveCode.SAME_QUOTATION: lambda text, story: f"the quotation “{_opening(text)}” is also in {_other(story)}",
    ArchiveCode.SAME_QUOTATIONS: lambda count, story: f"{count} of its quotations are also in {_other(story)}",
    ArchiveCode.SAME_SPEAKERS: lambda names, story: f"{enumerated(names)} are also quoted in {_other(story)}",
    ArchiveCode.FEW_DAYS_LEFT: "the days that are left for it are few",
    ArchiveCode.WEEKDAY_FITS: "the text names a weekday that fits a {weekday}",
}
