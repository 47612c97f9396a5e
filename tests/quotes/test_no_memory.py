"""What is read on one page does not change what is read on the next."""

from backfile.quotes import analyse_speech

BEFORE = "The gewicht of it was great. A brass gong and a heavy weight were found, clerks said."
TEXT = "Das Gewicht ist bekannt. Gewicht said that the gong would be sold."


def test_words_met_before_change_nothing() -> None:
    first = analyse_speech(TEXT, language="en")
    analyse_speech(BEFORE, language="en")
    assert analyse_speech(TEXT, language="en") == first
