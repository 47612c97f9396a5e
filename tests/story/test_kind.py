"""What a page is: made-up pages, each with what tells its kind."""

import pytest

from backfile import read

SENTENCE = "The council voted on Tuesday to close the landfill at the edge of the town. "
PROSE = f"<p>{SENTENCE * 4}</p>"


def prose(paragraphs: int) -> str:
    """Paragraphs that differ: one that is printed twice is read once."""
    days = "Monday Tuesday Wednesday Thursday Friday Saturday".split()
    return "".join(PROSE.replace("Tuesday", day) for day in days[:paragraphs])


URL = "https://www.millbrookledger.example/2017/03/landfill-closes"
MENU = "<div><a href='/m'>A line of the menu that leads to another part</a></div>"


def kind(
    body: str, *, title: str = "Council votes to close the landfill", head: str = "", url: str = URL
) -> tuple[str, str]:
    story = read(f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>", url=url, analyse=False)
    return story.kind, (story.kind_reason or "").split(":")[0]


def heading(text: str = "Council votes to close the landfill") -> str:
    return f"<h1>{text}</h1>"


@pytest.mark.parametrize(
    ("body", "title", "due"),
    [
        ("", "x", ("other", "no-story")),
        (heading("Page not found") + "<p>It may have moved.</p>", "404 - Page not found", ("other", "error-page")),
        (heading("Log in") + "<p>Your name and your password.</p>", "Log in - Ledger", ("other", "login-wall")),
        (
            f"<article>{heading()}{prose(3)}</article>",
            "Council votes to close the landfill",
            ("story", "150 words in 3 blocks"),
        ),
    ],
)
def test_plain_cases(body: str, title: str, due: tuple[str, str]) -> None:
    assert kind(body, title=title) == due


def test_a_word_of_error_in_a_storys_title_makes_no_error_page() -> None:
    title = "Report on missing pages not found, says mayor"
    assert kind(f"<article>{heading(title)}{prose(6)}</article>", title=title)[0] == "story"


def test_a_short_text_of_a_shop_is_no_story() -> None:
    product = '<script type="application/ld+json">{"@type": "Product", "name": "Kettle"}</script>'
    assert kind(
        f"<h1>Kettle</h1>{PROSE}", title="Kettle", head=product, url="https://shop.example/products/kettle"
    ) == ("other", "no-story")


def test_a_thread_is_no_story() -> None:
    thread = '<script type="application/ld+json">{"@type": "DiscussionForumPosting", "name": "Kettles"}</script>'
    assert kind(f"<h1>Kettles</h1>{PROSE}", head=thread, url="https://forum.example/threads/7") == ("other", "no-story")
