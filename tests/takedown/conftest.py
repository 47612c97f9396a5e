"""A small archive of made-up pages: a story with a name in it, its print page, a copy in another outlet, an earlier version, and another story."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import backfile
from backfile.open_archive import OpenArchive
from backfile.taking_down import Word

NAME = "Jane Quillfeather"
WORD = Word("letter 7 of 3 May", "Jo Ash")
STORY, VIEW, COPY, OTHER = (
    "https://courier.example/2003/05/20/jane-quillfeather-held.html",
    "https://courier.example/print/2003/05/20/jane-quillfeather-held.html",
    "https://beacon.example/news/ferry-theft",
    "https://courier.example/2003/06/02/ferry-fares.html",
)
HELD = (
    "Jane Quillfeather, 34, of Mill Lane was held on Tuesday after eleven lamps went missing from the landing of the old cable ferry at Alder Ferry.",
    "“I never went near the lamps, and I said so to everybody who asked me,” said Jane Quillfeather, a deckhand of the ferry for nine years.",
    "Quillfeather’s brother, Tom Quillfeather, said that the family would wait for the county, which had not said by Tuesday night when a hearing would be held.",
    "The ferry will cross again from Monday, eleven weeks after a spring flood tore its landing from the east bank and cut the town in two.",
)
FARES = (
    "Fares on the river ferry will rise in May, the harbour board said after a long meeting at the town hall on Monday night.",
    "“We held them down for nine years and the old boiler will not wait for a tenth,” said Harbour Board Chairwoman Ruth Hallam.",
    "A crossing will cost two dollars, and a book of ten tickets fifteen, for walkers and for those who come with bicycles.",
)


def page(url: str, headline: str, outlet: str, day: str, paragraphs: tuple[str, ...], *, more: str = "") -> str:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline}</title><link rel="canonical" href="{url}">'
        f'<meta property="og:url" content="{url}"><meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:published_time" content="{day}T10:00:00Z"></head><body><article><h1>{headline}</h1>'
        f"<p class=byline>By Ann Lee</p>{body}{more}</article></body></html>"
    )


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The saved pages, in files."""
    folder = tmp_path_factory.mktemp("taken") / "pages"
    folder.mkdir()
    headline, more = (
        f"{NAME} held over missing lamps",
        '<p><a href="/tag/jane-quillfeather">More on Jane Quillfeather</a></p>',
    )
    first = (*HELD[:2], HELD[3])
    for name, made in {
        "held-1": page(STORY, headline, "The Courier", "2003-05-20", first),
        "held-2": page(STORY, headline, "The Courier", "2003-05-20", HELD, more=more),
        "print": page(VIEW, headline, "The Courier", "2003-05-20", HELD),
        "copy": page(COPY, f"Lamps gone: {NAME.upper()} held", "The Beacon", "2003-05-21", HELD),
        "fares": page(OTHER, "Ferry fares to rise", "The Courier", "2003-06-02", FARES),
    }.items():
        (folder / f"{name}.html").write_text(made)
    return folder


@pytest.fixture(scope="session")
def made(pages: Path) -> Path:
    """The archive; it is copied, never written."""
    folder = pages.parent / "made"
    with backfile.open(folder) as opened:
        opened.add(pages)
    return folder


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[OpenArchive]:
    shutil.copytree(made, tmp_path / "back")
    with OpenArchive(tmp_path / "back") as opened:
        yield opened


Ids = Callable[[str], str]


@pytest.fixture
def ids(made: Path) -> Ids:
    """The id of the story at an address."""

    def found(url: str) -> str:
        with backfile.Archive(made) as opened:
            return next(one.id for one in opened.at(url).stories if one.url == url)

    return found
