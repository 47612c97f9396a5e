"""The passage of a story that a search found, with the words that match marked: by Tantivy's snippets."""

from collections.abc import Iterable

import tantivy
from tantivy import Occur, Query

from backfile.archive.search.index_reader import Opened
from backfile.archive.search.search_text import CUT, search_text, shown_text
from backfile.archive.store.list_entries import LEDE, lede


class Excerpts:
    """Finds the words of one search in texts."""

    def __init__(self, opened: Opened, words: Iterable[str]) -> None:
        terms = [(Occur.Should, Query.term_query(opened.schema, "text", word)) for word in words]
        self._schema = opened.schema
        self._generator = None
        if terms:
            self._generator = tantivy.SnippetGenerator.create(
                opened.searcher, Query.boolean_query(terms), opened.schema, "text"
            )
            self._generator.set_max_num_chars(LEDE)

    def of(self, body: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The passage of about LEDE letters in which the words match best, and the marks in it."""
        if self._generator is None:
            return lede(body), ()
        searched = search_text(body)
        document = tantivy.Document.from_dict({"text": searched}, self._schema)
        snippet = self._generator.snippet_from_doc(document)
        found = snippet.highlighted()
        if not found:
            return lede(body), ()
        text = searched.encode()
        begin, end = snippet.fragment_range().start, snippet.fragment_range().end
        marks = _joined([(_letters(text, begin + one.start), _letters(text, begin + one.end)) for one in found])
        return _cut(shown_text(body), _letters(text, begin), _letters(text, end), marks)


def _letters(text: bytes, end: int) -> int:
    """How many letters of the body stand before a byte of the text that was searched."""
    return len(text[:end].decode(errors="ignore").replace(CUT, ""))


def _joined(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks in order, those that touch as one: of a script without spaces each letter is a word."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def _cut(body: str, start: int, end: int, marks: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """body[start:end] on one line, with the marks of its first and last word, and a sign where it goes on."""
    while start and not body[start - 1].isspace():
        start -= 1
    while end < len(body) and not body[end].isspace() and not body[end].isalnum():
        end += 1
    lead = "… " if start else ""
    shift = len(lead) - start
    text = "".join(" " if letter.isspace() else letter for letter in body[start:end])
    tail = " …" if end < len(body) else ""
    return lead + text + tail, tuple((a + shift, b + shift) for a, b in marks)
