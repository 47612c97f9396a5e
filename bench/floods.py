"""Floods: pages of one thing and nothing else, read at four sizes, their growth held.

    python -m bench.floods [--sizes 12,25,50,100] [--most-growth 1.6] [NAME ...]

A page of each kind (or a post of a WordPress export) is made at each size (kB) around the same short story and read with all analysis. A line a kind: CPU seconds at each
size, seconds for 100 kB, and the growth: the power of the size that the time grows by, fitted over all sizes (1 is a straight line, 2 a
square). Exits 1 where a kind takes more than two seconds for 100 kB, or grows faster than `--most-growth` and takes more than half a
second, or its reading raises. `make check-floods` runs it.
"""

import argparse
import math
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import backfile
from backfile.capture.wxr_posts import page_body
from backfile.page.script_json import state_values

_STORY = "<p>The council voted on Thursday to close the bridge, the mayor said in a statement to reporters here.</p>"
MOST_SECONDS = 2.0
"""For 100 kB."""
LEAST_SECONDS = 0.5
"""Below this a fit over such short times says nothing."""

_NESTING = "div section ul ol dl footer header aside blockquote table span b i a font article main nav form p h2 figure details x-box"
_IN_THE_STORY = {
    "list in list": "<ul><li>",
    "table in cell": "<table><tr><td>",
    "bold left open": "<b><p>x",
    "link left open": "<a href=x><p>x",
    "embedded posts": '<blockquote class="twitter-tweet"><p>Post here now</p>&mdash; A B (@ab) <a href="https://a.example/1">May 5, 2015</a></blockquote>',
    "published lines": "<div>Published: May 5, 2015</div>",
    "updated lines": "<p>Updated: May 5, 2015 at 10:30 a.m.</p>",
    "times": '<time datetime="2015-05-05T10:00:00Z">May 5, 2015</time>',
    "transcript": "<p>SMITH: We will not close it.</p>",
    "interview": "<p><b>Jane Smith:</b> We will not close it.</p>",
    "quotations": '<p>"We will not close it," said Mayor Jane Smith on Thursday.</p>',
    "notes": "<p>Correction: May 5, 2015: An earlier version misstated it.</p>",
    "photo credits": "<p>Photo by Jane Smith/AP</p>",
    "live entries": "<div class=entry><time>10:30</time><h3>Update</h3><p>Something happened here now.</p></div>",
    "headings": "<h1>Bridge closed by council again</h1>",
    "stories below": f"<article><h2>Another story of the day</h2><p>By Jane Smith</p>{_STORY}</article>",
    "table rows": "<table><tr><td>Goals</td><td>3</td><td>Smith</td></tr></table>",
    "pictures": "<img src=a.jpg alt='A photo of the bridge'>",
    "figures": "<figure><img src=a.jpg><figcaption>A photo of the bridge. Photo: Jane Smith</figcaption></figure>",
    "links": "<a href=/a>Read more about the bridge</a> ",
    "breaks": "text of it<br>",
    "hidden boxes": '<div style="display:none">x</div>',
    "scripts": "<script>var a=1</script>",
    "comments": "<!-- x -->",
    "comments left open": "<!-- ",
    "less-than signs": "<",
    "end tags": "</",
    "tags left open": "<a href='",
    "prose": _STORY,
}
_IN_A_PARAGRAPH = {
    "spaces": " ", "no-break spaces": "\u00a0", "stops": ".", "dashes": "- ", "pipes": "a | ", "brackets": "(", "words in brackets": "(a) ",
    "colons": "a: ", "small letters": "a", "capitals": "A", "initials": "A.", "digits": "1", "slashes": "1/", "punctuation": "!?;:,",
    "apostrophes": "'", "opened single quotes": "'a ", "straight quotes": '" ', "opened quotes": "\u201c we will ", "guillemets": "\u00ab oui ",
    "braces": "{",
    "wide brackets": "\uff3b:",
    "low lines": "_",
    "reports": "\u65b0\u4e00\u62a5\u9053",
    "labels": "Foto: ",
    "years long": "2015",
    "Han": "\u65b0\u805e\u8a18\u8005\u5831\u9053", "Arabic": "\u0642\u0627\u0644 \u0627\u0644\u0631\u0626\u064a\u0633 ", "emoji": "\U0001f600\u200d", "entities": "&amp;",
    "encoded twice": "caf\u00c3\u00a9 d\u00e2\u20ac\u2122or ", "said": "said ", "said names": "said Jane Smith, ", "according": "according to Jane Smith, ",
    "agency quotations": '"We will not," the Department of Justice said. ', "office quotations": '"We will not," the mayor said. Mayor Jane Smith left. ',
    "last names": "John Smith and Jane Smith met. Smith left. ", "clauses": "Smith said that he said ", "names": "Mayor Jane Smith and ", "titles": "Deputy ", "datelines": "LONDON, ", "years": "in 2015 ", "months": "May ",
    "days": "on Thursday May 5 ", "ago": "2 hours ago ", "address": "a/", "mail addresses": "a@b.c ", "at signs": "@", "hyphens": "a-",
    "quotations in one": '"We will not close it," said Mayor Jane Smith on Thursday. ',
}  # fmt: skip
_IN_THE_HEAD = {
    "metas": '<meta name="author" content="Jane Smith">',
    "meta days": '<meta property="article:published_time" content="2015-05-05">',
    "linked data": '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2015-05-05","headline":"x"}</script>',
    "assignments": '<script>window.a={"a":1};</script>',
    "bases": "<base href='https://a.example/'>",
    "addresses of its own": "<link rel=canonical href='https://a.example/2015/05/05/x'>",
    "styles": "<style>.a{display:none}</style>",
}
_IN_LINKED_DATA = {"spaces": ("{}", " ", ""), "objects": ("", '{"a":', ""), "lists": ("", "[", ""), "escapes": ('{"a":"', "\\n", '"}'), "commas": ('{"a":1', ",", "}")}  # fmt: skip


