"""Which JSON-LD nodes are the story's own."""

from backfile.model.page import NodeRole, StoryNode, Title, TitleSource
from backfile.page.story_nodes import find_story_nodes, types_of

URL = "https://paper.example/2017/landfill?ref=front"
TITLE = "Landfill to close in June | The Paper"


def nodes(*given: dict[str, object]) -> tuple[StoryNode, ...]:
    return find_story_nodes(given, (URL, None), (Title(TitleSource.ELEMENT, TITLE),))


def first(*given: dict[str, object]) -> dict[str, object]:
    return nodes(*given)[0].node


def test_types_are_bare_names() -> None:
    assert types_of({"@type": "https://schema.org/NewsArticle"}) == {"NewsArticle"}
    assert types_of({"@type": ["Article", 7, "Thing"]}) == {"Article", "Thing"}
    assert types_of({}) == set()


def test_the_node_with_the_pages_address_is_its_storys() -> None:
    other = {"@type": "NewsArticle", "headline": "Another", "url": "https://paper.example/2017/other"}
    address = {"@id": "https://paper.example/2017/landfill/"}
    own = {"@type": "NewsArticle", "headline": "Landfill", "mainEntityOfPage": address}
    assert nodes(other, own) == (StoryNode(own, NodeRole.STORY, True),)


def test_the_node_with_the_pages_title_is_its_storys() -> None:
    other = {"@type": "NewsArticle", "headline": "Another", "datePublished": "2017-01-01"}
    own = {"@type": "NewsArticle", "headline": "Landfill to close in June", "datePublished": "2017-02-02"}
    assert first(other, own) is own


def test_a_node_that_says_whose_it_is_comes_before_one_that_does_not() -> None:
    silent = {"@type": "Review", "datePublished": "2017-01-01", "reviewBody": "Good."}
    own = {"@type": "Article", "headline": "Landfill to close in June", "url": URL}
    assert [found.node for found in nodes(silent, own)] == [own, silent]


def test_a_reference_and_a_person_are_none() -> None:
    assert nodes({"@type": "NewsArticle", "@id": "#story"}, {"@type": "Person", "name": "Ann Lee", "url": URL}) == ()


def test_where_none_says_that_it_is_the_pages_the_first_with_a_headline_is_the_likeliest() -> None:
    bare = {"@type": "Article", "headline": "Mill", "url": "https://paper.example/x"}
    full = {"@type": "Article", "name": "Barn", "url": "https://paper.example/y", "author": "Ann Lee"}
    assert nodes(bare, full) == (StoryNode(bare, NodeRole.STORY, False),)
    assert nodes({"@type": "Article", "name": "Mill", "url": "https://paper.example/x"}, full)[0].node is full


def test_a_thread_has_its_day_and_is_no_story() -> None:
    thread = {"@type": "DiscussionForumPosting", "headline": "Mill", "datePublished": "2017-01-01"}
    page = {"@type": "WebPage", "url": URL, "datePublished": "2017-01-02"}
    assert [found.role for found in nodes(thread, page)] == [NodeRole.WORK, NodeRole.PAGE]
