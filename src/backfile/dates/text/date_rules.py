"""English date expressions as patterns over kinds of words (time_words.py names them), the longest shapes first.

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
from backfile.dates.text.time_words import letters

Builder = Callable[[Tokens, int, int, Context], Found | None]


class Rule(NamedTuple):
    """A shape of expression and what makes its value."""

    name: str
    pattern: str
    """Over the letters of kinds; in _ROWS below over their names."""
    build: Builder


_AMOUNT = letters(
    r"(?:<a><several>[<number><number-word>]?|<a><several><of>|<several>[<number><number-word>]?|[<number><figure>](?:<and><a><half>|-?<half>)?|<year>(?=-?<units>)|<number-word>(?:-?<and>?<number-word>){0,11}(?:-?<and>-?(?:<a>-?)?<half>)?|[<number><number-word>]-<a>(?:<half>)?|<half><a>|<a><half>|<half>|<a>)"
)
_DAY = letters(
    r"(?:<weekday>\.?,?)?(?:<month>\.?[<number><nth>](?![<am-pm>:])(?:,?<year>)?|[<number><nth>]<of>?<month>(?:\.?,?<year>)?)"
)
_CLOCK = letters(r"(?:(?:<clock><am-pm>?|[<number><number-word>]<am-pm>|<noon>)<zone>?|[<figure><year>]<zone>)")
_AFTER_OF = letters(
    r"(?:,?<of>?(?:<fiscal>?<year>|<the>?[<this><last><next><previous><that><past><following>]?<fiscal>?<unit>))"
)

_ROWS: tuple[Rule, ...] = (
    Rule(
        "part-of-date",
        r"<the>?<early>?<part><word>?<of><the>?(?=<month>|[<number><nth>](?:-[<number><nth>])?<of>?<month>)",
        day_parts.part_of_date,
    ),
    Rule("clock-date", rf"{_CLOCK},?<in>?(?:{_DAY}|<slashed>)", clocks.clock_and_date),
    Rule("date-clock", rf"(?:{_DAY}|<slashed>),?<in>?{_CLOCK}", clocks.date_and_clock),
    Rule(
        "clock-day", rf"{_CLOCK},?<in>?(?:<this><part>|<early>?<today>|[<last><next>]?<weekday>)", clocks.clock_and_day
    ),
    Rule(
        "day-clock", rf"(?:[<this><last><next>]?<weekday>\.?|<today>),?(?:<part>,?)?<in>?{_CLOCK}", clocks.day_and_clock
    ),
    Rule(
        "set-every",
        r"<every>(?:[<number><number-word><nth><ordinal>]|<word><number-word>)?-?(?:[<unit><units><clock-unit><quarter><weekend><season><month>]|<weekday>\.?<part>?|<part>)",
        sets.every,
    ),
    Rule("numeric", r"(?:<weekday>\.?,?)?<slashed>", calendar_dates.numeric),
    Rule(
        "ordinal-month",
        r"<the>?<ordinal><of><month>|<month><ordinal>(?!<word>?<quarter>|<word>?<half>)",
        calendar_dates.ordinal_of_month,
    ),
    Rule("month-day-year", r"(?:<weekday>\.?,?)?<month>\.?<the>?[<number><nth>],?<year>", calendar_dates.full_date),
    Rule(
        "day-month-year",
        r"(?:<weekday>\.?,?<the>?|<the>)?[<number><nth>]<of>?<month>\.?,?<year>",
        calendar_dates.full_date,
    ),
    Rule(
        "day-of-year",
        r"(?:<month>\.?[<number><nth>]|[<number><nth>]<of>?<month>\.?),?<of>?<the>?[<this><that><last><next><previous><following>]<unit>",
        months.month_of_unit,
    ),
    Rule("month-day", r"(?:<weekday>\.?,?)?<month>\.?<the>?[<number><nth>](?![<am-pm>:])", calendar_dates.month_day),
    Rule("day-month", r"(?:<weekday>\.?,?<the>?|<the>)?[<number><nth>]<of>?<month>", calendar_dates.month_day),
    Rule(
        "month-year",
        r"(?:<the>?<end><of>|<early><in>?<the>?-?)?<month>\.?(?:,?<of>?<year>|'<number>)",
        months.month_year,
    ),
    Rule("season-year", r"(?:<the>?<end><of>|<early>-?)?<the>?<season>(?:<of>?,?<year>|'<number>)", seasons.season),
    Rule("quarter-in-figures", r"<quarter-sign><number><of>?<year>?", quarters.numbered),
    Rule("quarter-of-month", r"<the>?<month><quarter>", quarters.quarter_of_month),
    Rule(
        "quarter-of-year",
        r"<the>?(?:[<this><last><next><previous><that>]<unit>'<word>|<year>(?:'<word>)?)[<ordinal><nth>]-?<quarter>",
        quarters.quarter,
    ),
    Rule(
        "quarter",
        rf"<the>?(?:[<ordinal><nth><number>]-?|<last>|<next>|<this>|<previous>|<past>|<coming>|<following>|<that>|<current>)?<fiscal>?[<quarter>]{_AFTER_OF}?",
        quarters.quarter,
    ),
    Rule("half", rf"<the>?[<ordinal><nth>]<half>{_AFTER_OF}|[<ordinal><nth>]-<half>", quarters.half),
    Rule("quarter-century", r"<a>?<quarter>(?:-?|<of><a>)<unit>", durations.quarter_century),
    Rule(
        "century",
        r"(?:<the>?<end><of>|<early>-?)?<the>?(?:<early>-?)?(?:<number-word>-)?[<ordinal><nth>]-?<unit>",
        eras.century,
    ),
    Rule(
        "unit-of-month",
        r"<the>?[<ordinal><last><nth>]<unit>[<of><in>](?:<month>\.?,?<year>?|<year>)",
        months.unit_of_month,
    ),
    Rule(
        "month-of-unit",
        r"<early>?<month>\.?,?<of>?<the>?[<this><that><last><next><previous><following>]<unit>",
        months.month_of_unit,
    ),
    Rule("year-ago", r"<the>?<unit>-[<ago><early>]|<the><unit>[<ago><early>]", counted.year_ago),
    Rule("fiscal-year", r"<the>?<fiscal><unit>?<year>", years.fiscal_year),
    Rule("unit-end", r"<unit>(?:-|'<word>)?<end>", bare_units.unit_end),
    Rule("from-now", rf"{_AMOUNT}-?[<unit><units>]<in>[<now><today>]", counted.from_now),
    Rule("beside", r"<the><unit><in>", counted.beside),
    Rule("ago", rf"<early>?{_AMOUNT}-?[<unit><units><clock-unit><quarter>](?:<and><a><half>)?<ago>", counted.ago),
    Rule("later", rf"{_AMOUNT}-?[<unit><units><clock-unit><quarter>](?:<and><a><half>)?<early>", counted.later),
    Rule(
        "year-before",
        r"<the>?<that>[<word><unit><quarter>](?:,?(?:<of>?<the>?<last><unit>|<a><unit><ago>|<a><unit><early>))",
        counted.year_before,
    ),
    Rule(
        "last-unit",
        r"(?:<the>?<end><of>)?<early>?<the>?[<this><that><last><next><previous><coming><past><following><current>]<fiscal>?[<unit><weekend>]",
        relative_units.relative_unit,
    ),
    Rule(
        "span",
        rf"<the>?(?:[<past><last><next><coming><following>]|<following><next>){_AMOUNT}?<several>?<word>?[<unit><units><clock-unit><quarter>]",
        durations.past_or_next_span,
    ),
    Rule("decade", r"<the>?(?:<early>-?)?'?<decade>|<the>(?:<early>-?)?<nineties>|<early>-?<nineties>", eras.decade),
    Rule(
        "last-weekday",
        r"<the>?[<last><next><previous><past><following><coming><this>]<weekday>\.?<part>?",
        weekdays.last_weekday,
    ),
    Rule(
        "last-part",
        r"<early>?<the>?[<this><last><next><previous><following><that>]<part>",
        day_parts.part_of_relative_day,
    ),
    Rule(
        "last-month",
        r"<early>?<the>?[<this><last><next><previous><past><coming>]<month>\.?[<number><nth>]?",
        relative_units.last_month,
    ),
    Rule(
        "last-season",
        r"(?:<the>?<end><of>|<early>)?<the>?[<this><last><next><previous><past><coming>]<season>",
        seasons.last_season,
    ),
    Rule(
        "end-of-unit",
        r"<the>?<end><of><the><fiscal>?[<unit><quarter><weekend>]|<early><in><the>[<unit><weekend>]",
        bare_units.bare_unit,
    ),
    Rule("today", r"<early>?<today><part>?", day_parts.today),
    Rule("day-of-month", r"<the><nth>(?:<of><that><unit>)?", calendar_dates.day_of_month),
    Rule("weekday-of-week", r"<weekday>[<last><next><this>]<unit>", weekdays.weekday_of_week),
    Rule("weekday-part", r"<early>?<weekday>\.?<part>", day_parts.weekday_part),
    Rule("weekday", r"(?:<early><in>?)?<weekday>", weekdays.weekday),
    Rule(
        "duration",
        rf"{_AMOUNT}-?<several>?<word>?-?[<unit><units><clock-unit><quarter><weekend>](?:<and><a><half>)?",
        durations.duration,
    ),
    Rule("season", r"(?:<the>?<end><of>|<early>-?)?<the>?<season>", seasons.season),
    Rule("month", r"(?:<the>?<end><of>|<early><in>?<the>?-?)?<month>(?:\.(?!\|))?", months.bare_month),
    Rule("year", r"(?:<the>?<end><of>|<early><in>?-?)?(?:<year>|'<number>)", years.year),
    Rule("clock", rf"{_CLOCK}", clocks.clock),
    Rule("bare-unit", r"<the><word>?<unit>|<the><weekend>", bare_units.bare_unit),
    Rule("these-days", r"<that><units>|<the>?<present>", vague.present),
    Rule("bare-plural", r"<the>?[<units><clock-unit>]<early>?", durations.bare_plural),
    Rule("long-word", r"<yearlong>|[<unit><clock-unit>]-<word>", durations.long_word),
    Rule("weekdays", r"<weekdays><part>?|<weekend>", sets.on_weekdays),
    Rule("set", r"<daily>", sets.frequency),
    Rule("part", r"<the>?<part>", day_parts.bare_part),
    Rule("time-being", r"<the><word><present>", vague.time_being),
    Rule(
        "noun",
        r"<the><past>(?![<unit><units><clock-unit><quarter><weekend><several><number><number-word><figure><a><weekday><season><month><holiday><part><year>-])|<the>[<word><current>]?<future>",
        vague.noun,
    ),
    Rule("adjective", r"<current><units>?", vague.adjective),
    Rule("adverb", r"[<now><recently><soon>]", vague.adverb),
    Rule("holiday", r"<holiday>", holidays.holiday),
)
RULES = tuple(row._replace(pattern=letters(row.pattern)) for row in _ROWS)
"""Tried in this order at each place of the text: the first that fits is the expression there."""

EACH = tuple(re.compile(rule.pattern) for rule in RULES)
_NO_MORE = r".,|()$+"
"""Marks after which a word that needs another begins no expression."""
_UNIT_LATER = "<word>-?[<unit><units><clock-unit><quarter><weekend>]"
_MAY_START = letters(
    r"(?=[^<the><a><word><in><of><and><to>.,|()$+<zone><am-pm><old><fiscal><ago>\-<number><figure><number-word><ordinal><early><end><several><every><this><that>]"
    rf"|[<number><figure><number-word><several>](?:[^<word><the><of>{_NO_MORE}]|{_UNIT_LATER}|<of><month>)"
    rf"|<ordinal>(?:[^<word><the><of>{_NO_MORE}]|<of><month>)|<end><of>|[<early><every>][^{_NO_MORE}]|<this>[^<word><the><of>{_NO_MORE}]|<that>(?:[<unit><weekend><quarter><units><part><fiscal>]|<word>,?[<of><the><last><a>])"
    rf"|<the>(?:[^<word>.,|]|<word>[<future><present><unit><quarter>])|<a>(?:[^<word>.,|]|{_UNIT_LATER})|<fiscal><unit>?<year>)"
)
"""What stands at the first place of a rule: words that tell no time are passed at once."""
NAMED = re.compile(_MAY_START + "(?:" + "|".join(f"(?P<r{n}>{rule.pattern})" for n, rule in enumerate(RULES)) + ")")
