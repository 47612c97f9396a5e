"""The Story record, docs/schema.md and docs/story.schema.json say the same."""

import json
import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from backfile.model import doubts
from backfile.model import story as model
from backfile.model.label import BodyKind, FurnitureKind
from backfile.model.plain_values import GROUNDS
from backfile.model.reason_codes import CODES, ClueCode, DoubtCode, KindCode, ThreadCode, WindowCode
from backfile.model.reasons import OtherStory
from backfile.model.story import SCHEMA, Story

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA_FILE: dict[str, Any] = json.loads((DOCS / "story.schema.json").read_text("utf-8"))
PAGE = (DOCS / "schema.md").read_text("utf-8")

PARTS: dict[str, Any] = {
    name: kind
    for name, kind in vars(model).items()
    if isinstance(kind, type) and hasattr(kind, "_fields") and kind.__module__ in (model.__name__, doubts.__name__)
}


def in_plain_values(names: Iterable[str]) -> list[str]:
    """A record's fields, and beside each that holds reasons the one with their codes."""
    return [plain for name in names for plain in (name, GROUNDS.get(name)) if plain]


FIELDS = {name: in_plain_values(kind._fields) for name, kind in PARTS.items()}
FIELDS["Ground"] = ["code"]
FIELDS["OtherStory"] = list(OtherStory._fields)
FIELDS["Story"] = ["schema", *in_plain_values(field.name for field in fields(Story))]

FULL = Story(
    id="1f3c",
    url="https://paper.example/a",
    outlet=model.Outlet("The Paper", "paper.example"),
    language="en",
    section="News",
    tags=("river",),
    kind="story",
    kind_reason=KindCode.PROSE.of(2, 1),
    headline="Rain",
    kicker="Weather",
    dek="It rained.",
    byline="By A. Person, Staff Writer",
    authors=(model.Author("A. Person", "Staff Writer"),),
    dateline=model.Dateline("HERE --", "HERE"),
    published=model.Stamp("2017-02-23T16:47-05:00", "minute", "stated", "visible", "POSTED 4:47 PM", conflict=True),
    updated=model.Stamp("2017", "year", "unknown", "visible", "2017"),
    captured_at=datetime(2017, 3, 1, tzinfo=UTC),
    window=model.Window("2017-02-23", "2017-03-01", (WindowCode.SAVED.of("2017-03-01"),)),
    body="It rained.",
    blocks=(model.BodyBlock("paragraph", "It rained.", 0, 10, (model.Link(0, 2, "https://paper.example/b"),)),),
    furniture=(model.Furniture("archive-notice", "This is an archived article", "a-rule"),),
    credits=(model.Credit("AP", "The Associated Press", "wire"),),
    notes=(model.Note("correction", "It did not rain.", "2017-02-24"),),
    images=(model.Image("https://paper.example/i.jpg", "Rain", "A. Person"),),
    dates=(model.DateMention("Thursday", 0, 8, "DATE", None),),
    quotes=(model.Quote("It rained", ((0, 9),), "direct", "said", (10, 14)),),
    people=(model.Named("A. Person", None, ((0, 3),)),),
    doubts=(doubts.doubt("published", DoubtCode.DATES_CONFLICT, "2017-02-23", ("2017-03-01",)),),
    evidence=(model.Evidence("published", None, "Copyright 2024", "visible", "a-rule", why_not=ClueCode.OUTSIDE.of()),),
    versions=(model.Version("5b1f0c9e77aa", "2017-02-23T22:00:00Z", None, 2, ("headline",)),),
    copies=(
        model.Copy("9c0f", "Beacon Six", "Rain", model.Stamp("2017-02-24", "day", "unknown", "url", "2017/02/24")),
    ),
    thread=(
        model.ThreadLink(
            "7ab2",
            headline="More rain",
            published=model.Stamp("2017-02-25", "day", "unknown", "url", "2017/02/25"),
            order="after",
            because=(ThreadCode.RARE_NAMES.of(("Klein",)), ThreadCode.DAYS_NEAR.of(2)),
        ),
    ),
)


def documented() -> dict[str, list[str]]:
    """Field names by record, from the tables of docs/schema.md."""
    found: dict[str, list[str]] = {}
    for section in re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]:
        name, _, text = section.partition("\n")
        rows = re.findall(r"^\| `([a-z_]+)` \|", text, flags=re.MULTILINE)
        if rows:
            found[name.strip()] = rows
    return found


def in_json_schema() -> dict[str, Any]:
    return {"Story": SCHEMA_FILE, **SCHEMA_FILE["$defs"]}


def test_every_field_is_in_the_page_and_every_field_of_the_page_is() -> None:
    assert documented() == FIELDS


def test_every_field_is_in_the_json_schema_and_the_other_way_round() -> None:
    assert {name: list(part["properties"]) for name, part in in_json_schema().items()} == FIELDS


def test_the_json_schema_lets_nothing_else_through() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA_FILE)
    for name, part in in_json_schema().items():
        assert name == "Ground" or part["additionalProperties"] is False, name
        assert part["required"] == FIELDS[name]


def test_the_codes_of_grounds_are_those_of_the_code() -> None:
    assert SCHEMA_FILE["$defs"]["Ground"]["properties"]["code"]["enum"] == list(CODES)


def test_the_record_has_the_fields_in_this_order() -> None:
    assert list(FULL.to_dict()) == FIELDS["Story"]
    assert FULL.to_dict()["schema"] == SCHEMA


@pytest.mark.parametrize("story", [Story(id="1"), FULL], ids=["empty", "full"])
def test_records_are_valid(story: Story) -> None:
    jsonschema.validate(json.loads(json.dumps(story.to_dict())), SCHEMA_FILE, jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "poem"), ("published", {"value": "2017"}), ("headline", 3), ("colour", "red")],
)
def test_other_records_are_not(field: str, value: Any) -> None:
    record = json.loads(json.dumps(FULL.to_dict())) | {field: value}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record, SCHEMA_FILE, jsonschema.Draft202012Validator)


def test_body_kinds_are_those_of_the_code() -> None:
    kinds = {kind.value for kind in BodyKind}
    assert set(SCHEMA_FILE["$defs"]["BodyBlock"]["properties"]["kind"]["enum"]) == kinds
    row = next(line for line in PAGE.split("\n## BodyBlock\n")[1].splitlines() if line.startswith("| `kind`"))
    assert kinds <= set(re.findall("`([a-z-]+)`", row))


def test_furniture_kinds_are_those_of_the_code() -> None:
    kinds = SCHEMA_FILE["$defs"]["Furniture"]["properties"]["kind"]["enum"]
    assert sorted(kinds) == sorted(kind.value for kind in FurnitureKind)
