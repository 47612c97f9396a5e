"""What on a page bounds when its story can have been published, in English."""

from backfile.model.reason_codes import WindowCode
from backfile.model.reasons import Code, Words
from backfile.wording.enumeration import enumerated
from backfile.wording.site_languages import gettext, ngettext, to_translate
from backfile.wording.told_names import told


def _bears_day(what: str, day: str) -> str:
    if what == "comments":
        return gettext("a comment bears the day {day}").format(day=day)
    return gettext("a {what} bears the day {day}").format(what=gettext(what), day=day)


def _weekdays_fit(weekdays: tuple[str, ...], fitting: tuple[str, ...], days: tuple[str, ...]) -> str:
    words = ngettext(
        "the text's {weekdays} fits a story published on a {fitting}",
        "the text's {weekdays} fit a story published on a {fitting}",
        len(weekdays),
    ).format(weekdays=enumerated(tuple(map(told, weekdays))), fitting=gettext(" or ").join(map(told, fitting)))
    return f"{words}: {', '.join(days)}" if days else words


def _named_day(words: str, days: tuple[str, ...]) -> str:
    if not days:
        return gettext('the text\'s "{words}" is no day of the window').format(words=words)
    return gettext('the text\'s "{words}" is {days}').format(words=words, days=", ".join(days))


WINDOWS: dict[Code, Words] = {
    WindowCode.PUBLISHED: to_translate("published {value} ({basis})"),
    WindowCode.PUBLISHED_DISPUTED: to_translate("published {value} ({basis}); clues disagree"),
    WindowCode.CHANGED_LATER: to_translate("the page says that it was changed on {day}"),
    WindowCode.SAVED: to_translate("saved on {day}"),
    WindowCode.CHANGED: to_translate("changed {value} ({basis})"),
    WindowCode.BEARS_DAY: _bears_day,
    WindowCode.FOOTER_YEAR: to_translate(
        "the footer's copyright year is {year} (which may be one behind), and nothing names a later one"
    ),
    WindowCode.TOLD_AS_PAST: to_translate('the text tells of "{words}" as past'),
    WindowCode.WEEKDAYS_FIT: _weekdays_fit,
    WindowCode.NAMED_DAY: _named_day,
    WindowCode.NO_OLDER: to_translate("the web is no older than 1990"),
}
