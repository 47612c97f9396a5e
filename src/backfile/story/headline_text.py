"""The headline as the newsroom wrote it, kicker and dek beside it.

A page says its headline several times: in the line that it prints, in JSON-LD, in og:title, twitter:title and <title>. The
wording with most weight is taken, as it is printed; a wording that only adds a site's or a section's name counts for the
one that it adds to. Newsrooms' systems keep a second headline for search engines: see `_for_readers`.
"""

import html
import re
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from backfile.late_pattern import late
from backfile.lexicon.schema_org import NEWS_TYPES, text_of, types_of
from backfile.model.label import FieldKind, RuleName
from backfile.model.labelled_page import LabelledPage
from backfile.model.page import Block, Page, TitleSource
from backfile.story.outlet import letters_of

_SITE_MARK = late(r"\s+(?:[|–—·•»:]|-{1,2}|::)\s+")
_MARKUP = late(r"<[^>]{1,200}>")

_SAID_BY = {TitleSource.OG: 0.5, TitleSource.HEADLINE: 0.5, TitleSource.TWITTER: 0.2, TitleSource.ELEMENT: 0.2}
"""What gives a headline beside the story's own JSON-LD node, and the weight of its word: measured on pages whose headline is known."""
_PRINTED, _NODE = 1.9, 0.9
_PRINTED_IN_NEWS = 1.2
"""A newsroom fills in its metadata with care; elsewhere a system does, out of the title for search engines."""


class Claim(NamedTuple):
    """A wording of the headline."""

    by: TitleSource | None
    """None for the printed line."""
    text: str
    weight: float
    letters: str
    """Its letters and digits alone: wordings that differ in marks and capitals are one."""


def find_headline_text(
    labelled: LabelledPage, node: dict[str, Any] | None, site: str | None
) -> tuple[str | None, str | None]:
    """(headline, kicker): the wording on which the printed line and the page's metadata agree most, as it is printed."""
    export = labelled.page.capture.export
    if export and export.headline:
        return export.headline, None
    printed = labelled.first(FieldKind.HEADLINE)
    above = labelled.first(FieldKind.KICKER)
    kicker = above.text if above else None
    is_news = node is not None and not NEWS_TYPES.isdisjoint(types_of(node))
    claims = _claims(labelled, node, site)
    if printed is not None:
        before = _kicker_in(printed, claims)
        text = printed.text[len(before) :].lstrip(" :–—|-") if before else _without_rest(printed, claims)
        kicker = before.rstrip(" :–—|-") or kicker
        claims.insert(0, _claim(None, text.lstrip(":–—| "), _weight(text, is_news=is_news)))
    return (_for_readers(claims, partial(_prints, labelled.page)) if is_news else None) or _agreed(claims), kicker


def _prints(page: Page, text: str) -> bool:
    return any(text in block.text for block in page.blocks)


def _weight(printed: str, *, is_news: bool) -> float:
    return _PRINTED_IN_NEWS if is_news or len(printed) > _LONG else _PRINTED


_LONG = 160
"""A heading of more code points may well be a paragraph."""


def _claim(by: TitleSource | None, text: str, weight: float) -> Claim:
    return Claim(by, text, weight, letters_of(text))


def _claims(labelled: LabelledPage, node: dict[str, Any] | None, site: str | None) -> list[Claim]:
    """What the metadata call the story, without the site's name."""
    first: dict[TitleSource, str] = {}
    for source, title in labelled.page.titles:
        first.setdefault(source, title)
    said = [(TitleSource.JSON_LD, text_of(node.get("headline")), _NODE)] if node else []
    said += [(source, first.get(source), weight) for source, weight in _SAID_BY.items()]
    claims: list[Claim] = []
    made: dict[str, Claim] = {}
    for by, text, weight in said:
        if not text:
            continue
        if text in made:
            claims.append(made[text]._replace(by=by, weight=weight))
            continue
        raw = text
        if "<" in text:
            text = _MARKUP.sub("", text)
        if "&" in text:
            text = html.unescape(html.unescape(text))  # escaped twice by many a system
        claims.append(_claim(by, without_site(text, site), weight))
        made[raw] = claims[-1]
    return claims


