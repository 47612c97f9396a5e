"""How lines begin a byline, and how a blog's name set as <h1> is told from its headline."""

import pytest

from backfile import read
from backfile.label.head_lines import begins_byline, is_dated
from backfile.lexicon.byline_openings import OTHER_WORK


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee",
        "Von: Jana Reuter",
        "Written by Ann Lee",
        "This post was written by Ann Lee",
        "Author:Ann Lee",
        "文：林安",
        "From staff reports",
        "by jane doe",
        "Eine Analyse von Anna Berg",
        "a cura di Marco Rossi",
        "Penulis: Budi Santoso",
        "Yazar: Ayşe Demir",
        "김철수 기자",
        "本报记者 王五",
        "Propos recueillis par Anne Petit",
        "Текст: Иван Петров",
        "Του Γιάννη Παπαδόπουλου",
        "بقلم: أحمد علي",
        "Írta: Kovács János",
    ],
)
def test_lines_that_begin_a_byline(line: str) -> None:
    assert begins_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "From harbour to hill, a walk",
        "Byron bay is calm",
        "Vonda Hall opens",
        "By",
        "",
        "By then the mill had closed.",
        "Theo Reuters, giá vàng tăng mạnh trong tuần này.",
        "Texto de la ley que aprobó el Senado el martes",
        "Un article de loi ne suffit pas, dit-elle.",
        "Kritik von allen Seiten an der Reform der Rente",
        "Bericht von der Front: Was wir wissen",
        "記者は火曜日の夜に町の議会を訪れ、橋の閉鎖について議員に尋ねた。",
    ],
)
def test_lines_that_do_not(line: str) -> None:
    assert not begins_byline(line)


@pytest.mark.parametrize(
    "line",
    ["Saturday, 4 March 2017", "03/04/2017", "16:07", "An hour ago", "HACE UN MES", "Il y a une heure", "vor 3 Tagen"],
)
def test_lines_that_say_when(line: str) -> None:
    assert is_dated(line)


@pytest.mark.parametrize("line", ["Chicago", "Gate 4 opens", "A lagoon and its ferry", "17", ""])
def test_lines_that_do_not_say_when(line: str) -> None:
    assert not is_dated(line)


@pytest.mark.parametrize(
    "line", ["Photos by Ann Lee", "Medically reviewed by Ann Lee", "Edited by Ann Lee", "Foto: Ann Lee"]
)
def test_other_work_is_not_the_writing(line: str) -> None:
    assert OTHER_WORK.match(line)


def test_a_heading_that_leads_home_is_the_sites_name() -> None:
    prose = "<p>" + "The ferry left the harbour at nine and came back empty in the evening. " * 4 + "</p>"
    story = read(
        "<title>The ferry comes back empty | Harbour Notes</title>"
        f'<h1><a href="/">Harbour Notes</a></h1><h2>The ferry comes back empty</h2>{prose}{prose}'
    )
    assert story.headline == "The ferry comes back empty"
