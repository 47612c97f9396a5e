"""The public benchmarks: how each repository is laid out, and its truth in our words. One function a repository, page by page."""

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

Pages = Iterator[tuple[dict[str, Any], bytes]]
"""What is known of a page, and its bytes."""


class CloneError(FileNotFoundError):
    """A clone, or a file in it, that a set needs."""


@dataclass(frozen=True)
class Source:
    """Where a set comes from."""

    repository: str
    licence: str
    about: str
    pages: Callable[[Path], Pages]
    """Of a clone's folder."""
    tells_address: bool = True


def articles(clone: Path) -> Pages:
    """article-extraction-benchmark: ground-truth.json, html/<id>.html.gz."""
    for key, item in sorted(_json(clone / "ground-truth.json").items()):
        truth = {"id": key, "url": item.get("url"), "body": item.get("articleBody", ""), "page_type": "article"}
        yield truth, _page(clone / "html" / f"{key}.html.gz")


def wcxb(split: str) -> Callable[[Path], Pages]:
    """web-content-extraction-benchmark: <split>/ground-truth/<id>.json, <split>/html/<id>.html.gz."""

    def pages(clone: Path) -> Pages:
        files = sorted((clone / split / "ground-truth").glob("*.json"))
        if not files:
            raise CloneError(f"{clone}/{split}/ground-truth holds no .json file")
        for file in files:
            item = _json(file)
            known = item.get("ground_truth") or {}
            kind = (item.get("_internal") or {}).get("page_type") or "article"
            kind = kind.get("primary", "article") if isinstance(kind, dict) else kind
            yield (
                {
                    "id": file.stem,
                    "url": item.get("url"),
                    "body": known.get("main_content") or "",
                    "with": known.get("with") or [],
                    "without": known.get("without") or [],
                    "headline": known.get("title") or None,
                    "authors": _listed(known.get("author")),
                    "date_published": _day(known.get("publish_date")),
                    "page_type": "collection" if kind == "category" else kind,
                },
                _page(clone / split / "html" / f"{file.stem}.html.gz"),
            )

    return pages


def fundus_evaluation(clone: Path) -> Pages:
    """fundus-evaluation: dataset/ground_truth.json, dataset/html/<file>; a paragraph in [brackets] may be there or not."""
    for file, item in sorted(_json(clone / "dataset" / "ground_truth.json").items()):
        optional = [text.startswith("[") and text.endswith("]") for text in item["body"]]
        bare = [text for text, may in zip(item["body"], optional, strict=True) if not may]
        full = [text[1:-1] if may else text for text, may in zip(item["body"], optional, strict=True)]
        yield (
            {
                "id": file.removesuffix(".html.gz"),
                "url": item.get("url"),
                "captured_at": item.get("crawl_date"),
                "body": "\n\n".join(full),
                "body_alternatives": ["\n\n".join(bare)] if any(optional) else [],
                "page_type": "article",
            },
            _page(clone / "dataset" / "html" / file),
        )


def publishers(clone: Path) -> Pages:
    """fundus' own tests: <country>/meta.info lists the pages, <country>/<Publisher>.json has what its parsers must find.

    A publisher has a truth for each version of its parser (V1, V2, ...), and as a rule a page for each, in the order of their dates.
    Publishers whose pages and versions do not pair off are left out.
    """
    root = clone / "tests" / "resources" / "parser" / "test_data"
    infos = sorted(root.glob("*/meta.info"))
    if not infos:
        raise CloneError(f"{root} holds no meta.info")
    for info in infos:
        named: dict[str, list[str]] = {}
        for file in sorted(listed := _json(info)):
            named.setdefault(re.sub(r"_\d{4}_\d\d_\d\d.*", "", file), []).append(file)
        for publisher, files in named.items():
            versions = _json(info.parent / f"{publisher}.json")
            if len(versions) != len(files):
                continue
            for file, version in zip(files, sorted(versions, key=_version), strict=True):
                truth = _parsed(versions[version], listed[file])
                yield truth | {"id": f"{info.parent.name}-{file.removesuffix('.html.gz')}"}, _page(info.parent / file)


