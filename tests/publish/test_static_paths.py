"""Addresses of the site as files, and links between them."""

import pytest

from backfile.publish.static_paths import address_of, file_of, relative


@pytest.mark.parametrize(
    ("target", "file"),
    [
        ("/", "index.html"),
        ("/about", "about/index.html"),
        ("/story/ab12", "story/ab12/index.html"),
        ("/story/ab12.json", "story/ab12.json"),
        ("/story/ab12?version=cd34", "story/ab12/version/cd34/index.html"),
        ("/story/ab12.json?version=cd34", "story/ab12/version/cd34.json"),
        ("/picture/ab12/cd34/1", "picture/ab12/cd34/1.jpg"),
        ("/year/2017?page=2", "year/2017/page/2/index.html"),
        ("/feed.atom", "feed.atom"),
        ("/style-0a1b.css", "style-0a1b.css"),
    ],
)
def test_a_plain_address_is_its_own_file(target: str, file: str) -> None:
    assert file_of(target) == file


def test_every_address_has_a_file_of_its_own_that_any_disk_can_hold() -> None:
    names = (
        "The%20Courier",
        "the-courier",
        "the%20courier",
        "THE-COURIER",
        "..",
        "%2e%2e",
        "a%2Fb",
        "a/b",
        "%E6%96%B0%E8%81%9E",
        "x" * 300,
        "%00",
        "con.",
    )
    files = [file_of(f"/outlet/{name}") for name in names] + [file_of(f"/outlet/x?section={name}") for name in names]
    same = [("/outlet/..", "/outlet/%2e%2e"), ("/x?a=..", "/x?a=%2e%2e"), ("/x?a=a/b", "/x?a=a%2Fb")]
    assert all(file_of(one) == file_of(other) for one, other in same)
    assert len({file.lower() for file in files}) == len(files) - len(same)
    for file in files:
        assert all(
            step and set(step) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.") and len(step) < 200
            for step in file.split("/")
        )
        assert ".." not in file


@pytest.mark.parametrize(
    ("file", "at", "link"),
    [
        ("story/ab/index.html", "index.html", "story/ab/"),
        ("index.html", "story/ab/index.html", "../../"),
        ("story/ab/index.html", "story/cd/index.html", "../../story/ab/"),
        ("style.css", "year/2017/page/2/index.html", "../../../../style.css"),
        ("index.html", "index.html", "./"),
    ],
)
def test_links_are_relative(file: str, at: str, link: str) -> None:
    assert relative(file, at=at) == link


def test_a_host_serves_a_folder_for_its_index() -> None:
    assert address_of("story/ab/index.html") == "story/ab/"
    assert address_of("index.html") == ""
    assert address_of("2003/story.html") == "2003/story.html"
