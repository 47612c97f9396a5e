"""English date expressions as patterns over kinds of words (words.py names the letters), the longest shapes first.

Shapes and extents follow the TimeML annotation guidelines (TIMEX3, 1.2.1): articles and modifiers belong to an
expression, prepositions do not.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from backfile.dates.text import (
    calendar_dates,
    durations,
    holidays,
    parts,
    quarters,
    relative_units,
    sets,
    vague,
)
from backfile.dates.text.context import Context, Found
from backfile.dates.text.tokens import Tokens

Builder = Callable[[Tokens, int, int, Context], Found | None]


class Rule(NamedTuple):
    """A shape of expression and what makes its value."""

    name: str
    pattern: str
    build: Builder


_AMOUNT = r"(?:aq[nu]?|aqo|q[nu]?|[nm](?:bas)?|Y(?=-?J)|u(?:-?b?u)*(?:bas)?|[nu]-a(?:s)?|sa|as|a)"
_CLOCK = r"(?:(?:Ch?|[nu]h|i)~?|[mY]~)"
_AFTER_OF = r"(?:,?o?(?:f?Y|t?[xLXVyPF]?f?U))"

RULES: tuple[Rule, ...] = (
    Rule("part-of-date", r"t?e?pw?ot?(?=M|[nN](?:-[nN])?o?M)", parts.part_of_date),
    Rule("clock-day", rf"{_CLOCK},?I?(?:xp|e?B|[LX]?D)", parts.clock_and_day),
    Rule("day-clock", rf"(?:[xLX]?D\.?|B),?(?:p,?)?I?{_CLOCK}", parts.day_and_clock),
    Rule("set-every", r"v(?:[nuNO]|wu)?-?(?:[UJHQWSM]|D\.?p?|p)", sets.every),
    Rule("numeric", r"(?:D\.?,?)?/", calendar_dates.numeric),
    Rule("month-day-year", r"(?:D\.?,?)?M\.?t?[nN],?Y", calendar_dates.full_date),
    Rule("day-month-year", r"(?:D\.?,?t?|t)?[nN]o?M\.?,?Y", calendar_dates.full_date),
    Rule("month-day", r"(?:D\.?,?)?M\.?t?[nN](?![h:])", calendar_dates.month_day),
    Rule("day-month", r"(?:D\.?,?t?|t)?[nN]o?M", calendar_dates.month_day),
    Rule("month-year", r"(?:t?Eo|eI?t?-?)?M\.?,?o?Y", calendar_dates.month_year),
    Rule("season-year", r"(?:t?Eo|e-?)?t?So?,?Y", quarters.season),
    Rule("quarter", rf"t?(?:[ONn]-?|L|X|x|V|P|K|F|y|R)?f?[Q]{_AFTER_OF}?", quarters.quarter),
    Rule("half", rf"t?[ON]s{_AFTER_OF}", quarters.half),
    Rule("unit-of-month", r"t?[OLN]Uo(?:M\.?,?Y?|Y)", calendar_dates.unit_of_month),
    Rule("month-of-unit", r"e?M\.?,?o?t?[xyLXVF]U", calendar_dates.month_of_unit),
    Rule("year-ago", r"U-[Ae]", relative_units.year_ago),
    Rule("fiscal-year", r"t?fU?Y", calendar_dates.fiscal_year),
    Rule("ago", rf"e?{_AMOUNT}-?[UJHQ](?:bas)?A", relative_units.ago),
    Rule("later", rf"{_AMOUNT}-?[UJHQ](?:bas)?e", relative_units.later),
    Rule("year-before", r"t?y[wUQ](?:,?(?:o?t?LU|aUA|aUe))", relative_units.year_before),
    Rule("last-unit", r"(?:t?Eo)?e?t?[xyLXVKPFR]f?[UW]", relative_units.relative_unit),
    Rule("span", rf"t?(?:[PLXKF]|FX){_AMOUNT}?q?w?[UJHQ]", durations.past_or_next_span),
    Rule("decade", r"t?(?:e-?)?'?Z|t?e-?d", calendar_dates.decade),
    Rule("last-weekday", r"t?[LXVPFKx]D\.?p?", relative_units.last_weekday),
    Rule("last-part", r"e?t?[xLXVFy]p", parts.part_of_relative_day),
    Rule("last-month", r"e?t?[xLXVPK]M\.?[nN]?", relative_units.last_month),
    Rule("last-season", r"(?:t?Eo|e)?t?[xLXVPK]S", relative_units.last_season),
    Rule("end-of-unit", r"t?Eotf?[UQW]", relative_units.bare_unit),
    Rule("today", r"e?Bp?", parts.today),
    Rule("day-of-month", r"tN(?:oyU)?", calendar_dates.day_of_month),
    Rule("weekday-part", r"e?D\.?p", parts.weekday_part),
    Rule("weekday", r"(?:eI?)?D", relative_units.weekday),
    Rule("duration", rf"{_AMOUNT}-?q?w?-?[UJHQW](?:bas)?", durations.duration),
    Rule("season", r"(?:t?Eo|e-?)?t?S", quarters.season),
    Rule("month", r"(?:t?Eo|eI?t?-?)?M(?:\.(?!\|))?", calendar_dates.bare_month),
    Rule("year", r"(?:t?Eo|eI?-?)?(?:Y|'n)", calendar_dates.year),
    Rule("clock", rf"{_CLOCK}", parts.clock),
    Rule("bare-unit", r"t[UW]", relative_units.bare_unit),
    Rule("bare-plural", r"[JH]e?", durations.bare_plural),
    Rule("set", r"z", sets.frequency),
    Rule("part", r"t?p", parts.bare_part),
    Rule("time-being", r"tw@", vague.time_being),
    Rule("noun", r"tP(?![UJHQWqnumaDSMGpY-])|t[wR]?=", vague.noun),
    Rule("adjective", r"RJ?", vague.adjective),
    Rule("adverb", r"[crk]", vague.adverb),
    Rule("holiday", r"G", holidays.holiday),
)
"""Tried in this order at each place of the text: the first that fits is the expression there."""

EACH = tuple(re.compile(rule.pattern) for rule in RULES)
_MAY_START = r"(?=[^tawIobj.,|()$+~hgfA-]|t(?:[^w.,|]|w[=@UQ])|a(?:[^w.,|]|w-?[UJHQW])|fU?Y)"
"""What stands at the first place of a rule: words that tell no time are passed at once."""
NAMED = re.compile(_MAY_START + "(?:" + "|".join(f"(?P<r{n}>{rule.pattern})" for n, rule in enumerate(RULES)) + ")")
