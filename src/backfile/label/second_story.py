"""Another story set under the page's own: sites that scroll on without end put it in an <article>, with an <h1> of its own."""

from backfile.label.nesting import boxes_around
from backfile.model.page import Page


def second_story(page: Page, headline: int, body: list[bool]) -> int:
    """The index of the first block of another story set under this one; the number of blocks where there is none."""
    if headline < 0 or page.state_from >= 0:
        return len(body)
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
                return next(i for i, other in enumerate(page.blocks) if article in boxes_around(page, other.box))
    return len(body)
