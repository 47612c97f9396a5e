"""Weekdays: "Thursday", "last Friday", "next Tuesday night"."""

from datetime import date

from backfile.dates.text.calendar import moved, weekday_near
from backfile.dates.text.context import Context, Found, Reading
from backfile.dates.text.relative_units import FROM_REFERENCE, SHIFT, UNANCHORED
from backfile.dates.text.tense import direction_of
from backfile.dates.text.time_tokens import Tokens
from backfile.dates.text.time_words import PART_OF_DAY, WEEKDAY_NUMBER, WEEKDAY_SHORT
from backfile.lexicon.given_names import is_given
from backfile.model.certainties import DateCertainty

_PAPERS = frozenset("times mail telegraph herald post mirror express tribune observer independent star night".split())


def weekday(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Thursday": the publication day itself or the last one, unless the verb points forward."""
    at = end - 1
    word = tokens.words[at]
    if not word[0].isupper() or (tokens.lower(at + 1) in _PAPERS and tokens.words[at + 1][0].isupper()):
        return None
    if tokens.words[at - 1 : at] and at and tokens.words[at - 1] in ("Black", "Good", "Ash", "Super", "Bloody", "Palm"):
        return None
    if (word in WEEKDAY_SHORT and tokens.kinds[end : end + 1] != ".") or _is_surname(tokens, at):
        return None
    if word in WEEKDAY_SHORT:
        end += 1
    if tokens.kinds[start] == "e" and tokens.lower(start) in ("earlier", "later"):
        start = at
    number = WEEKDAY_NUMBER.get(word.lower(), WEEKDAY_SHORT.get(word, 0))
    base = context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    first = _first_of_span(tokens, start, context)
    if first is not None:
        day = weekday_near(first, number, 1)
        is_next = day > base
    else:
        is_next = direction_of(tokens, start, end) > 0 and base.weekday() != number
        day = weekday_near(base, number, 1 if is_next else 0)
    context.note(day.isoformat(), has_year=False)
    certainty = DateCertainty.WEEKDAY_NEXT if is_next else DateCertainty.WEEKDAY_SAME_OR_LAST
    return Found(start, end, Reading("DATE", day.isoformat(), certainty, base.isoformat()))


def _is_surname(tokens: Tokens, at: int) -> bool:
    """Whether a weekday is a person's last name: "Joe Friday"; not "Ann Roe Friday", "Joe on Friday"."""
    before = tokens.words[at - 1] if at else ""
    if not before[:1].isupper() or not is_given(before):
        return False
    return at < 2 or not tokens.words[at - 2][:1].isupper() or tokens.lower(at - 2) in _RANKS


_RANKS = frozenset("sergeant detective officer mr mrs ms dr judge captain sgt".split())


def _first_of_span(tokens: Tokens, start: int, context: Context) -> date | None:
    """The first day of a span that this weekday ends: Monday's of "Monday through Friday"."""
    is_span = tokens.lower(start - 1) in ("through", "thru", "to") and tokens.kinds[start - 2 : start - 1] == "D"
    return context.last_day if is_span else None


def weekday_of_week(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "Friday last week", "Wednesday next week"."""
    shift = SHIFT.get(tokens.lower(end - 2))
    if tokens.lower(end - 1) != "week" or shift is None or not tokens.words[start][0].isupper():
        return None
    base = context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    monday = moved(base, "D", 7 * shift - base.weekday())
    day = moved(monday, "D", WEEKDAY_NUMBER.get(tokens.lower(start), 0)).isoformat()
    context.note(day, has_year=False)
    return Found(start, end, Reading("DATE", day, DateCertainty.COUNTED, base.isoformat()))


def last_weekday(tokens: Tokens, start: int, end: int, context: Context) -> Found | None:
    """ "last Friday", "next Tuesday", "this Thursday night"."""
    at = next(at for at in range(start, end) if tokens.kinds[at] == "D")
    word = tokens.words[at]
    number = WEEKDAY_NUMBER.get(word.lower(), WEEKDAY_SHORT.get(word, 0))
    which = next((w for i in range(start, at) if (w := tokens.lower(i)) in SHIFT), "this")
    base = context.reference() if which in FROM_REFERENCE else context.published
    if base is None:
        return Found(start, end, UNANCHORED)
    shift = SHIFT[which]
    if shift == 0:
        direction = direction_of(tokens, start, end)
        day = (
            weekday_near(base, number, 0)
            if direction < 0 or base.weekday() == number
            else weekday_near(base, number, 1)
        )
    else:
        day = weekday_near(base, number, shift)
    value = day.isoformat()
    context.note(value, has_year=False)
    if tokens.kinds[end - 1] == "p":
        return Found(
            start,
            end,
            Reading(
                "TIME",
                f"{value}T{PART_OF_DAY[tokens.lower(end - 1).rstrip('s')]}",
                DateCertainty.COUNTED,
                base.isoformat(),
            ),
        )
    if tokens.kinds[end - 1] == "." and word not in WEEKDAY_SHORT:
        end -= 1
    return Found(start, end, Reading("DATE", value, DateCertainty.COUNTED, base.isoformat()))
