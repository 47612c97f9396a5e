"""One page of a list: a sequence of its records, with the total beside it; also as a table of Arrow's."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, overload

from backfile.model.flat_rows import Columns, Row, arrow_table
from backfile.model.notebook_views import html_of
from backfile.model.plain_values import plain_record

if TYPE_CHECKING:
    import pyarrow


class _Record(Protocol):
    def to_row(self) -> Row:
        """One flat dict."""
        ...


Item = TypeVar("Item", bound=_Record)


class ResultPage(Sequence[Item]):
    """What is common to the pages of all lists."""

    columns: ClassVar[Columns]
    """Of `to_rows`."""
    total: int
    """Of the whole list, not of this page."""

    @property
    @abstractmethod
    def _items(self) -> tuple[Item, ...]: ...

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items)

    @overload
    def __getitem__(self, at: int) -> Item: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...

    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        return self._items[at]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self):,} of {self.total:,}>"

    def _repr_html_(self) -> str | None:
        """For notebooks: the list, each record with its day and age."""
        return html_of(self)

    def to_dict(self) -> dict[str, Any]:
        """The page as plain values, as the command line's --json has it."""
        return plain_record(self)

    def to_rows(self) -> list[Row]:
        """The page as rows of a table, one flat dict a record."""
        return [item.to_row() for item in self._items]

    def to_arrow(self) -> "pyarrow.Table":
        """The page as a table of Arrow's. Raises ExtraMissing where pyarrow is not installed."""
        return arrow_table(self.to_rows(), self.columns)
