"""Utterances of a corpus: which wordings of quotations are one saying, and which stories print one that few others do.

The same way as texts are compared: wordings are numbered in blocks by their ids, meet by their fingerprints, and those that may be alike are laid side
by side. Which are one through others the command itself makes out.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import numpy as np
import orjson

from backfile.archive.quotations.utterance_match import Wording, are_met, are_one, prints_of, words_of
from backfile.archive.store.key_runs import MOST_HOLDERS, Keys
from backfile.archive.threads.stories_told import MOST_PRINTINGS, SHORTEST_QUOTATION
from backfile.cluster.relating.corpus_outlets import held_leads
from backfile.cluster.relating.piece_files import PieceReader, PieceWriter, by_number, pieces_in, values_in
from backfile.cluster.relating.quoted_words import QUOTED, Printed
from backfile.cluster.relating.rare_meetings import HEAR, HOLDER_BITS, NUMBER, SOUNDS, pairs_of
from backfile.cluster.relating.related_blocks import send_keys
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, all_made_by, made_by, plan_at_work
from backfile.cluster.remote_files import OutFolder
from backfile.errors import BackfileError

WORDINGS, SAY, LIKEN, UTTER, PRINT = "wordings", "say", "liken", "utter", "print"
UTTERANCES = f"{FOLDER}/utterances"
_HELD = f"{FOLDER}/held-wordings"
_AT_ONCE = 2000
"""Wordings of a block that are cut into words at a time: all 25,000 at once are 50 MB."""


def number_wordings(task: BlockTask) -> None:
    """Number the wordings of a block, and send their fingerprints. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    pieces = pieces_in(out, all_made_by(QUOTED, plan.blocks), task.number)
    lines = sorted(line for piece in pieces for line in piece.splitlines())
    prints: list[Keys] = []
    waiting: list[Wording] = []
    with out.new_file(f"{_HELD}/{task.number:05}") as partial, PieceWriter(partial) as held:
        for place, (_, of_wording) in enumerate(groupby(map(orjson.loads, lines), key=lambda line: line[0])):
            if place >> plan.shift:
                raise BackfileError(
                    f"a corpus can be compared up to {MOST_HOLDERS:,} quotations, and it has more", task.out
                )
            printed = list(of_wording)
            name, words, voice = printed[0][:3]
            waiting.append(Wording(bytes.fromhex(name), words, voice))
            if len(waiting) == _AT_ONCE:
                prints += prints_of(waiting)
                waiting.clear()
            held.add(place, orjson.dumps([words, voice, [line[3:] for line in printed]]))
    send_keys(out, made_by(SOUNDS, task.number), plan, task.number, [*prints, *prints_of(waiting)])
    out.write(task.made, b"{}")


class _HeldWordings:
    """The wordings of a block, from `with` to its end."""

    def __init__(self, out: OutFolder, number: int, shift: int) -> None:
        self._file = PieceReader(out, f"{_HELD}/{number:05}")
        self._first = number << shift

    def __enter__(self) -> "_HeldWordings":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.__exit__(None, None, None)

    def all(self) -> Iterator[tuple[int, list[Printed]]]:
        """The number of each, and who prints it."""
        for place in self._file.numbers:
            yield self._first + place, [Printed(*one) for one in self._held(place)[2]]

    def said(self, number: int) -> tuple[str, str]:
        """Its words and its voice."""
        words, voice, _ = self._held(number - self._first)
        return words, voice

    def _held(self, place: int) -> list[Any]:
        held: list[Any] = orjson.loads(next(self._file.pieces(place)))
        return held


def send_words(task: BlockTask) -> None:
    """Send the words of a block to where they are compared. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    one, other, met = pairs_of(values_in(out, all_made_by(HEAR, plan.blocks), task.number))
    with (
        out.new_file(task.made) as partial,
        PieceWriter(partial) as pieces,
        _HeldWordings(out, task.number, plan.shift) as held,
    ):
        for number, at in by_number(one, np.arange(len(one), dtype=np.uint64)):
            said = held.said(number)
            for to, asking in by_number(other[at] >> np.uint64(plan.shift), at):
                pairs = np.stack((other[asking], met[asking].astype(np.uint64)), axis=1).tolist()
                pieces.add(to, orjson.dumps([number, said, pairs], option=orjson.OPT_APPEND_NEWLINE))


def liken_words(task: BlockTask) -> None:
    """Tell which wordings are one, of those that were sent to a block beside its own. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    alike: list[int] = []
    with _HeldWordings(out, task.number, plan.shift) as held:
        for piece in pieces_in(out, all_made_by(SAY, plan.blocks), task.number):
            for line in piece.splitlines():
                one, said, asking = orjson.loads(line)
                for other, met in asking:
                    beside = held.said(other)
                    shorter = min(len(words.split()) for words, _ in (said, beside))
                    if are_met(met, shorter) and are_one((said[0], said[1]), beside):
                        alike.append(one << int(HOLDER_BITS) | other)
    out.write(task.made, np.array(alike, dtype="<u8").tobytes())


