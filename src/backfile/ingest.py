"""The only module that knows every stage: capture -> page -> labels -> story -> archive."""

from backfile.model.capture import Capture
from backfile.model.story import BodyBlock, Story


def read_capture(capture: Capture, *, analyse: bool = True) -> Story:
    """The Story on a capture. PROVISIONAL until the reading stages land: <title> and <p> only."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(capture.payload)
    title = tree.css_first("title")
    texts = [text for node in tree.css("p") if (text := " ".join(node.text().split()))]
    blocks, start = [], 0
    for text in texts:
        blocks.append(BodyBlock("paragraph", text, start, start + len(text)))
        start += len(text) + 2
    return Story(
        id=capture.payload_digest[7:23],
        url=capture.url,
        captured_at=capture.captured_at,
        headline=" ".join(title.text().split()) if title else None,
        body="\n\n".join(texts),
        blocks=tuple(blocks),
    )
