"""Another story set under the page's own: sites that scroll on without end put it in an <article>, with an <h1> of its own."""

from backfile.label.draft import Draft
from backfile.label.nesting import boxes_around, nearest_boxes
from backfile.model.label import FurnitureKind, Label, RuleName

_SECOND_STORY = Label(FurnitureKind.SECOND_STORY, RuleName.SECOND_STORY)
_ARTICLE = frozenset(("article",))


def second_story(draft: Draft) -> None:
    """Mark where another story is set under this one: nothing from there on is of the body."""
    page, body, headline = draft.page, draft.body, draft.headline
    if headline < 0 or page.state_from >= 0:
        return
    opening = body.index(True) if True in body else headline
    title = page.blocks[headline].text
    around: set[int] = set()
    for index in range(max(headline + 1, opening), len(body)):
        block = page.blocks[index]
        if block.tag == "h1" and block.text != title and any(body[: index + 1]):
            around = around or {
                *boxes_around(page, page.blocks[headline].box),
                *boxes_around(page, page.blocks[opening].box),
            }
            article = next((box for box in boxes_around(page, block.box) if page.boxes[box].tag == "article"), 0)
            if article and article not in around:
                start = next(i for i, other in enumerate(page.blocks) if article in boxes_around(page, other.box))
                draft.second = start
                body[start:] = [False] * (len(body) - start)
                return


def label_second_story(draft: Draft, labels: list[Label]) -> None:
    """All of another story is labelled so, but what a name says to be furniture and stands in no <article>."""
    if draft.second < len(labels):
        article_around = nearest_boxes(draft.page, _ARTICLE)
        for index in range(draft.second, len(labels)):
            box = draft.page.blocks[index].box
            if draft.region.hints[box] is None or article_around[box]:
                labels[index] = _SECOND_STORY
