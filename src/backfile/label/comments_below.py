"""Readers' comments that no name says to be such: boxes of one make below the story, each under a line with a name and a day."""

import re
from itertools import pairwise

from backfile.label.draft import Draft
from backfile.label.head_lines import is_dated
from backfile.late_pattern import late
from backfile.model.label import FurnitureKind, Label, RuleName
from backfile.model.page import HEADINGS

_COMMENT = Label(FurnitureKind.COMMENTS, RuleName.COMMENTS_BELOW)
_COUNTED = late(
    r"(?:\d+|no|one|two|three|all|the)?\s*(?:repl(?:y|ies)|comments?|responses?|thoughts? on|reactions?|letters? from readers|what (?:our )?readers (?:say|said|wrote)"
    r"|kommentare?|antworten|leserbriefe|stimmen der leser|meinungen|réactions?|réponses?|commentaires?|respuestas?|comentarios?|opiniones|commenti|risposte|respostas?|comentários?"
    r"|reacties?|reaktioner|svar|kommentarer|komentarze?|odpowiedzi|opinie|コメント|댓글|评论|комментари\w+)\b.{0,40}$",
    re.I,
)
_WROTE = late(
    r".{1,60}\b(?:wrote|writes|says|said|posted|commented|replied|schrieb|schreibt|sagt|meint|a écrit|écrit|dit|escribió|dice|dijo|ha scritto|scrive|escreveu|disse|schreef|zegt|skrev|skriver|napisał|pisze)\b.{0,40}[:,]?$",
    re.I,
)
_SIGNATURE = 90
_FEWEST, _LONGEST_COMMENT = 2, 6
"""Comments that tell; blocks from one signature to the next."""


def comments_below(draft: Draft) -> None:
    """All from the first comment on, the line that counts them included."""
    start = _first_comment(draft)
    if start is None:
        return
    for at in range(start, len(draft.body)):
        if draft.body[at] or (draft.region.hints[draft.page.blocks[at].box] is None and at <= _last(draft)):
            draft.give(at, _COMMENT)


def _heading(draft: Draft) -> int | None:
    """A heading below most of the text that counts the comments: "3 comments"."""
    blocks, prose = draft.page.blocks, [at for at in draft.region.prose_blocks if draft.body[at]]
    if not prose:
        return None
    end = min(_last(draft), draft.second)
    for at, block in enumerate(blocks[prose[0] + 1 : end], start=prose[0] + 1):
        text = block[0]
        if block[1] in HEADINGS and len(text) < _SHORT and _DIGIT.search(text) and _COUNTED.match(text):
            return at if sum(one < at for one in prose) * 2 > len(prose) else None
    return None


_DIGIT = late(r"\d")
_SHORT = 40


def _last(draft: Draft) -> int:
    return max((at for at, inside in enumerate(draft.body) if inside), default=-1)


def _first_comment(draft: Draft) -> int | None:
    """The line that counts the comments, or the first signature where each says that somebody "wrote"."""
    page, body, prose = draft.page, draft.body, draft.region.prose
    first = next((at for at in draft.region.prose_blocks if body[at]), len(body))
    if (headed := _heading(draft)) is not None:
        return headed
    signed = [
        at
        for at in range(first + 1, len(body) - 1)
        if len(page.blocks[at].text) < _SIGNATURE and not prose[at] and body[at + 1] and is_dated(page.blocks[at].text)
    ]
    if len(signed) < _FEWEST or any(after - before > _LONGEST_COMMENT for before, after in pairwise(signed)):
        return None
    before = next(
        (at for at in range(signed[0] - 1, max(first, signed[0] - 4), -1) if _COUNTED.match(page.blocks[at].text)), None
    )
    if before is not None:
        return before
    wrote = [at for at in signed if _WROTE.match(page.blocks[at].text)]
    return wrote[0] if len(wrote) >= _FEWEST and len(wrote) == len(signed) else None