def join_utterances(out: OutFolder, blocks: int) -> None:
    """Make out which wordings are one through others, and keep for each the one that stands for it. Raises OutputRefused."""
    data = b"".join(out.read(name) or b"" for name in all_made_by(LIKEN, blocks))
    pairs = np.frombuffer(data, dtype="<u8").astype(np.uint64)
    numbers, ends = np.unique(np.concatenate((pairs >> HOLDER_BITS, pairs & NUMBER)), return_inverse=True)
    one, other = ends[: len(pairs)], ends[len(pairs) :]
    stands = np.arange(len(numbers))
    while True:
        least = np.minimum(stands[one], stands[other])
        after = stands.copy()
        np.minimum.at(after, one, least)
        np.minimum.at(after, other, least)
        after = after[after]
        if np.array_equal(after, stands):
            break
        stands = after
    out.write(UTTERANCES, (numbers << HOLDER_BITS | numbers[stands]).astype("<u8").tobytes())


def gather_printings(task: BlockTask) -> None:
    """Send who prints each wording of a block to the block of the one that stands for it; other views do not count. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    led = held_leads(out).keys()
    stands = _stands(out, task.number << plan.shift, (task.number + 1) << plan.shift)
    with (
        out.new_file(task.made) as partial,
        PieceWriter(partial) as pieces,
        _HeldWordings(out, task.number, plan.shift) as held,
    ):
        for number, printed in held.all():
            stand = stands.get(number, number)
            line = [stand, [list(one) for one in printed if one.story not in led]]
            pieces.add(stand >> plan.shift, orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))


def _stands(out: OutFolder, first: int, after: int) -> dict[int, int]:
    """The wording that stands for each of these that is one with others."""
    codes: Keys = np.frombuffer(out.read(UTTERANCES) or b"", dtype="<u8").astype(np.uint64)
    ends = np.array([first, after], dtype=np.uint64) << HOLDER_BITS
    start, end = np.searchsorted(codes, ends)
    own = codes[start:end]
    return dict(zip((own >> HOLDER_BITS).tolist(), (own & NUMBER).tolist(), strict=True))


def tell_printings(task: BlockTask) -> None:
    """Of the utterances of a block that few print, tell each story who else does. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    printings: defaultdict[int, list[Printed]] = defaultdict(list)
    for piece in pieces_in(out, all_made_by(UTTER, plan.blocks), task.number):
        for line in piece.splitlines():
            stand, printed = orjson.loads(line)
            printings[stand] += [Printed(*one) for one in printed]
    with out.new_file(task.made) as partial, PieceWriter(partial) as pieces:
        for stand in sorted(printings):
            if sum(one.shown for one in printings[stand]) > MOST_PRINTINGS:
                continue
            printing = sorted({one.story for one in printings[stand] if one.shown})
            for story, first, text in _own_words(printings[stand]):
                line = orjson.dumps(
                    [story, first, text, [other for other in printing if other != story]],
                    option=orjson.OPT_APPEND_NEWLINE,
                )
                pieces.add(story >> plan.shift, line)


def _own_words(printed: list[Printed]) -> Iterator[tuple[int, int, str]]:
    """Of each story whose newest version prints an utterance at some length: where it does first, and how."""
    of_story: defaultdict[int, list[Printed]] = defaultdict(list)
    for one in printed:
        if one.first is not None:
            of_story[one.story].append(one)
    for story, own in of_story.items():
        _, text = min(((one.direct, one.text) for one in own if one.direct is not None and one.text), default=(0, ""))
        if len(words_of(text)) >= SHORTEST_QUOTATION:
            yield story, min(one.first for one in own if one.first is not None), text


def quoted_beside(out: OutFolder, blocks: int, number: int) -> dict[int, dict[int, str]]:
    """Who else prints a quotation of each story of a block that few print, with its text."""
    pieces = pieces_in(out, all_made_by(PRINT, blocks), number)
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for story, _, text, others in sorted(orjson.loads(line) for piece in pieces for line in piece.splitlines()):
        found[story] |= dict.fromkeys(others, text)
    return found
