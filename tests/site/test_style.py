"""Style sheet and templates: they parse, agree on every class, can be read, and ask little of a browser."""

import re
from pathlib import Path

import pytest
import tinycss2

from backfile.site import set_words
from backfile.site.rendering import ASSETS, TEMPLATES, setting

SHEET = (ASSETS / "style.css").read_text("utf-8")
SET_WORDS = Path(set_words.__file__).read_text("utf-8")
NAMES = sorted(path.name for path in TEMPLATES.iterdir())


def rules(nodes, media=""):
    """(media, selector, declarations) of every rule, at-rules opened."""
    for node in nodes:
        assert node.type != "error", node.message
        if node.type == "at-rule" and node.lower_at_keyword == "media":
            inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield from rules(inner, tinycss2.serialize(node.prelude).strip())
        elif node.type == "at-rule":
            assert node.lower_at_keyword == "page"
        else:
            declarations = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            for declaration in declarations:
                assert declaration.type == "declaration", declaration
            yield media, tinycss2.serialize(node.prelude).strip(), declarations


ALL = list(rules(tinycss2.parse_stylesheet(SHEET, skip_comments=True, skip_whitespace=True)))


def test_the_sheet_parses_and_is_not_empty():
    assert len(ALL) > 100
    assert {media for media, _, _ in ALL} == {
        "", "(min-width: 46em)", "(min-width: 62em)", "(max-width: 30em)", "(prefers-color-scheme: dark)", "print",
    }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_each_template_compiles(name):
    setting().get_template(name)


def test_templates_and_sheet_have_the_same_classes():
    used = set()
    for text in [(TEMPLATES / name).read_text("utf-8") for name in NAMES] + [SET_WORDS]:
        name = text[:60]
        for value in re.findall(r'class="([^"]*)"', text):
            assert "{" not in value, f"{name}: a class made while rendering cannot be checked"
            used.update(value.split())
    named = {word for _, selector, _ in ALL for word in re.findall(r"\.([a-zA-Z][\w-]*)", selector)}
    assert used - named == set()
    assert named - used == set()


def test_nothing_is_asked_of_a_browser_that_old_ones_lack():
    assert "var(" not in SHEET
    assert not re.search(r"display:\s*(grid|flex|inline-flex)", SHEET)
    assert "@import" not in SHEET
    assert "url(" not in SHEET
    assert "@supports" not in SHEET


def test_templates_mark_nothing_as_safe():
    for name in NAMES:
        text = (TEMPLATES / name).read_text("utf-8")
        assert "| safe" not in text
        assert "autoescape" not in text
        assert " style=" not in text


def colour(name, selector, media):
    """The last value of a property for exactly this selector, in one scheme."""
    found = None
    for where, prelude, declarations in ALL:
        if where == media and selector in [part.strip() for part in prelude.split(",")]:
            for declaration in declarations:
                if declaration.name == name:
                    found = tinycss2.serialize(declaration.value).strip()
    return found


def luminance(code):
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2.2: the ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


ON_PAGE = ("a", "a:visited", ".nav a", ".entry-headline a:visited", ".when", ".entry-date", ".source", ".dek", ".count")
ON_THEIR_OWN = (".undated", ".entry-undated", ".note", ".trouble", "mark", "input", ".press")


@pytest.mark.parametrize("media", ["", "(prefers-color-scheme: dark)"])
def test_every_colour_can_be_read(media):
    page = colour("background-color", "body", media)
    pairs = [(colour("color", selector, media), page) for selector in ("body", *ON_PAGE)]
    pairs += [(colour("color", s, media), colour("background-color", s, media)) for s in ON_THEIR_OWN]
    pairs += [(colour("color", link, media), colour("background-color", ".trouble", media)) for link in ("a",)]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def test_each_colour_of_the_light_scheme_has_one_in_the_dark():
    def coloured(media):
        names = ("color", "background-color", "border-color")
        return {
            (part.strip(), d.name)
            for where, prelude, declarations in ALL
            if where == media
            for d in declarations
            if d.name in names
            for part in prelude.split(",")
        }

    assert coloured("") == coloured("(prefers-color-scheme: dark)")
