"""Language teller: which language a text is in, by its letters, its commonest words, and a model for the rest."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

_TAG = re.compile(r"^([a-zA-Z]{2,3})(?:[-_].*)?$")
"""Matches "de", "pt-BR", "en_US"; not "English"."""


def tell_language(text: str, claimed: Iterable[str | None] = ()) -> str | None:
    """BCP 47 primary language: the first claim, unless the text's own letters or words deny it; else by the text.

    None for a text too short to tell by.
    """
    script = _script_languages(text)
    for code in filter(None, map(primary_language, claimed)):
        if script is None:
            return _denied(code, text) or code
        if code in script:
            return code
    if script is not None and (told := script[0] if len(script) == 1 else _by_letters(script, text)):
        return told
    return (_by_words(text) or _by_model(text)) if len(text) >= _SHORTEST else None


def primary_language(tag: str | None) -> str | None:
    """The language of a tag (BCP 47, or a locale as "en_US"), in lower case; None for what is no tag."""
    found = _TAG.match(tag.strip()) if tag else None
    return found[1].lower() if found else None


_SCRIPTS = (
    ("\u3040", "\u30ff", ("ja",)), ("\uac00", "\ud7a3", ("ko",)), ("\u0590", "\u05ff", ("he", "yi", "iw")),
    ("\u0600", "\u06ff", ("ar", "fa", "ur", "ps", "ckb", "ug", "sd")), ("\u0370", "\u03ff", ("el",)),
    ("\u0900", "\u097f", ("hi", "mr", "ne", "sa")), ("\u0980", "\u09ff", ("bn", "as")), ("\u0e00", "\u0e7f", ("th",)),
    ("\u0b80", "\u0bff", ("ta",)), ("\u0c00", "\u0c7f", ("te",)), ("\u10a0", "\u10ff", ("ka",)), ("\u0530", "\u058f", ("hy",)),
    ("\u0400", "\u04ff", ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg")),
    ("\u4e00", "\u9fff", ("zh", "ja", "ko", "yue")),
)  # fmt: skip


_BEYOND = re.compile(r"[^\0-\u036f\u2000-\u206f]")
"""Letters of other scripts than the Latin: no script of the table starts sooner."""


def _script_languages(text: str) -> tuple[str, ...] | None:
    """The languages that the text's letters allow; None for Latin letters or too few to tell."""
    sample = text[:400]
    if len(sample) < 40 or sample.isascii():
        return None
    beyond = sorted(_BEYOND.findall(sample))
    if not beyond:
        return None
    letters = sum(map(str.isalpha, sample))
    if 8 * len(beyond) <= letters:
        return None
    for low, high, languages in _SCRIPTS:
        if (bisect_right(beyond, high) - bisect_left(beyond, low)) * (8 if languages == ("ja",) else 2) > letters:
            return languages
    return None


_OWN_LETTERS = {
    "zh": (("zh", "", "\u3040-\u30ff\uac00-\ud7a3"),),
    "bn": (("as", "ৰৱ", ""), ("bn", "", "ৰৱ")),
    "ar": (("ur", "ٹڈڑں", ""), ("ar", "ة", "پچژگٹڈڑںێۆ")),
    "ru": (
        ("be", "ў", ""), ("mk", "ѓќѕ", ""), ("sr", "ђћљњџј", "ѓќѕ"), ("uk", "їєґ", "ўәғқңөұү"), ("ru", "ыэё", "іїўәғқңөұү"),
        ("bg", "ъ", "ыэёіїўәғқңөұүј"),
    ),
}  # fmt: skip
"""By a language of a script: languages with the letters that only they have in it, one of which they need, and those that they have not."""


def _by_letters(script: tuple[str, ...], text: str) -> str | None:
    """The language that letters of its own tell among those of a script: no Chinese text has kana, and no other the і of Ukrainian."""
    letters = text[:_LETTERS_SAMPLE].lower()
    for language, own, others in _OWN_LETTERS.get(next((one for one in script if one in _OWN_LETTERS), ""), ()):
        if (not own or re.search(f"[{own}]", letters)) and not (others and re.search(f"[{others}]", letters)):
            return language
    return None


_LETTERS_SAMPLE = 600
_COMMON_WORDS = {
    "en": "the and of to that is was for with it on as his he by at from this are have not but they which will has been were",
    "de": "der die und das den von zu mit ist des sich auf für nicht dem ein eine als auch es werden aus wird bei einer hat sind",
    "fr": "le les des et est une du que dans pour qui sur pas au par plus avec sont cette aux ce mais ont été leur nous vous",
    "es": "el los las del y que una por con para se su al lo como más pero sus fue son este entre cuando muy sobre también hay",
    "it": "il di che è della del per gli una con non le si dei alla nel sono delle anche più come dal ha questo nella degli",
    "pt": "o os do da que em um uma para com não se na por mais dos como mas ao foi das são pelo também pela seu sua ou",
    "nl": "de het een van en dat die niet op te met voor zijn er aan wordt door ook naar maar bij uit heeft nog deze werd",
    "sv": "och att det som en på är av för med den till inte har de ett om från var jag men så kan vi hade efter",
    "no": "og det er som på en for med at av til de har ikke den om et var jeg fra",
    "da": "og det er at en til på de med for ikke den har som der et af jeg fra om",
    "pl": "i w na z się nie do że jest to o jak po od za przez dla był oraz są ale tym jego przy może także",
    "id": "yang dan di dengan untuk dari ini itu dalam pada tidak akan ke adalah oleh juga tersebut karena kata bisa sudah",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ancak en ne ise değil oldu olduğunu",
}
_WORDS_OF = {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
_LANGUAGES_OF: dict[str, tuple[str, ...]] = {}
for _code, _words in _WORDS_OF.items():
    for _word in _words:
        _LANGUAGES_OF[_word] = (*_LANGUAGES_OF.get(_word, ()), _code)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1000
_SHORTEST = 25
"""Letters of the shortest text told: the model is right on each of the 140 sentences of 25 to 60 letters in tests/quotes/cases."""
_ENOUGH, _AHEAD = 6, 2.5
"""So many common words, and so many times those of the next language, are sure."""


def _denied(code: str, text: str) -> str | None:
    """The language that a text is in for sure where its page says another: systems are set up in English, and stay so."""
    own = _WORDS_OF.get(code)
    if own is None or len(text) < _SHORTEST or len(own.intersection(text[:_GLANCE].lower().split())) >= _AGREES:
        return None
    return _by_words(text)


_GLANCE, _AGREES = 400, 4


def _by_words(text: str) -> str | None:
    """The language whose commonest words a text is full of; None where two are near, or none is: that is left to the model,
    which takes a second to load."""
    found: dict[str, float] = {}
    for word in _WORD.findall(text[:_SAMPLE].lower()):
        for code in (languages := _LANGUAGES_OF.get(word, ())):
            found[code] = found.get(code, 0.0) + 1 / len(languages)
    ranked = sorted(found.values(), reverse=True)
    if not ranked or ranked[0] < _ENOUGH or (len(ranked) > 1 and ranked[0] < _AHEAD * ranked[1]):
        return None
    return max(found, key=found.__getitem__)


def _by_model(text: str) -> str | None:
    import py3langid

    language: str = py3langid.classify(text[:1000])[0]
    return language
