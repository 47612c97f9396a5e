"""English words that tell time, each with its kind: what the rules of date_rules.py are written over.

Data only. A kind has a name, by which rules are written, and a letter, over which they are matched: `letters` makes the one of the other.
"""

import re

LETTER: dict[str, str] = {
    # words with a list below
    "month": "M", "weekday": "D", "season": "S", "holiday": "G", "unit": "U", "quarter": "Q", "units": "J",
    "clock-unit": "H", "part": "p", "weekend": "W", "today": "B", "number-word": "u", "ordinal": "O", "several": "q",
    "a": "a", "the": "t", "this": "x", "that": "y", "last": "L", "past": "P", "previous": "V", "next": "X", "coming": "K",
    "following": "F", "early": "e", "end": "E", "half": "s", "ago": "A", "current": "R", "now": "c", "recently": "r",
    "soon": "k", "future": "=", "present": "@", "every": "v", "daily": "z", "of": "o", "in": "I", "noon": "i",
    "nineties": "d", "and": "b", "to": "j", "fiscal": "f", "weekdays": "&", "yearlong": "l", "old": "g",
    # told by their form (time_tokens.py): the year 2017, 16:30, 2/23/2017, a number of two digits, 23rd, 1990s, another number, EST, Q, a.m., any other word
    "year": "Y", "clock": "C", "slashed": "/", "number": "n", "nth": "N", "decade": "Z", "figure": "m", "zone": "~",
    "quarter-sign": "T", "am-pm": "h", "word": "w",
}  # fmt: skip
"""Name of a kind to its letter. Marks stand for themselves: a comma, a full stop, a hyphen, an apostrophe, brackets, $, +; | is the end of a line."""
_KINDS = {
    "month": "january february march april may june july august september october november december",
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "season": "spring summer autumn fall winter springtime summertime wintertime",
    "quarter": "quarter",
    "units": "days weeks months years quarters decades centuries fortnights millennia yrs",
    "unit": "day week month year decade century fortnight millennium yr",
    "clock-unit": "hour minute hours minutes seconds hr hrs mins",
    "part": "morning afternoon evening night mornings afternoons evenings nights nighttime",
    "weekend": "weekend weekends",
    "today": "today yesterday tomorrow tonight",
    "number-word": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen",
    "ordinal": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth final opening",
    "several": "several few many some couple numerous countless multiple consecutive straight successive",
    "a": "a an another",
    "the": "the",
    "this": "this",
    "that": "that same those these",
    "last": "last latest",
    "past": "past",
    "previous": "previous preceding prior",
    "next": "next",
    "coming": "coming upcoming",
    "following": "following subsequent",
    "early": "early late mid earlier later",
    "end": "end beginning start middle close dawn eve turn",
    "half": "half",
    "ago": "ago",
    "current": "current recent",
    "now": "now currently nowadays presently",
    "recently": "recently lately",
    "soon": "soon shortly",
    "future": "future",
    "present": "being present moment",
    "every": "every each",
    "daily": "daily weekly monthly quarterly yearly annually annual nightly hourly biweekly fortnightly bimonthly biannual semiannual "
    "semiannually biennial",
    "of": "of",
    "in": "in on at by since for during from until till throughout around about before after within over between through",
    "noon": "noon midnight midday",
    "nineties": "twenties thirties forties fifties sixties seventies eighties nineties",
    "and": "and",
    "to": "to or",
    "holiday": "christmas xmas thanksgiving easter halloween labor labour memorial independence veterans presidents valentine valentines "
    "boxing martin mlk columbus good ash palm new black cyber groundhog bastille juneteenth armistice anzac",
    "fiscal": "fiscal financial fy",
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "yearlong": "decadelong yearlong monthlong weeklong daylong hourlong",
    "old": "old age",
}

_NAME = re.compile(r"<([a-z-]+)>")


def letters(pattern: str) -> str:
    """A pattern over names of kinds as one over their letters: "<the>?<last><unit>" is "t?LU"."""
    return _NAME.sub(lambda name: LETTER[name[1]], pattern)


KIND_OF: dict[str, str] = {word: LETTER[kind] for kind, words in _KINDS.items() for word in words.split()}

ONLY_CAPITAL = frozenset({"may", "march", "august", *_KINDS["holiday"].split()})
"""Months and first words of holidays that are other words when they are not capitalised."""

MONTH_NUMBER: dict[str, int] = {word: number for number, word in enumerate(_KINDS["month"].split(), 1)}
MONTH_SHORT: dict[str, int] = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
WEEKDAY_NUMBER: dict[str, int] = {word: number for number, word in enumerate(_KINDS["weekday"].split())}
WEEKDAY_SHORT: dict[str, int] = {
    "Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Weds": 2, "Thu": 3, "Thur": 3, "Thurs": 3, "Fri": 4, "Sat": 5, "Sun": 6,
}  # fmt: skip
"""A weekday's short form counts only with its full stop or beside a month or a time."""

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
NUMBER: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES.split())},
    **{word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
    "hundred": 100, "thousand": 1000, "million": 1000000, "dozen": 12, "a": 1, "an": 1, "another": 1, "couple": 2,
}  # fmt: skip
ORDINAL: dict[str, int] = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
UNIT: dict[str, str] = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "Q", "decade": "DE", "century": "CE", "fortnight": "F",
    "millennium": "ML", "yr": "Y", "hour": "TH", "minute": "TM", "second": "TS", "hr": "TH", "min": "TM", "weekend": "WE",
    "centurie": "CE", "millennia": "ML",
}  # fmt: skip
"""Singular of a unit -> its letter in a TIMEX3 duration; "T" leads those of the clock."""

PART_OF_DAY: dict[str, str] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "noon": "12:00", "midday": "12:00",
    "midnight": "24:00",
}  # fmt: skip
SEASON: dict[str, str] = {
    "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "springtime": "SP", "summertime": "SU",
    "wintertime": "WI",
}  # fmt: skip
SEASON_MONTH: dict[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FREQUENCY: dict[str, str] = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
    "annual": "P1Y", "nightly": "P1D", "hourly": "PT1H", "biweekly": "P2W", "fortnightly": "P2W", "bimonthly": "P2M",
    "biannual": "P6M", "semiannual": "P6M", "semiannually": "P6M", "biennial": "P2Y",
}  # fmt: skip
DECADE: dict[str, str] = {
    "twenties": "2", "thirties": "3", "forties": "4", "fifties": "5", "sixties": "6", "seventies": "7", "eighties": "8",
    "nineties": "9",
}  # fmt: skip
ZONES = frozenset("UTC GMT EST EDT ET CST CDT CT MST MDT MT PST PDT PT BST CET CEST EET JST".split())
