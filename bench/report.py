"""What was measured -> the text of docs/bench.md, printed as it is."""

from dataclasses import dataclass

from bench.extractors import PEERS
from bench.predictions import applies
from bench.scores import PageScore
from bench.sets import TruthSet
from bench.tables import View, kind_table, machine, score_table, time_table, version_table, views_of
from bench.timing import Timing


@dataclass(frozen=True)
class Measured:
    """A run of the bench."""

    sets: dict[str, TruthSet]
    pages: dict[str, dict[str, list[PageScore]]]
    """Set -> extractor -> pages."""
    memory: dict[str, dict[str, int]]
    """Set -> extractor -> most memory held while it read the set, in MB."""
    timing: Timing | None
    versions: dict[str, str | None]
    when: str
    command: str

    def views(self) -> list[View]:
        """What there is a table of."""
        return [view for name in self.sets for view in views_of(name, _note(self.sets[name]), self.pages[name])]


def report(measured: Measured) -> str:
    """All of it, in Markdown."""
    parts = ["# Bench", _head(measured)]
    for view in measured.views():
        about = measured.sets[view.set_name]
        absent = [peer.name for peer in PEERS if measured.versions.get(peer.name) is None and applies(peer, about)]
        parts += [f"## {view.title}", view.note + ".", score_table(view, absent)]
    for name, rows in measured.pages.items():
        typed = [page for page in rows.get("backfile", []) if page.kind is not None]
        if len({page.page_type for page in typed}) > 1:
            parts += [f"## Story or not, by page type ({name})", kind_table(typed)]
    if measured.timing is not None:
        memory = measured.memory.get(measured.timing.set_name, {})
        parts += ["## Time and memory", _timed(measured.timing), time_table(measured.timing, memory)]
    parts += ["## Versions", version_table(measured.versions)]
    return "\n\n".join(parts)


def _head(measured: Measured) -> str:
    return (
        f"Written by `{measured.command}` on {measured.when}, on {machine()}. [benchmarks.md](benchmarks.md) says what each figure "
        "means, how the sets are made, and where their truth is wrong. “-” stands where an extractor gives no such thing, or the set "
        "has no truth for it."
    )


def _note(about: TruthSet) -> str:
    source, commit = about.about.get("source", "source not known"), about.about.get("commit")
    at = f" at {commit[:10]}" if commit else ""
    address = "" if about.tells_address else "; extractors are not told the page's address"
    return f"{len(about.truths)} pages; {source}{at}; set digest {about.digest}{address}"


def _timed(timing: Timing) -> str:
    return (
        f"{timing.pages} pages of {timing.set_name}, {timing.page_kb:.0f} kB each, one core, {timing.rounds} rounds of fresh processes, blocks of ten "
        f"pages in turn, process time, on {timing.when}; load average {timing.load:.1f} (multiples hold on a busy machine, milliseconds do not). "
        "`backfile` is the whole record without what is found in the body's own words, `backfile-analysed` with it. Memory is the most "
        "that the process held while it read the set page by page, libraries included."
    )
