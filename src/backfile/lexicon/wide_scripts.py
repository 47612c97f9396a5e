"""Scripts that set words without spaces: Chinese, Japanese, Korean."""

FIRST_WIDE = "\u2e80"
"""No letter of theirs comes before it."""


def is_wide(text: str) -> bool:
    """True for scripts that set words without spaces: a character there says as much as three letters."""
    return FIRST_WIDE <= text[len(text) // 2] <= "\u9fff" or "\uac00" <= text[len(text) // 2] <= "\ud7a3"
