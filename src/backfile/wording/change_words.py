"""Changes between versions in English: what kind they are, and what of them matters."""

from collections.abc import Iterable

from backfile.model.changes import Matter
from backfile.wording.site_languages import gettext, to_translate
from backfile.wording.told_names import headed

KINDS = {
    "correction": to_translate("corrected, with a note"),
    "update": to_translate("updated, and the page says so"),
    "silent": to_translate("text changed without a word"),
    "date-only": to_translate("nothing but its date changed"),
    "headline-only": to_translate("nothing but its headline changed"),
}
_FIELDS = {"dek": "summary"}
"""Fields by other names than their own."""


def say_kind(kind: str) -> str:
    """ "text changed without a word"."""
    return gettext(KINDS[kind])


def say_field(name: str) -> str:
    """A field as a heading: "Summary"."""
    return headed(gettext(_FIELDS.get(name, name)))


def say_matters(matters: Iterable[Matter]) -> list[str]:
    """A line a kind: "Numbers: 5-3 no more, 6-2 new"."""
    return [f"{headed(gettext(matter.kind))}: {'; '.join(_sides(matter))}" for matter in matters]


def _sides(matter: Matter) -> Iterable[str]:
    if matter.gone:
        yield gettext("{words} no more").format(words=", ".join(matter.gone))
    if matter.come:
        yield gettext("{words} new").format(words=", ".join(matter.come))


def say_weight(weight: int) -> str:
    """How much of a change matters, for a list."""
    if not weight:
        return gettext("nothing that weighs")
    return gettext("{count} of its names, numbers, days and quotations").format(count=weight)
