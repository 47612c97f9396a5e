"""English words that tell time, each with a letter for its kind: the alphabet in which date_rules.py is written.

Data only. The kinds:

    M month   D weekday   S season   G holiday   U day week month year decade century   Q quarter   J days weeks ... (plural)   H hour minute second
    p part of the day   W weekend   B today yesterday tomorrow tonight   u number word   O ordinal word   q several, few
    a "a", "an"   t "the"   x this   y that, same   L last   P past   V previous   X next   K coming   F following
    e early late mid   E end beginning start middle   s second half, first half ("half")   A ago
    c now, currently   R current, recent   = future   @ being, present, moment   r recently   k soon, future   v every, each   z daily, weekly ...   o "of"   I preposition of time
    h am, pm   i noon, midnight   d decade in words ("nineties")   b "and"   j or, to   f fiscal   g old
"""

_KINDS = {
    "M": "january february march april may june july august september october november december",
    "D": "monday tuesday wednesday thursday friday saturday sunday",
    "S": "spring summer autumn fall winter springtime summertime wintertime",
    "Q": "quarter",
    "J": "days weeks months years quarters decades centuries fortnights millennia yrs",
    "U": "day week month year decade century fortnight millennium yr",
    "H": "hour minute hours minutes seconds hr hrs mins",
    "p": "morning afternoon evening night mornings afternoons evenings nights nighttime",
    "W": "weekend weekends",
    "B": "today yesterday tomorrow tonight",
    "u": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen",
    "O": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth final opening",
    "q": "several few many some couple numerous countless multiple consecutive straight successive",
    "a": "a an another",
    "t": "the",
    "x": "this",
    "y": "that same those these",
    "L": "last latest",
    "P": "past",
    "V": "previous preceding prior",
    "X": "next",
    "K": "coming upcoming",
    "F": "following subsequent",
    "e": "early late mid earlier later",
    "E": "end beginning start middle close dawn eve turn",
    "s": "half",
    "A": "ago",
    "R": "current recent",
    "c": "now currently nowadays presently",
    "r": "recently lately",
    "k": "soon shortly",
    "=": "future",
    "@": "being present moment",
    "v": "every each",
    "z": "daily weekly monthly quarterly yearly annually annual nightly hourly biweekly fortnightly bimonthly biannual semiannual "
    "semiannually biennial",
    "o": "of",
    "I": "in on at by since for during from until till throughout around about before after within over between through",
    "i": "noon midnight midday",
    "d": "twenties thirties forties fifties sixties seventies eighties nineties",
    "b": "and",
    "j": "to or",
    "G": "christmas xmas thanksgiving easter halloween labor labour memorial independence veterans presidents valentine valentines "
    "boxing martin mlk columbus good ash palm new black cyber groundhog bastille juneteenth armistice anzac",
    "f": "fiscal financial fy",
    "&": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "l": "decadelong yearlong monthlong weeklong daylong hourlong",
    "g": "old age",
}

KIND_OF: dict[str, str] = {word: kind for kind, words in _KINDS.items() for word in words.split()}

ONLY_CAPITAL = frozenset({"may", "march", "august", *_KINDS["G"].split()})
"""Months and first words of holidays that are other words when they are not capitalised."""

MONTH_NUMBER: dict[str, int] = {word: number for number, word in enumerate(_KINDS["M"].split(), 1)}
MONTH_SHORT: dict[str, int] = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
WEEKDAY_NUMBER: dict[str, int] = {word: number for number, word in enumerate(_KINDS["D"].split())}
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
