"""The compiled block model gives the likelihoods that the one in numpy gives."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.label.test_model import STORY, page_of

from backfile.label import block_model as model
from backfile.label import model_scores as scoring
from backfile.label.network_file import WEIGHTS, read_network
from backfile.model.page import Block, Page

compiled = pytest.mark.skipif(scoring._score is None, reason="the compiled model was not built: no C compiler here")
PAGES = sorted(Path("tests/pages").rglob("*.html")) + sorted(Path("samples").rglob("*.html"))
BODY = '<script type="application/ld+json">{"headline": "North pier to close for the winter", "description": "Two piles", "articleBody": "%s"}</script>'
MARKUP = (
    STORY,
    STORY.replace("<article", BODY % ("The harbour board of Eastmere voted on Tuesday night to close it. " * 9) + "<article"),
    STORY.replace("<h1", "<p").replace("</h1>", "</p>"),
    "<title>ΟΔΟΣ ΤΗΣ ΓΗΣ, ένα</title><h1>ΟΔΟΣ ΤΗΣ ΓΗΣ, ένα</h1><p>İstanbul ŞİŞLİ; 12,5</p><p>" + "水曜日の朝、" * 60,
    "<div>" * 300 + "<p>deep</p>" + "</div>" * 300 + "<p>not</p>",
    "<p>\U0001f600 </p><p>x</p><p>" + "word, Word 12; " * 90,
    "<ul>" + "".join(f"<li><a href=/{i}>Council story {i}</a></li>" for i in range(300)) + "</ul>",
)  # fmt: skip


def assert_twins_agree(page: Page, zone: list[int]) -> None:
    assert scoring.score_blocks(page, zone) == pytest.approx(model.score_in_numpy(page, zone), abs=1e-4)


@compiled
@pytest.mark.parametrize("markup", [*MARKUP, *PAGES], ids=lambda one: str(one)[-40:])
def test_the_twins_agree(markup: str | Path) -> None:
    page = page_of(markup.read_text("utf-8", "replace") if isinstance(markup, Path) else markup)
    assert page.blocks or isinstance(markup, Path)
    every = list(range(len(page.blocks)))
    assert_twins_agree(page, every)
    assert_twins_agree(page, every[1::2])


@compiled
@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=90), st.sampled_from(["p", "h1", "li", "b"])), min_size=1, max_size=12
    )
)
def test_the_twins_agree_on_any_text(lines: list[tuple[str, str]]) -> None:
    page = page_of("<body class='story'>x" + "".join(f"<{tag} class='a-1'>{text}</{tag}>" for text, tag in lines))
    assert_twins_agree(page, list(range(len(page.blocks))))


@compiled
@pytest.mark.parametrize(
    ("block", "zone", "complaint"),
    [
        (Block("", "p", 1), [0], "a block without text"),
        (Block("Rain", "p", 7), [0], "no box 7"),
        (Block("Rain", "p", 1), [3], "no block 3"),
    ],
)
def test_what_is_not_a_page_is_refused(block: Block, zone: list[int], complaint: str) -> None:
    page = replace(page_of("<p>Rain"), blocks=(block,))
    with pytest.raises((ValueError, IndexError), match=complaint):
        scoring.score_blocks(page, zone)


@compiled
def test_weights_of_another_size_are_refused() -> None:
    words, names, arrays = read_network(WEIGHTS)
    arrays = dict(arrays)
    known = (words, scoring.leads_of(words), scoring.TAGS, scoring.ENDS, names, scoring.name_words)
    with pytest.raises(ValueError, match="own: 4 bytes, not 1024 numbers"):
        scoring._score.prepare(arrays | {"own": arrays["out_bias"]}, *known)
    del arrays["trait"]
    with pytest.raises(KeyError, match="the weights have no trait"):
        scoring._score.prepare(arrays, *known)


def test_pages_are_scored_without_the_compiled_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "_score", None)
    page = page_of(STORY)
    assert len(scoring.score_blocks(page, range(3))) == 3
