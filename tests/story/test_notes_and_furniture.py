"""Notes with their days, credits, and furniture by its own words: made-up lines of newsrooms in six languages."""

import pytest

from backfile import read
from backfile.model.story import Story

# fmt: off
PROSE = {
    'de': ['Der Wasserverband Aldersfurt hat am Montagabend beschlossen, das obere Becken zu leeren, damit Taucher das Wehr ansehen können.', 'Seit 1961 hat niemand den Grund gesehen, damals kamen ein Fahrrad, zwei Schilder und eine Glocke zum Vorschein.', 'Die Arbeiten dauern neun Wochen, die Straße auf dem Damm bleibt für alle außer dem Bus und dem Bäcker gesperrt.'],
    'en': ['The water board of Aldersford voted on Monday night to drain the upper basin so that divers can look at the sluice.', 'Nobody has seen the bottom of it since 1961, when the last drain pulled up a bicycle, two signs and a church bell.', '“We expect fewer bells,” said Perrin Osgood, who has kept the gate for thirty years and will keep it for one more.'],
    'es': ['La junta de aguas de Aldersford decidió el lunes por la noche vaciar la balsa superior para que los buzos revisen la compuerta.', 'Nadie ha visto el fondo desde 1961, cuando el último vaciado sacó una bicicleta, dos letreros y una campana.', 'Las obras durarán nueve semanas y la carretera de la presa quedará cerrada para todos salvo el autobús y el panadero.'],
    'fr': ["Le syndicat des eaux d'Aldersford a décidé lundi soir de vider le bassin supérieur afin que des plongeurs examinent la vanne.", "Personne n'en a vu le fond depuis 1961, quand la dernière vidange avait remonté un vélo, deux panneaux et une cloche.", 'Les travaux dureront neuf semaines et la route du barrage sera fermée à tous, sauf au bus et au boulanger.'],
    'it': ['Il consorzio delle acque di Aldersford ha deciso lunedì sera di svuotare il bacino superiore perché i sommozzatori guardino la paratoia.', "Nessuno ne ha visto il fondo dal 1961, quando l'ultimo svuotamento tirò su una bicicletta, due cartelli e una campana.", "I lavori dureranno nove settimane e la strada sulla diga resterà chiusa a tutti tranne l'autobus e il fornaio."],
    'pt': ['A junta das águas de Aldersford decidiu na noite de segunda esvaziar a bacia superior para que os mergulhadores vejam a comporta.', 'Ninguém vê o fundo desde 1961, quando o último esvaziamento trouxe uma bicicleta, duas placas e um sino.', 'As obras vão durar nove semanas e a estrada da barragem ficará fechada para todos menos o ônibus e o padeiro.'],
}
NOTES = [
    ('en', 'Correction, May 4, 2018: The basin holds nine million gallons, not six.', 'correction', '2018-05-04'),
    ('en', 'CORRECTION (5/4/2018): The basin holds nine million gallons, not six.', 'correction', None),
    ('en', 'This article was amended on 4 May 2018 to correct the depth of the basin.', 'correction', '2018-05-04'),
    ('en', 'This story was updated on May 4, 2018, with a comment from the board.', 'update', '2018-05-04'),
    ('en', 'Clarification: An earlier version did not say that the bus may use the road.', 'clarification', None),
    ('en', "Editor's note (May 6, 2018): The writer's brother sits on the board.", 'editors-note', '2018-05-06'),
    ('en', 'Update, 6 May 2018: The basin is empty.', 'update', '2018-05-06'),
    ('en', 'CORRECTED on 6 May 2018 to give the right name of the engineer.', 'correction', '2018-05-06'),
    ('es', 'Esta noticia se actualizó el 6 de mayo de 2018 con la respuesta de la junta.', 'update', '2018-05-06'),
    ('en', 'This column was first published in the Courier on June 8, 1962.', 'reprint', None),
    ('de', 'Korrektur vom 4. Mai 2018: Das Becken fasst neun Millionen Liter, nicht sechs.', 'correction', '2018-05-04'),
    ('de', 'Dieser Artikel wurde am 4. Mai 2018 korrigiert. Das Becken fasst neun Millionen Liter.', 'correction', '2018-05-04'),
    ('de', 'In einer früheren Version dieses Artikels hieß es, das Becken fasse sechs Millionen Liter. Wir haben das korrigiert.', 'correction', None),
    ('de', 'Nachtrag, 5. Mai 2018: Das Becken ist leer.', 'update', '2018-05-05'),
    ('de', 'Anmerkung der Redaktion: Der Bruder der Autorin sitzt im Verband.', 'editors-note', None),
    ('de', 'Hinweis: Dieser Text erschien zuerst im Boten.', 'reprint', None),
    ('fr', 'Rectificatif du 4 mai 2018 : le bassin contient neuf millions de litres, et non six.', 'correction', '2018-05-04'),
    ('fr', 'Correction : le bassin contient neuf millions de litres, et non six.', 'correction', None),
    ('fr', 'Précision (5 mai 2018) : le bus peut passer.', 'clarification', '2018-05-05'),
    ('fr', 'Mise à jour, 6 mai 2018 : le bassin est vide.', 'update', '2018-05-06'),
    ('fr', 'Cet article a été modifié le 4 mai 2018 pour corriger la contenance du bassin.', 'correction', '2018-05-04'),
    ('fr', "Note de la rédaction : le frère de l'auteure siège au syndicat.", 'editors-note', None),
    ('es', 'Fe de errores: la balsa contiene nueve millones de litros, no seis.', 'correction', None),
    ('es', 'Fe de erratas (4 de mayo de 2018): la balsa contiene nueve millones de litros.', 'correction', '2018-05-04'),
    ('es', 'Aclaración: el autobús puede pasar.', 'clarification', None),
    ('es', 'Actualización, 6 de mayo de 2018: la balsa está vacía.', 'update', '2018-05-06'),
    ('es', 'Una versión anterior de este artículo decía que la balsa contenía seis millones de litros. Ha sido corregido.', 'correction', None),
    ('es', 'Nota de la redacción: el hermano de la autora es miembro de la junta.', 'editors-note', None),
    ('pt', 'Correção: a bacia tem nove milhões de litros, e não seis.', 'correction', None),
    ('pt', 'Errata (4 de maio de 2018): a bacia tem nove milhões de litros.', 'correction', '2018-05-04'),
    ('pt', 'Atualização: a bacia está vazia.', 'update', None),
    ('pt', 'Esta reportagem foi corrigida em 4 de maio de 2018. A bacia tem nove milhões de litros.', 'correction', '2018-05-04'),
    ('it', 'Errata corrige: il bacino contiene nove milioni di litri, non sei.', 'correction', None),
    ('it', 'Rettifica del 4 maggio 2018: il bacino contiene nove milioni di litri.', 'correction', '2018-05-04'),
    ('it', "Precisazione: l'autobus può passare.", 'clarification', None),
    ('it', 'Aggiornamento, 6 maggio 2018: il bacino è vuoto.', 'update', '2018-05-06'),
]
CREDITS = [
    ('en', '(With inputs from PTI)', 'PTI'),
    ('en', 'With inputs from the Larkspur News Wire', 'Larkspur News Wire'),
    ('en', 'Courier staff writer Ida Marrack contributed to this report.', 'Ida Marrack'),
    ('en', '— Reporting by Tamsin Rowe; Editing by Ida Marrack', 'Tamsin Rowe'),
    ('en', 'Reporting for this story was contributed by Ida Marrack.', 'Ida Marrack'),
    ('en', 'Source: Larkspur News Wire (LNW)', 'Larkspur News Wire'),
    ('en', 'Copyright 2018 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.', 'Associated Press'),
    ('en', '© 2018 Larkspur News Wire. Distributed by Courier Content Agency.', 'Larkspur News Wire'),
    ('de', 'Quelle: Nordpressedienst (npd)', 'Nordpressedienst'),
    ('de', 'Quelle: dpa', 'dpa'),
    ('de', '(Mit Material von dpa)', 'dpa'),
    ('de', 'Mit Informationen von AFP und dpa', 'AFP'),
    ('fr', '(avec AFP)', 'AFP'),
    ('fr', 'Avec AFP et Reuters', 'AFP'),
    ('fr', 'Source : AFP', 'AFP'),
    ('es', 'Con información de EFE', 'EFE'),
    ('es', 'Fuente: EFE', 'EFE'),
    ('es', '(Con información de agencias)', 'agencias'),
    ('pt', 'Com informações da Lusa', 'Lusa'),
    ('pt', '* Com informações da Agência Estuário', 'Agência Estuário'),
    ('it', 'Fonte: ANSA', 'ANSA'),
    ('it', '(con fonte ANSA)', 'ANSA'),
]
FURNITURE = [
    ('newsletter', 'en', 'Get the morning report in your inbox every day.'),
    ('newsletter', 'en', 'Subscribe to our newsletter'),
    ('newsletter', 'de', 'Melden Sie sich jetzt für unseren Newsletter an.'),
    ('newsletter', 'de', 'Der Newsletter aus Aldersford: jetzt abonnieren'),
    ('newsletter', 'fr', "Recevez chaque matin la lettre d'information du Courrier."),
    ('newsletter', 'fr', 'Inscrivez-vous à notre newsletter'),
    ('newsletter', 'es', 'Recibe cada mañana nuestro boletín en tu correo.'),
    ('newsletter', 'es', 'Suscríbete a la newsletter'),
    ('newsletter', 'pt', 'Receba as notícias no seu e-mail.'),
    ('newsletter', 'pt', 'Assine nossa newsletter'),
    ('newsletter', 'it', 'Iscriviti alla newsletter del Corriere'),
    ('paywall', 'en', 'You have 2 free articles left this month.'),
    ('paywall', 'en', 'This story is for subscribers only.'),
    ('paywall', 'en', 'Subscribe for $1 a week to keep reading.'),
    ('paywall', 'de', 'Exklusiv für Abonnenten'),
    ('paywall', 'de', 'Jetzt weiterlesen mit dem Probeabo'),
    ('paywall', 'de', 'Sie haben bereits ein Abo? Hier anmelden'),
    ('paywall', 'fr', 'Cet article est réservé aux abonnés.'),
    ('paywall', 'fr', 'Il vous reste 70% de cet article à lire.'),
    ('paywall', 'fr', 'Déjà abonné ? Se connecter'),
    ('paywall', 'es', 'Contenido exclusivo para suscriptores'),
    ('paywall', 'es', '¿Ya eres suscriptor? Inicia sesión'),
    ('paywall', 'pt', 'Conteúdo exclusivo para assinantes'),
    ('paywall', 'pt', 'Já é assinante? Faça login'),
    ('paywall', 'it', 'Contenuto riservato agli abbonati'),
    ('paywall', 'it', 'Sei già abbonato? Accedi'),
    ('share', 'en', 'Share this story: Facebook Twitter Email'),
    ('share', 'de', 'Artikel teilen'),
    ('share', 'de', 'Auf Facebook teilen'),
    ('share', 'fr', 'Partager sur Facebook'),
    ('share', 'fr', "Partager l'article"),
    ('share', 'es', 'Compartir en Facebook'),
    ('share', 'es', 'Comparte esta noticia'),
    ('share', 'pt', 'Compartilhe no WhatsApp'),
    ('share', 'it', 'Condividi su Facebook'),
    ('share', 'it', "Condividi l'articolo"),
    ('archive-notice', 'en', 'This article is more than 5 years old.'),
    ('archive-notice', 'en', 'This story is from the archive of the Courier and may contain outdated information.'),
    ('archive-notice', 'en', 'Archived story: details may have changed.'),
    ('archive-notice', 'en', 'Note: this article was published over ten years ago.'),
    ('archive-notice', 'de', 'Dieser Artikel ist älter als fünf Jahre.'),
    ('archive-notice', 'de', 'Sie lesen einen archivierten Artikel.'),
    ('archive-notice', 'fr', 'Cet article date de plus de cinq ans.'),
    ('archive-notice', 'fr', 'Contenu archivé'),
    ('archive-notice', 'es', 'Este contenido fue publicado hace más de 5 años.'),
    ('archive-notice', 'es', 'Esta noticia pertenece a la hemeroteca.'),
    ('archive-notice', 'pt', 'Esta notícia foi publicada há mais de cinco anos.'),
    ('archive-notice', 'it', 'Questo articolo è stato pubblicato più di cinque anni fa.'),
    ('cookie-notice', 'en', 'We and our partners use cookies to store information on your device.'),
    ('cookie-notice', 'fr', 'Nous et nos partenaires utilisons des cookies.'),
    ('cookie-notice', 'es', 'Este sitio utiliza cookies propias y de terceros.'),
    ('cookie-notice', 'it', 'Questo sito utilizza cookie per migliorare la tua esperienza.'),
    ('cookie-notice', 'pt', 'Este site utiliza cookies para melhorar a sua experiência.'),
    ('related', 'en', 'Read more: Bell found in basin'),
    ('related', 'de', 'Lesen Sie auch: Glocke im Becken gefunden'),
    ('related', 'fr', 'Lire aussi : une cloche dans le bassin'),
    ('related', 'es', 'Lea también: hallan una campana'),
    ('related', 'pt', 'Leia também: sino é achado'),
    ('related', 'it', 'Leggi anche: trovata una campana'),
    ('comments', 'en', '3 comments'),
    ('comments', 'de', 'Kommentare (3)'),
    ('comments', 'fr', '3 commentaires'),
    ('comments', 'es', 'Comentarios (3)'),
    ('comments', 'es', 'Deja un comentario'),
    ('comments', 'pt', 'Deixe um comentário'),
    ('comments', 'it', 'Lascia un commento'),
    ('comments', 'fr', 'Laisser un commentaire'),
    ('tags', 'en', 'Tags: water, basin'),
    ('tags', 'fr', 'Mots-clés : eau, bassin'),
    ('tags', 'es', 'Etiquetas: agua'),
    ('tags', 'pt', 'Tópicos: água, bacia'),
    ('tags', 'it', 'Argomenti: acqua, bacino'),
    ('tags', 'de', 'Schlagwörter: Wasser'),
    ('advert', 'en', 'Advertisement'),
    ('advert', 'de', 'Anzeige'),
    ('advert', 'fr', 'Publicité'),
    ('advert', 'es', 'Publicidad'),
    ('advert', 'pt', 'Continua após a publicidade'),
    ('advert', 'pt', 'PUBLICIDADE'),
    ('advert', 'it', 'Pubblicità'),
    ('advert', 'en', 'Story continues below advertisement'),
]
# fmt: on


