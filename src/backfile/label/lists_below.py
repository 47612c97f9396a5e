"""Other stories listed below the text: lines after "More from ...", headings that are links with a summary each."""

from backfile.label.draft import Draft
from backfile.label.nesting import boxes_around, is_inside
from backfile.late_pattern import late
from backfile.model.label import FurnitureKind, Label, RuleName
from backfile.model.page import HEADINGS, Block

_LISTED = Label(FurnitureKind.RELATED, RuleName.LIST_BELOW)
_TEASER = Label(FurnitureKind.RELATED, RuleName.TEASERS_BELOW)
_LONGEST_SUMMARIES, _FEWEST_TEASERS = 2, 2
"""Paragraphs that a teaser's summary has at most; teasers that are a list."""
_SUMMARY = 60
_LEAST_STORY, _MOST_AFTER = 0.8, 0.25
"""What stands before the teasers is as much as they are, nearly; an article that lists things has its list in its midst, and goes on."""
_SENTENCE_ENDS = (".", "!", "?", "”", "’", '"', "»", "«", "。", "」")
_CUT = ("…", "...", "[…]", "[...]", "… »", "→")


def list_below(draft: Draft) -> None:
    """What comes after a line such as "More from the harbour", where no sentence of the story comes after that any more."""
    region, body = draft.region, draft.body
    blocks = draft.page.blocks
    told = (
        at
        for at, inside in enumerate(body)
        if inside and (region.prose[at] or blocks[at].text.endswith(_SENTENCE_ENDS))
    )
    last = max(told, default=len(body))
    for index in range(last + 1, len(body)):
        rule = region.told[index]
        if rule is not None and rule.kind is FurnitureKind.RELATED and not _NAMES_ONE.match(blocks[index].text):
            for at in range(index + 1, len(body)):
                if body[at] or _is_listed(draft, index, at):
                    draft.give(at, _LISTED)
            return


_NAMES_ONE = late(r"[^:：]{2,30}[:：]\s*\S")
"""Matches "Video: how the chalk line is drawn", which names one thing and no list; not "More from the harbour"."""


def _is_listed(draft: Draft, line: int, at: int) -> bool:
    """Whether a block that nothing else is said of stands in the box of the line that names the list."""
    region, blocks = draft.region, draft.page.blocks
    around = draft.page.boxes[blocks[line].box].parent
    is_open = region.hints[blocks[at].box] is None and region.told[at] is None
    return is_open and around > 0 and is_inside(draft.page, blocks[at].box, around)


def teasers_below(draft: Draft) -> None:
    """Headings that are links, each with a summary under it, below the story: no reader takes them for its text. A list of places
    that names each by a link to it stands in one box with the story's own paragraphs, and its texts are not cut."""
    teasers = _teasers(draft)
    if len(teasers) < _FEWEST_TEASERS or _are_of_the_story(draft, {heading for heading, _ in teasers}):
        return
    first, last = teasers[0][0], teasers[-1][1]
    prose, taken = draft.region.prose, {at for start, end in teasers for at in range(start, end)}
    listed = sum(len(draft.page.blocks[at].text) for at in taken)
    story = sum(prose[at] for at, inside in enumerate(draft.body) if inside and at < first)
    after = sum(prose[at] for at, inside in enumerate(draft.body) if inside and at >= first and at not in taken)
    if story < listed * _LEAST_STORY or after > story * _MOST_AFTER or last < first:
        return
    for heading, end in teasers:
        for at in range(heading, end):
            draft.give(at, _TEASER)


def _teasers(draft: Draft) -> list[tuple[int, int]]:
    """(heading, end of its summary) of each."""
    page, body = draft.page, draft.body
    first = body.index(True) if True in body else len(body)
    found = []
    for index in range(first + 1, len(body) - 1):
        block = page.blocks[index]
        if (
            not _is_linked_heading(block)
            or _leads_off(draft, block)
            or not (body[index] or draft.region.hints[block.box] is None)
        ):
            continue
        end = index + 1
        while (
            end < len(body)
            and body[end]
            and page.blocks[end].tag not in HEADINGS
            and not _is_linked_heading(page.blocks[end])
        ):
            end += 1
        texts = [page.blocks[at] for at in range(index + 1, end)]
        is_summary = 0 < len(texts) <= _LONGEST_SUMMARIES and any(len(one.text) >= _SUMMARY for one in texts)
        if is_summary and (_is_apart(draft, index, end) or texts[-1].text.endswith(_CUT)):
            found.append((index, end))
    return found


def _are_of_the_story(draft: Draft, teasers: set[int]) -> bool:
    """Whether other headings of the same make head paragraphs that stay: then the story is a list, and each names a thing on it."""
    page, body = draft.page, draft.body
    made = {(page.blocks[at].tag, name) for at in teasers if (name := page.boxes[page.blocks[at].box].name)}
    return any(
        any(body[at + 1 : at + 3]) and at not in teasers and (block.tag, page.boxes[block.box].name) in made
        for at, block in enumerate(page.blocks[:-1])
    )


def _is_linked_heading(block: Block) -> bool:
    return (
        bool(block.links)
        and block.linked * 10 >= 9 * len(block.text)
        and (block.tag in HEADINGS or (block.emphasis * 10 >= 9 * len(block.text) and len(block.text) > 10))
    )


def _leads_off(draft: Draft, block: Block) -> bool:
    """Whether a heading leads to another site: a paper lists its own stories."""
    host = _HOST.match(block.links[0].href)
    mine = _HOST.match(draft.page.url or "")
    return host is not None and mine is not None and host[1] != mine[1]


_HOST = late(r"(?:https?:)?//(?:www\.)?([^/?#]+)")


def _is_apart(draft: Draft, heading: int, end: int) -> bool:
    """Whether a heading and its summary have a box of their own, with nothing else of the story in it."""
    page, body = draft.page, draft.body
    around = set(boxes_around(page, page.blocks[end - 1].box))
    at = next((box for box in boxes_around(page, page.blocks[heading].box) if box in around), 0)
    return at > 0 and not any(
        body[other] and not heading <= other < end and is_inside(page, page.blocks[other].box, at)
        for other in range(len(body))
    )
