"""What a byline or a metadata field names: people, agencies, and what is neither (IPTC: byline is a person's name)."""

import re
from functools import lru_cache

from backfile.label.bylines import BYLINE_END, BYLINE_START
from backfile.story.outlet import site_word

LONGEST_NAME = 70
_KEPT = 512
"""A page names its people in many places: what was made of a text is kept for so many texts."""
_TITLES = r"Jr|Sr|III?|IV|M\.?D|Ph\.?D|RN|RDN?|MS|MSc|BSc|MA|MPH|MBA|BSN|DO|DDS|DVM|CFP|CFA|CPA|CSCS|JD|Esq|FAND|FACLM|LCSW|PharmD|EdD|D?NP|PA-C|D?PT|MSW|LMFT"
"""Degrees and the like, as American bylines set them after a name."""
_TITLES_AFTER = re.compile(rf"(?:,?\s+(?:{_TITLES})\b\.?)+$")
_SPLIT = re.compile(
    r"\s*(?:[;|/•·●▪、]|\s[-–—]\s|,(?!\s*(?:"
    + _TITLES
    + r")\b)|\b(?:and|und|et|y|e(?!\.)|och|og|en|i|with|mit|AND|UND)\b|&|، )\s*"
)
_TAIL = re.compile(
    r"(?:\s*[|•·,–—/-]\s*|\s+|^)(?:\(?@\w+\)?|\S+@\S+\.\w+|https?://\S+|(?:published|updated|posted|last updated|last modified|veröffentlicht|publicado|aktualisiert|stand|on|under|filed|reviewed|fact|edited|photos?|fotos?)\b.*|"
    r"\d+\s*min(?:ute)?s?\b.*|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b.*|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\b\d{1,2}:\d\d.*|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*|follow\b.*|"
    r"\b\d+ (?:hours?|days?|minutes?|weeks?|months?|years?) ago.*|(?:read|view) (?:more|all|bio|full).*|share this.*|email .*|see all.*|(?:more|all) (?:stories|posts|articles|from|by).*|"
    r"(?:in|under|for|at)\s(?!['’]t\b).*|(?:leave a|no|one|\d+) comments?.*|kommentare?\b.*|comments?\b.*|schreibe .*|eingetragen .*|gespeichert .*|abgelegt .*|im gespräch.*|ein(?:en)? kommentar\b.*|illustration(?:en)?\b.*|für\b.*|aus\b.*)$",
    re.I,
)
_FROM_DIGIT = re.compile(
    r"[\s|•·,–—(»-]*(?:\b(?:on|le|el|am|den|op|il|em|at)\s+)?(?:\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|mon|tue|wed|thu|fri|sat|sun)\w*,?\s+)?"
    r"(?:\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?<![a-zà-ž\d])[\d٠-٩].*$",
    re.I,
)
_ROLE = re.compile(
    r"\b(?:staff(?: writer| reporter)?|(?:reporter|correspondent|editor|writer|columnist|journalist|contributor)s?|analyst|grader|consultant|former\b.*|contributing\b.*|chief|bureau|special to|redakteur(?:in)?|"
    r"photos|korrespondent(?:in)?|reporter(?:in)?|redactor(?:a)?|corresponsal|journaliste|producer|anchor|photographer|critic|intern|fellow|producer|freelance\b.*|digital\b.*|senior\b.*|"
    r"president|director|ceo|founder|manager|professor|officer|attorney|specialist|presse(?:mitteilung|sprecher))\b",
    re.I,
)
_NOT_A_PERSON = re.compile(
    r"^(?:by|von|par|written(?: by)?|published|publicado|veröffentlicht|minutes? ago|(?:e-?mail|contact|follow)\b.*|view all(?: posts)?|all posts|no author|staff|staff reports?|staff reporter|staff writer|web ?staff|news ?staff|admin(?:istrator)?|wordpress ?admin|\w+ admin|admin \w+|wpadmin|webmaster|newsroom|news ?desk|web ?desk|editor(?:ial)?(?: (?:team|staff|board|desk))?|the editors?|editors|"
    r"redaktion\w*|red|online ?redaktion|redacción|redaccion|la rédaction|rédaction|redazione|redactie|redaktionen|author|autor(?:en|in)?|guest(?: author| contributor| post)?|contributor|contributors|unknown|anonymous|none|null|"
    r"undefined|press release|wire|wires|wire (?:services?|reports?)|news services?|agencies|agencias|agenturen|from staff.*|.*\breports|from (?:wire|news) .*|follow|user|post author|posted by|digital (?:team|staff|desk)|online|team|the (?:team|newsroom|staff)|(?:your|der|die|das|the|our|my|this|what|how|why|learn|view|cite|insights|understanding|related|show|advertiser|subscribe|previous|next|primary|log|iniciar|login|submit) .*|(?:people|faculty|reddit|submit|cited by|mehr|wohnen|permissions|reprints|collectif|hardware|category|topic|previous|next|anmelden|abmelden)|copyright.*|©.*|cc[- ]by.*|creative commons.*|artikel .*|alles? .*|afficher .*|photo.*|image\b.*|foto\b.*|comment.*|share.*|save|search|"
    r"table of contents|facebook|twitter|linkedin|instagram|youtube|whatsapp|skip .*|free trial|get .*|sign .*|log ?in|menu|home|blog|news|advert.*|abonn?\w* .*|https?:.*|.*\bwww\..*|.*\b(?:gmbh|e\.? ?v\b|stiftung|verlag|universität|institut|ministerium|landesanstalt|landesamt|behörde|verband).*|\W*|\d+[^a-z]*|.*\b(?:cookies|javascript|subscribe|newsletter|redaktion|redacción|redacción|editorial|newsroom|team|desk|staff)\b.*)$",
    re.I,
)
_ORGANISATION_WORDS = re.compile(
    r"\b(?:news|nachrichten|media|medien|online|digital|times|post|herald|tribune|gazette|zeitung|tageblatt|anzeiger|magazin\w*|radio|tv|television|"
    r"network|press|today|daily|weekly|journal|group|inc|llc|ltd|gmbh|ag|corp|company|bank|university|college|institute|foundation|association|marketing|"
    r"solutions|services|center|centre|clinic|care|health|law|insurance|agency|studio|labs?|club|society|church|council|department|blog|world|global|"
    r"international|construction|remodel|teacher|lines|stiftung|verein|verlag|partei|fraktion|reviewer|moderator|expert|makers|lizenz|policy|uhr)\b|\.\w{2,4}$",
    re.I,
)
_ARTICLES = frozenset("the le la les el los il lo der die das de het al o a den det".split())
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ŽΑ-ΩА-Я](?:[^\W\d_]|[.'’-])*|(?:de|del|della|di|da|dos|van|von|der|den|la|le|al|bin|ben|el|ter|zu|y)|d['’][A-ZÀ-Ž]\w+)$"
)
_CONTENTLESS = re.compile(
    r"\b(?:the|der|die|das|online|redaktion|news|nachrichten|digital|com|de|www|staff|newsroom|editors?|team|desk|web)\b"
)


