"""Bylines as newsrooms of many countries print them: the people they name. Made-up names, the same four in every language."""

import pytest

from backfile import read
from backfile.story.authors.printed_byline import byline_credit

STORY = {
    "en": ("Council votes to close the landfill", "The council voted on Tuesday to close the landfill at the edge of the town. "),
    "ja": ("市議会、ごみ処分場の閉鎖を決定", "市議会は火曜日、町の外れにあるごみ処分場を閉鎖することを決めた。"),
    "ko": ("시의회, 매립지 폐쇄 결정", "시의회는 화요일 시 외곽의 매립지를 폐쇄하기로 의결했다. "),
    "zh": ("市议会决定关闭垃圾填埋场", "市议会周二投票决定关闭位于城镇边缘的垃圾填埋场。"),
    "ar": ("المجلس البلدي يغلق مكب النفايات", "صوت المجلس البلدي يوم الثلاثاء على إغلاق مكب النفايات على أطراف المدينة. "),
    "hi": ("नगर परिषद लैंडफिल बंद करेगी", "नगर परिषद ने मंगलवार को शहर के किनारे पर स्थित लैंडफिल को बंद करने के लिए मतदान किया। "),
    "ru": ("Совет закроет свалку", "Городской совет во вторник проголосовал за закрытие свалки на окраине города. "),
}  # fmt: skip


def named(line: str, language: str = "en", *, box: str = "") -> list[str]:
    headline, sentence = STORY[language]
    prose = "".join(f"<p>{sentence * 5}{count}</p>" for count in range(4))
    html = (
        f'<html lang="{language}"><head><title>{headline}</title></head><body><article><h1>{headline}</h1>'
        f"<div class='{box}'>{line}</div><div class=body>{prose}</div></article></body></html>"
    )
    story = read(html, url="https://www.millbrookledger.example/news/landfill", analyse=False)
    return [author.name for author in story.authors]


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("By Anna Lee, Special to The Ledger", ["Anna Lee"]),
        ("By Anna Lee Special to the Ledger", ["Anna Lee"]),
        ("Special to The Ledger", []),
        ("By ANNA LEE Staff Reporter", ["ANNA LEE"]),
        ("By Staff Writer Anna Lee", ["Anna Lee"]),
        ("By Sr. Reporter Anna Lee", ["Anna Lee"]),
        ("By Anna Lee, Executive Digital Editor and Master Gardener", ["Anna Lee"]),
        ("By Anna Lee of The Ledger", ["Anna Lee"]),
        ("By Anna Lee/Millbrook Ledger", ["Anna Lee"]),
        ("By Anna Lee (@annalee)", ["Anna Lee"]),
        ("By Anna Lee, MD, FACP", ["Anna Lee"]),
        ("By Anna Lee, Sr. Director of Waste", ["Anna Lee"]),
        ("Words by Anna Lee. Photography by Bo Marsh", ["Anna Lee"]),
        ("By Anna Lee and Bo Marsh with additional reporting by Cora Webb", ["Anna Lee", "Bo Marsh"]),
        ("By ANNA LEE And BORIS MARSH", ["ANNA LEE", "BORIS MARSH"]),
        ("From our correspondent Anna Lee", ["Anna Lee"]),
        ("Edited by: Anna Lee", []),
        ("Fact checked by: Anna Lee", []),
        ("03/01/2017 by Anna Lee, who sits on the county's waste board and on none of the others", ["Anna Lee"]),
    ],
)
def test_english(line: str, due: list[str]) -> None:
    assert named(line) == due


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Ein Bericht von Anna Lehmann", ["Anna Lehmann"]),
        ("Kommentar von Anna Lehmann", ["Anna Lehmann"]),
        ("Das Ende von Rom", []),
        ("Aus Berlin berichtet Anna Lehmann", ["Anna Lehmann"]),
        ("Von Anna Lehmann, Berlin", ["Anna Lehmann"]),
        ("Von Anna Lehmann (dpa)", ["Anna Lehmann"]),
        ("Von unserer Redakteurin Anna Lehmann", ["Anna Lehmann"]),
        ("Eine Reportage von Anna Lehmann und Bernd Marsch (Fotos)", ["Anna Lehmann", "Bernd Marsch"]),
        ("Ein Interview von Anna Lehmann mit Bernd Marsch", ["Anna Lehmann"]),
        ("Text &amp; Fotos: Anna Lehmann", ["Anna Lehmann"]),
        ("Autor*in: Anna Lehmann", ["Anna Lehmann"]),
        ("Von der Redaktion", []),
        ("Por Ana López e Inés Marín", ["Ana López", "Inés Marín"]),
        ("Por Ana López, enviada especial", ["Ana López"]),
        ("Texto: Ana López", ["Ana López"]),
        ("Por Ana Lopes — São Paulo", ["Ana Lopes"]),
        ("Da Redação", []),
        ("Par Anne Leroy (à Lyon)", ["Anne Leroy"]),
        ("Par Anne Leroy avec AFP", ["Anne Leroy"]),
        ("Propos recueillis par Anne Leroy", ["Anne Leroy"]),
        ("De notre envoyée spéciale Anne Leroy", ["Anne Leroy"]),
        ("dal nostro inviato Bruno Marchi", ["Bruno Marchi"]),
        ("a cura di Anna Leoni", ["Anna Leoni"]),
        ("Van onze redacteur Anna de Vries", ["Anna de Vries"]),
        ("Door onze redactie", []),
        ("Skrevet af Anna Lind", ["Anna Lind"]),
        ("Journalist Anna Lind", ["Anna Lind"]),
        ("Teksti: Anna Lehtinen", ["Anna Lehtinen"]),
        ("oprac. Anna Lis", ["Anna Lis"]),
        ("Napsala Anna Lišková", ["Anna Lišková"]),
        ("Írta: Lehel Anna", ["Lehel Anna"]),
        ("Scris de Ana Leontescu", ["Ana Leontescu"]),
        ("Haber: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
        ("Haber Merkezi", []),
        ("Penulis: Budi Santoso | Editor: Ani Lestari", ["Budi Santoso"]),
        ("Tác giả: Nguyễn Văn An", ["Nguyễn Văn An"]),
        ("Γράφει η Μαρία Παπαδοπούλου", ["Μαρία Παπαδοπούλου"]),
    ],
)
def test_in_capitals_and_small_letters(line: str, due: list[str]) -> None:
    assert named(line) == due


