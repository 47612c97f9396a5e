"""Made-up pages on which nothing says when: layouts of several ages, and what stands on them that is no stamp.

A page is a layout around a story in one of the languages, with one or two of the decoys: days that are a footer's, a
picture's, a reader's, another story's, an event's, the masthead's.
"""

from collections.abc import Iterator
from typing import NamedTuple


class Words(NamedTuple):
    """A story, and the words of its page, in one language."""

    language: str
    headline: str
    body: tuple[str, ...]
    byline: str
    related: str
    comments: str


ENGLISH = Words(
    "en",
    "Ferry to Winsome Point is stopped again",
    (
        "The ferry to Winsome Point was stopped at noon on Thursday after its engine failed for the third time this month, its owner said.",
        "Sixty passengers were taken off by two fishing boats and a tug, and nobody was hurt. The harbor office wants to see the engine's papers.",
        "The line has run since the bridge at Mill Creek was closed, and carries most of the town's nurses and teachers to work.",
        "A spare engine is on its way from the yard, the owner said, and the boats will sail again as soon as it is fitted.",
    ),
    "By Ann Roe, Staff Writer",
    "More from this section",
    "Comments",
)
GERMAN = Words(
    "de",
    "Fähre nach Winsen steht schon wieder still",
    (
        "Die Fähre nach Winsen ist am Donnerstagmittag stehen geblieben, nachdem ihr Motor zum dritten Mal in diesem Monat ausgefallen war.",
        "Sechzig Fahrgäste wurden von zwei Fischerbooten und einem Schlepper übernommen, verletzt wurde niemand, wie die Reederei mitteilte.",
        "Die Linie fährt, seit die Brücke am Mühlbach gesperrt ist, und bringt die meisten Pflegerinnen und Lehrer des Ortes zur Arbeit.",
        "Ein Ersatzmotor ist unterwegs, sagte der Eigner, und die Schiffe sollen wieder fahren, sobald er eingebaut ist.",
    ),
    "Von Anna Roth",
    "Weitere Artikel",
    "Kommentare",
)
FRENCH = Words(
    "fr",
    "Le bac de Vinsonne de nouveau à l’arrêt",
    (
        "Le bac de Vinsonne s’est arrêté jeudi à midi après une panne de moteur, la troisième du mois, a indiqué son propriétaire.",
        "Une soixantaine de passagers ont été recueillis par deux bateaux de pêche et un remorqueur, et personne n’a été blessé.",
        "La ligne fonctionne depuis la fermeture du pont du Moulin et transporte la plupart des infirmières et des enseignants du bourg.",
        "Un moteur de rechange est en route, selon le propriétaire, et les bateaux repartiront dès qu’il sera monté.",
    ),
    "Par Anne Roux",
    "À lire aussi",
    "Commentaires",
)
SPANISH = Words(
    "es",
    "El transbordador de Vinsón vuelve a pararse",
    (
        "El transbordador de Vinsón se paró el jueves al mediodía después de que su motor fallara por tercera vez en el mes, dijo su dueño.",
        "Dos barcos de pesca y un remolcador recogieron a unos sesenta pasajeros, y nadie resultó herido, según la oficina del puerto.",
        "La línea funciona desde que se cerró el puente del Molino y lleva al trabajo a la mayoría de las enfermeras y maestros del pueblo.",
        "Un motor de repuesto está en camino, dijo el dueño, y los barcos volverán a salir en cuanto esté montado.",
    ),
    "Por Ana Ruiz",
    "Más noticias",
    "Comentarios",
)
LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH)


class Parts(NamedTuple):
    """What a decoy puts on a page, by place."""

    head: str = ""
    masthead: str = ""
    over: str = ""
    before: str = ""
    """Between the headline and the text."""
    in_text: str = ""
    under: str = ""
    aside: str = ""
    foot: str = ""


