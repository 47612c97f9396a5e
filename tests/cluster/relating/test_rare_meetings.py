"""Who meets by fingerprints: told over the whole corpus as an archive tells it."""

from pathlib import Path

import numpy as np
import pytest

from backfile.archive.passages.copy_links import MOST_ALIKE
from backfile.archive.passages.shared_keys import keys_to_write
from backfile.archive.store.database import open_to_write
from backfile.archive.store.key_runs import Keys, packed
from backfile.cluster.relating import rare_meetings
from backfile.cluster.relating.piece_files import PieceReader, PieceWriter, values_in
from backfile.cluster.relating.rare_meetings import COMMON, MEET, meet_keys, pair_codes, pairs_of
from backfile.cluster.relating.related_blocks import KEYS
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, RelatingPlan, keep_relating_plan, made_by
from backfile.cluster.remote_files import OutFolder

PLAN = RelatingPlan("", (), 2)
STORIES = MOST_ALIKE + 1
COMMON_KEY, RARE_KEY, OWN_KEYS = 1 << 61, 1 << 62, 3 << 60


def held() -> dict[int, Keys]:
    """Stories of two blocks: a key that all have, one that all but one have, and some of each pair of neighbours."""
    numbers = [(place % 2) << PLAN.shift | place for place in range(STORIES)]
    return {
        number: np.array(
            sorted([COMMON_KEY, *([RARE_KEY] if place else []), OWN_KEYS + (place // 2 << 30)]), dtype=np.uint64
        )
        for place, number in enumerate(numbers)
    }


def sent(out: OutFolder) -> None:
    """The fingerprints as the step before sends them: of both ranges."""
    keep_relating_plan(out, PLAN)
    for block in range(PLAN.blocks):
        keys = {number: found for number, found in held().items() if number >> PLAN.shift == block}
        entries = np.concatenate([packed(found, np.uint64(number)[None]) for number, found in keys.items()])
        with (
            out.new_file(f"{FOLDER}/{KEYS}/{block:05}") as partial,
            PieceWriter(partial) as pieces,
        ):
            for one in range(PLAN.blocks):
                some = np.sort(entries[entries >> np.uint64(63) == one])
                pieces.add(one, some.tobytes())


@pytest.mark.parametrize("at_once", [1 << 20, 50])
def test_pairs_are_those_of_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(rare_meetings, "_AT_ONCE", at_once)
    out = OutFolder(str(tmp_path / "corpus"))
    sent(out)
    for number in range(PLAN.blocks):
        meet_keys(BlockTask(out.address, MEET, number))
    files = [made_by(MEET, number) for number in range(PLAN.blocks)]
    found = set()
    for block in range(PLAN.blocks):
        one, other, times = pairs_of(values_in(out, files, block))
        assert set((one >> np.uint64(PLAN.shift)).tolist()) <= {block}
        found |= set(zip(one.tolist(), other.tolist(), times.tolist(), strict=True))
    keys = keys_to_write(open_to_write(tmp_path / "archive"), tmp_path / "archive", "passages", most=MOST_ALIKE)
    met = keys.change(held().items())
    assert found == set(zip(*(values.tolist() for values in met.pairs), strict=True))
    assert len(found) >= (STORIES - 1) * (STORIES - 2) // 2
    assert max(times for *_, times in found) == 2
    common = [f"{FOLDER}/{COMMON}/{number:05}" for number in range(PLAN.blocks)]
    codes = [code for block in range(PLAN.blocks) for code in values_in(out, common, block).tolist()]
    assert sorted(codes) == sorted(number << 28 | 1 for number in held())


def test_a_pair_that_meets_often_is_said_by_several_codes() -> None:
    one, other = np.array([3, 4]), np.array([5, 6])
    codes = pair_codes(one, other, np.array([700, 1]))
    assert len(codes) == 4
    assert [values.tolist() for values in pairs_of(codes)] == [[3, 4], [5, 6], [700, 1]]


def test_pieces_are_written_when_enough_wait(tmp_path: Path) -> None:
    with PieceWriter(tmp_path / "pieces", held=5) as pieces:
        for number, data in ((2, b"one"), (1, b"two"), (2, b"three"), (7, b"")):
            pieces.add(number, data)
    with PieceReader(OutFolder(str(tmp_path)), "pieces") as file:
        assert file.numbers == [1, 2, 7]
        assert {number: list(file.pieces(number)) for number in (1, 2, 3)} == {
            1: [b"two"],
            2: [b"one", b"three"],
            3: [],
        }