def _for_readers(claims: list[Claim], is_printed: Callable[[str], bool]) -> str | None:
    """The newsroom's own wording where the page prints the one made for search engines, else None.

    <title> is what search engines show. Where a newsroom's page prints the very same line, and its JSON-LD or its og:title,
    which are what readers elsewhere are shown, has another wording, that one is the newsroom's.
    """
    by = {claim.by: claim for claim in claims}
    printed, title = by.get(None), by.get(TitleSource.ELEMENT)
    if printed is None or title is None or printed.letters != title.letters:
        return None
    node, shared = by.get(TitleSource.JSON_LD), by.get(TitleSource.OG)
    is_same = node is not None and (node.letters == printed.letters or _is_cut(node.text, printed.text))
    if is_same and not (shared and is_printed(shared.text)):
        return None  # og:title is then the one that was made for sharing: the page shows it nowhere
    for source in (TitleSource.JSON_LD, TitleSource.OG):
        other = by.get(source)
        if other and _is_another(other, printed) and (source is TitleSource.OG or _shares_word(other, printed)):
            return other.text
    return None


def _shares_word(one: Claim, other: Claim) -> bool:
    """True where two wordings have a long word in common: a page may hold the JSON-LD of other stories too."""
    return not set(_LONG_WORD.findall(one.text.casefold())).isdisjoint(_LONG_WORD.findall(other.text.casefold()))


_LONG_WORD = late(r"\w{5,}")


def _is_another(one: Claim, printed: Claim) -> bool:
    return (
        one.text.count(" ") >= _FEWEST_SPACES
        and printed.letters not in one.letters
        and not _is_cut(one.text, printed.text)
    )


_FEWEST_SPACES = 3
"""A headline has four words; what has fewer is a site's or a section's name."""


def _is_cut(text: str, printed: str) -> bool:
    """True where a wording is the printed one cut off: with dots, after so many characters, at a quotation mark."""
    start = text.rstrip(" .…")
    if not printed.startswith(start):
        return False
    return start != text or len(text) > _CUT_AFTER or printed[len(start) :].lstrip()[:1] in '"“„«»”'


_CUT_AFTER = 90


def _kicker_in(printed: Block, claims: list[Claim]) -> str:
    """What stands before the headline in the printed line, where the metadata give the line without it."""
    whole = [claim.text for claim in claims]
    for title in (*whole, *(part for text in whole for part in _SITE_MARK.split(text))):
        if len(title) > 15 and printed.text.endswith(title) and len(title) < len(printed.text):
            before = printed.text[: -len(title)]
            if _NO_KICKER.match(before):
                continue
            if len(before) in printed.seams or (title in whole and before[-1] in " :–—|"):
                return before
            if not any(letters_of(before) in claim.letters for claim in claims) and _is_apart(printed, before, title):
                return before
    return ""


def _is_apart(printed: Block, before: str, title: str) -> bool:
    """Whether words before a part of the page's title, which no metadata have, are set apart from it: by an element's end, a mark, by being
    bold, or by a capital that sentences in small letters have nowhere but at their start."""
    bare = before.rstrip()
    if len(bare) in printed.seams or bare.endswith(_MARKS_OF_KICKERS) or printed.emphasis in (len(before), len(bare)):
        return True
    words = title.split()
    is_sentence = sum(word[0].islower() for word in words) * 2 >= len(words)
    return is_sentence and bare.count(" ") < _SPACES_IN_KICKER and _CAPITALS.match(before + title[:1]) is not None


_CAPITALS = late(r"[A-ZÀ-Ž]\w+(?:[ ,/&-]+[A-ZÀ-Ž]\w+)*\s+[A-ZÀ-Ž“„\"]$")
"""Words that begin with capitals, before another: "Harbour Board shuts ..."; not "Old harbour shuts ..."."""
_SPACES_IN_KICKER = 2
_MARKS_OF_KICKERS = (":", "–", "—", "|")
_NO_KICKER = late(r"(?:the|an?|der|die|das|les?|las?|los|el|title|\d+)\W*$", re.I)
"""What a title may well be given without, and is no line of its own: "The best ...", "2025 guide to ..."."""


def _without_rest(printed: Block, claims: list[Claim]) -> str:
    """The printed line without a dek or a stamp set in the same heading, where all that the metadata give is its start."""
    text = printed.text
    starts = [claim.text for claim in claims if 15 < len(claim.text) < len(text) and text.startswith(claim.text)]
    for start in starts:
        if len(start) in printed.seams or _STAMP.match(text, len(start)):
            return start
    if len(starts) > 1 and _DEK.match(text, len(starts[0])):
        return starts[0]
    return text


_DEK = late(r" [A-ZÀ-Ž]\w+(?: \S+){3}")
"""A capital with no mark before it, and three words more: a second line of the heading."""


_STAMP = late(r"\W{0,4}\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}")


