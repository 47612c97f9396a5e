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
        "instagram", "youtube", "whatsapp", "free trial", "login", "log in", "menu", "home", "blog", "news", "more about me", "book now",
        "bio", "bios", "biografie", "marketing", "watch live", "live",
        "sponsored content", "paid content", "partner content", "branded content", "advertorial", "anzeige",
        "redakcja", "redakce", "redacția", "redação", "toimitus", "szerkesztőség", "редакция", "редакція", "haber merkezi", "tim redaksi",
        "onze redactie", "editörler", "σύνταξη", "هيئة التحرير", "מערכת",
    )
)  # fmt: skip
"""Whole texts."""

FIRST = frozenset(
    "your der die das the our my this what how why learn view cite insights understanding related show advertiser subscribe previous "
    "next primary log iniciar login submit artikel watch listen see read about voir ver zur zum sobre über chi qui meet schriftgröße "
    "text font tamaño taille alle alles afficher skip get sign abonnieren abonner abonnez abonniert abonnement "
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
        "twitter facebook instagram linkedin kommentar kommentare enviada enviado envoyé envoyée correspondant correspondante inviato inviata "
        "corrispondente volontär volontärin rechtsanwalt rechtsanwältin redação rédaction redazione redactie "
        "bio biography biographie biografía biografia profile profil perfil pdf download descargar télécharger herunterladen kb mb gb "
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

OUTLETS = frozenset(
    (
        "abendblatt allgemeine diário correio écho dépêche tribuna heraldo faro periódico merkur stimme argus blatt bote bulletin chronicle courier correo corriere diario direct direkt dispatch echo "
        "examiner expres express gaceta gazeta gazzetta giornale guardian hora independent inquirer jornal kurier "
        "kuriren ledger live mail mercury mirror monitor morgenpost nation noticias notizie nouvelles novosti now observer official "
        "posten presse prensa record register report review rundschau sentinel standard star store sun telegraaf telegram "
        "telegraph tidende tidning voice volksstimme wire zeit wiadomości haber haberler"
    ).split()
)
"""More words of newspapers' and sites' names, which people's names may have: a site that has one in its name is named after no person."""

CITIES = frozenset(
    (
        "New York", "New York City", "Los Angeles", "San Francisco", "San Diego", "San Antonio", "San José", "San Jose", "San Juan", "San Salvador",
        "San Sebastián", "Las Vegas", "Las Palmas", "New Orleans", "New Delhi", "Hong Kong", "Tel Aviv", "Cape Town", "Mexico City", "Ciudad de México",
        "Buenos Aires", "São Paulo", "Sao Paulo", "Rio de Janeiro", "Belo Horizonte", "Porto Alegre", "Santiago de Chile", "La Paz", "La Coruña", "El Paso",
        "Kuala Lumpur", "Addis Ababa", "Abu Dhabi", "Den Haag", "Bad Homburg", "Frankfurt am Main", "Saint Petersburg", "St. Petersburg",
        "St. Louis", "St. Gallen", "St. Paul", "Salt Lake City", "Kansas City", "Oklahoma City", "Fort Worth", "Santa Fe", "Santa Cruz", "White House",
        "United States", "United Kingdom", "South Africa", "New Zealand", "North Carolina", "South Carolina", "New Jersey", "New Mexico",
        *(
            "Berlin Bonn Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dresden Hannover Bremen Nürnberg Karlsruhe Mannheim Wien Graz Linz "
            "Salzburg Innsbruck Zürich Basel Bern Genf Luzern Lausanne Genève Paris Lyon Marseille Toulouse Bordeaux Strasbourg Straßburg Brüssel Brussels "
            "Bruxelles Brussel Antwerpen Amsterdam Rotterdam London Manchester Birmingham Edinburgh Glasgow Belfast Cardiff Dublin Rom Roma Rome Milano Mailand "
            "Torino Napoli Bologna Firenze Venezia Palermo Madrid Barcelona Valencia Sevilla Bilbao Málaga Zaragoza Lisboa Lisbon Lissabon Porto Stockholm "
            "Göteborg Oslo København Kopenhagen Copenhagen Helsinki Reykjavik Warszawa Warschau Warsaw Kraków Gdańsk Praha Prag Prague Brno Bratislava Budapest "
            "București Bukarest Bucharest Sofia Belgrad Belgrade Zagreb Ljubljana Sarajevo Athen Athens Istanbul İstanbul Ankara Moskau Moscow Kiew Kyjiw Kyiv "
            "Kiev Minsk Vilnius Riga Tallinn Washington Boston Chicago Houston Dallas Denver Miami Atlanta Seattle Philadelphia Detroit Toronto Ottawa Montréal "
            "Montreal Vancouver Havanna Bogotá Medellín Lima Quito Caracas Santiago Montevideo Brasília Brasilia Tokio Tokyo Osaka Peking Beijing Shanghai "
            "Taipei Seoul Bangkok Hanoi Jakarta Manila Singapur Singapore Delhi Mumbai Kolkata Chennai Bengaluru Islamabad Karachi Lahore Dhaka Kabul Teheran "
            "Tehran Bagdad Baghdad Damaskus Damascus Beirut Jerusalem Kairo Cairo Tunis Algier Rabat Casablanca Nairobi Lagos Abuja Accra Dakar Johannesburg "
            "Pretoria Kapstadt Durban Harare Sydney Melbourne Canberra Brisbane Auckland Wellington Dubai Doha Riad Riyadh Deutschland Germany France España"
        ).split(),
    )
)  # fmt: skip
"""Cities, and countries, that correspondents write from: set after a name by a mark, they are no second one."""
