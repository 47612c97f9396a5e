"""Is a page sound HTML: elements closed in order, ids unique, inputs labelled, one h1, landmarks told apart, references that lead."""

from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_NOT_IN_P = {
    "article", "aside", "blockquote", "details", "div", "dl", "footer", "form", "h1", "h2", "header", "main", "nav",
    "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip


class Markup(HTMLParser):
    """The elements of a page; `faults` says what is wrong with them."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.faults, self._open = [], [], []
        if not text.startswith("<!DOCTYPE html>\n"):
            self.faults.append("no doctype")
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self._open]
        self._check_ids()
        self._check_labels()
        self._check_landmarks()
        headings = [tag for tag, _ in self.elements if tag in ("h1", "h2")]
        if headings.count("h1") != 1 or headings[0] != "h1":
            self.faults.append(f"headings {headings}")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            self.faults.append(f"<{tag}> has an attribute twice")
        if any(name.startswith("on") or name == "style" for name in names):
            self.faults.append(f"<{tag}> has {names}")
        if tag in _NOT_IN_P and "p" in self._open:
            self.faults.append(f"<{tag}> in <p>")
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def values(self, name, tag=None):
        return [attrs[name] for t, attrs in self.elements if name in attrs and tag in (None, t)]

    def _check_ids(self):
        ids = self.values("id")
        if len(set(ids)) != len(ids):
            self.faults.append(f"an id twice in {ids}")
        for name in ("for", "aria-describedby", "aria-labelledby"):
            self.faults += [f'{name}="{value}" leads nowhere' for value in self.values(name) if value not in ids]
        self.faults += [f"{h} leads nowhere" for h in self.values("href", "a") if h[:1] == "#" and h[1:] not in ids]

    def _check_labels(self):
        labelled = self.values("for")
        for tag, attrs in self.elements:
            if (
                tag in ("input", "select", "textarea")
                and attrs.get("type") != "hidden"
                and attrs.get("id") not in labelled
            ):
                self.faults.append(f"<{tag} {attrs}> has no label")

    def _check_landmarks(self):
        """Of one kind of landmark on a page, each has a name of its own (WAI-ARIA Authoring Practices)."""
        for kind, found in (("nav", {"tag": "nav"}), ("search", {"role": "search"})):
            names = [a.get("aria-label") for tag, a in self.elements if found.items() <= {**a, "tag": tag}.items()]
            if len(names) > 1 and (None in names or len(set(names)) < len(names)):
                self.faults.append(f"{kind} landmarks are called {names}")
