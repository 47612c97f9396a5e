"""Scripts that set words without spaces (Chinese, Japanese, Korean), and those that end no sentence with a stop (Thai, Lao)."""

FIRST_WIDE = "\u2e80"
"""No letter of theirs comes before it."""


def is_wide(text: str) -> bool:
    """True for scripts that set words without spaces: a character there says as much as three letters."""
    return FIRST_WIDE <= text[len(text) // 2] <= "\u9fff" or "\uac00" <= text[len(text) // 2] <= "\ud7a3"


def is_without_stops(text: str) -> bool:
    """True for scripts that part sentences by a space alone: Thai and Lao (Unicode Standard, 16.1 and 16.2)."""
    return "\u0e00" <= text[len(text) // 2] <= "\u0eff"
