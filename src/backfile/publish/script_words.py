"""The words of a published site's scripts in the site's language: ages by the browser's own Intl, the rest from the catalogue.

The scripts are written in English, and stay as they are on an English site.
"""

import json

from backfile.wording.site_languages import ENGLISH, gettext, spoken_tag, to_translate

_WORDS = (
    to_translate("yesterday"),
    to_translate("today"),
    to_translate("dated in the future"),
    to_translate("Undated"),
    to_translate("More"),
    to_translate("1 story found"),
    to_translate(" stories found"),
    to_translate("Searching …"),
    to_translate("The search could not be made: "),
)
"""Words as the scripts have them, in single quotation marks."""
_AGES = (
    (
        "return count + ' ' + unit + (count === 1 ? '' : 's') + ' ago';",
        "return new Intl.RelativeTimeFormat(document.documentElement.lang).format(-count, unit);",
    ),
    (
        "['this ', 'last '][count] + unit",
        "new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto' }).format(-count, unit)",
    ),
    ("toLocaleString('en')", "toLocaleString(document.documentElement.lang)"),
)
"""What makes English words of a number, and what makes those of the page's language."""


def script_words(script: str) -> str:
    """The script in the language that is spoken."""
    if spoken_tag() == ENGLISH:
        return script
    for english, local in _AGES:
        script = script.replace(english, local)
    for words in _WORDS:
        written = f"'{words}'".replace("…", "\\u2026")
        script = script.replace(written, json.dumps(gettext(words)))
    return script
