"""Whom a byline names, what they are and for whom they write: made-up lines of many newsrooms, in nine languages."""

import pytest

from backfile import read

# fmt: off
PROSE = {
    "en": ['The water board of Aldersford voted on Monday night to drain the upper basin so that divers can look at the sluice.', 'Nobody has seen the bottom of it since 1961, when the last drain pulled up a bicycle, two signs and a church bell.', '“We expect fewer bells,” said Perrin Osgood, who has kept the gate for thirty years and will keep it for one more.'],
    "de": ['Der Wasserverband Aldersfurt hat am Montagabend beschlossen, das obere Becken zu leeren, damit Taucher das Wehr ansehen können.', 'Seit 1961 hat niemand den Grund gesehen, damals kamen ein Fahrrad, zwei Schilder und eine Glocke zum Vorschein.', 'Die Arbeiten dauern neun Wochen, die Straße auf dem Damm bleibt für alle außer dem Bus und dem Bäcker gesperrt.'],
    "fr": ["Le syndicat des eaux d'Aldersford a décidé lundi soir de vider le bassin supérieur afin que des plongeurs examinent la vanne.", "Personne n'en a vu le fond depuis 1961, quand la dernière vidange avait remonté un vélo, deux panneaux et une cloche.", 'Les travaux dureront neuf semaines et la route du barrage sera fermée à tous, sauf au bus et au boulanger.'],
    "es": ['La junta de aguas de Aldersford decidió el lunes por la noche vaciar la balsa superior para que los buzos revisen la compuerta.', 'Nadie ha visto el fondo desde 1961, cuando el último vaciado sacó una bicicleta, dos letreros y una campana.', 'Las obras durarán nueve semanas y la carretera de la presa quedará cerrada para todos salvo el autobús y el panadero.'],
    "ar": ['قرر مجلس المياه في المدينة مساء الاثنين تفريغ الحوض العلوي حتى يتمكن الغواصون من فحص البوابة القديمة.', 'ولم ير أحد قاع الحوض منذ عام 1961 عندما عثر العمال على دراجة ولافتتين وجرس كنيسة قديم.', 'وستستمر الأعمال تسعة أسابيع وسيغلق الطريق على السد أمام الجميع باستثناء الحافلة والخباز.'],
    "it": ['Il consorzio delle acque di Aldersford ha deciso lunedì sera di svuotare il bacino superiore perché i sommozzatori guardino la paratoia.', "Nessuno ne ha visto il fondo dal 1961, quando l'ultimo svuotamento tirò su una bicicletta, due cartelli e una campana.", "I lavori dureranno nove settimane e la strada sulla diga resterà chiusa a tutti tranne l'autobus e il fornaio."],
    "pt": ['A junta das águas de Aldersford decidiu na noite de segunda esvaziar a bacia superior para que os mergulhadores vejam a comporta.', 'Ninguém vê o fundo desde 1961, quando o último esvaziamento trouxe uma bicicleta, duas placas e um sino.', 'As obras vão durar nove semanas e a estrada da barragem ficará fechada para todos menos o ônibus e o padeiro.'],
    "vi": ['Ban quản lý nước tối thứ hai đã bỏ phiếu tháo cạn hồ trên để thợ lặn kiểm tra cửa cống cũ.', 'Không ai thấy đáy hồ kể từ năm 1961, khi lần tháo nước cuối kéo lên một chiếc xe đạp và một quả chuông.', 'Công việc kéo dài chín tuần và con đường trên đập sẽ đóng với tất cả trừ xe buýt.'],
    "tr": ['Su kurulu pazartesi akşamı dalgıçların kapağı incelemesi için üst havzayı boşaltmaya karar verdi.', "1961'den beri kimse dibi görmedi, o zaman bir bisiklet, iki tabela ve bir çan çıkmıştı.", 'Çalışmalar dokuz hafta sürecek ve baraj yolu otobüs ile fırıncı dışında herkese kapatılacak.'],
}
HEADLINES = {
    "en": 'Board to drain the upper basin',
    "de": 'Verband leert das obere Becken',
    "fr": 'Le bassin supérieur sera vidé',
    "es": 'La junta vaciará la balsa superior',
    "ar": 'مجلس المياه يفرغ الحوض العلوي',
    "it": 'Il consorzio svuota il bacino',
    "pt": 'Junta esvazia a bacia superior',
    "vi": 'Ban quản lý tháo cạn hồ trên',
    "tr": 'Kurul üst havzayı boşaltacak',
}


