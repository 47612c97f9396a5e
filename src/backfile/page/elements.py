"""What each element is to the walk: one table, for the pass in Python and for the compiled one."""

from enum import IntEnum, auto


class Kind(IntEnum):
    """The numbers are those of kind_of in compiled/pass.h."""

    INLINE = 0
    BLOCK = auto()
    """On lines of its own (HTML Standard, section 15.3)."""
    HOLDER = auto()
    """A block that holds a part of a page, which may be furniture as a whole."""
    FIGURE = auto()
    LINK = auto()
    BOLD = auto()
    TIME = auto()
    BREAK = auto()
    RULE = auto()
    PASSED_OVER = auto()
    """Nothing in it is shown as text."""
    PICTURE = auto()
    META = auto()
    LINKED = auto()
    """A <link>."""
    TITLE = auto()
    SCRIPT = auto()
    HTML = auto()


_TAGS = {
    Kind.BLOCK: (
        "address blockquote body button caption center dd details dir dl dt fieldset figcaption h1 h2 h3 h4 h5 h6 hgroup "
        "label legend li noscript p pre search summary table tbody td tfoot th thead tr"
    ),
    Kind.HOLDER: "article aside dialog div footer form header main menu nav ol section ul",
    Kind.FIGURE: "figure",
    Kind.LINK: "a",
    Kind.BOLD: "b strong",
    Kind.TIME: "time",
    Kind.BREAK: "br",
    Kind.RULE: "hr",
    Kind.PASSED_OVER: "style template svg math iframe object embed audio canvas select datalist textarea",
    Kind.PICTURE: "img amp-img",
    Kind.META: "meta",
    Kind.LINKED: "link",
    Kind.TITLE: "title",
    Kind.SCRIPT: "script",
    Kind.HTML: "html",
}
KINDS: dict[str, int] = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split()}
"""Every element that is not inline."""
NOT_ELEMENTS = ("-comment", "!doctype", "-end")
"""What selectolax gives as the tag of nodes that are neither elements nor text."""
