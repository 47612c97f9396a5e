"""What is said in public of stories that were taken down, in English: kinds, grounds and days, and never a name."""

from backfile.model.takedown_grounds import TakedownGround
from backfile.wording.age import say_value

_GROUNDS = {
    TakedownGround.COURT_ORDER: "by order of a court",
    TakedownGround.PRIVACY: "for somebody’s privacy",
    TakedownGround.RIGHTS: "for somebody’s rights in it",
    TakedownGround.ERROR: "for an error",
    TakedownGround.REQUEST: "at somebody’s request",
    TakedownGround.OTHER: "for a reason that the archive keeps",
}
_KINDS = {
    "note": "with a note from the archive above them",
    "delist": "in no list, and read at their addresses",
    "redact": "words replaced",
    "forget": "taken out of the archive",
}


def say_forgotten(ground: str, day: str) -> str:
    """ "It was taken out of this archive on 3 May 2026, by order of a court."."""
    return f"It was taken out of this archive on {say_value(day)}, {_ground(ground)}."


def say_takedown(name: str) -> str:
    """What a name of `Stats.takedowns` counts: "forget: privacy" is "taken out of the archive, for somebody’s privacy"."""
    kind, _, ground = name.partition(": ")
    return f"{_KINDS[kind]}, {_ground(ground)}" if ground else _KINDS[kind]


def _ground(ground: str) -> str:
    return _GROUNDS[TakedownGround(ground)]
