"""Who said what, under which name and office."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from backfile.quotes.speech import Speech, analyse_speech, find_people, find_quotes

__all__ = ["Speech", "analyse_speech", "find_people", "find_quotes"]


def __getattr__(name: str) -> Any:
    """Each name is loaded when first used: its tables take a while, and reading a page asks this package for given names
    alone (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'backfile.quotes' has no attribute {name!r}")
    from backfile.quotes import speech

    return getattr(speech, name)
