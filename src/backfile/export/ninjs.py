"""A story as an ninjs 3.0 item (IPTC, News in JSON)."""

from typing import Any

import orjson

from backfile.export.body_html import body_html
from backfile.model.story import Stamp, Story

_STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}


def ninjs_text(story: Story) -> str:
    """The item as JSON. Its times are whole instants: a day without a time is in `edNote` and `descriptions` alone."""
    return orjson.dumps(ninjs_item(story), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def ninjs_item(story: Story) -> dict[str, Any]:
    """The item as plain values; what is unknown is left out."""
    item = {
        "standard": _STANDARD,
        "uri": f"urn:backfile:{story.id}",
        "type": "text",
        "representationType": "complete",
        "pubStatus": "usable",
        "contentCreated": _instant(story.published),
        "versionCreated": _instant(story.updated) or _instant(story.published),
        "edNote": _when(story),
        "language": story.language,
        "title": story.headline,
        "headlines": _valued(("main", story.headline), ("kicker", story.kicker)),
        "by": story.byline,
        "located": story.dateline.place if story.dateline else None,
        "descriptions": _valued(
            ("summary", story.dek),
            ("published", story.published.value if story.published else None),
            *((note.kind, note.text) for note in story.notes),
        ),
        "bodies": [
            {"role": "main", "contentType": "text/plain", "charCount": len(story.body), "value": story.body},
            {"role": "html", "contentType": "text/html", "value": body_html(story)},
        ],
        "people": [
            *({"name": author.name, "rel": "author"} for author in story.authors),
            *({"name": person.name, "rel": "about"} for person in story.people),
        ],
        "infoSources": [
            *({"name": name, "role": "publisher"} for name in (story.outlet.name or story.outlet.domain,) if name),
            *({"name": credit.source, "role": credit.role} for credit in story.credits if credit.source),
        ],
        "subjects": [{"name": name} for name in (story.section, *story.tags) if name],
        "altIds": [{"role": "url", "value": story.url}] if story.url else [],
        "associations": [
            {"name": f"picture-{number}", "uri": image.url, "type": "picture", "by": image.credit, "descriptions": _valued(("caption", image.caption))}
            for number, image in enumerate(story.images, 1)
            if image.url
        ],
    }  # fmt: skip
    item["associations"] = [_known(one) for one in item["associations"]]  # type: ignore[union-attr, arg-type]
    return _known(item)


def _known(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value not in (None, [])}


def _valued(*given: tuple[str, str | None]) -> list[dict[str, str]]:
    return [{"role": role, "value": value} for role, value in given if value]


def _instant(stamp: Stamp | None) -> str | None:
    moment = stamp.datetime if stamp else None
    return moment.isoformat() if moment else None


def _when(story: Story) -> str:
    """For the desk that takes it in: the day as far as it is known, and what it rests on."""
    if story.published:
        return f"Published {story.published.value} (basis: {story.published.basis})."
    window = story.window
    return f"Undated: between {window.earliest or 'an unknown day'} and {window.latest or 'an unknown day'}."
