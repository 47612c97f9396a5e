"""schema.org's vocabulary in JSON-LD nodes: types, and texts and names however they are nested."""

import html
import json
from typing import Any

from backfile.model.page import Page

NEWS_TYPES = frozenset(
    "NewsArticle ReportageNewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReviewNewsArticle LiveBlogPosting".split()
)
"""What newsrooms call a story of theirs; the other types are everybody's."""
_NONE: frozenset[str] = frozenset()


def types_of(node: dict[str, Any]) -> frozenset[str] | set[str]:
    """A node's @type as a set of bare names."""
    value = node.get("@type")
    if isinstance(value, str):
        return {value.rsplit("/", 1)[-1]}
    return {name.rsplit("/", 1)[-1] for name in value if isinstance(name, str)} if isinstance(value, list) else _NONE


def text_of(value: Any) -> str | None:
    """A string out of what JSON-LD puts where a string is due: text, a list's first, an object's name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or value.get("url")
    if isinstance(value, str):
        return " ".join(value.split()) or None
    return None


def persons_by_id(page: Page) -> dict[str, dict[str, Any]]:
    """Nodes of the page that have an @id and a name: what a reference {"@id": ...} stands for (JSON-LD 1.1, section 3.3)."""
    return {node["@id"]: node for node in page.linked_data if isinstance(node.get("@id"), str) and node.get("name")}


def names_of(value: Any, known: dict[str, dict[str, Any]] | None = None) -> list[tuple[str, bool]]:
    """(name, is a person) for an author, creator or publisher, however nested; `known` holds what references stand for."""
    if isinstance(value, str):
        if value.lstrip().startswith("{"):
            return names_of(_object(value), known)
        return names_of(known[value]) if known and value in known else [(html.unescape(value), True)]
    if isinstance(value, list):
        return [pair for item in value for pair in names_of(item, known)]
    if not isinstance(value, dict):
        return []
    name = value.get("name")
    if not name and known and value.get("@id") in known:
        return names_of(known[value["@id"]])
    if isinstance(name, list):
        return [(html.unescape(one), True) for one in name if isinstance(one, str)]
    if isinstance(name, dict):
        return names_of(name, known)
    if not name and (value.get("familyName") or value.get("givenName")):
        name = " ".join(part for part in (value.get("givenName"), value.get("familyName")) if isinstance(part, str))
    is_person = not types_of(value) & {"Organization", "NewsMediaOrganization"}
    return [(html.unescape(name), is_person)] if isinstance(name, str) and name.strip() else []


def _object(text: str) -> dict[str, Any]:
    """What a string holds that is an object in JSON itself, as some systems write an author; nothing where it is broken."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    name = value.get("name") if isinstance(value, dict) else None
    return {"name": name} if isinstance(name, str) else {}
