"""The block model on made-up pages, and on the real sets where they lie beside the project."""

import gzip
import json
import os
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from backfile.label import model_vote
from backfile.label.block_model import score_in_numpy as score_blocks
from backfile.label.headline_block import find_headline
from backfile.label.label_page import label_page
from backfile.label.model_tokens import name_words, words_of
from backfile.label.model_vote import ENOUGH
from backfile.label.model_words import Names, Vocabulary
from backfile.label.model_zone import find_zone
from backfile.label.story_region import Region
from backfile.model.capture import Capture, Place
from backfile.model.label import BodyKind
from backfile.model.page import Page
from backfile.page.build_page import build_page

_BESIDE = [folder / "shared" / "data" / "sets" for folder in Path(__file__).parents[3:5]]
SETS = Path(os.environ.get("BACKFILE_SETS") or next((folder for folder in _BESIDE if folder.is_dir()), _BESIDE[0]))

PARAGRAPHS = """\
The harbour board of Eastmere voted on Tuesday night to close the north pier for the winter, after an engineer told \
members that two of its piles could no longer be trusted.
The vote was five to two. It ends a quarrel that began in the spring, when a delivery lorry cracked a beam and the \
board's own surveyor was sent home.
“Nobody wants to be the board that closed the pier,” said Ada Thornquist, who has chaired it since 2011. “But nobody \
wants to be the board that drowned somebody either.”
Ferries to the islands will leave from the fish quay instead, and the last boat of the evening will go half an hour \
earlier than before, the ferry company said.
Repairs are expected to cost 2.4 million crowns, of which the county has promised to pay a third. The board will \
meet again on 4 March to decide how to find the rest.""".splitlines()
STORY = f"""<!doctype html><html lang="en"><head><title>North pier to close for the winter | Eastmere Courier</title>
<meta property="og:title" content="North pier to close for the winter">
<meta name="description" content="The harbour board voted five to two."></head><body>
<header class="site-header"><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>
<li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></nav></header>
<main><article class="article"><h1 class="headline">North pier to close for the winter</h1>
<div class="byline">By <a href="/staff/lund">Kari Lund</a></div>
<figure><img src="/pier.jpg"><figcaption>The north pier in October. Photo: Kari Lund</figcaption></figure>
<div class="article-body">{"".join(f"<p>{text}</p>" for text in PARAGRAPHS[:3])}
<div class="newsletter-signup"><p>Sign up for our morning newsletter</p></div>
{"".join(f"<p>{text}</p>" for text in PARAGRAPHS[3:])}</div>
<div class="tags"><a href="/t/harbour">Harbour</a> <a href="/t/ferries">Ferries</a></div></article>
<aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Ferry fares to rise in the new year</a></li>
<li><a href="/2">Board member resigns over survey</a></li></ul></aside></main>
<footer class="footer"><p>Copyright Eastmere Courier. All rights reserved.</p></footer></body></html>"""


def page_of(markup: str, url: str | None = None) -> Page:
    place = Place("/made-up.html")
    return build_page(Capture(payload=markup.encode(), payload_digest="", place=place, url=url, media_type="text/html"))


def scored(page: Page) -> list[tuple[str, float]]:
    """(text, score) of every block in the story's zone."""
    region = Region(page)
    zone = find_zone(page, region, find_headline(page, region))
    scores = score_blocks(page, zone)
    return [(page.blocks[index].text, score) for index, score in zip(zone, scores, strict=True)]


def body_of(page: Page) -> list[str]:
    labels = label_page(page).labels
    return [block.text for block, label in zip(page.blocks, labels, strict=True) if isinstance(label.kind, BodyKind)]


def test_the_paragraphs_of_a_made_up_story_are_likely_and_little_else_is() -> None:
    likely = [text for text, score in scored(page_of(STORY)) if score >= ENOUGH]
    assert set(PARAGRAPHS[1:]) <= set(likely)
    assert not {"Sign up for our morning newsletter", "Related stories"} & set(likely)


def test_scores_are_likelihoods_one_a_block_of_the_zone() -> None:
    page = page_of(STORY)
    pairs = scored(page)
    assert 0 < len(pairs) <= len(page.blocks)
    assert all(0 <= score <= 1 for _, score in pairs)


def test_the_same_page_gives_the_same_scores() -> None:
    assert scored(page_of(STORY)) == scored(page_of(STORY))


def test_an_empty_page_gives_nothing() -> None:
    page = page_of("<html></html>")
    assert score_blocks(page, []) == []
    assert label_page(page).labels == ()


