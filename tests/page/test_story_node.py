"""Which JSON-LD node is the story's own."""

from backfile.model.capture import Capture, Place
from backfile.model.page import Page
from backfile.page.story_node import story_node, types_of

URL = "https://paper.example/2017/landfill?ref=front"


def page(*nodes: dict[str, object]) -> Page:
    return Page(Capture(b"", "", Place("-"), url=URL), URL, "utf-8", "", linked_data=nodes)


def test_types_are_bare_names() -> None:
    assert types_of({"@type": "https://schema.org/NewsArticle"}) == {"NewsArticle"}
    assert types_of({"@type": ["Article", 7, "Thing"]}) == {"Article", "Thing"}
    assert types_of({}) == set()


def test_the_node_with_the_pages_address_is_its_storys() -> None:
    other = {"@type": "NewsArticle", "headline": "Another", "url": "https://paper.example/2017/other"}
    own = {
        "@type": "NewsArticle",
        "headline": "Landfill",
        "mainEntityOfPage": {"@id": "https://paper.example/2017/landfill/"},
    }
    assert story_node(page(other, own)) is own


def test_a_reference_and_a_person_are_none() -> None:
    assert (
        story_node(page({"@type": "NewsArticle", "@id": "#story"}, {"@type": "Person", "name": "Ann Lee", "url": URL}))
        is None
    )


def test_without_a_headline_the_fullest_is_taken() -> None:
    bare = {"@type": "Article", "name": "x", "url": "https://paper.example/x"}
    full = {"@type": "Article", "name": "y", "datePublished": "2017-03-03", "author": "Ann Lee", "image": "a.jpg"}
    assert story_node(page(bare, full)) is full
