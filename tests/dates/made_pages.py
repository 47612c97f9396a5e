"""Made-up pages as tables, for the tests of deciding."""

from datetime import UTC, datetime

from backfile.dates.decide import StampDecision, decide_stamps
from backfile.model.capture import Capture, ExportFields, Place
from backfile.model.label import BodyKind, FieldKind, FurnitureKind, Label, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block, Box, Meta, Page, TimeMark, Title, TitleSource
from backfile.page.story_nodes import find_story_nodes

CAPTURED = datetime(2017, 3, 1, 12, tzinfo=UTC)
BODY = "The ferry to Winsome Point was stopped at noon after its engine failed for the third time this month, its owner said."


def made_page(
    *,
    url: str | None = "https://www.winsomeledger.example/news/ferry",
    head: tuple[str, ...] = (),
    foot: tuple[str, ...] = (),
    metas: dict[str, str] | None = None,
    linked_data: tuple[dict, ...] = (),
    times: tuple[TimeMark, ...] = (),
    captured_at: datetime | None = CAPTURED,
    export: ExportFields | None = None,
    language_tag: str | None = "en",
    body: tuple[str, ...] = (BODY, BODY),
) -> Page:
    """Headline, then the lines of `head`, then the body, then the lines of `foot`."""
    capture = Capture(b"", "sha256:0", Place("page.html"), url=url, captured_at=captured_at, export=export)
    blocks = [Block("Ferry stopped again", "h1", 1)]
    blocks += [Block(text, "div", 2) for text in head]
    blocks += [Block(text, "p", 3) for text in body]
    blocks += [Block(text, "div", 4) for text in foot]
    boxes = [
        Box(-1, "html", "", 0),
        Box(0, "h1", "", 1),
        Box(0, "div", "meta", 1),
        Box(0, "p", "", 1),
        Box(0, "div", "", 1),
    ]
    return Page(
        capture=capture,
        url=url,
        encoding="utf-8",
        encoding_reason="test",
        language_tag=language_tag,
        blocks=tuple(blocks),
        boxes=tuple(boxes),
        metas=tuple(Meta(name, content) for name, content in (metas or {}).items()),
        linked_data=linked_data,
        story_nodes=find_story_nodes(linked_data, (url,), (Title(TitleSource.ELEMENT, "Ferry stopped again"),)),
        times=times,
    )


def labelled(page: Page) -> LabelledPage:
    """The page with labels that say where headline and body are, and nothing of stamps or bylines."""
    kinds = {"p": BodyKind.PARAGRAPH, "h1": FieldKind.HEADLINE}
    return LabelledPage(
        page, tuple(Label(kinds.get(block.tag, FurnitureKind.OTHER), RuleName.NO_RULE) for block in page.blocks)
    )


def decide(page: Page, *, language: str | None = "en") -> StampDecision:
    """decide_stamps, told where headline and body are."""
    return decide_stamps(labelled(page), language=language)
