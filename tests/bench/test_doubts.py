"""bench.doubts: the pages read worst and the rest, with what each carries."""

import gzip
import json
from pathlib import Path

import pytest
from bench.doubts import Read, read_all, say
from bench.second_reading import readings
from bench.sets import TruthSet

TEXTS = (
    "The council said on Monday that the ferry to the island will run every hour from May, and that fares stay.",
    "Ruth Okafor, who has run the harbour since 2009, said the second boat had been mended and would be back by then.",
)
STORY = "".join(f"<p>{text}</p>" for text in TEXTS)
WHOLE = f"<title>Ferry</title><h1>Ferry</h1><p>By Ruth Birch</p>{STORY}"


def made_set(folder: Path, pages: dict[str, str], page_type: str | None = None) -> TruthSet:
    (folder / "html").mkdir(parents=True)
    truths = []
    for name, markup in pages.items():
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(markup.encode()))
        body = "\n\n".join(TEXTS)
        truths.append(
            json.dumps({"id": name, "url": f"https://{name}.example/a", "body": body, "page_type": page_type})
        )
    (folder / "truth.jsonl").write_text("\n".join(truths))
    (folder / "set.json").write_text("{}")
    return TruthSet(folder)


def test_a_page_that_is_read_wrong_is_read_with_its_doubts(tmp_path: Path) -> None:
    cut = WHOLE[: WHOLE.index("since") + 5]
    whole, short = read_all(made_set(tmp_path / "set", {"whole": WHOLE, "cut": cut}), None)
    assert (whole.f1, whole.doubts) == (1.0, ())
    assert short.f1 < 0.8
    assert "cut-off" in short.doubts


def test_pages_that_are_no_articles_are_left_out(tmp_path: Path) -> None:
    assert list(read_all(made_set(tmp_path / "set", {"shop": WHOLE}, "product"), None)) == []


def test_pages_of_folds_without_weights_are_left_out(tmp_path: Path) -> None:
    assert list(read_all(made_set(tmp_path / "set", {"whole": WHOLE}), tmp_path)) == []


def test_the_worst_tenth_is_told_from_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    rest = [Read(str(number), 0.9, ("hidden-text",) if number == 1 else ()) for number in range(19)]
    say("made", [Read("w", 0.1, ("cut-off",)), *rest], True)
    printed = capsys.readouterr().out
    assert "20 pages; of the 2 read worst (F1 up to 0.900) 1 (50%) are in doubt, of the rest 1 (6%)" in printed
    assert "0.100 w: cut-off" in printed


def test_a_plain_page_is_read_alike_in_every_way_of_ours(tmp_path: Path) -> None:
    (page,) = made_set(tmp_path / "set", {"whole": WHOLE}).pages()
    read = {name: way(page) for name, way in readings() if name != "resiliparse"}
    assert list(read) == ["as now", "rules alone", "between the two", "the model's word"]
    assert set(read.values()) == {"\n\n".join(TEXTS)}