def without_tail(text: str) -> str:
    """A byline without the stamp, reading time, section or address after it."""
    if looks_like_name(text):
        return text
    cut = _TAIL.sub("", text)
    found = _FROM_DIGIT.search(cut)
    if found and found.start() > 1:
        cut = cut[: found.start()]
    return _LEFT_OVER.sub("", cut).strip(" |•·●▪,–—-»")


_LEFT_OVER = re.compile(r"\s+(?:am|on|at|um|le|el|den|il|em|op)$")


def name_parts(printed: str) -> list[str]:
    """The names in a byline or a metadata field, roles and desks among them still."""
    return list(_parts(printed))


@lru_cache(maxsize=_KEPT)
def _parts(printed: str) -> tuple[str, ...]:
    text = without_tail(BYLINE_START.sub("", " ".join(printed.split())))
    return tuple([clean for part in _SPLIT.split(text) if (clean := _clean(part))]) if text else ()


def _once(name: str) -> str:
    """A name that stands twice, beside its portrait's own text, once."""
    half = len(name) // 2
    return name[:half] if name[half : half + 1] == " " and name[:half] == name[half + 1 :] else name


def _clean(part: str) -> str:
    bare = part.strip(" .,|•·–—-()*:»")
    if "(" in bare and ")" not in bare:
        bare += ")"
    return _once(BYLINE_END.sub("", BYLINE_START.sub("", bare)).strip())


