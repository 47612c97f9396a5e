"""Which of many patterns a text can match, by how it begins and how long it is. A set of patterns is a number, a bit a pattern."""

from collections.abc import Sequence

from backfile.label.pattern_openings import END, OTHER, REACH, folded, openings_of

_LAST_OF_ASCII = "\x7f"


class _Node:
    """A beginning, and how it goes on."""

    __slots__ = ("longer", "patterns")

    def __init__(self) -> None:
        self.patterns = 0
        """Those whose matches can begin so and go on in any way."""
        self.longer: dict[str, _Node] = {}
        """By the next character, in ASCII in either case: the beginnings that are longer by it."""

    def add(self, beginning: str, patterns: int) -> None:
        """Give patterns to what is longer than this node by so many characters."""
        node = self
        for letter in beginning:
            if letter not in node.longer:
                node.longer[letter] = _Node()
            node = node.longer[letter]
        node.patterns |= patterns

    def finish(self) -> None:
        """Let capitals lead where their small letters lead, and marks past ASCII where all such marks lead too."""
        other = self.longer.get(OTHER)
        for letter, node in list(self.longer.items()):
            node.finish()
            if letter.isascii():
                self.longer[letter.upper()] = node
            elif other and not letter.isalpha():
                node.patterns |= other.patterns


class Sieve:
    """Patterns as a tree of what their matches begin with."""

    def __init__(self, patterns: Sequence[str], longest: Sequence[int], flags: int) -> None:
        """`longest` are the characters that a text may have at most, a pattern."""
        self.anything = _Node()
        self.anything.patterns = (1 << len(patterns)) - 1
        self.of_size = [0] * (max(longest, default=0) + 1)
        """Those whose matches can be so long."""
        self.root = _Node()
        for place, pattern in enumerate(patterns):
            openings = openings_of(pattern, flags)
            for beginning in openings.beginnings:
                self.root.add(beginning, 1 << place)
            for size in range(openings.shortest, longest[place] + 1):
                self.of_size[size] |= 1 << place
        self.root.finish()

    def may_match(self, text: str) -> int:
        """The patterns that a text can match, which is no longer than the longest that any allows."""
        found, longer = self.root.patterns, self.root.longer
        for letter in text[:REACH]:
            node = longer.get(letter)
            if node is None and letter > _LAST_OF_ASCII:
                node = self._past_ascii(letter, longer)
            if node is None:
                break
            found |= node.patterns
            longer = node.longer
            if not longer:
                break
        else:
            if END in longer and len(text) < REACH:
                found |= longer[END].patterns
        return found & self.of_size[len(text)]

    def flat(self) -> tuple[tuple[int, tuple[tuple[int, int], ...]], ...]:
        """The tree's nodes, the root first: (patterns, ((code point of a letter, place of the node that it leads to), ...))."""
        place_of = {id(self.root): 0}
        nodes = [self.root]
        for node in nodes:  # which grows as it is gone through
            for longer in node.longer.values():
                if id(longer) not in place_of:
                    place_of[id(longer)] = len(nodes)
                    nodes.append(longer)
        return tuple(
            (node.patterns, tuple(sorted((ord(letter), place_of[id(other)]) for letter, other in node.longer.items())))
            for node in nodes
        )

    def _past_ascii(self, letter: str, longer: dict[str, _Node]) -> _Node | None:
        """Where a character leads that is not known as it stands."""
        small = folded(letter)
        if small is None:
            return self.anything
        return longer.get(small) or (None if letter.isalpha() else longer.get(OTHER))
