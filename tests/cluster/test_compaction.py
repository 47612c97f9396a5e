"""How parts are made into files: by year, of the size that is wanted, none of a domain's rows in two slices."""

import pytest

from backfile.cluster.compaction import Slice, plan_files
from backfile.cluster.corpus_rows import LAST
from backfile.cluster.input_list import Input
from backfile.cluster.span_notes import Part, SpanNote

MB = 1024 * 1024


def note(number: int, *weights: tuple[str, str, int, int]) -> SpanNote:
    """Of a stretch whose part takes a quarter of its text and records."""
    part = Part(f"part-{number}", sum(size for _, _, size, _ in weights) // 4, 1, weights)
    return SpanNote(Input("crawl", 1, "", True), number, 0, None, f"key-{number:05}", "", "", parts=(part,))


def notes(domains: int, stretches: int) -> list[SpanNote]:
    return [
        note(
            number,
            *(("2017", f"{domain:05}.example", MB, 40) for domain in range(number % 3, domains, 3)),
            ("1999", "a.example", MB, 40),
        )
        for number in range(stretches)
    ]


def test_files_have_the_size_that_is_wanted() -> None:
    plan = plan_files(notes(900, 30), 1, file_bytes=128 * MB, slice_bytes=32 * MB)
    sizes = {one.name: sum(cut.size for cut in one.slices) // 4 // MB for one in plan.files}
    assert {name for name in sizes if "1999" in name} == {"stories/year=1999/0001-00000.parquet"}
    of_2017 = [size for name, size in sizes.items() if "2017" in name]
    assert len(of_2017) > 10
    assert all(64 <= size <= 256 for size in of_2017)
    assert sum(of_2017) == pytest.approx(30 * 300 / 4, abs=len(of_2017))


def test_slices_meet_and_a_great_domain_is_shared() -> None:
    weights = [
        ("2017", "a.example", 20 * MB, 9),
        ("2017", "b.example", 200 * MB, 90),
        ("2017", "c.example", MB, 1),
        ("2017", LAST, MB, 1),
    ]
    (one,) = plan_files([note(0, *weights)], 3, slice_bytes=32 * MB).files
    assert one.name == "stories/year=2017/0003-00000.parquet"
    first, *shares, last = one.slices
    assert first == Slice("", "b.example", 20 * MB)
    assert [(cut.first, cut.after, cut.share, cut.shares) for cut in shares] == [
        ("b.example", "c.example", n, 6) for n in range(6)
    ]
    assert last == Slice("c.example", None, 2 * MB)


def test_the_plan_is_the_same_in_whatever_order_the_notes_come() -> None:
    given = notes(40, 9)
    assert plan_files(given, 1) == plan_files(given[::-1], 1)


def test_the_undated_have_the_folder_that_readers_take_for_none() -> None:
    (one,) = plan_files([note(0, ("", "a.example", MB, 4))], 1).files
    assert one.name.startswith("stories/year=__HIVE_DEFAULT_PARTITION__/")
