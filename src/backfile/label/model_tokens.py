"""What the block model knows by name: elements, marks at a text's end, words of texts and of boxes' names."""

from backfile.label.page_claims import HEAD
from backfile.page.box_names import words_of as words_of_name

TAGS = {
    "p": 0, "div": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 6, "h6": 6, "td": 7, "th": 7, "span": 8,
    "body": 9, "figcaption": 10, "caption": 10, "blockquote": 11, "section": 12, "main": 12, "article": 13,
    "button": 14, "dt": 15, "dd": 16, "label": 17, "header": 18, "footer": 19, "summary": 20, "pre": 21,
}  # fmt: skip
TAG_COUNT = 23
ENDS = dict.fromkeys(".!?。！？؟।։۔", 1) | dict.fromkeys("\"'”’»)]」』“", 2) | dict.fromkeys(":：", 3)
ENDS |= dict.fromkeys("…,;-–—", 4) | dict.fromkeys("0123456789", 5)
END_COUNT = 6


def words_of(head: str) -> list[str]:
    """What a block's beginning is looked up by: its words, its first word and first two as such, a short line as a whole."""
    words = head.lower().split()
    return [*words, *beginnings(words, head)] if words else words


def beginnings(words: list[str], head: str) -> list[str]:
    """Of words, at least one, those that begin a block, and a short line as a whole."""
    firsts = ["^" + words[0], "^" + " ".join(words[:2])]
    return [*firsts, "=" + " ".join(words)] if len(head) < HEAD else firsts


def leads_of(rows: dict[str, int]) -> set[str]:
    """The words that a known beginning begins with: of other blocks the words alone are looked up."""
    return {word[1:].split()[0] for word in rows if word[0] in "^=" and word[1:]}


def name_words(tag: str, name: str) -> list[str]:
    """What a box is looked up by: its tag, and the words of its names."""
    return [tag + ">", *words_of_name(name)]
