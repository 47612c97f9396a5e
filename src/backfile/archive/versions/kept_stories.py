"""Which stories an archive keeps, and why not the others: told from the kind that the reading gave, without an archive."""

from backfile.model.capture import SkipReason
from backfile.model.reason_codes import SKIPPED_AS, KindCode
from backfile.model.story import Story
from backfile.wording.kind_reasons import say_detail

KEPT_KINDS = frozenset({"story", "live-blog", "video", "gallery"})


def why_not_kept(story: Story) -> tuple[SkipReason, str] | None:
    """Why this is not kept as a story: a reason, and a line for a person. None for what is kept."""
    if story.kind not in KEPT_KINDS:
        why = story.kind_reason or KindCode.UNTOLD.of()
        of_kind = SkipReason.LISTING if story.kind == "listing" else SkipReason.NO_STORY
        return SKIPPED_AS.get(why.code, of_kind), say_detail(why)
    if not story.body.strip():
        return SkipReason.NO_STORY, say_detail(KindCode.NO_BODY.of())
    return None
