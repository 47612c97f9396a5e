"""English date expressions as patterns over kinds of words (time_words.py names the letters), the longest shapes first.

Shapes and extents follow the TimeML annotation guidelines (TIMEX3, 1.2.1): articles and modifiers belong to an
expression, prepositions do not.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from backfile.dates.text import (
    bare_units,
    calendar_dates,
    clocks,
    counted,
    day_parts,
    durations,
    eras,
    holidays,
    months,
    quarters,
    relative_units,
    seasons,
    sets,
    vague,
    weekdays,
    years,
)
from backfile.dates.text.context import Context, Found
from backfile.dates.text.time_tokens import Tokens

Builder = Callable[[Tokens, int, int, Context], Found | None]


class Rule(NamedTuple):
    """A shape of expression and what makes its value."""

    name: str
    pattern: str
    build: Builder


_AMOUNT = r"(?:aq[nu]?|aqo|q[nu]?|[nm](?:bas|-?s)?|Y(?=-?J)|u(?:-?b?u){0,11}(?:-?b-?(?:a-?)?s)?|[nu]-a(?:s)?|sa|as|s|a)"
_DAY = r"(?:D\.?,?)?(?:M\.?[nN](?![h:])(?:,?Y)?|[nN]o?M(?:\.?,?Y)?)"
_CLOCK = r"(?:(?:Ch?|[nu]h|i)~?|[mY]~)"
_AFTER_OF = r"(?:,?o?(?:f?Y|t?[xLXVyPF]?f?U))"

RULES: tuple[Rule, ...] = (
    Rule("part-of-date", r"t?e?pw?ot?(?=M|[nN](?:-[nN])?o?M)", day_parts.part_of_date),
    Rule("clock-date", rf"{_CLOCK},?I?(?:{_DAY}|/)", clocks.clock_and_date),
    Rule("date-clock", rf"(?:{_DAY}|/),?I?{_CLOCK}", clocks.date_and_clock),
    Rule("clock-day", rf"{_CLOCK},?I?(?:xp|e?B|[LX]?D)", clocks.clock_and_day),
    Rule("day-clock", rf"(?:[xLX]?D\.?|B),?(?:p,?)?I?{_CLOCK}", clocks.day_and_clock),
    Rule("set-every", r"v(?:[nuNO]|wu)?-?(?:[UJHQWSM]|D\.?p?|p)", sets.every),
    Rule("numeric", r"(?:D\.?,?)?/", calendar_dates.numeric),
    Rule("ordinal-month", r"t?OoM|MO(?!w?Q|w?s)", calendar_dates.ordinal_of_month),
    Rule("month-day-year", r"(?:D\.?,?)?M\.?t?[nN],?Y", calendar_dates.full_date),
    Rule("day-month-year", r"(?:D\.?,?t?|t)?[nN]o?M\.?,?Y", calendar_dates.full_date),
    Rule("day-of-year", r"(?:M\.?[nN]|[nN]o?M\.?),?o?t?[xyLXVF]U", months.month_of_unit),
    Rule("month-day", r"(?:D\.?,?)?M\.?t?[nN](?![h:])", calendar_dates.month_day),
    Rule("day-month", r"(?:D\.?,?t?|t)?[nN]o?M", calendar_dates.month_day),
    Rule("month-year", r"(?:t?Eo|eI?t?-?)?M\.?(?:,?o?Y|'n)", months.month_year),
    Rule("season-year", r"(?:t?Eo|e-?)?t?S(?:o?,?Y|'n)", seasons.season),
    Rule("quarter-in-figures", r"Tno?Y?", quarters.numbered),
    Rule("quarter-of-month", r"t?MQ", quarters.quarter_of_month),
    Rule("quarter-of-year", r"t?(?:[xLXVy]U'w|Y(?:'w)?)[ON]-?Q", quarters.quarter),
    Rule("quarter", rf"t?(?:[ONn]-?|L|X|x|V|P|K|F|y|R)?f?[Q]{_AFTER_OF}?", quarters.quarter),
    Rule("half", rf"t?[ON]s{_AFTER_OF}|[ON]-s", quarters.half),
    Rule("quarter-century", r"a?Q(?:-?|oa)U", durations.quarter_century),
    Rule("century", r"(?:t?Eo|e-?)?t?(?:e-?)?(?:u-)?[ON]-?U", eras.century),
    Rule("unit-of-month", r"t?[OLN]U[oI](?:M\.?,?Y?|Y)", months.unit_of_month),
    Rule("month-of-unit", r"e?M\.?,?o?t?[xyLXVF]U", months.month_of_unit),
    Rule("year-ago", r"t?U-[Ae]|tU[Ae]", counted.year_ago),
    Rule("fiscal-year", r"t?fU?Y", years.fiscal_year),
    Rule("unit-end", r"U(?:-|'w)?E", bare_units.unit_end),
    Rule("from-now", rf"{_AMOUNT}-?[UJ]I[cB]", counted.from_now),
    Rule("beside", r"tUI", counted.beside),
    Rule("ago", rf"e?{_AMOUNT}-?[UJHQ](?:bas)?A", counted.ago),
    Rule("later", rf"{_AMOUNT}-?[UJHQ](?:bas)?e", counted.later),
    Rule("year-before", r"t?y[wUQ](?:,?(?:o?t?LU|aUA|aUe))", counted.year_before),
    Rule("last-unit", r"(?:t?Eo)?e?t?[xyLXVKPFR]f?[UW]", relative_units.relative_unit),
    Rule("span", rf"t?(?:[PLXKF]|FX){_AMOUNT}?q?w?[UJHQ]", durations.past_or_next_span),
    Rule("decade", r"t?(?:e-?)?'?Z|t(?:e-?)?d|e-?d", eras.decade),
    Rule("last-weekday", r"t?[LXVPFKx]D\.?p?", weekdays.last_weekday),
    Rule("last-part", r"e?t?[xLXVFy]p", day_parts.part_of_relative_day),
    Rule("last-month", r"e?t?[xLXVPK]M\.?[nN]?", relative_units.last_month),
    Rule("last-season", r"(?:t?Eo|e)?t?[xLXVPK]S", seasons.last_season),
    Rule("end-of-unit", r"t?Eotf?[UQW]|eIt[UW]", bare_units.bare_unit),
    Rule("today", r"e?Bp?", day_parts.today),
    Rule("day-of-month", r"tN(?:oyU)?", calendar_dates.day_of_month),
    Rule("weekday-of-week", r"D[LXx]U", weekdays.weekday_of_week),
    Rule("weekday-part", r"e?D\.?p", day_parts.weekday_part),
    Rule("weekday", r"(?:eI?)?D", weekdays.weekday),
    Rule("duration", rf"{_AMOUNT}-?q?w?-?[UJHQW](?:bas)?", durations.duration),
    Rule("season", r"(?:t?Eo|e-?)?t?S", seasons.season),
    Rule("month", r"(?:t?Eo|eI?t?-?)?M(?:\.(?!\|))?", months.bare_month),
    Rule("year", r"(?:t?Eo|eI?-?)?(?:Y|'n)", years.year),
    Rule("clock", rf"{_CLOCK}", clocks.clock),
    Rule("bare-unit", r"tw?U|tW", bare_units.bare_unit),
    Rule("these-days", r"yJ|t?@", vague.present),
    Rule("bare-plural", r"t?[JH]e?", durations.bare_plural),
    Rule("long-word", r"l|[UH]-w", durations.long_word),
    Rule("weekdays", r"&p?|W", sets.on_weekdays),
    Rule("set", r"z", sets.frequency),
    Rule("part", r"t?p", day_parts.bare_part),
    Rule("time-being", r"tw@", vague.time_being),
    Rule("noun", r"tP(?![UJHQWqnumaDSMGpY-])|t[wR]?=", vague.noun),
    Rule("adjective", r"RJ?", vague.adjective),
    Rule("adverb", r"[crk]", vague.adverb),
    Rule("holiday", r"G", holidays.holiday),
)
"""Tried in this order at each place of the text: the first that fits is the expression there."""

EACH = tuple(re.compile(rule.pattern) for rule in RULES)
_NO_MORE = r".,|()$+"
"""Marks after which a word that needs another begins no expression."""
_UNIT_LATER = "w-?[UJHQW]"
_MAY_START = "".join(
    (
        r"(?=[^tawIobj.,|()$+~hgfA\-nmuOeEqvxy]",
        rf"|[nmuq](?:[^wto{_NO_MORE}]|{_UNIT_LATER}|oM)",
        rf"|O(?:[^wto{_NO_MORE}]|oM)|Eo|[ev][^{_NO_MORE}]|x[^wto{_NO_MORE}]|y(?:[UWQJpf]|w,?[otLa])",
        rf"|t(?:[^w.,|]|w[=@UQ])|a(?:[^w.,|]|{_UNIT_LATER})|fU?Y)",
    )
)
"""What stands at the first place of a rule: words that tell no time are passed at once."""
NAMED = re.compile(_MAY_START + "(?:" + "|".join(f"(?P<r{n}>{rule.pattern})" for n, rule in enumerate(RULES)) + ")")
