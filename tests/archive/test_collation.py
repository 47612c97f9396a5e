"""Forms of one utterance side by side, and what they disagree about."""

from itertools import permutations

from backfile.archive.quotations.collation import align, collate, form_of
from backfile.model.quotation import BETWEEN_PIECES, Quotation
from backfile.model.story import Stamp, Window

FULL = (
    "The president wanted to make clear the message that he would send to his people is one of hope - and not of fear."
)


def quotation(story: str, text: str, day: str | None = "2017-02-23", **changed: object) -> Quotation:
    stamp = Stamp(day, "day", "unknown", "visible", day) if day else None
    made = Quotation(
        story, "v", 0, True, text, "direct", "speech", "Sean Spicer", "p", None, None, None, None, "u", 2, "Head",
        f"Outlet {story}", stamp, Window(),
    )  # fmt: skip
    return made._replace(**changed)  # type: ignore[arg-type]


def runs(full: str, text: str) -> list[tuple[str, str, str]]:
    return [tuple(run) for run in align(full, text) if run.kind != "same"]  # type: ignore[misc]


def test_left_out_put_in_and_changed() -> None:
    assert runs(FULL, "make clear the message that he would [send] to his people") == [
        ("left-out", "", "The president wanted to"),
        ("changed", "[send]", "send"),
        ("left-out", "", "is one of hope - and not of fear."),
    ]
    assert runs(FULL, FULL.upper()) == []
    assert runs("a b c", "a b new c") == [("added", "new", "")]


def test_the_storys_own_words_between_two_pieces_are_nothing_left_out() -> None:
    assert runs("It's the peat. You put it out on top", f"It's the peat{BETWEEN_PIECES}You put it out on top") == []


def test_an_ellipsis_is_words_left_out() -> None:
    assert runs(FULL, "[T]he president wanted ... the message that he would send")[0] == (
        "left-out",
        "...",
        "to make clear",
    )
    assert form_of("one . . . two") == form_of("One … two")
    assert form_of("one two") != form_of("one … two")


def test_nothing_printed_is_lost() -> None:
    text = "“He wanted to make clear — [the] message ... of hope,” not fear"
    aligned = align(FULL, text)
    assert " ".join(run.text for run in aligned if run.text) == text
    assert " ".join(run.full for run in aligned if run.full) == FULL


def test_the_fullest_form_comes_first_and_the_order_of_input_does_not_count() -> None:
    given = [
        quotation("a", "the message that he would [send] to his people", "2017-02-24"),
        quotation("b", FULL, "2017-02-25"),
        quotation("c", "the message that he would [send] to his people", None),
        quotation("d", "a message to his people is one of hope ... and not of fear", "2017-02-23"),
    ]
    made = [collate("u", order) for order in permutations(given)]
    assert all(one == made[0] for one in made)
    assert [[q.story for q in variant.printed] for variant in made[0].variants] == [["b"], ["d"], ["a", "c"]]
    assert [variant.is_fullest for variant in made[0].variants] == [True, False, False]
    assert made[0].outlets == ("Outlet d", "Outlet a", "Outlet b", "Outlet c")
    assert made[0].differences == ()


def test_what_an_outlet_put_in_makes_no_form_fuller() -> None:
    elided = "Concrete tells you things slowly ... then all at once. [The state, he said, would] like to listen."
    given = [
        quotation("a", elided),
        quotation("b", "Concrete tells you things slowly, and then all at once. We'd like to listen."),
    ]
    assert collate("u", given).variants[0].printed[0].story == "b"


def test_days_that_differ_are_flagged() -> None:
    tuesday, thursday = quotation("a", FULL, said_on="2017-02-21"), quotation("b", FULL, said_on="2017-02-23")
    assert collate("u", [thursday, tuesday]).differences[0] == ("day", ("2017-02-21", "2017-02-23"))
    assert collate("u", [tuesday, quotation("c", FULL)]).differences == ()
    early = quotation("d", FULL, "2017-02-20")
    assert collate("u", [tuesday, early]).differences[0] == ("day", ("2017-02-20", "2017-02-21"))


def test_speakers_that_differ_are_flagged_and_short_names_are_not() -> None:
    short = quotation("a", FULL, speaker="Spicer")
    other = quotation("b", FULL, speaker="officials")
    nobody = quotation("c", FULL, speaker=None)
    assert collate("u", [quotation("d", FULL), short, nobody]).differences == ()
    assert collate("u", [quotation("d", FULL), short, other]).differences == (
        ("speaker", ("Sean Spicer", "officials")),
    )