@pytest.mark.parametrize(
    ("line", "language", "due"),
    [
        ("Авторы: Анна Лебедева, Борис Маршак", "ru", ["Анна Лебедева", "Борис Маршак"]),
        ("文／山田太郎", "ja", ["山田太郎"]),
        ("記者・山田太郎", "ja", ["山田太郎"]),
        ("【ロンドン＝山田太郎】", "ja", ["山田太郎"]),
        ("ロンドン支局 山田太郎", "ja", ["山田太郎"]),
        ("文化", "ja", []),
        ("김철수 기자 chul@paper.example", "ko", ["김철수"]),
        ("김철수·이영희 기자", "ko", ["김철수", "이영희"]),
        ("(서울=연합뉴스) 김철수 선임기자 =", "ko", ["김철수"]),
        ("온라인뉴스팀", "ko", []),
        ("本报记者 张三丰", "zh", ["张三丰"]),
        ("作者：张三丰 李四光", "zh", ["张三丰", "李四光"]),
        ("〔記者張三豐／台北報導〕", "zh", ["張三豐"]),
        ("記者張三豐台北報導", "zh", ["張三豐"]),
        ("2017-03-03 10:00 来源：新华网 作者：张三丰", "zh", ["张三丰"]),
        ("责任编辑：王五", "zh", []),
        ("كتب أحمد علي وسارة حسن", "ar", ["أحمد علي", "سارة حسن"]),
        ("بقلم: أحمد علي", "ar", ["أحمد علي"]),
        ("लेखक: राम शर्मा", "hi", ["राम शर्मा"]),
    ],
)
def test_in_scripts_without_capitals(line: str, language: str, due: list[str]) -> None:
    assert named(line, language) == due


@pytest.mark.parametrize(
    ("line", "language", "due"),
    [
        ("山田太郎、鈴木花子", "ja", ["山田太郎", "鈴木花子"]),
        ("編集部", "ja", []),
        ("김철수", "ko", ["김철수"]),
        ("राम शर्मा", "hi", ["राम शर्मा"]),
    ],
)
def test_a_name_alone_in_a_box_that_is_named_an_authors(line: str, language: str, due: list[str]) -> None:
    assert named(line, language, box="author") == due


@pytest.mark.parametrize("line", ["Par Anne Leroy avec AFP", "Par Anne Leroy (avec AFP)", "Von Anna Lehmann (AFP)"])
def test_the_agency_beside_a_name_is_a_credit(line: str) -> None:
    credit = byline_credit(line)
    assert credit is not None
    assert (credit.source, credit.role) == ("Agence France-Presse", "wire")
