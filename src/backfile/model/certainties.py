"""How sure a date in the text or a speaker is: the rule of thumb or the ground that gave it, by name."""

from enum import StrEnum


class DateCertainty(StrEnum):
    """DateMention.certainty: docs/dates.md says what each means."""

    AS_PRINTED = "as-printed"
    COUNTED = "counted"
    WEEKDAY_SAME_OR_LAST = "weekday-same-or-last"
    WEEKDAY_NEXT = "weekday-next"
    NEAREST_DAY = "nearest-day"
    DAY_BY_VERB = "day-by-verb"
    MONTH_LAST = "month-last"
    MONTH_BY_VERB = "month-by-verb"
    LAST_NAMED = "last-named"
    LAST_NAMED_YEAR = "last-named-year"
    VAGUE = "vague"
    UNANCHORED = "unanchored"


class SpeakerCertainty(StrEnum):
    """Quote.certainty: docs/quotes.md says what each means."""

    NAMED_BY_CUE = "named-by-cue"
    DESCRIBED_BY_CUE = "described-by-cue"
    PRONOUN_NEAREST = "pronoun-nearest"
    OFFICE = "office"
    AGENCY = "agency"
    SAME_VOICE = "same-voice"
    NEAREST_SUBJECT = "nearest-subject"
    LABEL = "label"