_IN_AN_EXPORT = (
    "[audio ", "[caption ", '[caption id="', "[caption]<img ", "[caption id=a]x[/caption]", "[embed]", "[", "[/caption]", "[vc_row][vc_column]", '[vc_row a="',
    "[a b=c ", "[a b='", "[gallery ids=1,2]", "<pre>", "<pre ", "<script>", "<p>a\n\n", "<ul>\n<li>", "<div>\n\n", "a\n", "\n\n", "<!-- wp:paragraph -->", "<!-- wp:x {",
)  # fmt: skip


class Flood(NamedTuple):
    """A kind of page: what stands before and after, and what is repeated between."""

    name: str
    before: str
    unit: Callable[[int], str]
    after: str
    read: Callable[[bytes], object] = lambda page: backfile.read(page)

    def page(self, size: int) -> bytes:
        """About `size` bytes of it."""
        parts, length = [], 0
        while length < size:
            part = self.unit(len(parts))
            parts.append(part)
            length += len(part.encode())
        return "".join((self.before, *parts, self.after)).encode()


def floods() -> Iterator[Flood]:
    """Every kind."""
    head, body = "<html><head><title>Bridge closed</title>", f"</head><body><article><h1>Bridge closed</h1>{_STORY * 3}"
    foot = f"{_STORY}</article></body></html>"

    def again(name: str, before: str, unit: str, after: str = foot) -> Flood:
        return Flood(name, before, lambda _: unit, after)

    for tag in _NESTING.split():
        yield again(f"{tag} in {tag}", head + body, f"<{tag}>")
        yield again(f"{tag} in {tag} with words", head + body, f"<{tag}>x ")
        yield again(f"{tag} after {tag}", head + body, f"<{tag}>word and word</{tag}>")
    for name, unit in _IN_THE_STORY.items():
        yield again(name, head + body, unit)
    for name, unit in _IN_A_PARAGRAPH.items():
        yield again(f"paragraph of {name}", head + body + "<p>", unit, "</p>" + foot)
        yield again(f"title of {name}", "<html><head><title>", unit, "</title>" + body + foot)
        yield again(f"byline of {name}", head + body + "<p class=byline>By ", unit, "</p>" + foot)
    for name, unit in _IN_THE_HEAD.items():
        yield again(f"head of {name}", head, unit, body + foot)
    for name, (before, unit, after) in _IN_LINKED_DATA.items():
        yield again(
            f"linked data of {name}",
            f'{head}<script type="application/ld+json">{before}',
            unit,
            f"{after}</script>{body}{foot}",
        )
    for unit in _IN_AN_EXPORT:
        yield again(f"export of {unit!r}", "The council voted on Thursday.\n\n", unit, "")._replace(
            read=lambda post: page_body(post.decode())
        )
    yield again("charset of spaces", "<html><head><meta charset=", " ", f"?>{head}{body}{foot}")
    yield again("pushed state and spaces", f"{head}<script>self.__next_f.push([1])", " ", f"x</script>{body}{foot}")
    yield again(
        "linked data closed and spaces",
        f'{head}<script type="application/ld+json">{{}}]]>',
        "\u00a0",
        f"x</script>{body}{foot}",
    )
    yield again(
        "outlet of companies", f'{head}<meta property="og:site_name" content="Courier', " , Inca", f'">{body}{foot}'
    )
    yield again(
        "label of small words",
        f"{head}{body}<p>Posted on ",
        "the ",
        f"<time datetime=2015-05-05>May 5, 2015</time></p>{foot}",
    )
    yield again("letters before an age", f"{head}{body}<p>", "a", f"------------------- 2 hours ago</p>{foot}")
    flight = '<script>self.__next_f.push([1,"'
    yield again("texts of endless length", head + flight, r"\n0:Tfffffff,", f'"])</script>{body}{foot}')._replace(
        read=_values
    )
    yield again("scripts left open", f"{head}{body}{foot}", "<script>", "")._replace(read=_values)
    yield Flood("attributes", head + body + "<div ", lambda n: f" a{n}=1", ">x</div>" + foot)
    yield Flood("fonts left open", head + body, lambda n: f"<div><font color=c{n}>x</div>", foot)
    yield Flood("speakers", head + body, lambda n: f"<p>JOHN SMITH{n}: We will not close it.</p>", foot)
    yield Flood(
        "agencies", head + body + "<p>", lambda n: f"The Department of Ab{n} and Jane Smith met. ", "</p>" + foot
    )
    yield Flood("persons", head + body + "<p>", lambda n: f"Mayor John{n} Smith{n} said so. ", "</p>" + foot)
    for name, unit in (("lines", "The council voted on Thursday.\n"), ("paragraphs", "The council voted on Thursday.\n\n"), ("stamps", "Published: May 5, 2015\n")):  # fmt: skip
        yield again(f"text of {name}", "Bridge closed\n\n", unit, "")


