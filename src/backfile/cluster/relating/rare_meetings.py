"""Third step: the fingerprints of a range, from all stories: who shares those that few have, and who has those that many have.

A fingerprint that more than MOST_ALIKE stories of the whole corpus have is common, as in an archive (passages/shared_keys.py). The stories that
share a rarer one are sent, by pairs, to the block of the first; how many common ones a story has, to its own. The same is done with the
fingerprints of wordings, what quotations say.
"""

from collections.abc import Iterator

import numpy as np

from backfile.archive.passages.copy_links import MOST_ALIKE
from backfile.archive.passages.shared_keys import pairs_that_meet
from backfile.archive.quotations.utterance_tables import MOST_ALIKE as MOST_WORDINGS
from backfile.archive.store.key_runs import MOST_HOLDERS, Keys, Places, distinct
from backfile.cluster.relating.piece_files import PieceWriter, values_in
from backfile.cluster.relating.related_blocks import KEYS
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, all_made_by, plan_at_work
from backfile.cluster.remote_files import OutFolder

MEET, COMMON, HEAR = "meet", "common", "hear"
SOUNDS = "sounds"
"""The folder of the fingerprints of wordings."""
NUMBER = np.uint64(MOST_HOLDERS - 1)
HOLDER_BITS = np.uint64(MOST_HOLDERS.bit_length() - 1)
_TIMES_BITS = np.uint64(8)
_MOST_TIMES = (1 << 8) - 1
_AT_ONCE = 1 << 20
"""Pairs that are laid out at a time, each both ways: 100 MB."""


def meet_keys(task: BlockTask) -> None:
    """Find who meets by the fingerprints of a range. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    shift = np.uint64(plan.shift)
    of_stories = task.step == MEET
    entries = distinct(values_in(out, all_made_by(KEYS if of_stories else SOUNDS, plan.blocks), task.number))
    keys, holders = entries & ~NUMBER, entries & NUMBER
    starts = np.flatnonzero(np.diff(keys, prepend=~NUMBER + np.uint64(1)))
    counts = np.diff(starts, append=len(keys))
    most = MOST_ALIKE if of_stories else MOST_WORDINGS
    if of_stories:
        with out.new_file(f"{FOLDER}/{COMMON}/{task.number:05}") as partial, PieceWriter(partial) as pieces:
            many, times = np.unique(holders[np.repeat(counts > most, counts)], return_counts=True)
            pieces.add_sorted(many << HOLDER_BITS | times.astype(np.uint64), many >> shift)
    with out.new_file(task.made) as partial, PieceWriter(partial) as pieces:
        is_rare = (counts > 1) & (counts <= most)
        for some in _shared_out(counts[is_rare]):
            lengths = counts[is_rare][some]
            place = np.repeat(np.arange(len(lengths)), lengths)
            within = np.arange(len(place)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
            holder = holders[np.repeat(starts[is_rare][some], lengths) + within]
            codes = pair_codes(*pairs_that_meet(place, holder, np.ones(len(place), dtype=np.bool_)))
            pieces.add_sorted(codes, codes >> (HOLDER_BITS + _TIMES_BITS) >> shift)


def _shared_out(counts: Places) -> Iterator[slice]:
    """Fingerprints in turns of about _AT_ONCE pairs."""
    turn = np.cumsum(counts**2) // _AT_ONCE
    ends = [*(np.flatnonzero(np.diff(turn)) + 1).tolist(), len(counts)]
    return (slice(start, end) for start, end in zip([0, *ends], ends, strict=False) if end > start)


def pair_codes(one: Places, other: Places, times: Places) -> Keys:
    """Pairs and how often they meet as numbers, in order; what is more than a number can say is said by another."""
    codes: list[Keys] = []
    pairs = one.astype(np.uint64) << HOLDER_BITS | other.astype(np.uint64)
    while len(times):
        codes.append(pairs << _TIMES_BITS | np.minimum(times, _MOST_TIMES).astype(np.uint64))
        is_more = times > _MOST_TIMES
        pairs, times = pairs[is_more], times[is_more] - _MOST_TIMES
    return np.sort(np.concatenate(codes)) if codes else np.empty(0, dtype=np.uint64)


def pairs_of(codes: Keys) -> tuple[Keys, Keys, Places]:
    """The pairs of codes from many turns, each once with how often it meets in all: one, other, times."""
    pairs, at = np.unique(codes >> _TIMES_BITS, return_inverse=True)
    times = np.bincount(at, codes & np.uint64(_MOST_TIMES), minlength=len(pairs)).astype(np.intp)
    return pairs >> HOLDER_BITS, pairs & NUMBER, times
