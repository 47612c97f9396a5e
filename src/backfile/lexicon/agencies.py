"""News agencies: how bylines, datelines and credit lines print them, and their full names. A data table."""

import re

AGENCIES: dict[str, str] = {
    "ap": "The Associated Press", "associated press": "The Associated Press", "the associated press": "The Associated Press",
    "reuters": "Reuters", "thomson reuters": "Reuters", "afp": "Agence France-Presse", "agence france-presse": "Agence France-Presse",
    "agence france presse": "Agence France-Presse", "upi": "United Press International", "united press international": "United Press International",
    "dpa": "Deutsche Presse-Agentur", "deutsche presse-agentur": "Deutsche Presse-Agentur", "dpa-afx": "dpa-AFX", "sid": "Sport-Informations-Dienst",
    "apa": "Austria Presse Agentur", "sda": "Keystone-SDA", "keystone-sda": "Keystone-SDA", "epd": "Evangelischer Pressedienst",
    "kna": "Katholische Nachrichten-Agentur", "efe": "EFE", "agencia efe": "EFE", "europa press": "Europa Press", "ep": "Europa Press",
    "ansa": "ANSA", "adnkronos": "Adnkronos", "lusa": "Lusa", "tass": "TASS", "ria novosti": "RIA Novosti", "interfax": "Interfax",
    "xinhua": "Xinhua", "kyodo": "Kyodo News", "kyodo news": "Kyodo News", "jiji": "Jiji Press", "jiji press": "Jiji Press", "yonhap": "Yonhap",
    "pti": "Press Trust of India", "press trust of india": "Press Trust of India", "ani": "ANI", "ians": "IANS", "bernama": "Bernama",
    "antara": "Antara", "anadolu": "Anadolu Agency", "anadolu ajansı": "Anadolu Agency", "aa": "Anadolu Agency", "dha": "Demirören News Agency",
    "iha": "İhlas News Agency", "pa": "PA Media", "pa media": "PA Media", "press association": "PA Media", "cp": "The Canadian Press",
    "the canadian press": "The Canadian Press", "canadian press": "The Canadian Press", "aap": "Australian Associated Press",
    "cna": "Central News Agency", "ntb": "NTB", "tt": "TT", "ritzau": "Ritzau", "stt": "STT", "anp": "ANP", "belga": "Belga", "pap": "PAP",
    "ctk": "ČTK", "čtk": "ČTK", "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg", "cnn": "CNN", "cnn wire": "CNN Wire", "cnn newsource": "CNN",
    "tribune news service": "Tribune News Service", "tns": "Tribune News Service", "gray news": "Gray News", "nexstar": "Nexstar Media Wire",
    "nexstar media wire": "Nexstar Media Wire", "stacker": "Stacker", "kaiser health news": "Kaiser Health News", "sapa": "SAPA", "news24 wire": "News24",
    "afp deutschland": "AFP Deutschland", "afp, reuters": "AFP, Reuters", "dow jones": "Dow Jones", "voa": "Voice of America",
}  # fmt: skip


def agency_name(text: str) -> str | None:
    """The agency's full name where the text is one's name or sign ("AP", "(dpa)"), else None."""
    return AGENCIES.get(text.strip(" ()[].,/—–-").lower())


_ORGANISATION = re.compile(
    r"^(?:the )?(?:[A-Z][\w.&-]* ){0,3}(?:News Service|Press Service|Press Agency|News Agency|Newswire|Wire Service|Wire|Press Association|"
    r"Associated Press|Nachrichtenagentur|Presseagentur|Presse-Agentur|Agencia \w+|Agence \w+|Agenzia \w+)$"
)


_LONGEST = 70


def is_agency(text: str) -> bool:
    """True for a known agency, a name that says that it is one, or the capitals that one signs with: "(NPS)"."""
    if len(text) > _LONGEST:
        return False
    plain = text.strip(" ()[].,/—–-")
    if plain.isupper() and " " in plain:
        plain = plain.title()
    return (
        plain.lower() in AGENCIES
        or _ORGANISATION.match(plain) is not None
        or (text != plain and plain.isupper() and len(plain) <= 5)
    )
