"""What Backfile must make of each page: the lines of expected.json, from the same data as the pages."""

import re
from typing import Any

from samples.outlets import MARK, OUTLETS
from samples.pages import EXPORT, EXPORTED, Page
from samples.rendering import Story, furniture

Expected = dict[str, Any]
WORDS = 8
"""Words of a block that the record gives: enough to tell it from every other."""

SKIPPED_KINDS = ("error-page", "login-wall", "listing")


def expectation(page: Page, stories: dict[str, Story]) -> Expected:
    """One page's line."""
    record: Expected = {
        "source": page.source,
        "template": page.template,
        "url": address(page),
        "captured_at": page.captured_at,
    }
    if page.kind in SKIPPED_KINDS:
        return record | {"skipped": page.kind}
    if page.options.get("cut"):
        return record | {"skipped": "truncated"}
    story = stories[page.story]
    record |= {"story": page.story, "kind": page.kind} | _fields(page, story)
    record |= {"body": body_of(story), "credits": _credits(page, story), "notes": _notes(page, story)}
    return record | {"furniture": _furniture(page, story), "kept_out": _kept_out(page, stories)}


def exported(name: str, number: int, story: Story) -> Expected:
    """A line for a post of the WordPress export."""
    page = Page(name, "export", EXPORT, f"http://wrencountypost.example/?p={number}", outlet="post")
    record = expectation(page, {name: story})
    record["published"] = _stamp(story["published"])
    if not story["updated"]:
        del record["updated"]  # WordPress fills post_modified in for a post that was never changed
    return record | ({"credits": [{"role": "staff"}]} if story.get("staff") else {})


def address(page: Page) -> str | None:
    """The address that Backfile can know: the canonical one where the page gives it."""
    if not page.knows_url:
        return None
    is_file = page.source.startswith("pages/")
    return page.options.get("canonical", page.url) if is_file else page.url


def _fields(page: Page, story: Story) -> Expected:
    fields: Expected = {"headline": story["headline"], "language": story.get("language", "en")}
    fields["published"] = _published(page, story)
    fields["updated"] = _updated(page, story)
    fields["dateline"] = story["dateline"]
    fields["authors"] = [] if page.options.get("byline") is False else _people(story)
    if page.template not in ("next", "fusion", "export", "text") and story["byline"]:
        fields["byline"] = story["byline"]
    for name in ("kicker", "dek"):
        if story[name] and page.template not in ("print", "next", "fusion"):
            fields[name] = story[name]
    if page.template not in ("table", "print", "text"):
        fields["outlet"] = story.get("outlet") or (
            OUTLETS[page.outlet].short if page.template == "broadcaster" else OUTLETS[page.outlet].name
        )
    return fields


def _people(story: Story) -> list[str]:
    return [] if story.get("staff") else list(story["authors"])


def _published(page: Page, story: Story) -> Expected | None:
    if page.published == "unknown":
        return None
    value = page.published or story["published"]
    if page.stamp is None and not page.published:
        value = in_address(page)
    if page.template == "world" and value and len(value) > 16:
        value = value[:16]
    if page.template in ("table", "print") or page.stamp == "relative":
        value = value and value[:10]
    if page.template == "broadcaster":
        value = value and value[:16]
    return value and _stamp(value)


def _updated(page: Page, story: Story) -> Expected | None:
    if not story["updated"] or page.template in ("table", "text"):
        return None
    return _stamp(story["updated"][:16] if page.template == "broadcaster" else story["updated"])


def _stamp(value: str) -> Expected:
    """A value as far as it is printed."""
    value = re.sub(r"(\.000)?Z$", "+00:00", value)
    precision = {4: "year", 7: "month", 10: "day", 16: "minute"}.get(len(value), "second")
    return {"value": value, "precision": precision}


def in_address(page: Page) -> str | None:
    """The day in an address that the page is known by."""
    match = re.search(r"/(\d{4})/(\d\d)/(\d\d)/", page.url or "")
    return "-".join(match.groups()) if match and page.knows_url else None


