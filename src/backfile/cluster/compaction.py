"""Compaction: the parts that tasks wrote, made into the files of the corpus: by year, sorted by domain, of 64 to 256 MB.

Why parts first: a WARC of 1 GB holds thousands of domains of dozens of years. Files of the corpus written by each task would be
millions of small ones, or unsorted; one writer for all would be what every worker waits for. A part is one task's, sorted; so the rows of a
range of domains lie together in each, and a file of the corpus is made by reading that range out of all of them.

The plan is made from the notes: for each year, the bytes of text and records by domain. It is cut into slices of about SLICE_BYTES at
domains' borders (one domain's rows alone by a sign of their ids, where they are more), and the slices into files. A file is written a
slice at a time, so that memory is bounded by a slice. The plan is kept before the first file is written: a job that breaks off is ended by
the same plan, and the same plan gives the same files.
"""

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import orjson

from backfile.cluster.corpus_rows import LAST, PART_STORIES, UNDATED, sorted_table
from backfile.cluster.input_list import Input
from backfile.cluster.manifest import FailedSpan
from backfile.cluster.part_files import parquet_form
from backfile.cluster.remote_files import WORK, OutFolder
from backfile.cluster.span_notes import Part, SpanNote
from backfile.export.archive_tables import NO_YEAR
from backfile.model.plain_values import plain_record

PLAN = f"{WORK}/plan.json"
STORIES, SKIPPED = "stories", "skipped"
SLICE_BYTES = 16 * 1024 * 1024
"""Of text and records that are sorted at a time: seven times as much while they are read, sorted and written."""
FILE_BYTES = 128 * 1024 * 1024
"""What a file is meant to have: half and twice as much are still between 64 and 256 MB, for it is reckoned from what the parts have."""
_GROUP_BYTES = 8 * 1024 * 1024
"""Of text and records of a group of rows: what a reader reads at least."""


_YEAR_AT, _DOMAIN_AT = (list(PART_STORIES).index(name) for name in ("year", "domain"))


class Slice(NamedTuple):
    """Rows of a year's domains from `first` up to `after`, or one share of them by their ids."""

    first: str
    after: str | None
    """None: to the last."""
    size: int
    share: int = 0
    shares: int = 1


class OutFile(NamedTuple):
    """A file of the corpus to be made."""

    name: str
    year: str | None
    """None of a file of what was skipped."""
    slices: tuple[Slice, ...]
    parts: tuple[int, ...]
    """Numbers of the parts that hold its rows."""


class Plan(NamedTuple):
    """What parts are made into."""

    batch: int
    parts: tuple[str, ...]
    files: tuple[OutFile, ...]
    failed: tuple[tuple[Input, FailedSpan], ...] = ()
    """What could not be read: the manifest is to say it."""


class OutNote(NamedTuple):
    """A file that was made."""

    name: str
    size: int
    rows: int


def plan_files(
    notes: Sequence[SpanNote], batch: int, *, file_bytes: int = FILE_BYTES, slice_bytes: int = SLICE_BYTES
) -> Plan:
    """The files that the parts of these notes are made into."""
    notes = sorted(notes, key=lambda note: note.key)
    stories = [part for note in notes for part in note.parts]
    skipped = [note.skipped_part for note in notes if note.skipped_part]
    files = [
        *_story_files(stories, batch, file_bytes, slice_bytes),
        *_skipped_files(skipped, len(stories), batch, file_bytes),
    ]
    return Plan(batch, tuple(part.name for part in (*stories, *skipped)), tuple(files))


def _story_files(parts: Sequence[Part], batch: int, file_bytes: int, slice_bytes: int) -> Iterator[OutFile]:
    weights: defaultdict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        for year, domain, size, _ in part.weights:
            weights[year][domain] += size
            if not holders[year] or holders[year][-1] != number:
                holders[year].append(number)
    raw = sum(sum(of_year.values()) for of_year in weights.values())
    ratio = sum(part.size for part in parts) / max(raw, 1)
    for year, of_year in sorted(weights.items()):
        slices = list(_slices(sorted(of_year.items()), slice_bytes))
        for number, of_file in enumerate(_shared_out(slices, file_bytes / max(ratio, 1e-9))):
            name = f"{STORIES}/year={year if year != UNDATED else NO_YEAR}/{batch:04}-{number:05}.parquet"
            yield OutFile(name, year, tuple(of_file), tuple(holders[year]))


def _slices(weights: Sequence[tuple[str, int]], most: int) -> Iterator[Slice]:
    """The domains of a year in slices of about `most` bytes, the first from the first domain there is."""
    first, size = "", 0
    for at, (domain, weight) in enumerate(weights):
        if size and size + weight > most:
            yield from _shares(Slice(first, domain, size), most)
            first, size = domain, 0
        size += weight
        if at == len(weights) - 1:
            yield from _shares(Slice(first, None, size), most)