def story_with(language: str, line: str, *, at: int) -> Story:
    """A story whose paragraphs have a line among them."""
    paragraphs = [*PROSE[language]]
    paragraphs.insert(at, line)
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    page = f"<html lang={language}><head><title>Basin</title></head><body><article><h1>Basin</h1><p class=byline>By Ada Brook</p>{text}</article></body></html>"
    return read(page.encode(), url="https://aldersfordcourier.example/2018/05/03/basin", analyse=False)


@pytest.mark.parametrize("at", [0, 3], ids=["above", "below"])
@pytest.mark.parametrize(("language", "line", "kind", "day"), NOTES)
def test_notes_have_their_kind_and_day(language: str, line: str, kind: str, day: str | None, at: int) -> None:
    story = story_with(language, line, at=at)
    assert [(note.kind, note.date, note.text) for note in story.notes] == [(kind, day, line)]
    assert line not in story.body


@pytest.mark.parametrize(("language", "line", "source"), CREDITS)
def test_credit_lines_name_their_source(language: str, line: str, source: str) -> None:
    story = story_with(language, line, at=3)
    assert any(source in credit.source or source in credit.raw for credit in story.credits)
    assert line not in story.body


@pytest.mark.parametrize("at", [2, 3], ids=["among", "below"])
@pytest.mark.parametrize(("kind", "language", "line"), FURNITURE)
def test_furniture_is_of_a_kind_by_its_words(kind: str, language: str, line: str, at: int) -> None:
    story = story_with(language, line, at=at)
    assert [piece.kind for piece in story.furniture if line in piece.text] == [kind]
    assert line not in story.body


