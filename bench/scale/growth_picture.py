"""docs/scale.svg: what adding costs a story, as the archive grows. Text and colours follow the reader's light or dark mode."""

from collections.abc import Sequence
from html import escape

from bench.scale.fill import Mark

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _FOOT = 640, 300, 52, 62, 110, 44
_STYLE = """
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1f2328}
.title{font-size:16px;font-weight:600}.quiet{fill:#59636e;font-size:12px}.grid{stroke:#eaeef2}
.line{fill:none;stroke-width:2.5}.writing{stroke:#0a6847;fill:#0a6847}.indexing{stroke:#8c959f;fill:#8c959f}text.named{stroke:none}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.quiet{fill:#9198a1}.grid{stroke:#21262d}
.writing{stroke:#3fb98a;fill:#3fb98a}.indexing{stroke:#6e7681;fill:#6e7681}}
"""


def draw(marks: Sequence[Mark]) -> str:
    """The picture as SVG: a line for writing and one for indexing, from nothing to the largest size."""
    lines = {
        "writing": [(mark.stories, mark.ms) for mark in marks],
        "indexing": [(mark.stories, mark.index_ms) for mark in marks],
    }
    most = max(value for line in lines.values() for _, value in line)
    top = next(step for step in (2, 5, 10, 20, 50, 100, 1000) if step >= most)
    widest = marks[-1].stories
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" role="img">',
        f"<title>{escape(_in_words(marks))}</title><style>{_STYLE}</style>",
        '<text class="title" x="8" y="24">What a story costs to add, as the archive grows</text>',
        '<text class="quiet" x="8" y="44">milliseconds of CPU</text>',
    ]
    for part in range(5):
        y = _y(top * part / 4, top)
        parts.append(f'<path class="grid" d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}"/>')
        parts.append(f'<text class="quiet" x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{top * part / 4:g}</text>')
    for part in (1, 2, 3, 4):
        at = widest * part // 4
        parts.append(
            f'<text class="quiet" x="{_x(at, widest):.1f}" y="{_HEIGHT - 20}" text-anchor="middle">{at:,}</text>'
        )
    parts.append(f'<text class="quiet" x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 3}" text-anchor="end">stories</text>')
    for name, line in lines.items():
        points = " ".join(f"{_x(stories, widest):.1f},{_y(value, top):.1f}" for stories, value in line)
        parts.append(f'<polyline class="line {name}" style="fill:none" points="{points}"/>')
        x, y = _x(line[-1][0], widest), _y(line[-1][1], top)
        parts.append(f'<text class="{name} named" x="{x + 8:.1f}" y="{y + 4:.1f}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(stories: int, widest: int) -> float:
    return _LEFT + (_WIDTH - _LEFT - _RIGHT) * stories / widest


def _y(value: float, top: float) -> float:
    return _HEIGHT - _FOOT - (_HEIGHT - _TOP - _FOOT) * value / top


def _in_words(marks: Sequence[Mark]) -> str:
    told = "; ".join(f"{mark.stories:,} stories {mark.ms:.1f} and {mark.index_ms:.1f}" for mark in marks)
    return f"Milliseconds of CPU a story for writing and for indexing: {told}"