def _shares(one: Slice, most: int) -> Iterator[Slice]:
    """A slice in as many shares as its bytes ask for: a domain is not cut otherwise."""
    shares = max(1, round(one.size / most))
    for share in range(shares):
        yield one._replace(size=one.size // shares, share=share, shares=shares)


def _shared_out(slices: Sequence[Slice], most: float) -> Iterator[list[Slice]]:
    """The slices in files of as near to `most` bytes as can be, each file with about as many."""
    total = sum(one.size for one in slices)
    count = max(1, round(total / most))
    files: list[list[Slice]] = [[] for _ in range(count)]
    passed = 0
    for one in slices:
        files[min(count - 1, (passed + one.size // 2) * count // max(total, 1))].append(one)
        passed += one.size
    return (of_file for of_file in files if of_file)


def _skipped_files(parts: Sequence[Part], first: int, batch: int, file_bytes: int) -> Iterator[OutFile]:
    held: list[int] = []
    size = number = 0
    for at, part in enumerate(parts, first):
        held.append(at)
        size += part.size
        if size >= file_bytes or at == first + len(parts) - 1:
            yield OutFile(f"{SKIPPED}/{batch:04}-{number:05}.parquet", None, (), tuple(held))
            held, size, number = [], 0, number + 1


def keep_plan(out: OutFolder, plan: Plan) -> None:
    """Keep a plan before it is carried out. Raises OutputRefused."""
    out.write(PLAN, orjson.dumps(plain_record(plan)))


def held_plan(out: OutFolder) -> Plan | None:
    """The plan of a job that did not end; None where there is none."""
    data = out.read(PLAN)
    if data is None:
        return None
    held = orjson.loads(data)
    files = tuple(
        OutFile(one["name"], one["year"], tuple(Slice(**cut) for cut in one["slices"]), tuple(one["parts"]))
        for one in held["files"]
    )
    failed = tuple((Input(**one), FailedSpan(**span)) for one, span in held["failed"])
    return Plan(held["batch"], tuple(held["parts"]), files, failed)


class FileTask(NamedTuple):
    """A file of a plan to be made. It brings what it needs of the plan, which names every part of every year."""

    out: str
    number: int
    file: OutFile
    parts: tuple[str, ...]
    """The names of those that hold its rows."""

    @property
    def key(self) -> str:
        """Names the task."""
        return f"file-{self.number:05}"


def file_tasks(out: OutFolder, plan: Plan, there: Collection[str]) -> Iterator[FileTask]:
    """The files of a plan that are not there yet: made one by one, as they are handed out."""
    for number, one in enumerate(plan.files):
        if one.name not in there:
            yield FileTask(out.address, number, one, tuple(plan.parts[part] for part in one.parts))


def write_file(task: FileTask) -> OutNote:
    """Make a file of the corpus. Raises OSError, OutputRefused."""
    out = OutFolder(task.out)
    one = task.file
    return (
        join_parts(out, one.name, task.parts)
        if one.year is None
        else _write(out, one.name, _sliced(out, task.parts, one))
    )


def join_parts(out: OutFolder, name: str, parts: Iterable[str]) -> OutNote:
    """Make one file of parts that follow one another. Raises OSError, OutputRefused."""
    return _write(out, name, _joined(out, parts))


def _write(out: OutFolder, name: str, tables: Iterable[tuple[Any, int]]) -> OutNote:
    """Write tables one after another into one file; each comes with the rows of a group."""
    from pyarrow.parquet import ParquetWriter

    rows = 0
    with out.new_file(name) as partial:
        writer = None
        for table, group in tables:
            writer = writer or ParquetWriter(partial, table.schema, **parquet_form(table.column_names))
            writer.write_table(table, row_group_size=group)
            rows += len(table)
            del table  # before the next is made
        if writer is not None:
            writer.close()
        return OutNote(name, partial.stat().st_size, rows)


def _joined(out: OutFolder, names: Iterable[str]) -> Iterator[tuple[Any, int]]:
    from pyarrow.parquet import ParquetFile

    for name in names:
        with out.open(name) as file:
            yield ParquetFile(file).read(), 100_000


def _sliced(out: OutFolder, names: Sequence[str], one: OutFile) -> Iterator[tuple[Any, int]]:
    """The rows of a file, a slice at a time, sorted."""
    from pyarrow import concat_tables

    metadata: dict[str, Any] = {}
    for cut in one.slices:
        found = [table for name in names for table in _rows_in(out, name, metadata, one.year or UNDATED, cut)]
        if found:
            table = sorted_table(concat_tables(found))
            found.clear()
            yield table, max(1, len(table) * _GROUP_BYTES // max(cut.size, 1))
            del table  # before the next slice is read


def _rows_in(out: OutFolder, name: str, metadata: dict[str, Any], year: str, cut: Slice) -> Iterator[Any]:
    """The rows of a part that are in a slice: of the groups of rows whose bounds say that they may be."""
    from pyarrow.parquet import ParquetFile, read_metadata

    if name not in metadata:
        with out.open(name) as file:
            metadata[name] = read_metadata(file)
    known = metadata[name]
    groups = [number for number in range(known.num_row_groups) if _may_hold(known.row_group(number), year, cut)]
    if groups:
        with out.open(name) as file:
            yield _chosen(ParquetFile(file, metadata=known).read_row_groups(groups), year, cut)


def _may_hold(group: Any, year: str, cut: Slice) -> bool:
    years, domains = (group.column(at).statistics for at in (_YEAR_AT, _DOMAIN_AT))
    if years.min > year or years.max < year:
        return False
    if years.min != years.max or domains is None or not domains.has_min_max or domains.null_count:
        return True  # its domains are of several years, or some rows have none
    return bool(domains.max >= cut.first and (cut.after is None or domains.min < cut.after))


def _chosen(table: Any, year: str, cut: Slice) -> Any:
    """The rows of a table that are in a slice."""
    import pyarrow.compute as pc

    domains = pc.fill_null(table["domain"], LAST)
    wanted = pc.and_(pc.equal(table["year"], year), pc.greater_equal(domains, cut.first))
    if cut.after is not None:
        wanted = pc.and_(wanted, pc.less(domains, cut.after))
    found = table.filter(wanted).drop_columns(["year"])
    if cut.shares > 1:
        found = found.filter([_share_of(name, cut.shares) == cut.share for name in found["id"].to_pylist()])
    return found


def _share_of(story: str, shares: int) -> int:
    return zlib.crc32(story.encode()) * shares >> 32