@pytest.mark.parametrize(
    "markup",
    [
        "one",
        "<p>\ud83d\ude00</p>".encode("utf-16", "surrogatepass").decode("utf-16"),
        "<td>a<td>b",
        "<div>" * 400 + "deep",
        "<p>" + "word " * 5000,
        "<p>" + "語" * 4000,
    ],
)
def test_odd_pages_are_scored(markup: str) -> None:
    page = page_of(markup)
    scores = score_blocks(page, range(len(page.blocks)))
    assert len(scores) == len(page.blocks) > 0


KNOWN = ["the", "pier", "=the pier", "^the", "^the pier", "^pier", "=", "^the north", "north"]


@pytest.mark.parametrize(
    "head",
    ["The pier", "the pier " + 40 * "x", "Pier", "pier\tthe", "the", "", "  ", "= the", "The North pier is shut", "x"],
)
def test_a_block_is_looked_up_by_its_words(head: str) -> None:
    """The rows of an embedding that tells every word apart: a column a word."""
    row_of = {word: row for row, word in enumerate(KNOWN, start=1)}
    apart = np.eye(len(KNOWN) + 1, dtype=np.float32)
    apart[0] = 0
    due = sum((apart[row_of[word]] for word in words_of(head) if word in row_of), start=apart[0])
    assert Vocabulary(row_of, apart).sums([head, "pier"])[0].tolist() == due.tolist()


def test_names_are_summed_alike_met_for_the_first_time_or_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where more are met than are remembered, on one page or on several."""
    monkeypatch.setattr("backfile.label.model_words._MOST_NAMES", 3)
    row_of = {word: row for row, word in enumerate(["div>", "story", "body"], start=1)}
    apart = np.diag([0, 1, 1, 1]).astype(np.float32)
    names = Names(row_of, apart)
    pages = ["story-body", "x"], ["x", "story", "x"], ["a", "b", "story", "c", "body"], ["story-body", "body body"]
    for page in (*pages, *pages):
        kinds = [("div", name) for name in page]
        due = [sum((apart[row_of[word]] for word in name_words(*kind) if word in row_of), apart[0]) for kind in kinds]
        assert names.sums(kinds).tolist() == np.array(due).tolist()


def test_text_in_one_cell_parted_by_breaks() -> None:
    cell = "<br><br>".join(PARAGRAPHS)
    page = page_of(
        "<html><head><title>North pier to close for the winter</title></head><body><table><tr>"
        "<td><a href='/'>Home</a><br><br><a href='/n'>News</a></td>"
        f"<td><h1>North pier to close for the winter</h1>{cell}</td></tr></table></body></html>"
    )
    assert body_of(page) == PARAGRAPHS


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text)
    return Counter(tuple(tokens[i : i + 4]) for i in range(max(1, len(tokens) - 3)) if tokens)


def test_real_news_pages_keep_their_floor() -> None:
    """Every fourth page. The model was trained on them too: this guards the code and the weights, not the figures."""
    folder = SETS / "publishers-dev"
    if not folder.is_dir():
        pytest.skip(f"no pages at {folder}: set BACKFILE_SETS to the folder that holds publishers-dev")
    got = []
    for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()[::4]:
        truth = json.loads(line)
        page = page_of(
            gzip.decompress((folder / "html" / f"{truth['id']}.html.gz").read_bytes()).decode(errors="replace")
        )
        text = "\n".join(body_of(page))
        due, have = _shingles(truth["body"]), _shingles(text)
        got.append(2 * sum((due & have).values()) / max(1, sum(due.values()) + sum(have.values())))
    assert sum(got) / len(got) > 0.93


def test_a_model_that_takes_a_story_for_a_list_does_not_empty_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The paragraphs side by side stay on a page that says it is a story; elsewhere the model is heard."""
    monkeypatch.setattr(
        model_vote, "score_blocks", lambda page, zone: [float(page.blocks[at].text == "A short line.") for at in zone]
    )
    story = STORY.replace('</div>\n<div class="tags">', '<p>A short line.</p></div>\n<div class="tags">')
    says_story = story.replace("</title>", '</title><meta property="og:type" content="article">')
    for markup, kept in ((says_story, len(PARAGRAPHS)), (story, 0)):
        labelled = label_page(page_of(markup))
        body = [labelled.page.blocks[index].text for index in labelled.of(BodyKind.PARAGRAPH)]
        assert "A short line." in body
        assert sum(len(text) > 80 for text in body) == kept
