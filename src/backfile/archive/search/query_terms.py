"""Search query: a parsed line to Tantivy's terms. A word is looked for as it is, in its other endings, and most in the headline.

Its other endings are those words of the index that have its stem (Snowball) in a language in which stories are; they count only
in stories of that language. So "reports" finds "reported" in English, and no German word that happens to look like it.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any as Anything

import tantivy
from tantivy import FieldType, Occur, Query

from backfile.archive.outlets.outlet_queries import rows_of_words
from backfile.archive.search import query as ask
from backfile.archive.search.excerpt import Sought
from backfile.archive.search.index_reader import Opened
from backfile.archive.search.index_schema import NO_LANGUAGE, word_analyzer
from backfile.archive.search.search_text import search_text

STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nb": "norwegian", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    NO_LANGUAGE: "english",
}  # fmt: skip
_LEAST_STEM = 3
"""Letters of a stem: shorter ones are not looked for in other words."""
_MOST_SEEN = 5000
"""Words of the index with the same beginning that are looked at for one stem."""
_MOST_ENDINGS = 30
_MOST_PREFIXED = 500
"""Words that a prefix stands for, the commonest of them."""
_IN_HEADLINE, _OTHER_ENDING = 2.0, 0.5


class QueryMaker:
    """Makes Tantivy's queries for one index as it stands."""

    def __init__(self, opened: Opened, db: sqlite3.Connection) -> None:
        self._index = opened
        self._db = db
        self.sought: list[Sought] = []
        """Words that excerpts mark: those looked for, and their other endings."""

    def all(self, parts: Sequence[ask.Node]) -> Query:
        """Stories for which all of these hold."""
        made = [self._occur(part) for part in parts]
        if not any(occur == Occur.Must for occur, _ in made):
            made.append((Occur.Must, Query.all_query()))
        return Query.boolean_query(made)

    def days(self, field: str, first: int | None, last: int | None) -> Query:
        """Stories of which a day that their stamp can mean passes: a month counts as its days. The undated never do."""
        ends = ("updated_first", "updated_last") if field == "updated" else ("first_day", "last_day")
        made = []
        if first is not None:
            made.append(self._range(ends[1], first, None))
        if last is not None:
            made.append(self._range(ends[0], None, last))
        return Query.const_score_query(Query.boolean_query([(Occur.Must, one) for one in made]), 0.0)

    def undated(self) -> Query:
        """Stories that nothing dates."""
        dated = self._range("first_day", 0, None)
        return Query.const_score_query(
            Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, dated)]), 0.0
        )

    def in_doubt(self, word: str) -> Query:
        """Stories with that doubt; with any."""
        any_doubt = word == ask.ANY_DOUBT
        found = self._range("doubtful", 0, None) if any_doubt else self._word("doubt", word)
        return Query.const_score_query(found, 0.0)

    def outlets(self, rows: Sequence[int]) -> Query:
        """Stories of these rows of outlet_names."""
        return Query.const_score_query(Query.term_set_query(self._index.schema, "outlet", list(rows)), 0.0)

    def _occur(self, part: ask.Node) -> tuple[Occur, Query]:
        return (Occur.MustNot, self._made(part.part)) if isinstance(part, ask.Not) else (Occur.Must, self._made(part))

    def _made(self, part: ask.Node) -> Query:
        match part:
            case ask.All(parts):
                return self.all(parts)
            case ask.Any(parts):
                return Query.boolean_query([(Occur.Should, self._made(one)) for one in parts])
            case ask.Not():
                return self.all([part])
            case ask.Days(field, first, last):
                since = None if field == "to" else first.toordinal()
                return self.days(field, since, None if field == "from" else last.toordinal())
            case ask.Undated(is_wanted):
                return self.undated() if is_wanted else Query.const_score_query(self._range("first_day", 0, None), 0.0)
            case ask.Term():
                return self._term(part)

    def _term(self, term: ask.Term) -> Query:
        if term.field == "doubt":
            return self.in_doubt(term.text)
        words = words_in(term.text)
        if term.field == "outlet":
            return self.outlets(rows_of_words(self._db, words, is_prefix=term.kind == "prefix"))
        if not words:
            return Query.empty_query()
        is_prefix = term.kind == "prefix"
        self.sought += [Sought(word, is_prefix and word == words[-1]) for word in words]
        if is_prefix:
            return self._prefixed(term.field or "text", words)
        if len(words) > 1:
            return Query.phrase_query(self._index.schema, term.field or "text", list(words), term.slop)
        if term.field is not None or term.kind == "phrase":
            return self._word(term.field or "text", words[0])
        return self._in_all_endings(words[0])

    def _in_all_endings(self, word: str) -> Query:
        ways = [(Occur.Should, self._word("text", word))]
        ways.append((Occur.Should, Query.boost_query(self._word("headline", word), _IN_HEADLINE)))
        for language, endings in self._endings(word).items():
            self.sought += map(Sought, endings)
            any_ending = Query.boolean_query([(Occur.Should, self._word("text", one)) for one in endings])
            if language:
                spoken = Query.const_score_query(self._word("language", language), 0.0)
                any_ending = Query.boolean_query([(Occur.Must, any_ending), (Occur.Must, spoken)])
            ways.append((Occur.Should, Query.boost_query(any_ending, _OTHER_ENDING)))
        return Query.boolean_query(ways)

    def _endings(self, word: str) -> dict[str, list[str]]:
        """Other words of the index with the same stem, by language; under "" where there is but one language."""
        found: dict[str, list[str]] = {}
        languages = self._index.languages
        for language in languages:
            stem = _stem(word, language)
            if stem is None or len(stem) < _LEAST_STEM:
                continue
            beginning = _beginning(word, stem)
            alike = [
                one
                for one, _ in self._index.searcher.terms_with_prefix("text", beginning, limit=_MOST_SEEN)
                if one != word and _stem(one, language) == stem
            ]
            if alike:
                found[language if len(languages) > 1 else ""] = alike[:_MOST_ENDINGS]
        return found

    def _prefixed(self, field: str, words: Sequence[str]) -> Query:
        """The last of the words however it goes on, after those before it."""
        found = self._index.searcher.terms_with_prefix(field, words[-1], limit=_MOST_PREFIXED)
        if len(words) > 1:
            phrases = [Query.phrase_query(self._index.schema, field, [*words[:-1], one]) for one, _ in found]
            return Query.boolean_query([(Occur.Should, one) for one in phrases])
        return Query.term_set_query(self._index.schema, field, [one for one, _ in found])

    def _word(self, field: str, word: str) -> Query:
        option = "basic" if field in ("language", "doubt") else "position"
        return Query.term_query(self._index.schema, field, word, option)

    def below(self, field: str, value: int | None) -> Query:
        """Stories that have less than this in the field, of numbers from 0 on; with None all that have one."""
        return self._range(field, 0, None if value is None else value - 1)

    def undated_after(self, key: int) -> Query:
        """Stories without a date whose keys are greater."""
        later = self._range("key", key + 1, None)
        return Query.boolean_query([(Occur.Must, self.undated()), (Occur.Must, later)])

    def _range(self, field: str, first: int | None, last: int | None) -> Query:
        return Query.range_query(self._index.schema, field, FieldType.Integer, first, last)


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text, as the index has them."""
    return tuple(word_analyzer().analyze(search_text(text)))


def plain_terms(node: ask.Node) -> Iterator[ask.Term]:
    """The terms that are looked for in the text of stories, and not left out."""
    match node:
        case ask.Term(field=None):
            yield node
        case ask.All(parts) | ask.Any(parts):
            for part in parts:
                yield from plain_terms(part)


def _beginning(word: str, stem: str) -> str:
    """What the word and all that have its stem begin with: "ferr" of "ferry", whose stem is "ferri"."""
    same = next((at for at, pair in enumerate(zip(word, stem, strict=False)) if pair[0] != pair[1]), len(stem))
    shorter = same - 1 if same == len(stem) and stem[-1] in "eiy" else same
    return stem[: max(shorter, min(_LEAST_STEM, same))]


@lru_cache(maxsize=1 << 16)
def _stem(word: str, language: str) -> str | None:
    """The stem of a word; None in a language that has no stemmer here."""
    analyzer = _stemmer(language)
    stems = analyzer.analyze(word) if analyzer else []
    return stems[0] if stems else None


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Anything:
    name = STEMMERS.get(language.split("-")[0])
    if name is None:
        return None
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer(name)).build()
