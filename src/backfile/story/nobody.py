"""What bylines and metadata say where a name is due, and is none: desks, roles, a page's own words, organisations. Data tables.

All in small letters. Looking words up costs a tenth of what a pattern of them all does, and a page asks of many.
"""

WHOLE = frozenset(
    (
        "by", "von", "par", "written", "written by", "published", "publicado", "veröffentlicht", "minute ago", "minutes ago", "view all",
        "view all posts", "all posts", "no author", "webstaff", "newsstaff", "administrator", "admin", "wordpressadmin", "wpadmin",
        "webmaster", "newsdesk", "webdesk", "red", "onlineredaktion", "redaccion", "rédaction", "la rédaction", "redazione", "redactie",
        "author", "autor", "autoren", "autorin", "guest", "guest author", "guest post", "unknown", "anonymous", "none", "null", "undefined",
        "press release", "wire", "wires", "wire service", "wire services", "wire report", "news service", "news services", "agencies",
        "agencias", "agenturen", "user", "post author", "posted by", "online", "people", "faculty", "reddit", "submit", "cited by", "mehr",
        "wohnen", "permissions", "reprints", "collectif", "hardware", "category", "topic", "previous", "next", "anmelden", "abmelden", "save",
        "search", "table of contents", "full bio", "link", "size", "name", "view", "in digital edition", "facebook", "twitter", "linkedin",
        "instagram", "youtube", "whatsapp", "free trial", "login", "log in", "menu", "home", "blog", "news",
    )
)  # fmt: skip
"""Whole texts."""

FIRST = frozenset(
    "your der die das the our my this what how why learn view cite insights understanding related show advertiser subscribe previous "
    "next primary log iniciar login submit artikel alle alles afficher skip get sign abonnieren abonner abonnez abonniert abonnement "
    "abonnements".split()
)
"""First words of such a text, where another follows."""

ALONE_OR_FIRST = frozenset("email contact follow copyright image foto".split())
"""First words of such a text, whether another follows or not."""

STARTS = (
    "photo",
    "comment",
    "share",
    "advert",
    "copyright",
    "©",
    "cc-by",
    "cc by",
    "creative commons",
    "http:",
    "https:",
    "e-mail",
)
"""How such a text starts, in mid-word or not."""

WORDS = frozenset(
    (
        "cookies javascript subscribe newsletter redaktion redacción editorial newsroom team desk staff "
        "reporter reporters reporterin correspondent correspondents editor editors writer writers columnist columnists journalist journalists "
        "contributor contributors analyst grader consultant former contributing chief bureau redakteur redakteurin photos korrespondent "
        "korrespondentin redactor redactora corresponsal journaliste producer anchor photographer critic intern fellow freelance digital "
        "senior president director ceo founder manager professor officer attorney specialist pressemitteilung pressesprecher"
    ).split()
)
"""Words of desks and roles: no name has one."""

STEMS = (
    "redaktion",
    "gmbh",
    "stiftung",
    "verlag",
    "universität",
    "institut",
    "ministerium",
    "landesanstalt",
    "landesamt",
    "behörde",
    "verband",
)
"""How words of organisations begin."""

LAST = frozenset(("reports", "network", "share", "shares"))
"""Last words of what is no person."""

ORGANISATIONS = frozenset(
    (
        "news nachrichten media medien online digital times post herald tribune gazette zeitung tageblatt anzeiger magazin magazine magazines "
        "magazins radio tv television network press today daily weekly journal group inc llc ltd gmbh ag corp company bank university college "
        "institute foundation association marketing solutions services center centre clinic care health law insurance agency studio lab labs "
        "club society church council department blog world global international construction remodel teacher lines stiftung verein verlag "
        "partei fraktion reviewer moderator expert makers lizenz policy uhr"
    ).split()
)
"""Words of organisations' names: what has one may write, but looks like no person."""
