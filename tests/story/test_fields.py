"""Outlet, language, images and credits: made-up pages."""

import pytest

from backfile import read
from backfile.story.byline import byline_credit

PROSE = "<p>" + "The council voted on Tuesday to close the landfill at the edge of the town. " * 4 + "</p>"
GERMAN = (
    "<p>"
    + "Der Rat hat am Dienstag mit großer Mehrheit beschlossen, die Deponie am Rand der Stadt zu schließen. " * 4
    + "</p>"
)
URL = "https://www.millbrookledger.example/news/landfill"
TITLE = "Council votes to close the landfill"


def page(head: str = "", body: str = "", prose: str = PROSE, lang: str = "en") -> str:
    return f"<html lang={lang}><head><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{body}{prose * 3}</article></body></html>"


@pytest.mark.parametrize(
    ("said", "prose", "due"),
    [
        ("en", PROSE, "en"),
        ("en", GERMAN, "de"),
        ("de", GERMAN, "de"),
        ("de", PROSE, "en"),
        ("''", GERMAN, "de"),
        ("cy", PROSE, "cy"),
    ],
)
def test_a_storys_language_is_that_of_its_words(said: str, prose: str, due: str) -> None:
    assert read(page(prose=prose, lang=said), url=URL, analyse=False).language == due


def test_a_company_is_not_in_an_outlets_name() -> None:
    head = '<meta property="og:site_name" content="Millbrook Ledger - Ledger Publishing GmbH & Co. KG">'
    assert read(page(head), url=URL, analyse=False).outlet.name == "Millbrook Ledger"
    head = '<meta property="og:site_name" content="Millbrook Ledger - News and more">'
    assert read(page(head), url=URL, analyse=False).outlet.name == "Millbrook Ledger - News and more"


@pytest.mark.parametrize(
    ("source", "caption", "due"),
    [
        (
            "/a.jpg",
            "The gate on Tuesday. Photo: Cora Webb",
            ("https://www.millbrookledger.example/a.jpg", "The gate on Tuesday.", "Photo: Cora Webb"),
        ),
        (
            "/a.jpg",
            "The gate (Cora Webb/Reuters)",
            ("https://www.millbrookledger.example/a.jpg", "The gate", "Cora Webb/Reuters"),
        ),
        (
            "/a.jpg",
            "[2/5] The gate on Tuesday.",
            ("https://www.millbrookledger.example/a.jpg", "The gate on Tuesday.", None),
        ),
        (
            "/a.jpg",
            "A photo of the gate is in the museum",
            ("https://www.millbrookledger.example/a.jpg", "A photo of the gate is in the museum", None),
        ),
        ("/themes/lazyload-fallback.gif", "The gate", (None, "The gate", None)),
    ],
)
def test_a_picture_with_its_caption_and_credit(source: str, caption: str, due: tuple[str | None, ...]) -> None:
    figure = f"<figure><img src='{source}'><figcaption>{caption}</figcaption></figure>"
    assert [tuple(image) for image in read(page(body=PROSE + figure), url=URL, analyse=False).images] == [due]


@pytest.mark.parametrize(
    ("byline", "due"),
    [
        ("By The Associated Press", ("The Associated Press", "wire")),
        ("By Ann Lee, Associated Press", ("The Associated Press", "wire")),
        ("By Ann Lee and Bo Marsh The Associated Press", ("The Associated Press", "wire")),
        ("Par Le Courrier et AFP", ("Agence France-Presse", "wire")),
        ("By Ledger Staff", ("Ledger", "staff")),
        ("By Ann Lee", None),
        (None, None),
    ],
)
def test_the_credit_in_a_byline(byline: str | None, due: tuple[str, str] | None) -> None:
    found = byline_credit(byline)
    assert (found and (found.source, found.role)) == due
