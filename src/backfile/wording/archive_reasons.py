"""What else an archive holds that bounds an undated story or makes a day likely, in English."""

from backfile.model.mentions import MentionKind
from backfile.model.reason_codes import ArchiveCode
from backfile.model.reasons import Code, OtherStory, Words
from backfile.wording.age import say_value, tell_settling
from backfile.wording.enumeration import enumerated
from backfile.wording.plain import opening_words
from backfile.wording.site_languages import gettext, to_translate


def _other(story: OtherStory) -> str:
    """ "“Bridge shut” (The Post, 8 August 2017)": never without its date."""
    when = say_value(story.published) if story.published else gettext("undated")
    ground = gettext("dated by an archivist") if story.by_archivist else None
    place = ", ".join(filter(None, (story.outlet, when, ground)))
    if not story.id:
        return gettext("a story that is not listed ({place})").format(place=place)
    return gettext("“{headline}” ({place})").format(
        headline=story.headline or gettext("a story without a headline"), place=place
    )


def _settled(value: str, by: str, day: str, because: str | None) -> str:
    return gettext("dated {value} by an archivist, {settling}").format(
        value=value, settling=tell_settling(by, day, because)
    )


def _numbered(
    number: int, *, after: int | None, after_day: str | None, before: int | None, before_day: str | None, **order: int
) -> str:
    sides = (
        (gettext("after {number} ({day})"), after, after_day),
        (gettext("before {number} ({day})"), before, before_day),
    )
    said = [words.format(number=other, day=say_value(day)) for words, other, day in sides if other is not None and day]
    if after is not None and after == before and after_day:
        said = [gettext("with {number} ({day})").format(number=number, day=say_value(after_day))]
    words = gettext(
        "the number {number} in its address comes {places}: in this outlet’s addresses numbers rise with the days of {stories} nearest to it"
    ).format(number=number, places=enumerated(said), stories=_all_of(**order))
    return words + _with_grace(order["grace"])


def _listed_between(newer: OtherStory, older: OtherStory, **order: int) -> str:
    words = gettext(
        "a saved list has it between {newer} and {older}, and {stories} of that list run from new to old"
    ).format(newer=_other(newer), older=_other(older), stories=_all_of(**order))
    return words + _with_grace(order["grace"])


def _all_of(in_order: int, looked_at: int, **_: int) -> str:
    if in_order == looked_at:
        return gettext("all {count} dated stories").format(count=in_order)
    return gettext("{count} of {all} dated stories").format(count=in_order, all=looked_at)


def _with_grace(days: int) -> str:
    return gettext(", with a month’s grace") if days else ""


def _version_dated(saved: str | None, published: str) -> str:
    if not saved:
        words = gettext("another version of the page says that it was published on {published}")
        return words.format(published=say_value(published))
    words = gettext("another version of the page, saved on {saved}, says that it was published on {published}")
    return words.format(saved=say_value(saved), published=say_value(published))


def _page_changed(day: str) -> str:
    words = gettext("the page says that it was changed on {day}, and most pages are changed last on their first day")
    return words.format(day=say_value(day))


_NAMED_IN = {
    MentionKind.FEED: to_translate("a feed that was saved on {day} names it"),
    MentionKind.NEWS_SITEMAP: to_translate("a news sitemap that was saved on {day} names it"),
    MentionKind.SITEMAP: to_translate("a sitemap that was saved on {day} names it"),
    MentionKind.REDIRECT: to_translate("a redirect that was saved on {day} names it"),
    MentionKind.LIST: to_translate("a list of addresses that was saved on {day} names it"),
    MentionKind.FRONT: to_translate("a page that was saved on {day} names it"),
}
ARCHIVES: dict[Code, Words] = {
    ArchiveCode.SETTLED: _settled,
    ArchiveCode.SEEN_FIRST: to_translate("seen first on {day}"),
    ArchiveCode.LINKED_FROM: to_translate("a page that was saved on {day} links to it"),
    ArchiveCode.NAMED_IN: lambda what, day: gettext(_NAMED_IN[what]).format(day=day),
    ArchiveCode.AGENCY_TEXT: lambda agency, story: gettext(
        "the text is of {agency}, whose own story is {story}"
    ).format(agency=agency, story=_other(story)),
    ArchiveCode.NUMBERED: _numbered,
    ArchiveCode.LISTED: _listed_between,
    ArchiveCode.VERSION_DATED: _version_dated,
    ArchiveCode.PAGE_CHANGED: _page_changed,
    ArchiveCode.SAME_TEXT: lambda story: gettext("the same text ran as {story}").format(story=_other(story)),
    ArchiveCode.SAME_TEXT_CHANGED: lambda story, changed: gettext(
        "the same text ran as {story}, whose page was changed on {day}"
    ).format(story=_other(story), day=say_value(changed)),
    ArchiveCode.SAME_TEXT_HERE: lambda story: gettext(
        "the same text stands at another address of this outlet: {story}"
    ).format(story=_other(story)),
    ArchiveCode.SAME_QUOTATION: lambda text, story: gettext("the quotation “{words}” is also in {story}").format(
        words=opening_words(text), story=_other(story)
    ),
    ArchiveCode.SAME_QUOTATIONS: lambda count, story: gettext("{count} of its quotations are also in {story}").format(
        count=count, story=_other(story)
    ),
    ArchiveCode.SAME_SPEAKERS: lambda names, story: gettext("{names} are also quoted in {story}").format(
        names=enumerated(names), story=_other(story)
    ),
    ArchiveCode.FEW_DAYS_LEFT: to_translate("the days that are left for it are few"),
    ArchiveCode.WEEKDAY_FITS: to_translate("the text names a weekday that fits a {weekday}"),
}