def _version(name: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", name))


def _parsed(known: dict[str, Any], info: dict[str, Any]) -> dict[str, Any]:
    sections = (known.get("body") or {}).get("sections") or []
    paragraphs = [text for section in sections for text in (*section["headline"], *section["paragraphs"])]
    return {
        "url": info.get("url"),
        "captured_at": info.get("crawl_date"),
        "body": "\n\n".join(paragraphs),
        "headline": known.get("title") or None,
        "authors": known.get("authors") or None,
        "date_published": _day(known.get("publishing_date")),
        "time_published": known.get("publishing_date"),
        "page_type": "article",
    }


def trafilatura(clone: Path) -> Pages:
    """trafilatura: tests/evaldata.json by address, its pages in tests/cache and tests/eval."""
    for url, item in _json(clone / "tests" / "evaldata.json").items():
        yield (
            {
                "id": re.sub(r"\.html?$", "", item["file"]),
                "url": url,
                "with": item["with"],
                "without": item["without"],
                "headline": item.get("title") or None,
                "authors": _listed(item.get("author")),
                "date_published": _day(item.get("date")),
            },
            _first(clone / "tests", ("cache", "eval"), item["file"]),
        )


def htmldate(table: str) -> Callable[[Path], Pages]:
    """htmldate: tests/<table>.json by address, its pages in tests/test_set, tests/cache and tests/eval. NaN is a page without a day."""

    def pages(clone: Path) -> Pages:
        for url, item in _json(clone / "tests" / f"{table}.json").items():
            day = _day(item["date"]) if isinstance(item["date"], str) else None
            truth = {"id": re.sub(r"\.html?$", "", item["file"]), "url": url, "date_published": day}
            yield truth, _first(clone / "tests", ("test_set", "cache", "eval"), item["file"])

    return pages


def readability(clone: Path) -> Pages:
    """readability: test/test-pages/<id>/source.html, expected.html and expected-metadata.json."""
    folders = sorted(path.parent for path in (clone / "test" / "test-pages").glob("*/source.html"))
    if not folders:
        raise CloneError(f"{clone}/test/test-pages holds no source.html")
    for folder in folders:
        known = _json(folder / "expected-metadata.json")
        yield (
            {
                "id": folder.name,
                "url": None,
                "body": "\n\n".join(paragraphs_of((folder / "expected.html").read_text("utf-8"))),
                "headline": known.get("title") or None,
                "authors": _listed(known.get("byline")),
                "date_published": _day(known.get("publishedTime")),
                "lang": known.get("lang"),
            },
            (folder / "source.html").read_bytes(),
        )


_FREE = "; the pages stay their publishers'"
SOURCES = {
    "articles": Source("scrapinghub/article-extraction-benchmark", "MIT" + _FREE, "bodies by hand", articles),
    "wcxb-dev": Source("Murrough-Foley/web-content-extraction-benchmark", "CC BY 4.0" + _FREE, "seven types of page; drafted by a model, reviewed by people", wcxb("dev")),
    "wcxb-test": Source("Murrough-Foley/web-content-extraction-benchmark", "CC BY 4.0" + _FREE, "the held-out part", wcxb("test")),
    "fundus-evaluation": Source("dobbersc/fundus-evaluation", "MIT" + _FREE, "bodies by hand, paragraph by paragraph", fundus_evaluation),
    "publishers": Source("flairNLP/fundus", "MIT" + _FREE, "what its hand-written parsers must find", publishers),
    "trafilatura": Source("adbar/trafilatura", "Apache-2.0" + _FREE, "pieces of text that must and must not be in the body", trafilatura),
    "htmldate-default": Source("adbar/htmldate", "Apache-2.0" + _FREE, "one day a page", htmldate("eval_default"), tells_address=False),
    "htmldate-mediacloud": Source("adbar/htmldate", "Apache-2.0" + _FREE, "one day a page, five without", htmldate("eval_mediacloud_2020"), tells_address=False),
    "readability": Source("mozilla/readability", "Apache-2.0" + _FREE, "that program's own output: a guide, no truth", readability),
}  # fmt: skip
"""By the name of the set."""


def _json(file: Path) -> Any:
    if not file.is_file():
        raise CloneError(f"{file} is missing")
    return json.loads(file.read_text("utf-8"))


def _page(file: Path) -> bytes:
    if not file.is_file():
        raise CloneError(f"{file} is missing")
    raw = file.read_bytes()
    return gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw


def _first(root: Path, folders: tuple[str, ...], name: str) -> bytes:
    found = next((root / folder / name for folder in folders if (root / folder / name).is_file()), None)
    if found is None:
        raise CloneError(f"{name} is in none of {', '.join(str(root / folder) for folder in folders)}")
    return _page(found)


def _day(value: str | None) -> str | None:
    found = re.match(r"\s*(\d{4}-\d\d-\d\d)(?!\d)", value or "")
    return found[1] if found else None


def _listed(value: Any) -> list[str] | None:
    return None if not value else list(value) if isinstance(value, list) else [value]


_BREAKS = frozenset(
    "address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr "
    "li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset(("script", "style", "noscript", "template"))


class _Paragraphs(HTMLParser):
    """The text of clean markup, a paragraph a block element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[str] = []
        self.silent = 0

    def end_paragraph(self) -> None:
        text = " ".join("".join(self.open).split())
        self.found += [text] if text else []
        self.open.clear()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if tag in _BREAKS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        self.silent -= self.silent > 0 and tag in _SILENT
        if tag in _BREAKS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.open.append(data)


def paragraphs_of(markup: str) -> list[str]:
    """The paragraphs of markup that a program wrote."""
    parser = _Paragraphs()
    parser.feed(markup)
    parser.close()
    parser.end_paragraph()
    return parser.found
