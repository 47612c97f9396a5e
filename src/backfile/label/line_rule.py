"""A rule that says what a line is by how it begins: a row of LINE_RULES."""

from typing import NamedTuple

from backfile.model.label import FieldKind, FurnitureKind, Label, RuleName


class LineRule(NamedTuple):
    """One kind of line."""

    name: RuleName
    kind: FieldKind | FurnitureKind
    pattern: str
    """Matched at the start of a line that is put in small letters. No group in it captures."""
    longest: int
    """Code points: a longer block is a story's own paragraph, whatever it starts with."""
    example: str
    counter: str
    needs: tuple[str, ...] = ()
    """Of a rule whose lines can begin with anything: every line that fits has one of these in it, in small letters."""

    @property
    def label(self) -> Label:
        """The label of a block whose line it is."""
        return Label(self.kind, self.name)
