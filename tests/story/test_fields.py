"""Outlet, language, images and credits: made-up pages."""

import pytest

from backfile import read
from backfile.story.authors.printed_byline import byline_credit

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


@pytest.mark.parametrize(
    ("prose", "due"),
    [
        ("镇议会星期二晚上投票决定关闭镇边的垃圾场，因为修理的费用太高。", "zh"),
        ("町議会は火曜日の夜、町はずれのごみ処分場を閉鎖することを決めた。", "ja"),
        ("Городской совет во вторник вечером решил закрыть старый мост, который был построен сто лет назад.", "ru"),
        (
            "Міська рада у вівторок увечері вирішила закрити старий міст, збудований сто років тому, і її підтримали.",
            "uk",
        ),
        ("Гарадскі савет у аўторак увечары вырашыў закрыць стары мост, пабудаваны сто гадоў таму.", "be"),
        ("Общинският съвет реши във вторник вечерта да затвори стария мост, построен преди сто години.", "bg"),
        (
            "Градско веће је у уторак увече одлучило да затвори стари мост који је саграђен пре сто година, рекла је Љиљана.",
            "sr",
        ),
        ("শহরের পরিষদ মঙ্গলবার রাতে পুরোনো সেতুটি বন্ধ করার সিদ্ধান্ত নিয়েছে, কারণ মেরামতের খরচ অনেক বেশি।", "bn"),
        ("নগৰ পৰিষদে মঙলবাৰে ৰাতি পুৰণি দলংখন বন্ধ কৰাৰ সিদ্ধান্ত লৈছে, কিয়নো মেৰামতিৰ খৰচ বহুত বেছি।", "as"),
        ("قرر مجلس المدينة مساء الثلاثاء إغلاق الجسر القديم الذي بني قبل مئة سنة لأن كلفة الإصلاح عالية جدا.", "ar"),
        (
            "ٹاؤن کونسل نے منگل کی رات پرانے پل کو بند کرنے کا فیصلہ کیا کیونکہ مرمت پر بہت زیادہ خرچ آتا ہے اور پل اب محفوظ نہیں۔",
            "ur",
        ),
    ],
)
def test_a_language_is_told_by_letters_of_its_own(prose: str, due: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.lexicon.text_language._by_model", lambda body: "model")
    assert read(page(prose=f"<p>{prose}</p>", lang="''"), url=URL, analyse=False).language == due


def test_languages_that_share_their_letters_are_left_to_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backfile.lexicon.text_language._by_model", lambda body: "model")
    persian = "شورای شهر سه‌شنبه شب تصمیم گرفت پل قدیمی را که صد سال پیش ساخته شده بود ببندد، چون هزینه تعمیر آن بسیار زیاد است."
    kazakh = "Қалалық кеңес сейсенбі күні кешке жүз жыл бұрын салынған ескі көпірді жабу туралы шешім қабылдады."
    for prose in (persian, kazakh):
        assert read(page(prose=f"<p>{prose}</p>", lang="''"), url=URL, analyse=False).language == "model"


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
