"""A reason: a code to compare, values by name, and a sentence that wording/ gives."""

import pickle
import subprocess
import sys

import pytest

from backfile.model.reason_codes import KindCode


def test_a_reason_is_compared_by_its_code() -> None:
    reason = KindCode.LINKED_HEADINGS.of(7)
    assert reason.code == KindCode.LINKED_HEADINGS == "linked-headings"
    assert reason.said == {"headings": 7}
    assert pickle.loads(pickle.dumps(reason)) == reason
    assert len({reason, KindCode.LINKED_HEADINGS.of(7)}) == 1


def test_a_reason_has_all_values_of_its_code() -> None:
    with pytest.raises(TypeError, match="linked-headings has the values"):
        KindCode.LINKED_HEADINGS.of()


@pytest.mark.parametrize("first", ["backfile.read('<p>x</p>')", "backfile.Archive", "backfile.OpenArchive"])
def test_whoever_makes_stories_gives_reasons_their_sentences(first: str) -> None:
    code = f"import backfile; {first}; from backfile.model.reason_codes import KindCode; print(KindCode.NO_PROSE.of())"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "no-story: no prose"
