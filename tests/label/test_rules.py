"""Each rule of labelling is worth something: the page that it names comes out otherwise without it."""

from pathlib import Path

import pytest
from tests.test_pages import PAGES, capture_in

from backfile.label import label_page as labelling
from backfile.label import line_label as lines
from backfile.label import rules
from backfile.label.label_page import label_page
from backfile.label.line_label import line_label
from backfile.label.line_rule import LineRule
from backfile.label.line_rules import LINE_RULES
from backfile.model.capture import Capture, Place
from backfile.model.label import RuleName
from backfile.page.build_page import build_page
from backfile.reading import read_labels

FOLDERS = {folder.name: folder for folder in PAGES}
LISTS = ("STORY_RULES", "BLOCK_RULES", "TEXT_RULES", "SETTLING_RULES")
ENTRIES = [(name, place) for name in LISTS for place in range(len(getattr(rules, name)))]


def _id(entry: tuple[str, int]) -> str:
    name, place = entry
    return f"{place}-{getattr(rules, name)[place].name}"


@pytest.mark.parametrize("entry", ENTRIES, ids=_id)
def test_without_a_rule_its_page_is_labelled_otherwise(entry: tuple[str, int], monkeypatch: pytest.MonkeyPatch) -> None:
    name, place = entry
    full = getattr(labelling, name)
    labelled = read_labels(capture_in(FOLDERS[full[place].shown_by]))
    monkeypatch.setattr(labelling, name, full[:place] + full[place + 1 :])
    assert label_page(labelled.page).labels != labelled.labels


def test_pages_and_rules_name_one_another() -> None:
    shown = {(rule.shown_by, rule.name.value) for name in LISTS for rule in getattr(rules, name)}
    listed = {
        (folder.name, line)
        for folder in FOLDERS.values()
        if (folder / "rules.txt").is_file()
        for line in (folder / "rules.txt").read_text("utf-8").splitlines()
    }
    assert shown == listed


def test_every_name_of_a_rule_is_a_rules() -> None:
    known = {rule.name for name in LISTS for rule in getattr(rules, name)} | {rule.name for rule in LINE_RULES}
    assert known | {RuleName.NO_RULE} == set(RuleName)


def page_with(line: str) -> bytes:
    prose = "<p>The bridge over the Sutter was shut on Monday, and nobody knows when it will be open again, the mayor said.</p>"
    return f"<h1>Bridge shut</h1><div class=copy>{prose * 3}<p>{line}</p></div>".encode()


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda rule: rule.name)
def test_without_a_rule_of_lines_its_example_is_labelled_otherwise(
    rule: LineRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    capture = Capture(page_with(rule.example), "", Place(str(Path("made.html"))), media_type="text/html")
    page = build_page(capture)
    label = label_page(page).labels[-1]
    assert (label.kind, label.rule) == (rule.kind, rule.name)

    def without(text: str) -> LineRule | None:
        found = line_label(text)
        return None if found is rule else found

    monkeypatch.setattr(lines, "line_label", without)
    assert label_page(page).labels[-1] != label
