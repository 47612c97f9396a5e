"""What is said in public of stories that were taken down, in English: kinds, grounds and days, and never a name."""

from backfile.model.takedown_grounds import TakedownGround
from backfile.wording.age import say_value
from backfile.wording.site_languages import gettext, to_translate

_GROUNDS = {
    TakedownGround.COURT_ORDER: to_translate("by order of a court"),
    TakedownGround.PRIVACY: to_translate("for somebody’s privacy"),
    TakedownGround.RIGHTS: to_translate("for somebody’s rights in it"),
    TakedownGround.ERROR: to_translate("for an error"),
    TakedownGround.REQUEST: to_translate("at somebody’s request"),
    TakedownGround.OTHER: to_translate("for a reason that the archive keeps"),
}
_KINDS = {
    "note": to_translate("with a note from the archive above them"),
    "delist": to_translate("in no list, and read at their addresses"),
    "redact": to_translate("words replaced"),
    "forget": to_translate("taken out of the archive"),
}


def say_forgotten(ground: str, day: str) -> str:
    """ "It was taken out of this archive on 3 May 2026, by order of a court."."""
    return gettext("It was taken out of this archive on {day}, {ground}.").format(
        day=say_value(day), ground=_ground(ground)
    )


def say_takedown(name: str) -> str:
    """What a name of `Stats.takedowns` counts: "forget: privacy" is "taken out of the archive, for somebody’s privacy"."""
    kind, _, ground = name.partition(": ")
    words = gettext(_KINDS[kind])
    return f"{words}, {_ground(ground)}" if ground else words


def _ground(ground: str) -> str:
    return gettext(_GROUNDS[TakedownGround(ground)])
