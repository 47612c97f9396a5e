"""The JSON values of a page's scripts, however the scripts end."""

from backfile.page.script_json import state_values

TEXT = "The ferry crossed at noon.\n1:not a row of its own"


def flight(rows: str) -> bytes:
    return b'<script>self.__next_f.push([1,"' + rows.replace("\n", "\\n").encode() + b'"]) ; </script>'


def test_a_text_is_as_long_as_it_says_and_holds_no_rows() -> None:
    rows = f"0:T{len(TEXT):x},{TEXT}" + "\n2:{}"
    assert list(state_values(flight(rows))) == [{}, {"text": TEXT}]


def test_a_text_that_says_too_much_takes_what_is_there_once() -> None:
    assert list(state_values(flight("0:Tffffff,one\n1:Tffffff,two\n2:[]"))) == [
        {"text": "one\n1:Tffffff,two\n2:[]"},
    ]


def test_a_script_that_does_not_end_is_not_read_and_keeps_none_from_it() -> None:
    page = b'<script>a={"b":1}</script><script>c={"d":2}'
    assert list(state_values(page)) == [{"b": 1}]