def modern(words: Words, parts: Parts) -> str:
    """A layout of the 2010s: header, main, article, aside, footer."""
    text = (
        parts.before
        + "".join(f"<p>{p}</p>" for p in words.body[:2])
        + parts.in_text
        + "".join(f"<p>{p}</p>" for p in words.body[2:])
    )
    return (
        f'<!DOCTYPE html><html lang="{words.language}"><head><meta charset="utf-8"><title>{words.headline} | Winsome Ledger</title>'
        f'<meta property="og:title" content="{words.headline}">{parts.head}</head><body>'
        f'<header class="site-header"><a href="/">Winsome Ledger</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>{parts.masthead}</header>'
        f'<main><article class="story">{parts.over}<h1>{words.headline}</h1><p class="byline">{words.byline}</p>{text}</article>{parts.under}</main>'
        f'<aside class="sidebar">{parts.aside}</aside><footer>{parts.foot}</footer></body></html>'
    )


def tables(words: Words, parts: Parts) -> str:
    """A layout of the 1990s: tables and <br>, no names at all."""
    text = "<br><br>".join(
        [
            *([parts.before] if parts.before else []),
            *words.body[:2],
            *([parts.in_text] if parts.in_text else []),
            *words.body[2:],
        ]
    )
    return (
        f"<html><head><title>{words.headline}</title>{parts.head}</head><body bgcolor=white><table width=780><tr><td colspan=2>"
        f"<b>WINSOME LEDGER</b>{parts.masthead}</td></tr><tr><td width=120><a href=/news>News</a><br><a href=/sport>Sport</a><br>{parts.aside}</td>"
        f"<td>{parts.over}<font size=5><b>{words.headline}</b></font><br>{words.byline}<br><br>{text}<hr>{parts.under}</td></tr>"
        f"<tr><td colspan=2><font size=1>{parts.foot}</font></td></tr></table></body></html>"
    )


def blog(words: Words, parts: Parts) -> str:
    """A blog theme: a post, its comments, widgets beside it."""
    text = (
        parts.before
        + "".join(f"<p>{p}</p>" for p in words.body[:2])
        + parts.in_text
        + "".join(f"<p>{p}</p>" for p in words.body[2:])
    )
    return (
        f'<!DOCTYPE html><html lang="{words.language}"><head><meta charset="utf-8"><title>{words.headline}</title>{parts.head}</head>'
        f'<body class="single"><div id="header"><h2>Winsome Notes</h2>{parts.masthead}</div><div id="content"><div class="post hentry">{parts.over}'
        f'<h1 class="entry-title">{words.headline}</h1><div class="entry-content">{text}</div></div>{parts.under}</div>'
        f'<div id="secondary"><div class="widget">{parts.aside}</div></div><div id="colophon" class="site-footer">{parts.foot}</div></body></html>'
    )


def bare(words: Words, parts: Parts) -> str:
    """Divs whose names say nothing."""
    text = parts.before + "".join(f'<div class="t3">{p}</div>' for p in words.body[:2]) + parts.in_text
    text += "".join(f'<div class="t3">{p}</div>' for p in words.body[2:])
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{words.headline}</title>{parts.head}</head><body><div class="a1">{parts.masthead}</div>'
        f'<div class="a2"><div class="b1">{parts.over}<h1>{words.headline}</h1><div class="t2">{words.byline}</div>{text}</div><div class="b2">{parts.under}</div>'
        f'<div class="b3">{parts.aside}</div></div><div class="a3">{parts.foot}</div></body></html>'
    )


LAYOUTS = {"modern": modern, "tables": tables, "blog": blog, "bare": bare}


def _related(words: Words, days: tuple[str, str, str]) -> str:
    items = "".join(
        f'<li><a href="/news/{n}">Mill at the creek is sold for a dollar</a> <span>{day}</span></li>'
        for n, day in enumerate(days)
    )
    return f"<h3>{words.related}</h3><ul>{items}</ul>"


def _comments(words: Words, days: tuple[str, str]) -> str:
    said = "".join(
        f"<div><b>Sam Poe</b> <span>{day}</span><p>They should have bought a new one years ago, as we all said.</p></div>"
        for day in days
    )
    return f"<h3>{words.comments}</h3>{said}"


_DAYS = {
    "en": ("February 23, 2017", "March 1, 2017", "3 March 2017"),
    "de": ("23. Februar 2017", "1. März 2017", "03.03.2017"),
    "fr": ("23 février 2017", "1er mars 2017", "3 mars 2017"),
    "es": ("23 de febrero de 2017", "1 de marzo de 2017", "3 de marzo de 2017"),
}
_RIGHTS = {
    "en": "Copyright © 2017 Winsome Ledger. All rights reserved.",
    "de": "© 1998–2017 Winsener Bote. Alle Rechte vorbehalten.",
    "fr": "© 2017 Le Courrier de Vinsonne – Tous droits réservés",
    "es": "© 2017 El Correo de Vinsón. Todos los derechos reservados",
}
_WEEKDAY = {
    "en": "Thursday, February 23, 2017",
    "de": "Donnerstag, 23. Februar 2017",
    "fr": "jeudi 23 février 2017",
    "es": "jueves, 23 de febrero de 2017",
}