def written(language: str, head: str, before: str, after: str) -> list[tuple[str, str]]:
    """(name, outlet and role) of each author."""
    headline = HEADLINES[language]
    text = "".join(f"<p>{line}</p>" for line in PROSE[language])
    meta = f'<meta property="og:title" content="{headline}">{head}'
    page = (
        f"<html lang={language}><head><meta charset=utf-8><title>{headline} - Aldersford Courier</title>{meta}</head><body>"
        f"<header><a href=/>Home</a> <a href=/news>News</a></header><article><h1>{headline}</h1>{before}"
        f"<div class=text>{text}{after}</div></article></body></html>"
    )
    story = read(page.encode(), url="https://aldersfordcourier.example/2017/03/03/basin", analyse=False)
    return [(author.name, " ".join(filter(None, (author.outlet, author.role)))) for author in story.authors]


LINES = [
    ('en', '', '<p class=byline>By Ada Brook (abr) and Bo Marsh (bma)</p>', '', [('Ada Brook', ''), ('Bo Marsh', '')]),
    ('de', '', '<div class=autor>Von Ada Brook (abr) und Jörg Marsch (jm)</div>', '', [('Ada Brook', ''), ('Jörg Marsch', '')]),
    ('vi', '', '', '<p style="text-align:right"><strong>Lê Hoa Mai</strong></p>', [('Lê Hoa Mai', '')]),
    ('de', '', '<p>Von Ada Brook [ab]</p>', '', [('Ada Brook', '')]),
    ('en', '', '<div class=meta>By Ada Brook (A.B.)</div>', '', [('Ada Brook', '')]),
    ('de', '', '', '<p class=kuerzel>Ada Brook (abr)</p>', [('Ada Brook', '')]),
    ('fr', '', '<p class=auteur>Par Cécile Marchand (Genève, bureau européen)</p>', '', [('Cécile Marchand', '')]),
    ('fr', '', '<p class=auteur>Cécile Marchand(Genève)</p>', '', [('Cécile Marchand', '')]),
    ('de', '', '<p class=autor>Anna Weber (Görlitz)</p>', '', [('Anna Weber', '')]),
    ('es', '', '<p>Por Ana Paz (Lugo)</p>', '', [('Ana Paz', '')]),
    ('tr', '', '<div class=row><span>Deniz Kaya &nbsp;|</span> <span>07.02.2024 - Güncelleme : 08.02.2024</span></div>', '', [('Deniz Kaya', '')]),
    ('en', '', '<div class=row><span>Anna Brook |</span> <span>3 March 2017</span></div>', '', [('Anna Brook', '')]),
    ('en', '', '<p>Anna Brook | March 3, 2017 | Updated March 4, 2017</p>', '', [('Anna Brook', '')]),
    ('es', '', '<p>Ana Paz | Aldersford | 03/03/2017 - 12:30h.</p>', '', [('Ana Paz', '')]),
    ('it', '', '<p>Anna Bruni • 3 marzo 2017</p>', '', [('Anna Bruni', '')]),
    ('vi', '', '', "<p style='text-align:right'><strong>Trần Minh Thu</strong></p>", [('Trần Minh Thu', '')]),
    ('de', '', '', '<p><em>Anna Weber</em></p>', [('Anna Weber', '')]),
    ('fr', '', '', '<p align=right><b>Cécile MARCHAND</b></p>', [('Cécile MARCHAND', '')]),
    ('en', '', "<ul class='list-inline'><li><span class='tnt-byline asset-byline'>Ada Brook abrook@courier.example</span></li><li>Mar 3, 2017</li></ul>", '', [('Ada Brook', '')]),
    ('en', '', "<ul class='list-inline'><li><span class='tnt-byline asset-byline'>ADA BROOK Staff Writer</span></li></ul>", '', [('ADA BROOK', 'Staff Writer')]),
    ('en', '', '<div id=storyby>Ada Brook</div><div id=storydate>March 3, 2017</div>', '', [('Ada Brook', '')]),
    ('en', '', '<div id=storyby>Ada Brook<br>Staff Writer</div>', '', [('Ada Brook', 'Staff Writer')]),
    ('en', '', '<div class=storyby>Bo Marsh, The Aldersford Courier</div>', '', [('Bo Marsh', 'The Aldersford Courier')]),
    ('en', '', "<div class='pencraft pc-display-flex'><div class='pencraft avatar'><img src=a.png></div><div class='pencraft'><a href='https://substack.com/@adabrook' class='pencraft'>Ada Brook</a></div><div class='pencraft pc-reset'>Mar 03, 2023</div></div>", '', [('Ada Brook', '')]),
    ('es', '', '<p class=firma>Ana Lía Paz</p>', '', [('Ana Lía Paz', '')]),
    ('es', '', '<p><strong>ANA LÍA PAZ</strong> / Aldersford</p>', '', [('ANA LÍA PAZ', '')]),
    ('es', '', '<div>Texto: Ana Paz<br>Fotos: Luis Vega</div>', '', [('Ana Paz', '')]),
    ('es', '', '<p class=autor>Ana Paz<br>Corresponsal en Lugo</p>', '', [('Ana Paz', 'Corresponsal en Lugo')]),
    ('ar', '', '<p>كتب: أحمد سالم</p>', '', [('أحمد سالم', '')]),
    ('ar', '', '<div class=author>أحمد سالم</div>', '', [('أحمد سالم', '')]),
    ('ar', '', '<p>أحمد سالم - القاهرة</p><p>3 مارس 2017</p>', '', [('أحمد سالم', '')]),
    ('ar', '', '<p>القاهرة - أحمد سالم</p><p>3 مارس 2017</p>', '', [('أحمد سالم', '')]),
    ('en', '', '<div class=submitted>By Ada Brook, Court Reporter, and Bo Marsh, Environment Editor</div>', '', [('Ada Brook', 'Court Reporter'), ('Bo Marsh', 'Environment Editor')]),
    ('en', '', '<p class=byline>By Ada Brook, Staff Writer and Bo Marsh, Political Correspondent</p>', '', [('Ada Brook', 'Staff Writer'), ('Bo Marsh', 'Political Correspondent')]),
    ('en', '', '<p class=byline>Ada Brook, Health Reporter | Bo Marsh, Data Editor</p>', '', [('Ada Brook', 'Health Reporter'), ('Bo Marsh', 'Data Editor')]),
    ('de', '', '<p class=autor>Von Anna Weber, Redakteurin, und Jörg Marsch, Volontär</p>', '', [('Anna Weber', 'Redakteurin'), ('Jörg Marsch', 'Volontär')]),
    ('en', '', '<p class=byline>By Ada Brook of the Courier staff and Bo Marsh of the Gazette</p>', '', [('Ada Brook', 'Courier'), ('Bo Marsh', 'Gazette')]),
    ('en', '', '<p>By ADA BROOK<br>Staff Writer</p>', '', [('ADA BROOK', 'Staff Writer')]),
    ('en', '', '<p>By Ada Brook</p><p>Staff Writer</p>', '', [('Ada Brook', 'Staff Writer')]),
    ('en', '', '<p>By Ada Brook<br>Courier Staff</p>', '', [('Ada Brook', 'Courier Staff')]),
    ('en', '', '<p>By Ada Brook<br>For The Courier</p>', '', [('Ada Brook', 'The Courier')]),
    ('en', '', '<p>By Ada Brook, Special to the Aldersford Courier</p>', '', [('Ada Brook', 'Aldersford Courier')]),
    ('en', '', '<p>By Ada Brook, Associated Press</p>', '', [('Ada Brook', 'Associated Press')]),
    ('en', '', '<p class=byline>By ADA BROOK Associated Press Writer</p>', '', [('ADA BROOK', 'Associated Press Writer')]),
    ('en', '', '<p class=byline>By Ada Brook (Reuters)</p>', '', [('Ada Brook', 'Reuters')]),
    ('en', '', '<p class=byline>By Courier City Editor Ada Brook</p>', '', [('Ada Brook', 'Courier City Editor')]),
    ('en', '', '<p class=byline>By Staff Writer Ada Brook</p>', '', [('Ada Brook', 'Staff Writer')]),
    ('en', '', '<p class=byline>By Ada Brook/Courier sports editor</p>', '', [('Ada Brook', 'Courier sports editor')]),
    ('en', '', '<p class=byline>By Ada Brook, Aldersford Courier</p>', '', [('Ada Brook', 'Aldersford Courier')]),
    ('de', '', '<div class=autor>Anna Weber, Redakteurin</div>', '', [('Anna Weber', 'Redakteurin')]),
    ('fr', '', '<p class=auteur>Par Cécile Marchand, correspondante à Genève</p>', '', [('Cécile Marchand', 'correspondante à Genève')]),
    ('en', '', '<div class=author><a href=/author/ada-brook>Ada Brook</a><span class=title>Transport correspondent</span></div>', '', [('Ada Brook', 'Transport correspondent')]),
    ('en', '', '<div class=author><a rel=author href=/a/b>Ada Brook</a> <a rel=author href=/a/b>View full profile</a></div>', '', [('Ada Brook', '')]),
    ('en', '', '<div class=author><a rel=author href=/a/b>About the author</a> <a rel=author href=/a/b>Ada Brook</a></div>', '', [('Ada Brook', '')]),
    ('en', '', '<div class=author><a rel=author href=/a/b>Full biography</a> <a rel=author href=/a/b>Ada Brook</a></div>', '', [('Ada Brook', '')]),
    ('de', '', '<div class=author><a rel=author href=/a/b>Zur Person</a> <a rel=author href=/a/b>Anna Weber</a></div>', '', [('Anna Weber', '')]),
    ('fr', '', '<div class=author><a rel=author href=/a/b>Voir la bio</a> <a rel=author href=/a/b>Cécile Marchand</a></div>', '', [('Cécile Marchand', '')]),
    ('en', '', '<div class=byline><a href=/live>WATCH LIVE</a></div><p class=byline>By Ada Brook</p>', '', [('Ada Brook', '')]),
    ('en', '', '<div class=byline>WATCH LIVE</div>', '', []),
    ('en', '', '<div class=author>Marketing</div>', '', []),
    ('en', '', '<div class=author>Download PDF (2.4 MB)</div>', '', []),
    ('en', '', '<div class=author>1.2 MB</div>', '', []),
    ('en', '', '<div class=byline><span>Text size</span> <a href=#>A-</a> <a href=#>A+</a></div><p>By Ada Brook</p>', '', [('Ada Brook', '')]),
    ('de', '', '<div class=author><span>Schriftgröße</span></div><p>Von Anna Weber</p>', '', [('Anna Weber', '')]),
    ('en', '', '<div class=x1>Ada Brook</div><p><span>By </span><span>The Aldersford Courier</span></p><div>3 May 2018</div>', '', []),
    ('de', '', '<div class=x1>Anna Weber</div><p>Von Aldersford Courier</p><div>3.5.2018</div>', '', []),
    ('de', '', '<p class=author>von Anna Weber, RADIO WESTSEE</p>', '', [('Anna Weber', 'RADIO WESTSEE')]),
    ('en', '', '<p class=author>Ada Brook, KZTV NEWS 4</p>', '', [('Ada Brook', 'KZTV NEWS 4')]),
    ('en', '', '<p class=byline>By Ada Brook, BSc, MPhil</p>', '', [('Ada Brook', '')]),
    ('en', '', '<p class=byline>Ada Brook, MD, FRCP</p>', '', [('Ada Brook', '')]),
    ('de', '', '<p class=byline>Von Prof. Dr. Anna Weber, M.A.</p>', '', [('Prof. Dr. Anna Weber', '')]),
    ('en', '', '<p class=byline>By The Aldersford Courier</p>', '', []),
    ('en', '', '<div class=author-name>Aldersford Courier</div>', '', []),
    ('en', '', '<p>Tamsin Rowe</p><p>Staff Writer</p>', '', [('Tamsin Rowe', 'Staff Writer')]),
    ('en', '', '<p>TAMSIN ROWE</p><p>trowe@courier.example</p>', '', [('TAMSIN ROWE', '')]),
    ('en', '', '<p><b>TAMSIN ROWE<br>STAFF WRITER</b></p>', '', [('TAMSIN ROWE', 'STAFF WRITER')]),
    ('en', '', '<div class=x2>Tamsin Rowe, Staff Writer</div><div class=x3>May 3, 2018</div>', '', [('Tamsin Rowe', 'Staff Writer')]),
    ('en', '', '<div><span>Tamsin Rowe</span><span>May 3, 2018</span></div>', '', [('Tamsin Rowe', '')]),
    ('en', '', "<div class=pencraft><a href='https://open.substack.com/users/1-tamsin-rowe' class=pencraft>Tamsin Rowe</a></div><div class=pencraft>May 03, 2018</div>", '', [('Tamsin Rowe', '')]),
    ('es', '', '<p>IRIA SOUTO | Aldersford | 3 mayo 2018</p>', '', [('IRIA SOUTO', '')]),
    ('es', '', '<div class=firma>Iria Souto / EFE</div>', '', [('Iria Souto', 'EFE')]),
    ('es', '', '<p class=autor>Por <b>Iria Souto</b> y <b>Xoel Rey</b></p>', '', [('Iria Souto', ''), ('Xoel Rey', '')]),
    ('ar', '', '<p>بقلم: ليلى منصور</p>', '', [('ليلى منصور', '')]),
    ('ar', '', '<div class=x>كتب - محمود عادل</div>', '', [('محمود عادل', '')]),
    ('ar', '', '<p>محمد علي</p><p>3 مارس 2017</p>', '', [('محمد علي', '')]),
    ('ar', '', '<div class=byline>كتبت سارة خالد</div>', '', [('سارة خالد', '')]),
    ('en', '', '<div class=x><a href=/people/ida-marrack>Ida Marrack</a></div>', '<p>The letter was written by Ida Marrack in 1961, said the board.</p><p>It is kept in the hall where the board meets and can be seen on Sundays.</p><p>Nobody has asked to see it since the summer of 1988, the clerk said.</p>', []),
    ('en', '', '<p>Anna Brook</p>', '<p>The bell was bought by Anna Brook, who hung it in her barn and rang it once a year.</p><p>The barn burned in 1970 and the bell was not found again, though many looked.</p><p>Her nephew said he never heard it rung, and that he would like to.</p>', []),
    ('en', '<meta name=author content="Marketing">', '', '', []),
    ('en', '<meta name=author content="See full bio">', '', '', []),
    ('en', '<meta name=author content="WATCH LIVE">', '', '', []),
    ('en', '<meta name=author content="Web Producer">', '', '', []),
    ('en', '<meta name=author content="Aldersford Courier">', '', '', []),
    ('en', '<meta name=author content="The Aldersford Courier">', '', '', []),
    ('en', '<meta name=author content="1.2 MB">', '', '', []),
    ('en', '<meta name=author content="Staff Report">', '', '', []),
    ('en', '<meta name=author content="View Profile">', '', '', []),
    ('en', '<meta name=author content="KZTV Web Staff">', '', '', []),
    ('en', '<meta name=author content="Marketing">', '<p class=byline>By Ada Brook</p>', '', [('Ada Brook', '')]),
    ('en', '', '<p class=byline>By KZTV 4 News</p>', '', []),
    ('en', '', '<p class=byline>By KZTV Digital Team</p>', '', []),
    ('en', '', '<div class=author>Photo: Ada Brook</div>', '', []),
    ('en', '', '<p class=byline>By Tamsin Rowe, for the Aldersford Courier</p>', '', [('Tamsin Rowe', 'Aldersford Courier')]),
    ('en', '', '<p class=byline>Tamsin Rowe | Aldersford Courier</p>', '', [('Tamsin Rowe', 'Aldersford Courier')]),
    ('en', '', '<p class=byline>By Tamsin Rowe - Staff Writer</p>', '', [('Tamsin Rowe', 'Staff Writer')]),
    ('en', '', '<p class=byline>By Tamsin Rowe Staff Writer</p>', '', [('Tamsin Rowe', 'Staff Writer')]),
    ('en', '', '<p class=byline>By TAMSIN ROWE Associated Press</p>', '', [('TAMSIN ROWE', 'Associated Press')]),
    ('en', '', '<p class=byline>By TAMSIN ROWE and PERRIN OSGOOD Associated Press</p>', '', [('TAMSIN ROWE', ''), ('PERRIN OSGOOD', 'Associated Press')]),
    ('en', '', '<p class=byline>By Tamsin Rowe, Perrin Osgood and Ida Marrack</p>', '', [('Tamsin Rowe', ''), ('Perrin Osgood', ''), ('Ida Marrack', '')]),
    ('en', '', '<p class=byline>By Tamsin Rowe, chief reporter, and Perrin Osgood, city hall reporter</p>', '', [('Tamsin Rowe', 'chief reporter'), ('Perrin Osgood', 'city hall reporter')]),
    ('fr', '', '<p class=auteur>Par Maud Kerjean, envoyée spéciale, et Yann Le Goff, correspondant à Brest</p>', '', [('Maud Kerjean', 'envoyée spéciale'), ('Yann Le Goff', 'correspondant à Brest')]),
    ('it', '', '<p class=autore>di Bruna Salici, inviata a Trento</p>', '', [('Bruna Salici', 'inviata a Trento')]),
    ('pt', '', '<p class=autor>Por Marina Salgueiro, repórter</p>', '', [('Marina Salgueiro', 'repórter')]),
    ('pt', '', '<p>Marina Salgueiro, do Diário do Estuário</p><p>3 mai 2018</p>', '', [('Marina Salgueiro', 'Diário do Estuário')]),
    ('pt', '', '<p>Marina Salgueiro — Da Redação</p><p>3/5/2018</p>', '', [('Marina Salgueiro', '')]),
    ('de', '', '<p class=autor>Von Tjark Ohnesorg, dpa</p>', '', [('Tjark Ohnesorg', 'dpa')]),
    ('de', '', '<p class=autor>Von unserem Redakteur Tjark Ohnesorg</p>', '', [('Tjark Ohnesorg', 'Redakteur')]),
    ('de', '', '<p class=autor>Von unserer Korrespondentin Frauke Ehlers, Brüssel</p>', '', [('Frauke Ehlers', 'Korrespondentin')]),
    ('de', '', '<p>Tjark Ohnesorg | 03.05.2018, 10:20 Uhr</p>', '', [('Tjark Ohnesorg', '')]),
    ('de', '', '', '<p>(toh)</p>', []),
    ('en', '', '', '<p>— Tamsin Rowe</p>', [('Tamsin Rowe', '')]),
    ('en', '', '<div class=author-card><div class=author-name>Tamsin Rowe</div><div class=author-title>Transport Reporter</div><div class=author-bio>Tamsin writes about buses.</div></div>', '', [('Tamsin Rowe', 'Transport Reporter')]),
    ('en', '', "<div class=byline><img src=x><span class=name>Tamsin Rowe</span><span class=role>Environment editor</span><a href='https://twitter.com/t'>Follow</a></div>", '', [('Tamsin Rowe', 'Environment editor')]),
    ('en', '', '<p class=byline>By Dr. Tamsin Rowe, Professor of Hydrology, Aldersford University</p>', '', [('Dr. Tamsin Rowe', 'Aldersford University Professor of Hydrology')]),
    ('en', '', '<p class=byline>As told to Tamsin Rowe</p>', '', [('Tamsin Rowe', '')]),
    ('vi', '', '', "<p style='text-align:right'><b>Theo Trần Minh Thu</b></p>", [('Trần Minh Thu', '')]),
    ('tr', '', '<p>Muhabir: Deniz Örnek</p>', '', [('Deniz Örnek', '')]),
]