def _values(page: bytes) -> object:
    return list(state_values(page))


class Reading(NamedTuple):
    """A kind read at each size."""

    seconds: list[float]
    error: str

    def growth(self, sizes: list[int]) -> float:
        """The power of the size that the time grows by, by least squares of the logarithms."""
        if len(self.seconds) < 2:
            return 0.0
        sized = [math.log(size) for size in sizes[: len(self.seconds)]]
        return statistics.linear_regression(sized, [math.log(max(one, 1e-4)) for one in self.seconds]).slope


def read_at(flood: Flood, sizes: list[int]) -> Reading:
    """CPU seconds of each size; it stops where a kind raises, or takes ten times what it may."""
    seconds: list[float] = []
    for size in sizes:
        page = flood.page(size)
        start = time.process_time()
        try:
            flood.read(page)
        except Exception as error:
            return Reading(seconds, repr(error)[:100])
        seconds.append(time.process_time() - start)
        if seconds[-1] > MOST_SECONDS * 10:
            break
    return Reading(seconds, "")


def main() -> None:
    asked = argparse.ArgumentParser(description="Reads floods of one thing at four sizes and holds their growth.")
    asked.add_argument("--sizes", default="12,25,50,100", help="kB, in growing order")
    asked.add_argument("--most-growth", type=float, default=1.6)
    asked.add_argument("names", nargs="*", help="kinds whose names hold one of these; all by default")
    given = asked.parse_args()
    sizes = [int(size) * 1000 for size in given.sizes.split(",")]
    chosen = [one for one in floods() if not given.names or any(name in one.name for name in given.names)]
    backfile.read(chosen[0].page(1000))  # what is loaded once
    failed = 0
    for flood in chosen:
        found = read_at(flood, sizes)
        growth, last = found.growth(sizes), found.seconds[-1] if found.seconds else 0.0
        of_100_kb = last / sizes[max(0, len(found.seconds) - 1)] * 100_000
        wrong = found.error or of_100_kb > MOST_SECONDS or (growth > given.most_growth and last > LEAST_SECONDS)
        failed += bool(wrong)
        times = "".join(f"{one:8.3f}" for one in found.seconds)
        print(
            f"{flood.name:36}{times}  {of_100_kb:6.2f} s/100 kB  growth {growth:5.2f}  {found.error or 'TOO SLOW' * bool(wrong)}",
            flush=True,
        )
    print(f"{len(chosen)} kinds at {given.sizes} kB: {failed} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
