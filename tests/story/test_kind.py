"""What a page is: made-up pages, each with what tells its kind."""

import pytest

from backfile import read
from backfile.model.reason_codes import SKIPPED_AS

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
    assert story.kind_reason is not None
    return story.kind, SKIPPED_AS.get(story.kind_reason.code) or str(story.kind_reason)


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


@pytest.mark.parametrize(
    ("heading_said", "sentence"),
    [
        ("Page not found", "Sorry, the page you are looking for could not be found."),
        ("Oops!", "We can’t seem to find the page you’re looking for. Here are some helpful links instead."),
        ("This Account has been suspended.", "Contact your hosting provider for more information about this site."),
        ("Seite nicht gefunden", "Die von Ihnen aufgerufene Seite konnte leider nicht gefunden werden."),
        ("Página no encontrada", "Lo sentimos, la página que busca no existe o ha cambiado de dirección."),
        ("Pagina niet gevonden", "De pagina die u zoekt bestaat niet of is verplaatst naar elders."),
        ("Siden ble ikke funnet", "Siden du leter etter finnes ikke eller er flyttet til et annet sted."),
        ("Strona nie została znaleziona", "Strona, której szukasz, nie istnieje lub została przeniesiona."),
        ("Страница не найдена", "Страница, которую вы ищете, не существует или была перемещена."),
        ("ページが見つかりません", "お探しのページは見つかりませんでした。移動または削除された可能性があります。"),
        (
            "페이지를 찾을 수 없습니다",
            "요청하신 페이지를 찾을 수 없습니다. 주소가 변경되었거나 삭제되었을 수 있습니다.",
        ),
        ("الصفحة غير موجودة", "عذرا، الصفحة التي تبحث عنها غير موجودة أو تم نقلها إلى مكان آخر."),
    ],
)
def test_what_is_answered_where_no_page_is(heading_said: str, sentence: str) -> None:
    error = ("other", "error-page")
    assert kind(heading(heading_said) + f"<p>{sentence}</p>", title="Millbrook Ledger") == error
    assert kind(heading("Millbrook Ledger") + f"<p>{sentence}</p>", title=f"{heading_said} | Ledger") == error
    assert kind(heading("Millbrook Ledger") + f"<p>{sentence}</p>", title="Millbrook Ledger") == error


def test_a_heading_that_begins_like_an_error_is_a_storys() -> None:
    body = f"{heading('Page not found: how the town lost its archive')}<p>{SENTENCE * 2}</p>"
    assert kind(f"<article>{body}</article>", title="Millbrook Ledger")[0] == "story"


def test_a_form_to_log_in_is_no_story() -> None:
    form = "<p>Forgot your password? Create an account to read more stories from us every month, for free.</p>"
    assert kind(heading("Welcome back") + form, title="Millbrook Ledger") == ("other", "login-wall")


def test_few_words_at_a_shops_or_a_front_pages_address_are_no_brief() -> None:
    lines = f"<p>{SENTENCE}</p>"
    assert kind(f"{heading('Kettle')}{lines}", url="https://shop.example/products/kettle") == ("other", "no-story")
    assert kind(f"<article>{heading()}{lines}</article>")[0] == "story"


def test_a_gallery_of_goods_is_none() -> None:
    figures = "".join(f"<figure><img src={n}.jpg><figcaption>Kettle {n}, blue</figcaption></figure>" for n in range(9))
    assert kind(
        f"<article>{heading('Kettles')}{figures}</article>", url="https://shop.example/collections/kettles"
    ) == (
        "other",
        "no-story",
    )
    assert kind(f"<article>{heading()}{figures}</article>")[0] == "gallery"


@pytest.mark.parametrize("address", ["http://[1]/news/ferry", "http://[::1/news", "https://a]b/", "http://[v1.a:b]/x"])
def test_an_address_that_is_none_does_no_harm(address: str) -> None:
    prose = "<p>The ferry is back after nine years, and it sails at nine in the morning as it did before the war.</p>"
    told = f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}"><meta property="og:type" content="website">'
    story = read(
        f"<html lang=en><head>{told}</head><body><h1>Ferry back</h1>{prose * 3}<a href='{address}'>map</a></body></html>"
    )
    assert story.headline == "Ferry back"
    assert read(f"<h1>Ferry back</h1>{prose * 3}", url=address).headline == "Ferry back"