def decoys(words: Words) -> dict[str, Parts]:
    """What stands on the page that is no stamp, by name."""
    one, two, three = _DAYS[words.language]
    rights = _RIGHTS[words.language]
    return {
        "footer year": Parts(foot=f"<p>{rights}</p>"),
        "footer day": Parts(foot=f"<p>© {one} 12:14 Winsome Ledger</p>"),
        "related": Parts(under=_related(words, (one, two, three)), foot=rights),
        "one related": Parts(
            under=f"<h3>{words.related}</h3><div><a href='/mill'>Mill at the creek is sold for a dollar</a></div><div>{one}</div>"
        ),
        "comments": Parts(under=_comments(words, (two, three)), foot=rights),
        "one comment": Parts(
            under=f"<h3>1 {words.comments[:-1]}</h3><p>Sam Poe, {two} 4:11 pm</p><p>They should have bought a new one years ago.</p>"
        ),
        "masthead": Parts(masthead=f"<div>{_WEEKDAY[words.language]}</div>"),
        "masthead and weather": Parts(masthead=f"<span>{one}</span> <span>12°C</span>", foot=rights),
        "caption": Parts(
            in_text=f'<figure><img src="/f.jpg"><figcaption>The ferry at Winsome Point, {one}. Photo: Jane Poe</figcaption></figure>'
        ),
        "credit": Parts(in_text=f'<div><img src="/f.jpg"><br><small>Jane Poe / Winsome Ledger, {one}</small></div>'),
        "aside": Parts(aside=_related(words, (one, two, three))),
        "list before the headline": Parts(over=_related(words, (one, two, three))),
        "list in the masthead": Parts(masthead=_related(words, (one, two, three))),
        "title after its day": Parts(
            under=f"<h3>{words.related}</h3><div>{one}</div><div><a href='/mill'>Mill at the creek is sold for a dollar</a></div><div>{two}</div><div><a href='/fair'>Fair opens on the green</a></div>"
        ),
        "archive": Parts(
            aside="<h3>Archive</h3><ul><li><a href='/2017/03'>March 2017 (12)</a></li><li><a href='/2017/02'>February 2017 (9)</a></li></ul>"
        ),
    }


_SAID_OF_A_DAY = {
    "en": (
        "Heard on Morning Harbor,",
        "Printed on",
        "See also: Mill burns down,",
        "Opening night:",
        "Enter by",
        "Issue of",
        "Updated",
    ),
    "de": (
        "Sendung: Hafenblick,",
        "Gedruckt am",
        "Siehe auch: Mühle brennt ab,",
        "Premiere:",
        "Anmelden bis",
        "Ausgabe vom",
        "Aktualisiert am",
    ),
    "fr": (
        "Diffusé le",
        "Imprimé le",
        "Lire aussi : Le moulin brûle,",
        "Première :",
        "Inscription avant le",
        "Numéro du",
        "Mis à jour le",
    ),
    "es": (
        "Emitido el",
        "Impreso el",
        "Lee también: Arde el molino,",
        "Estreno:",
        "Inscripción hasta el",
        "Edición impresa del",
        "Actualizado el",
    ),
}


def _day_decoys(words: Words) -> dict[str, Parts]:
    """A line under the headline that says whose its day is, and the same above the headline."""
    day = _DAYS[words.language][0]
    lines = {said: f"<p>{said} {day}</p>" for said in _SAID_OF_A_DAY[words.language]}
    under = {f"under the headline: {said}": Parts(before=line) for said, line in lines.items()}
    return under | {f"over the headline: {said}": Parts(over=line) for said, line in lines.items()}