@pytest.mark.parametrize(("language", "head", "before", "after", "due"), LINES)
def test_who_wrote_it(language: str, head: str, before: str, after: str, due: list[tuple[str, str]]) -> None:
    assert written(language, head, before, after) == due


def test_role_and_outlet_are_told_apart() -> None:
    page = "<h1>Board to drain the basin</h1><p>By Courier City Editor Ann Lee and Bo Marsh, for The Herald</p>" + "".join(
        f"<p>{line}</p>" for line in PROSE["en"]
    )
    authors = read(page, url="https://courier.example/2017/03/03/basin", analyse=False).authors
    assert [(a.name, a.role, a.outlet) for a in authors] == [("Ann Lee", "City Editor", "Courier"), ("Bo Marsh", None, "The Herald")]


def test_metadata_say_what_a_writer_is() -> None:
    node = (
        '{"@type": "NewsArticle", "headline": "Board to drain the upper basin", "author": {"@type": "Person", "name": "Tamsin Rowe", '
        '"jobTitle": "Chief reporter", "worksFor": {"@type": "Organization", "name": "Aldersford Courier"}}}'
    )
    head = f'<script type="application/ld+json">{node}</script>'
    assert written("en", head, "", "") == [("Tamsin Rowe", "Aldersford Courier Chief reporter")]


@pytest.mark.parametrize(
    "line",
    [
        '<div class="meta">yes! <span class="screen-reader-text">| By </span><span>Cara Stiles</span> | <time>April 13, 2020</time></div>',
        '<ul class="author clipboard"><li>Cara Stiles</li></ul><div class="image"><img src="a.jpg"></div>',
        '<div class="image"><img src="a.jpg"><ul class="author"><li>Cara Stiles</li></ul></div>',
    ],
)
def test_a_writer_is_found_by_hidden_words_and_by_the_box(line: str) -> None:
    assert written("en", "", line, "") == [("Cara Stiles", "")]
