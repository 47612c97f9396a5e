"""Who said what, under which name and office."""

from backfile.quotes.speech import Speech, analyse_speech, find_people, find_quotes

__all__ = ["Speech", "analyse_speech", "find_people", "find_quotes"]
