"""The stories that share most of a story's rare words, whichever way the index is cut into segments."""

from pathlib import Path

import pytest
import tantivy

from backfile.archive.search.index_reader import Opened
from backfile.archive.search.index_schema import STORIES, open_index
from backfile.archive.threads.near_stories import near_stories
from backfile.archive.threads.word_rarity import WordRarity

_TEXTS = {1: "quay pier dredger", 2: "quay pier", **dict.fromkeys(range(3, 9), "quay"), **dict.fromkeys(range(9, 40), "fair")}  # fmt: skip


@pytest.mark.parametrize("keys", [range(1, 40), range(39, 0, -1)])
@pytest.mark.parametrize(("most", "wanted"), [(5, [1, 2]), (8, [1, 2, 3, 4, 5, 6, 7, 8])])
def test_of_equals_that_do_not_all_fit_none_is_taken(keys: range, most: int, wanted: list[int], tmp_path: Path) -> None:
    opened = _index(tmp_path, keys)
    assert near_stories(opened, WordRarity(opened.searcher), ("quay", "pier"), (None, None), most=most) == wanted


def _index(folder: Path, keys: range) -> Opened:
    """An index with two segments at least, its stories in this order."""
    index = open_index(folder, STORIES)
    writer = index.writer(15_000_000, 1)
    for count, key in enumerate(keys):
        writer.add_document(tantivy.Document.from_dict({"key": key, "text": _TEXTS[key]}, index.schema))
        if count == 4:
            writer.commit()
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return Opened(index.searcher(), index.schema, ())