@pytest.mark.parametrize(
    "line",
    [
        "Updated maps of the basin hang in the hall, where all may look at them until Friday.",
        "Con información de la policía se detuvo a dos hombres que nadaban de noche en la balsa.",
        "Sources: two divers and a clerk said the bell was whole, and one that it was cracked from lip to crown.",
        "Aggiornamento dei lavori: nessuno sa quando finiranno, e il fornaio porta il pane a piedi da una settimana intera.",
    ],
)
def test_a_sentence_of_the_story_is_no_note_and_no_credit(line: str) -> None:
    assert line in story_with("en", line, at=1).body


def test_a_note_on_a_reprint_keeps_no_day() -> None:
    line = "This column was first published in the Courier on June 8, 1962."
    assert story_with("en", line, at=0).notes[0].date is None


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        (
            "<div class=pic><img src=a.jpg><div class=c1>The basin, empty.</div><div class=c2>Bo Marsh</div></div>",
            "The basin, empty.",
            "Bo Marsh",
        ),
        (
            "<div class='photo wide'><img src=a.jpg>The basin, empty (Image: COURIER)</div>",
            "The basin, empty",
            "Image: COURIER",
        ),
        (
            "<div class=foto><img src=a.jpg><p class=dida>La vasca (foto Dario Neri)</p></div>",
            "La vasca",
            "foto Dario Neri",
        ),
        (
            "<div class=media><img src=a.jpg><div class=field-caption>The basin.</div><div class=field-credit><div>Bo Marsh / Courier</div></div></div>",
            "The basin.",
            "Bo Marsh / Courier",
        ),
        (
            "<div class=media-caption>The basin.<span>Source: State Auditor</span></div>",
            "The basin.",
            "Source: State Auditor",
        ),
    ],
)
def test_pictures_have_their_credit(figure: str, caption: str, credit: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE["en"])
    page = f"<h1>Basin</h1><p class=byline>By Ada Brook</p><div class=text>{PROSE['en'][0]}</div>{figure}{paragraphs}"
    images = read(page, url="https://courier.example/2018/05/03/basin", analyse=False).images
    assert [(image.caption, image.credit) for image in images] == [(caption, credit)]
