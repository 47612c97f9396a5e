"""Records as rows of a table: one flat dict each, the same columns in every row, for pandas, Arrow and CSV."""

from typing import TYPE_CHECKING, Any

from backfile.errors import ExtraMissing
from backfile.model.story import Stamp, Story, Window

if TYPE_CHECKING:
    import pyarrow

Columns = dict[str, str]
"""Names of the columns in order, with Arrow's names of their types."""
Row = dict[str, Any]
WHEN: Columns = {
    "published": "string", "precision": "string", "basis": "string", "day": "date32", "earliest": "string", "latest": "string",
}  # fmt: skip
"""When a story was published: the stamp's value, its day as a date, and the window."""


def when_row(stamp: Stamp | None, window: Window) -> Row:
    """The columns of WHEN."""
    known = (stamp.value, stamp.precision, stamp.basis, stamp.date) if stamp else (None,) * 4
    return dict(zip(WHEN, (*known, window.earliest, window.latest), strict=True))


DATED: Columns = {"date": "date32", **{name: kind for name, kind in WHEN.items() if name != "day"}}
"""The same, the day first and called `date`, as trafilatura calls it."""


def dated_row(stamp: Stamp | None, window: Window) -> Row:
    """The columns of DATED."""
    when = when_row(stamp, window)
    return {"date": when.pop("day"), **when}


STORY_COLUMNS: Columns = {
    "id": "string", "url": "string", "outlet": "string", "domain": "string", "language": "string", "kind": "string",
    "headline": "string", "byline": "string", "authors": "string", **WHEN, "updated": "string", "captured_at": "string",
    "section": "string", "body": "string",
}  # fmt: skip


def story_row(story: Story) -> Row:
    """The columns of STORY_COLUMNS: of the authors the names, parted by semicolons."""
    known = {
        **{name: getattr(story, name) for name in STORY_COLUMNS if hasattr(story, name)},
        "outlet": story.outlet.name,
        "domain": story.outlet.domain,
        "authors": "; ".join(author.name for author in story.authors),
        **when_row(story.published, story.window),
        "updated": story.updated.value if story.updated else None,
        "captured_at": story.captured_at.isoformat() if story.captured_at else None,
    }
    return {name: known[name] for name in STORY_COLUMNS}


def arrow_table(rows: list[Row], columns: Columns) -> "pyarrow.Table":
    """Rows as a table of Arrow's. Raises ExtraMissing where pyarrow is not installed."""
    try:
        import pyarrow
    except ModuleNotFoundError as error:
        raise ExtraMissing("a table of Arrow's", "pyarrow", "parquet") from error
    types = {name: pyarrow.type_for_alias(kind) for name, kind in columns.items()}
    return pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(types))
