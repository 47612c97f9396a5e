"""The compiled parts of reading, where they were built (hatch_build.py): the one place that chooses.

`walk` is the pass over a page's tree, and the look at its bytes and names; its twins are page/walk.py, page/decode.py and
page/box_names.py. `score` is the block model; its twin is label/block_model.py. A part that was not built is None, and its
twin runs, which gives the same, more slowly (docs/decisions/0008).
"""

try:
    from backfile.compiled import _walk as walk
except ImportError:
    walk = None  # type: ignore[assignment]
try:
    from backfile.compiled import _score as score
except ImportError:
    score = None  # type: ignore[assignment]

__all__ = ["score", "walk"]
