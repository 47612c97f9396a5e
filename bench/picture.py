"""docs/bench.svg: one row an extractor, one column a figure, a bar for each. Text and colours follow the reader's light or dark mode."""

from dataclasses import dataclass
from html import escape

from bench.extractors import EVERY
from bench.scores import Scores
from bench.timing import Timing

_NAME_WIDTH, _COLUMN, _BAR = 132, 136, 74
_ROW, _TOP = 26, 84

_STYLE = """
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1f2328}
.title{font-size:16px;font-weight:600}.ours{font-weight:700}.quiet{fill:#59636e;font-size:12px}
.head{font-weight:600}.track{fill:#eaeef2}.bar{fill:#8c959f}.bar.ours{fill:#0a6847}.band{fill:#dff3ea}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.quiet{fill:#9198a1}.track{fill:#21262d}.bar{fill:#6e7681}
.bar.ours{fill:#3fb98a}.band{fill:#12291f}}
"""


@dataclass(frozen=True)
class _Column:
    head: str
    under: str
    values: dict[str, float]
    """Extractor's name -> figure."""
    full: float
    """The figure of a whole bar."""
    form: str


def draw(set_name: str, rows: dict[str, Scores], timing: Timing | None) -> str:
    """The picture as SVG. Shares run from 0 to 1; milliseconds from 0 to the slowest."""
    columns = [column for column in _columns(rows, timing) if column.values]
    names = [name for name in EVERY if name in rows and any(name in column.values for column in columns)]
    width, height = _NAME_WIDTH + _COLUMN * len(columns) + 16, _TOP + _ROW * len(names) + 14
    pages = next(iter(rows.values())).pages
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">',
        f"<title>{escape(_in_words(columns))}</title><style>{_STYLE}</style>",
        f'<text class="title" x="8" y="24">{pages} news pages ({escape(set_name)})</text>',
    ]
    for at, column in enumerate(columns):
        x = _NAME_WIDTH + at * _COLUMN
        parts.append(f'<text class="head" x="{x}" y="54">{column.head}</text>')
        parts.append(f'<text class="quiet" x="{x}" y="71">{column.under}</text>')
    for at, name in enumerate(names):
        parts += _row(name, _TOP + at * _ROW, columns, width)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _columns(rows: dict[str, Scores], timing: Timing | None) -> list[_Column]:
    body = {name: scores.body.f1 for name, scores in rows.items() if scores.body}
    exact = {name: scores.exact for name, scores in rows.items() if scores.exact is not None}
    headline = {name: scores.headline for name, scores in rows.items() if scores.headline is not None}
    authors = {name: scores.authors for name, scores in rows.items() if scores.authors is not None}
    dated = {name: scores.dates.right / scores.dates.pages for name, scores in rows.items() if scores.dates}
    ms = {name: timing.ms[name] for name in rows if name in timing.ms} if timing else {}
    return [
        _Column("Body", "F1 of four-word runs", body, 1, ".3f"),
        _Column("Body exact", "share of pages", exact, 1, ".2f"),
        _Column("Headline", "share exact", headline, 1, ".2f"),
        _Column("Authors", "share, whole set", authors, 1, ".2f"),
        _Column("Day", "share right", dated, 1, ".2f"),
        _Column("Time, less is better", "ms a page", ms, max(ms.values(), default=1), ".1f"),
    ]


def _row(name: str, y: int, columns: list[_Column], width: int) -> list[str]:
    mine = ' class="ours"' if name == "backfile" else ""
    parts = [f'<rect class="band" x="2" y="{y}" width="{width - 4}" height="{_ROW}" rx="4"/>'] if mine else []
    parts.append(f'<text x="8" y="{y + 17}"{mine}>{escape(name.capitalize() if mine else name)}</text>')
    for at, column in enumerate(columns):
        x, value = _NAME_WIDTH + at * _COLUMN, column.values.get(name)
        if value is None:
            parts.append(f'<text class="quiet" x="{x}" y="{y + 17}">not given</text>')
            continue
        long = max(1.0, _BAR * value / column.full)
        bar = "bar ours" if mine else "bar"
        parts.append(f'<rect class="track" x="{x}" y="{y + 8}" width="{_BAR}" height="10" rx="2"/>')
        parts.append(f'<rect class="{bar}" x="{x}" y="{y + 8}" width="{long:.1f}" height="10" rx="2"/>')
        parts.append(f'<text x="{x + _BAR + 6}" y="{y + 17}"{mine}>{value:{column.form}}</text>')
    return parts


def _in_words(columns: list[_Column]) -> str:
    """For those who do not see the picture: Backfile's figures."""
    told = [f"{c.head} ({c.under}): {c.values['backfile']:{c.form}}" for c in columns if "backfile" in c.values]
    return "Backfile beside other extractors. Backfile has " + "; ".join(told) + ". All figures are in docs/bench.md."