_SYSTEMS_OWN = re.compile(r"/author/(?:admin\w*|webmaster|root|wordpress|wp\w*)/?$", re.I)


def is_systems_own(address: str) -> bool:
    """True for the page of the user that a publishing system begins with: whatever its name, it wrote nothing."""
    return _SYSTEMS_OWN.search(address) is not None


def same_name(name: str) -> str:
    """A name as it is compared: case, degrees and what goes before a name left aside."""
    return _TITLES_BEFORE.sub("", _TITLES_AFTER.sub("", name)).casefold()


_TITLES_BEFORE = re.compile(r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.? )+", re.I)


@lru_cache(maxsize=_KEPT)
def is_no_person(part: str) -> bool:
    """True for a desk, a role, a page's own words and what else no person is called."""
    return (
        not part
        or len(part) > LONGEST_NAME
        or "@" in part
        or ": " in part
        or part.count(" ") > 5
        or _NOT_A_PERSON.match(part) is not None
        or _ROLE.search(part) is not None
    )


@lru_cache(maxsize=_KEPT)
def looks_like_name(text: str) -> bool:
    """True for two to five words, all with capitals but for particles, none of them an organisation's."""
    text = _TITLES_AFTER.sub("", text)
    words = text.split()
    return (
        2 <= len(words) <= 5
        and len(text) < 45
        and all(_NAME_WORD.match(word) for word in words)
        and words[-1][0].isupper()
        and words[0].lower() not in _ARTICLES
        and not (text.isupper() and "." not in text and all(len(word) < 5 for word in words))
        and _ORGANISATION_WORDS.search(text) is None
    )


_BLOG_HOSTS = (
    ".wordpress.com", ".blogspot.com", ".blogspot.de", ".substack.com", ".typepad.com", ".tumblr.com", ".livejournal.com",
    ".bearblog.dev", ".hypotheses.org", ".over-blog.com", ".github.io", ".micro.blog", ".blogger.de", ".twoday.net",
)  # fmt: skip
"""Hosts that give each writer a site: one that bears a pen name is nobody else's."""


class Site:
    """The site's own names: they are nobody's, but where a site is named after the person who writes it."""

    __slots__ = ("_names",)

    def __init__(self, outlet: str | None, domain: str | None) -> None:
        if domain and domain.endswith(_BLOG_HOSTS):
            outlet = domain = None
        self._names = {
            letters for word in (outlet, domain, site_word(domain)) if word and (letters := folded_letters(word))
        }

    def is_called(self, name: str) -> bool:
        """True where the name is the site's, or one begins with the other."""
        letters = folded_letters(name)
        if not letters:
            return not any(map(str.isalpha, name)) or bool(self._names)
        if letters in self._names:
            return True
        return any(
            len(letters) > 3 and len(own) > 3 and (letters.startswith(own) or own.startswith(letters))
            for own in self._names
        )


def folded_letters(name: str) -> str:
    """A name's letters and digits alone, folded, without the words that outlets add to theirs."""
    return _CONTENTLESS.sub("", _MARKS.sub("", name.casefold())).replace(" ", "")


_MARKS = re.compile(r"[^\w ]|_")
