"""The builders on clones that are made up, in the layouts of the public benchmarks."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from bench.build_sets import build
from bench.sets import TruthSet, find_sets
from bench.sources import SOURCES, CloneError, paragraphs_of

PAGE = b"<!doctype html><title>Ferry</title><p>The ferry left at noon."


def put(path: Path, content: bytes | str | Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")


def made(tmp_path: Path, name: str) -> TruthSet:
    build(SOURCES[name], name, tmp_path / "clones", tmp_path / "sets")
    return find_sets(tmp_path / "sets", name)[0]


def clone_of(tmp_path: Path, name: str) -> Path:
    return tmp_path / "clones" / SOURCES[name].repository.split("/")[1]


def test_articles(tmp_path: Path) -> None:
    clone = clone_of(tmp_path, "articles")
    put(clone / "ground-truth.json", {"a1": {"url": "https://paper.example/a", "articleBody": "It left."}})
    put(clone / "html/a1.html.gz", PAGE)
    pages = made(tmp_path, "articles")
    assert pages.truths == [{"id": "a1", "url": "https://paper.example/a", "body": "It left.", "page_type": "article"}]
    assert [(page.raw, page.url) for page in pages.pages()] == [(PAGE, "https://paper.example/a")]
    assert pages.about["source"] == "scrapinghub/article-extraction-benchmark"
    assert pages.about["commit"] is None
    assert pages.has_bodies


def test_wcxb(tmp_path: Path) -> None:
    clone = clone_of(tmp_path, "wcxb-dev")
    known = {
        "main_content": "It left.",
        "title": "Ferry",
        "author": "Ann Lee",
        "publish_date": "2017-02-23",
        "with": ["It"],
    }
    put(clone / "dev/ground-truth/0001.json", {"url": "https://paper.example/a", "ground_truth": known})
    put(
        clone / "dev/ground-truth/0002.json",
        {"_internal": {"page_type": {"primary": "category"}}, "ground_truth": None},
    )
    for key in ("0001", "0002"):
        put(clone / f"dev/html/{key}.html.gz", PAGE)
    one, two = made(tmp_path, "wcxb-dev").truths
    assert (one["body"], one["authors"], one["date_published"], one["page_type"]) == (
        "It left.", ["Ann Lee"], "2017-02-23", "article",
    )  # fmt: skip
    assert (two["page_type"], two["body"], two["headline"], two["authors"]) == ("collection", "", None, None)
    with pytest.raises(CloneError):
        made(tmp_path, "wcxb-test")


def test_fundus_evaluation_has_paragraphs_that_may_be_left_out(tmp_path: Path) -> None:
    clone = clone_of(tmp_path, "fundus-evaluation")
    put(
        clone / "dataset/ground_truth.json",
        {"Paper_1.html.gz": {"url": "u", "crawl_date": "d", "body": ["One.", "[Two.]"]}},
    )
    put(clone / "dataset/html/Paper_1.html.gz", PAGE)
    truth = made(tmp_path, "fundus-evaluation").truths[0]
    assert (truth["id"], truth["body"], truth["body_alternatives"]) == ("Paper_1", "One.\n\nTwo.", ["One."])


def test_publishers_pair_pages_with_versions_in_order(tmp_path: Path) -> None:
    folder = clone_of(tmp_path, "publishers") / "tests/resources/parser/test_data/aa"

    def version(text: str) -> dict[str, Any]:
        section = {"headline": ["Noon"], "paragraphs": [text]}
        body = {"summary": ["Left out."], "sections": [section]}
        return {"title": "Ferry", "authors": ["Ann Lee"], "publishing_date": "2017-02-23 10:00:00+01:00", "body": body}

    names = ["Paper_2017_02_23.html.gz", "Paper_2019_01_01.html.gz", "Other_2017_02_23.html.gz"]
    put(
        folder / "meta.info",
        {name: {"url": f"https://paper.example/{name}", "crawl_date": "2017-02-24 00:00:00"} for name in names},
    )
    put(folder / "Paper.json", {"V1": version("One."), "V1_1": version("Two.")})
    put(folder / "Other.json", {"V1": version("One."), "V2": version("Two.")})  # one page, two versions: which is it?
    for name in names:
        put(folder / name, PAGE)
    one, two = made(tmp_path, "publishers").truths
    assert (one["id"], one["body"], two["body"]) == ("aa-Paper_2017_02_23", "Noon\n\nOne.", "Noon\n\nTwo.")
    assert (one["date_published"], one["authors"], one["headline"]) == ("2017-02-23", ["Ann Lee"], "Ferry")


def test_trafilatura_takes_a_page_from_either_folder(tmp_path: Path) -> None:
    clone = clone_of(tmp_path, "trafilatura")
    item = {
        "file": "a.html",
        "with": ["left"],
        "without": ["Share"],
        "author": ["Ann Lee"],
        "title": "",
        "date": "2017-02-23",
    }
    put(
        clone / "tests/evaldata.json",
        {"https://paper.example/a": item, "https://paper.example/b": item | {"file": "b.htm"}},
    )
    put(clone / "tests/cache/a.html", PAGE)
    put(clone / "tests/eval/b.htm", PAGE + b" Again.")
    pages = made(tmp_path, "trafilatura")
    assert [truth["id"] for truth in pages.truths] == ["a", "b"]
    assert [page.raw for page in pages.pages()] == [PAGE, PAGE + b" Again."]
    assert (pages.truths[0]["headline"], pages.truths[0]["authors"]) == (None, ["Ann Lee"])


def test_htmldate_tells_no_address_and_may_have_no_day(tmp_path: Path) -> None:
    clone = clone_of(tmp_path, "htmldate-default")
    table = '{"https://paper.example/a": {"file": "a.html", "date": "2017-02-23"}, "https://paper.example/b": {"file": "a.html", "date": NaN}}'
    put(clone / "tests/eval_default.json", table)
    put(clone / "tests/test_set/a.html", PAGE)
    pages = made(tmp_path, "htmldate-default")
    assert [(truth["id"], truth["date_published"]) for truth in pages.truths] == [("a", "2017-02-23"), ("a~2", None)]
    assert [page.url for page in pages.pages()] == [None, None]
    assert not pages.has_bodies


def test_readability(tmp_path: Path) -> None:
    folder = clone_of(tmp_path, "readability") / "test/test-pages/001"
    put(folder / "source.html", PAGE)
    put(folder / "expected.html", "<div><p>One <b>two</b>.</p><script>no()</script>Three</div>")
    put(
        folder / "expected-metadata.json",
        {"title": "Ferry", "byline": "Ann Lee", "publishedTime": "2017-02-23T10:00:00Z"},
    )
    truth = made(tmp_path, "readability").truths[0]
    assert (truth["body"], truth["authors"], truth["date_published"]) == (
        "One two.\n\nThree",
        ["Ann Lee"],
        "2017-02-23",
    )


def test_a_clone_that_is_missing_is_named_with_its_command(tmp_path: Path) -> None:
    with pytest.raises(CloneError, match=r"git clone --depth 1 https://github\.com/adbar/trafilatura"):
        made(tmp_path, "trafilatura")


def test_a_page_that_is_missing_is_named(tmp_path: Path) -> None:
    put(clone_of(tmp_path, "articles") / "ground-truth.json", {"a1": {"articleBody": "It left."}})
    with pytest.raises(CloneError, match=r"html/a1\.html\.gz is missing"):
        made(tmp_path, "articles")


def test_the_digest_is_of_pages_and_truth(tmp_path: Path) -> None:
    clone = clone_of(tmp_path, "articles")
    digests = []
    for body, page in (("It left.", PAGE), ("It left.", PAGE), ("It stayed.", PAGE), ("It left.", PAGE + b"!")):
        put(clone / "ground-truth.json", {"a1": {"articleBody": body}})
        put(clone / "html/a1.html.gz", page)
        digests.append(made(tmp_path, "articles").digest)
    assert digests[0] == digests[1]
    assert len(set(digests)) == 3


def test_each_clone_has_its_command_in_the_docs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "benchmarks.md").read_text("utf-8")
    assert [s.repository for s in SOURCES.values() if f"https://github.com/{s.repository}" not in page] == []


def test_paragraphs_of_markup() -> None:
    assert paragraphs_of("a<br>b<ul><li>c &amp; d</ul>") == ["a", "b", "c & d"]