def first_words(text: str) -> str:
    """The first words of a text, or its first letters where it has no spaces."""
    return " ".join(text.split(" ")[:WORDS])[:70].rstrip()


def body_of(story: Story) -> list[list[str]]:
    """[kind, first words] of each block."""
    body = [["paragraph", story["intro"]]] if story["intro"] else []
    body += [[block["kind"], block["text"]] for block in story["blocks"]]
    for entry in story.get("entries", ()):
        body += [["entry-time", entry["shown"]], ["subhead", entry["title"]]]
        body += [["paragraph", text] for text in entry["paragraphs"]]
    body += [["caption", text] for text in story.get("captions", ())]
    return [[kind, first_words(text)] for kind, text in body]


def _credits(page: Page, story: Story) -> list[Expected]:
    if page.template == "text":
        return [{"source": c["source"], "role": c["role"]} for c in story["credits"] if c["role"] != "staff"]
    return [{"source": credit["source"], "role": credit["role"]} for credit in story["credits"]]


def _notes(page: Page, story: Story) -> list[Expected]:
    if page.template in ("print", "text"):
        return []
    return [{"kind": note["kind"], "starts": first_words(note["text"])} for note in story["notes"]]


def _furniture(page: Page, story: Story) -> list[Expected]:
    """Kinds that must be named so: what is printed around this story on this template."""
    if page.template == "text":
        texts = {label: furniture(page)[label] for label in ("archive-notice", "browser-notice", "footer")}
    else:
        texts = furniture(page)
    found = [{"kind": "call-out", "starts": story["call_out"]}] if story.get("call_out") else []
    for label, text in texts.items():
        if page.template == "print" and label == "share":
            continue
        if label == "paywall" and not page.options.get("paywall"):
            continue
        if label == "newsletter" and page.template in ("modern", "broadcaster") and _short(page, story):
            continue
        if label == "related:inline" and len(story["blocks"]) < 4:
            continue
        found.append({"kind": label.split(":")[0], "starts": text})
    for label, key in (("newsletter", "newsletter"), ("related", "read_more"), ("footer", "footer")):
        if story.get(key) and page.template == "world" and not (key == "read_more" and len(story["blocks"]) < 2):
            found.append({"kind": label, "starts": story[key]})
    if page.options.get("bio"):
        found.append({"kind": "author-bio", "starts": page.options["bio"]["text"]})
    return found


def _short(page: Page, story: Story) -> bool:
    """True where the newsletter box, which follows the second paragraph, does not come."""
    kinds = [block["kind"] for block in story["blocks"]]
    return len(kinds) < 2 or kinds[1] == "table" or bool(page.options.get("paywall"))


def _kept_out(page: Page, stories: dict[str, Story]) -> list[str]:
    """Texts of the page that are in no body."""
    texts = [MARK]
    if page.options.get("second"):
        texts.append(stories[page.options["second"]["story"]]["blocks"][0]["text"])
    if page.template == "print":
        texts.append("Close this window")
    if page.template == "wordpress":
        texts += ["My uncle has been saying it", "Sheriff’s log: a goat, twice", "Bookmark the"]
    if page.template in ("modern", "broadcaster"):
        texts += ["Heron study finds more herons", "Geese close Route 9, again", "The otter has a name"]
    if page.template in ("next", "fusion"):
        texts += ["The otter has a name", "Get The First Tide", "You need to enable JavaScript"]
    return texts


def all_expected(pages: list[Page], stories: dict[str, Story]) -> list[Expected]:
    """Every line of expected.json, the export's posts and the faults last."""
    lines = [expectation(page, stories) for page in pages]
    lines += [exported(name, 501 + n, stories[name]) for n, name in enumerate(EXPORTED)]
    lines += [
        {"source": EXPORT, "url": f"http://wrencountypost.example/?p={n}", "skipped": "not-published"}
        for n in (506, 507, 508)
    ]
    return lines
