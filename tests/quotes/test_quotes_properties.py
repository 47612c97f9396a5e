"""What holds of any text: nothing crashes, spans slice the body, pieces are in order and inside."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from backfile.quotes import analyse_speech, find_people, find_quotes
from backfile.quotes.attribution_cues import BELIEF, INTENTION, SPEECH
from backfile.quotes.find_speakers import CERTAINTIES

TABLE = """said told she he they that according to Ann Lee Sen. Gov. the mayor , . " “ ” ' ‘ ’ : ; — ( ) urged wants
plan claim is was been not and but who which , " " 45 U.S. D-Conn. confident asked whether by of for in Ohio Monday
voters no way as said , dass que « » „ 「 」 sagte dijo selon Q: A: SMITH: … ... ! ? reports believes hopes fears
accused"""
WORDS = st.sampled_from([*TABLE.split(), "\n", "\n\n"])
NEWSLIKE = st.lists(WORDS, max_size=60).map(" ".join)
ANY = st.one_of(st.text(max_size=300), NEWSLIKE)
LANGUAGE = st.sampled_from([None, "en", "de", "fr", "es", "ja", "it", "pt-BR"])


@settings(max_examples=400, deadline=None)
@given(ANY, LANGUAGE)
def test_every_span_slices_the_body(body, language):
    speech = analyse_speech(body, language=language)
    for quote in speech.quotes:
        assert quote.pieces
        assert quote.text == " ".join(body[start:end] for start, end in quote.pieces)
        for start, end in quote.pieces:
            assert 0 <= start < end <= len(body)
        if quote.cue_span:
            assert body[slice(*quote.cue_span)] == quote.cue
        if quote.speaker_span:
            assert body[slice(*quote.speaker_span)] == quote.as_printed
        assert quote.kind in ("direct", "mixed", "indirect")
        assert quote.act in (SPEECH, BELIEF, INTENTION)
        assert quote.certainty is None or quote.certainty in CERTAINTIES
    for named in (*speech.people, *speech.agencies):
        assert named.name
        assert all(0 <= start < end <= len(body) for start, end in named.mentions)
        assert list(named.mentions) == sorted(named.mentions)


@settings(max_examples=300, deadline=None)
@given(NEWSLIKE)
def test_pieces_are_in_order_and_apart(body):
    for quote in analyse_speech(body, language="en").quotes:
        ends = [0]
        for start, end in quote.pieces:
            assert start >= ends[-1]
            ends.append(end)


@settings(max_examples=100, deadline=None)
@given(NEWSLIKE)
@example("said said , said said and")
def test_the_same_text_gives_the_same_records(body):
    assert analyse_speech(body) == analyse_speech(body)
    assert find_quotes(body, language=None) == analyse_speech(body).quotes


def test_only_the_given_paragraphs_are_read():
    body = '"One day it will be ours," Ann Lee said.\n\nPhoto: "Two men by the river," Bob Cole said.'
    first = body.index("\n")
    speech = analyse_speech(body, block_spans=[(0, first)])
    assert [quote.speaker for quote in speech.quotes] == ["Ann Lee"]
    assert [person.name for person in speech.people] == ["Ann Lee"]


def test_names_in_spans_left_out_are_no_people():
    body = "By Ann Lee\n\nMayor Bob Cole signed the bill. The Ohio Department of Health agreed."
    people, agencies = find_people(body, leave_out=[(0, 10)])
    assert [person.name for person in people] == ["Bob Cole"]
    assert [agency.name for agency in agencies] == ["Ohio Department of Health"]


def test_a_headline_lends_a_full_name():
    speech = analyse_speech("Marsh said the road was open.", headline="Gov. Helen Marsh opens the river road")
    assert speech.quotes[0].speaker == "Helen Marsh"
    assert speech.quotes[0].role == "Governor"


def test_given_people_are_the_ones_that_speak():
    body = "Ann Lee spoke. Lee said the road was open."
    people, _ = find_people(body)
    assert find_quotes(body, people=people)[0].speaker == "Ann Lee"


def test_hearers_and_agentless_reports():
    body = "Residents are being told they should boil water."
    (quote,) = analyse_speech(body).quotes
    assert (quote.speaker, quote.to, quote.cue) == (None, "Residents", "are being told")
    assert quote.text == "they should boil water"


def test_acts_are_kept_apart():
    body = "Lee said it was late. Lee fears that it is late. Lee plans to leave. Lee asked reporters to leave."
    assert [(q.act, q.to) for q in analyse_speech(body).quotes] == [
        (SPEECH, None),
        (BELIEF, None),
        (INTENTION, None),
        (SPEECH, "reporters"),
    ]