_ENGLISH_ONLY: dict[str, Parts] = {
    "serving clock": Parts(masthead="<div>Friday, May 4, 2018 - 8:01 AM</div>"),
    "serving clock beside the name": Parts(masthead=" Friday, May 4, 2018 8:01 AM EDT"),
    "last visit": Parts(masthead="<p>Welcome, guest. Your last visit was on March 1, 2017</p>"),
    "cached": Parts(over="<p>Cached copy, as it appeared on March 1, 2017 10:12:05 GMT</p>"),
    "archived": Parts(before="<p>Archived: March 1, 2017</p>"),
    "saved": Parts(under="<p>Saved from the web on March 1, 2017</p>"),
    "died": Parts(before="<p>Died: February 20, 2017</p>"),
    "as of": Parts(before="<p>Prices as of March 1, 2017</p>"),
    "week": Parts(before="<p>Week ending March 3, 2017</p>"),
    "previously": Parts(before="<p>Previously: Mill burns down, February 20, 2017</p>"),
    "coming up": Parts(before="<p>Coming up Saturday, June 10, 2017: fair on the green</p>"),
    "lottery": Parts(before="<p>Lottery numbers for March 1, 2017: 4, 8, 15, 16</p>"),
    "photographed": Parts(before="<p>Photo by Jane Poe, February 23, 2017</p>"),
    "valid": Parts(before="<p>Coupon valid through March 1, 2017</p>"),
    "kick-off": Parts(before="<p>Kickoff: March 3, 2017, 7 p.m.</p>"),
    "a bracketed title": Parts(before="<p>More: Mill burns down to the ground (February 20, 2017)</p>"),
    "a speech's day": Parts(before="<p>Remarks as prepared, delivered March 1, 2017</p>"),
    "updated time": Parts(before='<time datetime="2017-03-01T10:00:00Z">Updated March 1</time>'),
    "time of an event": Parts(before='<p>Doors open <time datetime="2017-06-10T19:00">June 10, 7 p.m.</time></p>'),
    "microdata of an event": Parts(
        before='<div itemscope itemtype="https://schema.org/Event">Fair on the green <time itemprop="startDate" datetime="2017-06-10T19:00">June 10</time></div>'
    ),
    "json-ld of an event": Parts(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@type":"Event","name":"Fair","startDate":"2017-06-10T19:00","url":"/fair"}</script>'
    ),
    "menu": Parts(masthead="<ul><li><a href='/2017/02/23/'>Paper of February 23, 2017</a></li></ul>"),
    "next and previous": Parts(
        under="<p>« <a href='/mill'>Mill is sold</a> February 20, 2017</p><p><a href='/fair'>Fair opens</a> March 1, 2017 »</p>"
    ),
    "cookie notice": Parts(
        foot="<p>We use cookies. Policy last changed March 1, 2017.</p>",
        masthead="<p>Our terms changed on March 1, 2017.</p>",
    ),
    "alert": Parts(masthead="<p>Weather alert until March 1, 2017 6:00 PM</p>"),
    "abbr of a reader": Parts(
        under='<div class="comment"><b>Sam Poe</b> <abbr class="timeago" title="2017-03-01T16:11:00Z">March 1</abbr><p>So it goes.</p></div>'
    ),
    "abbr of another story": Parts(
        aside='<ul><li><a href="/mill">Mill is sold</a> <abbr class="published" title="2017-02-20T10:00:00Z">Feb 20</abbr></li></ul>'
    ),
    "event in text": Parts(
        in_text="<p>The first boat sailed on June 4, 2011, and the second on May 3, 2014, with the mayor on board.</p>"
    ),
    "event box": Parts(in_text="<div><b>When:</b> Saturday, June 10, 2017, 7 p.m.<br><b>Where:</b> Mill Hall</div>"),
    "event beside the headline": Parts(
        over="", in_text="<p>Date: June 10, 2017</p><p>Time: 7:00 pm – 9:00 pm</p><p>Place: Mill Hall, Winsome</p>"
    ),
    "span of days": Parts(over="<div>June 10 – 12, 2017</div>"),
    "joined": Parts(under="<div><b>Ann Roe</b><p>Member since March 3, 2009</p><p>Posts: 1,204</p></div>"),
    "comment form": Parts(
        under="<h3>Responses</h3><div>Posted by Sam Poe on March 1, 2017 at 4:11 PM</div><div>So it goes.</div><div>Posted by Pat Loe on March 3, 2017 at 9:00 AM</div><div>Quite.</div>"
    ),
    "one reader's post": Parts(
        under="<h3>Comments (1)</h3><div>Posted by Sam Poe on March 1, 2017 at 4:11 PM</div><div>So it goes with old engines.</div>"
    ),
    "revision": Parts(foot="<p>This site was last updated on March 3, 2017.</p>"),
    "json-ld of others": Parts(
        head='<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization","name":"Winsome Ledger","foundingDate":"1998-02-03"},'
        '{"@type":"ImageObject","url":"/f.jpg","uploadDate":"2017-02-23","datePublished":"2017-02-23"},'
        '{"@type":"VideoObject","name":"Storm at the pier","uploadDate":"2017-02-20T10:00:00Z"},{"@type":"BreadcrumbList","itemListElement":[]}]}</script>'
    ),
    "json-ld of a list": Parts(
        head='<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Mill is sold","datePublished":"2017-02-20"}]}</script>'
    ),
    "expiry": Parts(
        head='<meta http-equiv="expires" content="Thu, 23 Feb 2017 10:00:00 GMT"><meta name="copyright" content="2017 Winsome Ledger">'
    ),
    "picture's meta": Parts(
        head='<meta property="og:image" content="https://winsomeledger.example/img/2017/02/23/ferry.jpg"><meta property="og:video:release_date" content="2017-02-23">'
    ),
    "times of others": Parts(
        under='<div><h4>Most read</h4><p><time datetime="2017-02-20">Feb 20</time> Mill is sold</p><p><time datetime="2017-02-21">Feb 21</time> Fair opens</p></div>'
    ),
    "a past letter": Parts(
        in_text="<p>“The boat is sound,” says a letter dated March 4, 2003, which the owner showed to reporters.</p>"
    ),
    "dateline without a year": Parts(in_text="<p>WINSOME, Feb. 23 (Harbor News) – The mayor called it a nuisance.</p>"),
    "results": Parts(
        under="<table><tr><td>02/18/2017</td><td>Winsome 2, Poe 1</td></tr><tr><td>02/25/2017</td><td>Loe 0, Winsome 0</td></tr></table>"
    ),
    "offer": Parts(
        masthead="<div>Subscribe now: offer ends March 1, 2017</div>", over="<div>Sale ends March 1, 2017</div>"
    ),
    "upcoming": Parts(
        aside="<h4>Upcoming events</h4><p>June 10, 2017 Fair on the green</p><p>June 17, 2017 Regatta</p>"
    ),
    "today": Parts(
        masthead='<time datetime="2017-03-01">Wednesday, March 1</time>', foot="<p>Today is March 1, 2017</p>"
    ),
    "author": Parts(
        under="<div><h4>Ann Roe</h4><p>Ann Roe joined the Ledger on March 3, 2009, and covers the harbor.</p></div>"
    ),
    "ticker": Parts(masthead="<div>BREAKING: Mill is sold for a dollar - February 20, 2017</div>"),
    "edition": Parts(masthead="<div>Vol. 12, No. 8 – February 23, 2017</div>"),
    "serving": Parts(head='<meta name="generated" content="2017-03-01T12:00:00Z"><meta http-equiv="date" content="">'),
    "tweet": Parts(
        in_text='<blockquote class="twitter-tweet"><p>The ferry is stuck again.</p>&mdash; Sam Poe (@sampoe) <a href="https://t.example/1">February 20, 2017</a></blockquote>'
    ),
    "tweet at the end": Parts(
        under='<blockquote class="twitter-tweet"><p>The ferry is stuck again.</p>&mdash; Sam Poe (@sampoe) <a href="https://t.example/1">February 20, 2017</a></blockquote>'
    ),
    "tweet without a name": Parts(
        in_text="<blockquote><p>The ferry is stuck again.</p>&mdash; Sam Poe (@sampoe) February 20, 2017</blockquote>"
    ),
    "video": Parts(in_text='<div class="video-player"><p>Storm at the pier</p><p>Published on Feb 20, 2017</p></div>'),
    "microdata of a comment": Parts(
        under='<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Sam Poe</span> <time itemprop="datePublished" datetime="2017-03-01T16:11">March 1</time><p itemprop="text">So it goes.</p></div>'
    ),
    "microdata of another story": Parts(
        aside='<div itemscope itemtype="https://schema.org/NewsArticle"><a itemprop="url" href="/mill">Mill is sold</a><meta itemprop="datePublished" content="2017-02-20"></div>'
    ),
    "a reader's review": Parts(
        head='<script type="application/ld+json">{"@type":"Product","name":"Day pass","review":{"@type":"Review","datePublished":"2017-02-20","author":"Sam Poe"}}</script>'
    ),
    "counter": Parts(foot="<p>120,345 visitors since January 3, 2003</p>"),
    "uploads": Parts(
        head='<link rel="stylesheet" href="/assets/2017/02/23/site.css?v=20170223">',
        in_text='<p><img src="/wp-content/uploads/2017/02/ferry-2017-02-23.jpg" alt="Ferry, February 23, 2017"></p>',
    ),
    "poll": Parts(aside="<p>Poll of the week. Voting closes March 1, 2017.</p>"),
    "this day": Parts(
        aside="<h4>On this day</h4><p>February 23, 1998: The old bridge falls.</p>",
        masthead="<div>Exchange rates, March 1, 2017</div>",
    ),
    "stocks": Parts(masthead="<table><tr><td>As of March 1, 2017 4:00 PM</td><td>Harbor Lines 12.40</td></tr></table>"),
    "privacy": Parts(foot="<p>Privacy policy (effective March 1, 2017)</p><p>Terms of use, revised March 3, 2017</p>"),
    "a life's days": Parts(over="<div>June 4, 1931 – February 20, 2017</div>"),
    "court papers": Parts(
        in_text="<p>Case 17-203, filed Feb. 2, 2017, in Winsome County Court, names the owner and the yard.</p>"
    ),
    "reader's box": Parts(
        under="<div class='c7'><p>Sam Poe</p><p>March 1, 2017 at 4:11 pm</p><p>So it goes with old engines.</p><p>Reply</p></div>"
    ),
    "last line": Parts(under="<p>© Jane Poe, 23 February 2017</p>"),
    "teaser under the headline": Parts(
        over="<div class='teaser'><a href='/mill'>Mill is sold for a dollar</a> <span>February 20, 2017</span></div>"
    ),
    "forum": Parts(under="<div><p>Sam Poe</p><p>Joined: 3 March 2009</p><p>Posts: 12</p></div>"),
    "shop": Parts(aside="<p>Winsome Calendar 2018, in stores from October 1, 2017</p>"),
    "accessed": Parts(under="<p>Source: Harbor Office, accessed 3 March 2017</p><p>Data as of 1 March 2017</p>"),
    "correction": Parts(
        in_text="<p>Correction, May 4, 2016: An earlier version of this story misstated the number of boats that came to help.</p>"
    ),
    "correction on top": Parts(
        before="<p>Correction, May 4, 2016: An earlier version of this story misstated the number of boats that came to help.</p>"
    ),
    "update on top": Parts(
        before="<p>Update, May 4, 2016: The owner says that the engine is mended and the boats will sail on.</p>"
    ),
    "note on top": Parts(
        before="<p>Editor’s Note, May 4, 2016: This story is one of several on the harbor and the people who work and live there.</p>"
    ),
    "story in a sidebar": Parts(
        aside="<div><a href='/mill'>Mill at the creek is sold for a dollar</a></div><h6>Published</h6><p>February 20, 2017</p>"
    ),
    "deadline": Parts(in_text="<p><b>Deadline for entries:</b> March 31, 2017</p>"),
    "opening hours": Parts(aside="<p>Office hours from January 2, 2017: 9 a.m. to 5 p.m.</p>", foot="<p>Est. 1889</p>"),
    "next issue": Parts(foot="<p>Next issue: March 2, 2017</p><p>Printed edition of February 23, 2017</p>"),
    "generated": Parts(foot="<p>Page generated on 2017-03-01 12:00:05 in 0.12 seconds</p>"),
}


def undated_pages() -> Iterator[tuple[str, str]]:
    """(name, page) for each page: every decoy in every layout, those of all languages in each."""
    for words in LANGUAGES:
        for name, parts in (decoys(words) | _day_decoys(words) | (_ENGLISH_ONLY if words is ENGLISH else {})).items():
            for layout, make in LAYOUTS.items():
                yield f"{words.language} {layout}: {name}", make(words, parts)
