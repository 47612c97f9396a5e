"""Whether a page's markup was cut off before its end, by what its last bytes are.

HTML lets a page leave out </body> and </html> (HTML Standard, 13.1.2.4), so that alone says nothing. A tag that does not end says it, and so
does a page without both that stops in the middle of a line of text, with boxes open that only an end tag closes, or that writes out its head's end
and its body's start.
"""

import re

from backfile.model.page import CutSign

_REACH = 1024
_ENDED = ("</html", "</body", "</HTML", "</BODY")
_BEGUN = re.compile(r"<[a-z/!][^<>]*\Z", re.I)
"""Matches the end of "<p>Rain</p><di"; not of "a < b"."""
_OPEN_ENDED = (("<script", "</script"), ("<!--", "-->"), ("<style", "</style"))
_BOXES = ("div", "article", "section", "main", "table")
_LINE = re.compile(r"[^\W_][^<>]{0,200}[\w,;:-]\Z")
"""Matches the end of "<p>The council said on Mon"; not of "</p>", "... said."."""
_WRITTEN_OUT = ("</head", "<body")
"""A page that writes these tags writes their ends too: of 3,100 pages of the sets fourteen do not, and some of those were cut."""
_LEAST_OPEN = 2
"""Boxes that are open at the end: one that is never closed is a slip of the template's."""


def cut_sign(markup: str | bytes) -> CutSign | None:
    """How the end of a page shows that it was cut off; None where it does not."""
    if _is_ended(markup):
        return None
    whole = _text(markup).rstrip().lower()
    tail = whole[-_REACH:]
    is_open = any(whole.rfind(begins) > whole.rfind(ends) for begins, ends in _OPEN_ENDED)
    if _BEGUN.search(tail) or (is_open and not tail.endswith(">")):
        return CutSign.TAG
    if _LINE.search(tail):
        return CutSign.TEXT
    left_open = sum(max(whole.count(f"<{name}") - whole.count(f"</{name}"), 0) for name in _BOXES)
    if left_open >= _LEAST_OPEN:
        return CutSign.BOXES
    return CutSign.BODY if all(tag in whole for tag in _WRITTEN_OUT) else None


def _is_ended(markup: str | bytes) -> bool:
    """Whether an end tag of the page stands in it: looked for from the end on, where most pages have it."""
    if isinstance(markup, str):
        return any(markup.rfind(ended) >= 0 for ended in _ENDED)
    return any(markup.rfind(ended.encode()) >= 0 for ended in _ENDED)


def _text(markup: str | bytes) -> str:
    return markup if isinstance(markup, str) else markup.decode("latin-1")
