"""The site of the sample back file, replayed by pywb, and its sitemap read by ultimate-sitemap-parser: python foreign_replay.py replay|sitemap ADDRESS [PYWB]

pywb holds nothing itself: for each address it asks our TimeGate and takes the saved page from us. What it shows must be the page that we hold, under the moment
at which it was captured. The sitemap's addresses must be those of the dated stories and no others.
"""

import json
import sys
import urllib.error
import urllib.request
from email.utils import parsedate_to_datetime

PAGED = 100


def fetched(address: str) -> tuple[bytes, dict]:
    with urllib.request.urlopen(address, timeout=60) as answer:
        return answer.read(), {name.lower(): value for name, value in answer.headers.items()}


def dated(base: str) -> list[dict]:
    items, more = [], f"{base}/api/v1/stories?limit={PAGED}"
    while more:
        page = json.loads(fetched(more)[0])
        items, more = items + page["items"], page["next"] and base + page["next"]
    return items


def check_replay(base: str, pywb: str) -> int:
    """Each address that has a memento: as pywb shows it, with our headline's page and our moment."""
    asked = 0
    for story in dated(base):
        try:
            own, headers = fetched(f"{base}/timegate/{story['url']}")
        except urllib.error.HTTPError:
            continue
        moment = parsedate_to_datetime(headers["memento-datetime"])
        shown, theirs = fetched(f"{pywb}/ours/{moment:%Y%m%d%H%M%S}id_/{story['url']}")
        assert theirs["memento-datetime"] == headers["memento-datetime"], (story["url"], theirs)
        assert shown == own, story["url"]
        rewritten, _ = fetched(f"{pywb}/ours/{moment:%Y%m%d%H%M%S}mp_/{story['url']}")
        assert b"wbinfo.timestamp" in rewritten, story["url"]
        asked += 1
    assert asked
    assert status_of(f"{pywb}/ours/2010id_/http://nowhere.example/") == 404, "pywb shows what is not held"
    return asked


def status_of(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def check_sitemap(base: str) -> int:
    from usp.tree import sitemap_from_str, sitemap_tree_for_homepage

    tree = sitemap_tree_for_homepage(f"{base}/")
    found = sorted({page.url for page in tree.all_pages()})
    assert found == sorted(f"{base}/story/{story['id']}" for story in dated(base)), found[:3]
    assert all(page.last_modified is None for page in tree.all_pages()), (
        "no day of the archive's own is given for a story's"
    )
    assert sitemap_from_str(fetched(f"{base}/sitemap.xml")[0].decode())
    return len(found)


def main() -> None:
    kind, base, *more = sys.argv[1:]
    if kind == "replay":
        print("pywb:", check_replay(base, *more), "addresses")
    else:
        print("ultimate-sitemap-parser:", check_sitemap(base), "stories")


if __name__ == "__main__":
    main()
