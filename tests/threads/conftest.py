"""Three archives, each filled once: of the sample papers' pages two, and one of a made-up dock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import backfile
from backfile.open_archive import OpenArchive

SAVED = Path(__file__).parents[2] / "samples" / "saved"


@pytest.fixture(scope="session")
def courier(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenArchive]:
    """The Courier's pages of 2022 to 2024."""
    with backfile.open(tmp_path_factory.mktemp("courier") / "back") as archive:
        archive.add(SAVED / "courier-2022.wacz", SAVED / "courier-2024.warc.gz", SAVED / "pages" / "courier", jobs=1)
        yield archive


@pytest.fixture(scope="session")
def valley(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenArchive]:
    """The station's crawl, in which a story has two versions, and the Post, which ran a wire story of the station's."""
    with backfile.open(tmp_path_factory.mktemp("valley") / "back") as archive:
        archive.add(SAVED / "wald7-2017.warc.gz", SAVED / "post-export-2013.xml", SAVED / "pages" / "post", jobs=1)
        yield archive


def page(headline: str, day: str | None, body: str, *, outlet: str = "The Harbor Post", section: str = "News") -> str:
    """A made-up page; dated by its metadata."""
    stamp = f'<meta property="article:published_time" content="{day}T09:00:00+00:00">' if day else ""
    paragraphs = "".join(f"<p>{text}</p>" for text in body.strip().split("\n"))
    return (
        f'<html><head><title>{headline}</title><meta property="og:site_name" content="{outlet}">'
        f'<meta property="article:section" content="{section}">{stamp}</head>'
        f"<body><article><h1>{headline}</h1>{paragraphs}</article></body></html>"
    )


GRANT = (
    "“We were told in writing that the dock would hold for forty winters, and it held for six,” Commissioner Odile Farrant"
    " told the Sandhaven Port Board on Tuesday."
)
PAGES = {
    "dock-closed": page(
        "Sandhaven dock closed after pile gives way",
        "2016-03-09",
        "The Marisol Quay at Sandhaven was closed on Tuesday after a pile gave way under the ferry Arundel, and 412 commuters walked home"
        " along the shore road.\n"
        f"{GRANT}\n"
        "Engineer Piet Lansbury of Corvane Marine, which built the quay for 3.4 million dollars, said that divers found shipworm in"
        " eleven of the piles.\nThe Arundel will sail from Port Ness until the quay is mended, the board said.",
    ),
    "dock-inquiry": page(
        "Board asks who passed the Marisol Quay piles",
        "2016-03-17",
        "The Sandhaven Port Board voted on Wednesday to ask how Corvane Marine’s piles were passed before the Marisol Quay opened.\n"
        f"{GRANT}\n"
        "Piet Lansbury, the engineer who signed for the eleven piles in which divers found shipworm, did not come to the hearing.\n"
        "The quay cost 3.4 million dollars. Its 412 daily commuters sail from Port Ness aboard the Arundel.",
    ),
    "dock-settles": page(
        "Corvane Marine pays for new piles at Marisol Quay",
        "2016-11-02",
        "Corvane Marine will pay 2.1 million dollars for new piles at the Marisol Quay, the Sandhaven Port Board said on Monday.\n"
        "Shipworm had eaten eleven piles when one gave way under the ferry Arundel in March. Commissioner Odile Farrant called it"
        " a fair end.\nPiet Lansbury, the engineer who signed for them, left Corvane Marine in June.\n"
        "The Arundel sails from the Marisol Quay again from Thursday; 412 commuters had gone by Port Ness.",
    ),
    "dock-undated": page(
        "Divers back under Marisol Quay",
        None,
        "Divers went down under the Marisol Quay on Friday to count the piles that shipworm had left, the Sandhaven Port Board said.\n"
        "Piet Lansbury of Corvane Marine watched from the ferry Arundel. Eleven of the piles were marked, and 412 commuters"
        " watched too.\nCommissioner Odile Farrant said that the board would publish the divers’ count.",
    ),
    "fair-2016": page(
        "Sandhaven fair draws 5,000",
        "2016-08-06",
        "The Sandhaven fair drew 5,000 people to the green on Saturday, its organizer Tamsin Brodie said.\n"
        "Pies were judged by Wilmot Hask of the grange, and the Ness Fiddlers played until ten.\n"
        "The greased pole was climbed by Jory Penhale, 14, who kept the ham.",
    ),
    "fair-2017": page(
        "Sandhaven fair draws 6,000",
        "2017-08-05",
        "The Sandhaven fair drew 6,000 people to the green on Saturday, its organizer Tamsin Brodie said.\n"
        "Pies were tasted by Wilmot Hask of the grange, while the Ness Fiddlers played until midnight.\n"
        "Nobody climbed the greased pole; Jory Penhale, 16, came nearest to the ham.",
    ),
    "council": page(
        "Council to mend Alder Street lamps",
        "2016-03-16",
        "The council voted on Tuesday to mend the lamps of Alder Street before winter.\n"
        "Mayor Hollis Grane said that the work would take two weeks and cost 18,000 dollars.\n"
        "Shopkeepers had asked for it since the autumn, when a delivery rider fell there.",
    ),
    "school": page(
        "School band wins at Callow",
        "2016-05-21",
        "The Sandhaven school band won first prize at Callow on Saturday with a march by its own teacher, Ines Vardy.\n"
        "The thirty players had rehearsed in the boiler room since the hall’s roof began to leak.\n"
        "They will play on the green next month.",
    ),
    "library": page(
        "Library opens on Sundays",
        "2016-10-12",
        "The library will open on Sundays from noon to five, the trustees said on Thursday.\n"
        "Librarian Nell Osgood said that students had asked for a quiet room at the week’s end.\n"
        "The hours are paid for by a bequest of the late Doctor Amos Tull.",
    ),
}


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenArchive]:
    """A made-up paper's stories: a dock that gave way, a fair of each year, and what else the town did."""
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in PAGES.items():
        address = f"<!-- saved from url=(0040)https://post.example/news/{name} -->"
        (folder / f"{name}.html").write_text(f"<!DOCTYPE html>{address}{text}", "utf-8")
    with backfile.open(folder / "back") as archive:
        archive.add(folder, jobs=1)
        yield archive
