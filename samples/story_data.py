"""The stories of the sample back file, read from stories/*.toml."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "stories"

MARKS = {"## ": "subhead", "> ": "quote"}


def load_stories() -> dict[str, dict[str, Any]]:
    """Every story by its id, bodies opened into blocks."""
    stories: dict[str, dict[str, Any]] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for name, raw in tomllib.loads(path.read_text("utf-8")).items():
            stories[name] = _story(name, raw)
    return stories


def _story(name: str, raw: dict[str, Any]) -> dict[str, Any]:
    story = {
        "kind": "story",
        "tags": [],
        "credits": [],
        "notes": [],
        "dek": None,
        "kicker": None,
        "byline": None,
        "authors": [],
    }
    story |= {"updated": None, "published": None, "dateline": None, "section": None, "intro": None, "id": name}
    story |= raw
    story["blocks"] = blocks_of(raw.get("body", ""))
    story["credit_lines"] = [c["raw"] for c in story["credits"] if c["raw"] != story["byline"] and c["role"] != "staff"]
    for entry in story.get("entries", ()):
        entry["paragraphs"] = [block["text"] for block in blocks_of(entry["body"])]
    return story


def blocks_of(body: str) -> list[dict[str, Any]]:
    """Blocks of a body: "## " a subhead, "> " a quote, "- " list items, "|" table rows, anything else a paragraph."""
    blocks: list[dict[str, Any]] = []
    for part in filter(None, (part.strip() for part in body.split("\n\n"))):
        if part[0] in "-|" and part[:2] != "--":
            blocks += _run(part)
            continue
        kind = next((kind for mark, kind in MARKS.items() if part.startswith(mark)), "paragraph")
        text = part if kind == "paragraph" else part.split(" ", 1)[1]
        blocks.append({"kind": kind, "text": text})
    return blocks


def _run(part: str) -> list[dict[str, Any]]:
    """The rows of a table or the items of a list, the first and the last marked for the templates."""
    lines = part.splitlines()
    run: list[dict[str, Any]] = []
    for line in lines:
        if line.startswith("|"):
            cells = line[1:].split("|")
            run.append({"kind": "table", "text": "\t".join(cells), "cells": cells})
        else:
            run.append({"kind": "list-item", "text": line[2:]})
    for item in run:
        item |= {"first": item is run[0], "last": item is run[-1]}
    return run
