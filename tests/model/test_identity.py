"""Which addresses are one story's."""

import pytest

from backfile.story.identity import story_id, urlkey


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.com/news/fire",
        "https://example.com/news/fire/",
        "https://EXAMPLE.com:443/news/fire#top",
        "http://www2.example.com:80/news//fire/index.html",
        "https://example.com/news/fire?utm_source=x&fbclid=1&ref=rss_main",
        "https://example.com/news/%66ire",
    ],
)
def test_one_story(url: str) -> None:
    assert urlkey(url) == "example.com/news/fire"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.com/fire", "https://example.com/Fire"),
        ("https://example.com/fire", "https://example.com/amp/fire"),
        ("https://example.com/s?id=1", "https://example.com/s?id=2"),
        ("https://example.com/s?ref=12", "https://example.com/s"),
        ("https://example.com:8080/s", "https://example.com/s"),
        ("https://news.example.com/s", "https://example.com/s"),
    ],
)
def test_two_stories(one: str, other: str) -> None:
    assert urlkey(one) != urlkey(other)


def test_query_order_and_escapes() -> None:
    assert (
        urlkey("https://example.com/s?b=2&a=%c3%a9")
        == urlkey("http://example.com/s?a=é&b=2")
        == ("example.com/s?a=%C3%A9&b=2")
    )


@pytest.mark.parametrize("url", ["file:///tmp/a.html", "mailto:a@b", "nonsense", "http://[bad", "http://a:99999/"])
def test_no_key(url: str) -> None:
    assert urlkey(url) is None


def test_story_id() -> None:
    by_url = story_id("https://example.com/fire", "Fire", "A barn burned.")
    assert by_url == story_id("http://www.example.com/fire/", "Barn fire", "Two barns burned.")
    assert len(by_url) == 16
    assert by_url.islower()
    front = story_id("https://example.com/", "Fire", "A barn burned.")
    assert front == story_id(None, "FIRE", "A  barn\nburned.")
    assert front != story_id("https://example.com/", "Flood", "A river rose.")
