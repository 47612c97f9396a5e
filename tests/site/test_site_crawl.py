"""A walk over every link of the site: no story is named without its date with the year, or the word Undated."""

import json
import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.site.client import BASE, IN_2026, IN_2040, Client
from tests.site.fake import archive as made_up_archive
from tests.site.markup import Markup
from tests.site.walking import ATOM, walk

from backfile.wording.age import say_age, say_day


def story_of(archive, path):
    """The story that an address of the site is about."""
    inner = re.fullmatch(r"/story/([^?#]*?)(?:\.json)?(?:\?version=([^#]*))?(?:#.*)?", path)
    return archive.story(unquote(inner[1]), version=inner[2] or None)


def expected(story, now):
    """What must stand beside the story wherever it is named."""
    if story.published is None:
        return "Undated", None
    return say_day(story.published), say_age(story.published, now)


def check_lists(archive, page, path, now):
    for entry in page.css(".entry"):
        target = entry.css_first(".entry-headline a").attributes
        day, age = expected(story_of(archive, target["href"]), now)
        date = page.css_first(f"#{target['aria-describedby']}")
        said = " ".join(date.text(deep=True).split())
        assert said == (f"{day} {age}" if age else "Undated"), path
        assert entry.css_first(".entry-date, .entry-headline") == date, f"{path}: the date comes first"
    for line in page.css(".copies li"):
        named = (
            line.css_first("a").attributes["href"].replace("/change/", "/story/")
        )  # what changed is named by its story
        day, _ = expected(story_of(archive, "/".join(named.split("/")[:3])), now)
        assert line.text(deep=True, strip=True).startswith(day), path


def check_story(archive, page, path, now):
    day, age = expected(story_of(archive, path), now)
    said = " ".join(page.css_first("#when").text(deep=True).split())
    line = f"From {day}" if age else "Undated"
    assert said == f"{line} · {age}" if age else said.startswith("Undated ")
    assert day in page.css_first("title").text()
    assert day in page.css_first('meta[property="og:title"]').attributes["content"]
    assert day in page.css_first(".citation").text()
    assert line in page.css_first("[data-copy-line]").attributes["data-copy-line"]
    assert line in page.css_first(".running").text(deep=True)
    assert ("datePublished" in json.loads(page.css_first('script[type="application/ld+json"]').text())) == bool(age)
    assert bool(page.css('meta[property="article:published_time"]')) == bool(age)


def check_feed(archive, answer, now):
    for entry in ET.fromstring(answer.content).iter(f"{ATOM}entry"):
        story = story_of(archive, entry.find(f"{ATOM}id").text.removeprefix(BASE))
        assert entry.find(f"{ATOM}title").text.startswith(f"{expected(story, now)[0]}: ")


@pytest.mark.parametrize("now", [IN_2026, IN_2040], ids=["2026", "2040"])
def test_no_story_anywhere_without_its_date(now):
    archive = made_up_archive()
    seen = walk(Client(archive, now=now))
    for path, answer in seen.items():
        assert answer.status_code == 200, path
        kind = answer.headers["content-type"].split(";")[0]
        if kind == "text/html":
            assert now != IN_2026 or Markup(answer.text).faults == [], path  # the same elements in any year
            page = LexborHTMLParser(answer.text)
            check_lists(archive, page, path, now)
            listed = {a.attributes["href"] for a in page.css(".entry a, .copies a")}
            named = {a.attributes["href"] for a in page.css('main a[href^="/story/"]')}
            own = {href for href in named if page.css("article") and story_of(archive, href) is not None}
            assert named <= listed | own, path
            if path.startswith("/story/"):
                check_story(archive, page, path, now)
        elif kind == "application/json":
            assert answer.json()["published"] == story_of(archive, path).to_dict()["published"], path
        elif kind == "application/atom+xml":
            check_feed(archive, answer, now)
    stories = {unquote(path) for path in seen if path.startswith("/story/") and "?" not in path and ".json" not in path}
    assert len(stories) == archive.stats().stories
