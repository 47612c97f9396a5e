"""What is taken down or left out, asked for through the tools for language models."""

from typing import Any

from backfile.archive.takedowns.leave_out_rules import LeaveOutRules
from backfile.model.takedown_grounds import TakedownGround
from backfile.open_archive import OpenArchive
from tests.mcp.asking import ask
from tests.takedown.conftest import COPY, OTHER, STORY, VIEW, WORD, Ids


def test_tools_show_nothing_of_what_is_taken_down_or_left_out(archive: OpenArchive, ids: Ids) -> None:
    def told(tool: str, **given: Any) -> str:
        return str(ask(archive, tool, given).content[0].text)

    assert ids(COPY) in told("search_archive", query="lamps")
    archive.delist([ids(STORY)], TakedownGround.PRIVACY, WORD)
    archive.forget([ids(COPY)], TakedownGround.COURT_ORDER, WORD)
    for tool, given in (
        ("search_archive", {"query": "lamps"}),
        ("search_archive", {"query": ""}),
        ("find_quotes", {"speaker": "Quillfeather"}),
        ("trace_passage", {"passage": "eleven lamps went missing from the landing of the old cable ferry"}),
        ("later_stories", {"story": ids(OTHER)}),
        ("what_is_undated", {}),
    ):
        shown = told(tool, **given)
        assert all(ids(one) not in shown for one in (STORY, VIEW, COPY)), (tool, shown)
    assert "eleven lamps" in told("get_story", story=ids(STORY)), "a delisted story is read by its id"
    forgotten = told("get_story", story=ids(COPY))
    assert "court" in forgotten
    assert "lamps" not in forgotten
    archive.leave_out(LeaveOutRules(outlets=("courier.example",)), WORD)
    assert "boiler" not in told("get_story", story=ids(OTHER))
    assert ids(OTHER) not in told("search_archive", query="")
