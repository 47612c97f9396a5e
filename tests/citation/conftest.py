"""An archive that archivists may write into, made once for all tests of citations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import backfile
from backfile import Archive

PAGE = (
    '<title>Bridge shut</title><meta property="og:site_name" content="The Post"><article><h1>Bridge shut</h1>{byline}'
    "<p>The old bridge over the Tamsin was shut to lorries{when}, and nobody could say for how long it would be so.</p>"
    "<p>The county's engineer said that a beam had moved by the width of a hand since the flood of the year before.</p>"
    "<p>Lorries go round by the mill road, which takes them half an hour more on a day without other traffic.</p>{more}</article>"
)
DATED = PAGE.format(
    byline='<p class="byline">By Ann Lee</p><time datetime="2004-03-02">March 2, 2004</time>', when="", more=""
)
UNDATED = PAGE.format(byline="", when=" for good", more="<p>Whoever comes from the sea has to turn at the church.</p>")


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("cited")
    for name, page in (("dated", DATED), ("undated", UNDATED), ("gone", UNDATED.replace("Bridge", "Ferry"))):
        path = folder / "paper.example" / f"{name}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page)
    with backfile.open(folder / "back") as opened:
        opened.add(folder / "paper.example")
        (folder / "paper.example" / "gone.html").unlink()
        yield opened


@pytest.fixture(scope="session")
def ids(archive: Archive) -> dict[str, str]:
    """Ids of the stories by the names of their files."""
    return {Path(archive.captures_of(story.id)[0].place.path).stem: story.id for story in archive}
