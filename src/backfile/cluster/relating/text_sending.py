"""Fourth step: the pairs whose first story is of a block. Those that share enough fingerprints are to be compared, and the first
story's text is sent to the block of the second: once a block, whoever asks for it there."""

import numpy as np
import orjson

from backfile.archive.passages.copies import least_met
from backfile.archive.store.key_runs import Keys, Places
from backfile.cluster.relating.piece_files import PieceWriter, by_number, values_in
from backfile.cluster.relating.rare_meetings import MEET, pairs_of
from backfile.cluster.relating.related_blocks import RUNS, Block
from backfile.cluster.relating.relating_plan import FOLDER, BlockTask, RelatingPlan, all_made_by, plan_at_work
from backfile.cluster.remote_files import OutFolder

SEND = "send"


def send_texts(task: BlockTask) -> None:
    """Send the texts of a block to where they are compared. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    plan = plan_at_work(out)
    one, other, met = pairs_of(values_in(out, all_made_by(MEET, plan.blocks), task.number))
    kept = met >= _least(out, plan, one, other)
    one, other = one[kept], other[kept]
    with out.new_file(task.made) as partial, PieceWriter(partial) as pieces, Block(out, task.number) as block:
        for number, others in by_number(one, other):
            facts, record = block.story(number & plan.place)
            for to, asking in by_number(others >> np.uint64(plan.shift), others):
                line = [facts, record["body"], asking.tolist()]
                pieces.add(to, orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))


def _least(out: OutFolder, plan: RelatingPlan, one: Keys, other: Keys) -> Places:
    """How many fingerprints each pair must share: by how long both texts are, as the blocks of the others say it in turn."""
    place = np.uint64(plan.place)
    own = _runs(out, int(one[0]) >> plan.shift) if len(one) else np.empty(0, dtype=np.intp)
    least = np.empty(len(one), dtype=np.intp)
    blocks = other >> np.uint64(plan.shift)
    for block in np.unique(blocks).tolist():
        at = np.flatnonzero(blocks == block)
        least[at] = least_met(own[one[at] & place], _runs(out, block)[other[at] & place])
    return least


def _runs(out: OutFolder, block: int) -> Places:
    """How long the texts of a block are."""
    data = out.read(f"{FOLDER}/{RUNS}/{block:05}") or b""
    return np.frombuffer(data, dtype="<u2").astype(np.intp)
