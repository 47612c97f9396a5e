"""The site of the sample back file, asked by others' programs: python foreign_clients.py ADDRESS LINE.txt CITATION.bib CITATION.ris CITATION.json

Memento by memento_client, the feed by feedparser, a story's page by extruct, citations by bibtexparser, rispy and citeproc-py.
"""

import json
import sys
import urllib.request
from datetime import datetime
from pathlib import Path

import bibtexparser
import extruct
import feedparser
import rispy
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from memento_client import MementoClient


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read()


def listed(base: str, path: str) -> list[dict]:
    return json.loads(fetched(f"{base}/api/v1/{path}"))["items"]


def check_memento(base: str) -> int:
    """For each address that has mementos: the nearest to 2010, by the client, whose look at the live address is left out: it has none."""
    MementoClient.get_original_uri = lambda self, uri, response=None: uri  # noqa: ARG005 - as the client calls it
    client = MementoClient(timegate_uri=f"{base}/timegate/", check_native_timegate=False)
    asked = 0
    for story in listed(base, "stories?limit=100"):
        try:
            if not story["url"] or not fetched(f"{base}/timemap/link/{story['url']}"):
                continue
        except urllib.error.HTTPError:
            continue
        found = client.get_memento_info(story["url"], datetime(2010, 1, 1))  # noqa: DTZ001 - the client takes UTC without a zone
        closest = found["mementos"]["closest"]
        assert closest["uri"][0].startswith(f"{base}/memento/{closest['datetime']:%Y%m%d%H%M%S}/"), closest
        asked += 1
    return asked


def check_feed(base: str) -> int:
    feed = feedparser.parse(fetched(f"{base}/feed.atom"))
    assert not feed.bozo, feed
    days = {story["id"]: story["published"]["value"][:10] for story in listed(base, "stories?limit=100")}
    for entry in feed.entries:
        own = days[entry.id.rsplit("/", 1)[1]]
        assert "published" not in entry or entry.published[:10] == own, entry
    return len(feed.entries)


def check_pages(base: str) -> int:
    """The JSON-LD of each story has the story's own day, or none."""
    stories = listed(base, "stories?limit=100") + [one["entry"] for one in listed(base, "undated?limit=100")]
    for story in stories:
        page = fetched(f"{base}/story/{story['id']}").decode()
        (article,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
        own = story["published"]["value"] if story["published"] else None
        assert article.get("datePublished") == own, (article, own)
    return len(stories)


def check_citations(line: Path, bib: Path, ris: Path, csl: Path) -> str:
    text = line.read_text()
    (entry,) = bibtexparser.parse_string(bib.read_text()).entries
    (record,) = rispy.loads(ris.read_text())
    token = text.split()[-1]
    assert token in entry["note"]
    assert record["accession_number"] == token, record
    assert record["date"].replace("/", "-") == entry["date"], (record, entry)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = CiteProcJSON(json.loads(csl.read_text()))
    made = CitationStylesBibliography(style, source, formatter.plain)
    made.register(Citation([CitationItem(next(iter(source)))]))
    set_by = str(made.bibliography()[0])
    assert entry["year"] in set_by, set_by
    return set_by


def main() -> None:
    base, *files = sys.argv[1:]
    print("memento_client:", check_memento(base), "addresses")
    print("feedparser:", check_feed(base), "entries")
    print("extruct:", check_pages(base), "stories")
    print("bibtexparser, rispy, citeproc-py:", check_citations(*map(Path, files)))


if __name__ == "__main__":
    main()
