"""Stories as files: names that say day and headline, front matter, ninjs; no age in what is read on another day."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from backfile import Archive
from backfile.cli.written_stories import story_markdown, story_text
from backfile.export.forms import forms
from backfile.export.ninjs import ninjs_item
from backfile.export.story_folder import slug, story_path

_FORMS = forms(
    text=lambda story: "\n".join(story_text(story, None)), markdown=lambda story: "\n".join(story_markdown(story, None))
)


def test_a_file_a_story_under_its_year(sample: Archive, tmp_path: Path) -> None:
    for name, suffix in (("markdown", ".md"), ("text", ".txt"), ("ninjs", ".json")):
        done = _FORMS[name](sample, sample.stories(), tmp_path / name)
        written = sorted(path.relative_to(tmp_path / name) for path in (tmp_path / name).rglob("*.*"))
        assert written == sorted(story_path(story, suffix) for story in sample)
        assert done.count == len(written)
        for path in written:
            text = (tmp_path / name / path).read_text("utf-8")
            assert " years ago" not in text.replace("years ago, ", "").split("\n\n")[0]
    ferry = next((tmp_path / "markdown" / "2001").glob("2001-03-06-ferry-fares-*.md")).read_text("utf-8")
    head = dict(line.split(": ", 1) for line in ferry.split("---\n")[1].splitlines())
    assert json.loads(head["date"]) == "2001-03-06"
    assert json.loads(head["basis"]) == "visible"
    assert json.loads(head["aliases"]) == ["/news/2001/0306/ferry.html"]
    undated = next((tmp_path / "markdown" / "undated").iterdir()).read_text("utf-8")
    assert "\nundated: true\n" in undated
    assert "\ndate: " not in undated


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Mill’s roof gives way", "mills-roof-gives-way"),
        ("Über: Straße & Café", "uber-straße-cafe"),
        ("橋を復旧　8か月ぶり", "橋を復旧-8か月ぶり"),
        ("다리 재개통", "다리-재개통"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("…", ""),
    ],
)
def test_slugs(headline: str, name: str) -> None:
    assert slug(headline) == name


_TEXT = {"type": "string"}


def _closed(*names: str, required: tuple[str, ...] = ()) -> dict[str, Any]:
    """A list of objects with these fields and no others."""
    fields = {name: {} if name == "charCount" else _TEXT for name in names}
    return {"type": "array", "items": {"required": list(required), "additionalProperties": False, "properties": fields}}


_INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$"}
_NINJS: dict[str, Any] = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        **dict.fromkeys(("uri", "representationType", "edNote", "language", "title", "by", "located", "name"), _TEXT),
        "type": {"enum": ["text", "picture"]},
        "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
        "standard": {"additionalProperties": False, "properties": dict.fromkeys(("name", "version", "schema"), _TEXT)},
        **dict.fromkeys(("contentCreated", "versionCreated"), _INSTANT),
        "headlines": _closed("role", "contentType", "value", required=("value",)),
        "descriptions": _closed("role", "contentType", "value", required=("value",)),
        "bodies": _closed("role", "contentType", "charCount", "wordCount", "value", required=("value",)),
        "people": _closed("name", "rel", "uri", "literal"),
        "infoSources": _closed("name", "role", "uri", "literal"),
        "subjects": _closed("name", "rel", "uri", "literal"),
        "altIds": _closed("role", "value"),
        "associations": {"items": {"$ref": "#", "required": ["name", "uri"]}},
    },
}
"""The part of IPTC's ninjs 3.0 schema that items of ours use, written from its field list: what it does not name is refused."""


def test_ninjs_is_of_its_schema_and_knows_no_more_than_the_record(sample: Archive) -> None:
    checker = jsonschema.Draft202012Validator(_NINJS)
    timed = 0
    for story in sample:
        item = ninjs_item(story)
        checker.validate(item)
        assert ("contentCreated" in item) == bool(story.published and story.published.datetime)
        timed += "contentCreated" in item
        assert ("Undated" in item["edNote"]) == (story.published is None)
        assert item["bodies"][0]["value"] == story.body
    assert timed > 5