def _agreed(claims: list[Claim]) -> str | None:
    """The wording with most weight. Wordings that differ in marks alone are one; so is a title and its start, where a mark
    parts a site's or section's name from it."""
    claims = [_whole(claim, claims) for claim in claims]
    if len({claim.letters for claim in claims}) == 1:
        return _best_parted([claim.text for claim in claims]) or None
    votes: dict[str, float] = {}
    texts: dict[str, list[str]] = {}
    letters = [claim.letters for claim in claims]
    for claim in claims:
        key, text = claim.letters, claim.text
        start = key
        for other in claims:
            # a wording goes on from a shorter one: few pairs are worth a closer look
            if (
                other.letters != key
                and other.letters
                and _SHORTEST_START < len(other.text) < len(text)
                and _continues(text, other.text, lone=letters.count(key) == 1)
            ):
                start = other.letters
                break
        votes[start] = votes.get(start, 0.0) + claim.weight
        if start == key:
            texts.setdefault(start, []).append(text)
    best = max((key for key in votes if key), key=votes.__getitem__, default=None)
    if best is None:
        return None
    return _best_parted(texts[best])


_SHORTEST_START = 12


def _whole(claim: Claim, claims: list[Claim]) -> Claim:
    """The claim with the wording that it is the start of, where it ends in dots: systems cut headlines after so many characters."""
    if not claim.text.endswith(("...", "…")):
        return claim
    start = claim.text.rstrip(" .…")
    lettered = (other for other in claims if other.letters != claim.letters and other.text.startswith(start))
    longer = (other for other in lettered if not other.text.startswith(claim.text))  # those say more after the dots
    whole = max(longer, key=lambda other: len(other.letters), default=claim)
    return claim._replace(text=whole.text, letters=whole.letters)


def _best_parted(texts: list[str]) -> str:
    """The first of wordings that differ in marks, unless it has lost a mark; of two others, one with a colon."""
    if len(set(texts)) == 1:
        return texts[0]
    counts = [len(_PARTING.findall(text)) for text in texts]
    most = max(counts)
    if counts[0] == most:
        return texts[0]
    best = [text for text, count in zip(texts, counts, strict=True) if count == most]
    return next((text for text in best if ": " in text), best[0])


_PARTING = late(r"\w\W{0,2}[:,;–—|-]\s")
"""A mark that parts a kicker or a clause: a wording that has lost it reads wrong."""


def _continues(text: str, part: str, *, lone: bool) -> bool:
    """True where `text` is `part`, which is shorter, with a site's or section's name set after it by a mark, or before it
    where nobody else gives it that start: a start that is repeated is a kicker."""
    if text.startswith(part):
        return _MARK_AFTER.match(text, len(part)) is not None
    return lone and text.endswith(part) and _MARK_BEFORE.search(text[: -len(part)]) is not None


_MARK_AFTER = late(r"\s*[|ㅣ·•»]|-\w{1,12}[|ㅣ]|\s+[-–—:]+\s")
_MARK_BEFORE = late(r"[|ㅣ·•»:]\s*$|\s[-–—]+\s$")


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name at its end, where a mark sets that off. Six words that are
    longer than all before them are no site's name: "BUDGET | Council to vote on the landfill levy"."""
    known = (site or "").lower()
    for mark in reversed(list(_SITE_MARK.finditer(title))):
        tail = title[mark.end() :].strip().lower()
        if not 2 <= len(tail) <= 60:
            break
        head = title[: mark.start()].strip()
        if (mark[0].strip() in _BARS and (tail.count(" ") < _SPACES_IN_NAME or len(head) > len(tail))) or (
            known and (tail in known or (known in tail and len(tail) < 2 * len(known) + 4))
        ):
            return without_site(head, site) if head else title
    return title


_SPACES_IN_NAME = 5
_BARS = frozenset(("|", "»", "::", "•", "·"))


def _dek_in_state(labelled: LabelledPage) -> str | None:
    """The dek of a story that a script holds, as the script calls it."""
    node = labelled.page.story_node
    return text_of(node.get("alternativeHeadline")) if node else None


def find_dek(labelled: LabelledPage, headline: str | None) -> str | None:
    """The dek as printed under the headline, or the points that sum the story up, a line each; what prints the headline once
    more is none."""
    export = labelled.page.capture.export
    if export and export.dek:
        return export.dek
    found = labelled.first(FieldKind.DEK)
    if found is None and labelled.page.state_from >= 0:
        return _dek_in_state(labelled)
    deks = labelled.of(FieldKind.DEK)
    texts = labelled.page.blocks
    points = [texts[at].text for at in deks if labelled.labels[at].rule is RuleName.POINTS_AT_HEAD]
    if 0 < len(points) < len(deks):  # points beside a dek
        found = next(texts[at] for at in deks if labelled.labels[at].rule is not RuleName.POINTS_AT_HEAD)
    if points and found is not None and found.text == points[0]:
        return "\n".join(points)
    if found is None or (headline and letters_of(found.text) == letters_of(headline)):
        return None
    return found.text
