"""Citations in the forms that others' programs read: CSL-JSON, BibTeX, RIS, and the meta tags that Zotero reads (Highwire Press).

None of them has a date that the story has not: a month or a year stays one, and an undated story has no field of a date, but a note
that says between which days it was published. The day of saving is the day of access, and nothing else.
"""

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from backfile.citation.citation_line import citation_line, proof_line
from backfile.citation.cited import Cited, provenance
from backfile.wording.plain import language_tag, one_line
from backfile.wording.story_names import headline_of, outlet_of

_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_FOR_LATEX = re.compile(r"[\\{}&%$#_~^]")


def csl_json(one: Cited, now: datetime) -> dict[str, Any]:
    """An item of CSL-JSON, of the type article-newspaper."""
    story = one.story
    fields = {
        "id": f"backfile-{story.id}",
        "type": "article-newspaper",
        "title": headline_of(story.headline),
        "author": [{"literal": name} for name in _authors(one)] or None,
        "container-title": outlet_of(story),
        "issued": {"date-parts": [_calendar(one)]} if story.published else None,
        "accessed": {"date-parts": [[int(part) for part in one.saved.split("-")]]} if one.saved else None,
        "URL": one_line(story.url) if story.url else None,
        "section": one_line(story.section) if story.section else None,
        "language": language_tag(story.language),
        "version": one.version.id if one.version else None,
        "archive": "Backfile",
        "archive_location": str(one.token) if one.token else None,
        "note": provenance(one, now),
    }
    return {name: value for name, value in fields.items() if value is not None}


def bibtex(one: Cited, now: datetime) -> str:
    """An entry of BibTeX; its `date` and `urldate` are biblatex's."""
    story = one.story
    calendar = _calendar(one)
    fields = {
        "author": " and ".join(f"{{{_latex(name)}}}" for name in _authors(one)),
        "title": f"{{{_latex(headline_of(story.headline))}}}",
        "journal": _latex(outlet_of(story) or ""),
        "date": _joined(calendar, "-"),
        "year": f"{calendar[0]:04d}" if calendar else "",
        "month": str(calendar[1]) if len(calendar) > 1 else "",
        "url": one_line(story.url or "").replace("{", "%7B").replace("}", "%7D"),
        "urldate": one.saved or "",
        "note": _latex(provenance(one, now)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@article{{backfile-{story.id},", *lines, "}", ""))


def ris(one: Cited, now: datetime) -> str:
    """A record of RIS, of the type NEWS."""
    story = one.story
    calendar = _calendar(one)
    lines = [
        ("TY", "NEWS"),
        ("ID", f"backfile-{story.id}"),
        ("TI", headline_of(story.headline)),
        *(("AU", name) for name in _authors(one)),
        ("T2", outlet_of(story)),
        ("PY", f"{calendar[0]:04d}" if calendar else None),
        ("DA", f"{_joined(calendar, '/')}{'/' * (3 - len(calendar))}" if calendar else None),
        ("UR", one_line(story.url) if story.url else None),
        ("Y2", one.saved.replace("-", "/") if one.saved else None),
        ("LA", language_tag(story.language)),
        ("DB", "Backfile"),
        ("AN", str(one.token) if one.token else None),
        ("N1", provenance(one, now)),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines if value is not None)


def highwire_tags(one: Cited) -> list[tuple[str, str]]:
    """Names and contents of meta elements, as Zotero and Google Scholar read them.

    Highwire Press has no tag for what a date rests on, nor for a digest: Dublin Core's description, which Zotero keeps as the abstract, holds them.
    """
    story = one.story
    tags = [
        ("citation_title", headline_of(story.headline)),
        *(("citation_author", name) for name in _authors(one)),
        ("citation_journal_title", outlet_of(story)),
        ("citation_publication_date", _joined(_calendar(one), "/")),
        ("citation_language", language_tag(story.language)),
        ("DC.description", proof_line(one)),
    ]
    return [(name, content) for name, content in tags if content]


FORMS: dict[str, Callable[[Cited, datetime], str]] = {
    "text": lambda one, _: f"{citation_line(one)}\n",
    "csl": lambda one, now: json.dumps([csl_json(one, now)], ensure_ascii=False, indent=2) + "\n",
    "bibtex": bibtex,
    "ris": ris,
}
"""What `backfile cite --format` takes."""


def _authors(one: Cited) -> list[str]:
    return [one_line(author.name) for author in one.story.authors]


def _calendar(one: Cited) -> list[int]:
    """Year, month and day, as far as the date goes; nothing of the undated."""
    stamp = one.story.published
    return [int(part) for part in stamp.value[:10].split("-")] if stamp else []


def _joined(calendar: list[int], mark: str) -> str:
    return mark.join(f"{part:02d}" for part in calendar)


def _latex(text: str) -> str:
    return _FOR_LATEX.sub(lambda found: _LATEX[found[0]], text)
