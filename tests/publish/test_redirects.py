"""Old addresses: which can be files, and the rules for hosts that redirect the others."""

import csv
import re
from pathlib import Path

import pytest
from tests.cli.ended import runner

from backfile import Archive
from backfile.archive.addresses.story_addresses import StoryAddress
from backfile.publish.old_paths import FRONT, NAME, PROGRAM, QUERY, SEVERAL, TAKEN, old_paths
from backfile.publish.redirects import FORMATS, Redirect, redirects


def _at(*urls: str) -> list[StoryAddress]:
    return [StoryAddress(url, f"s{number}", "") for number, url in enumerate(urls)]


@pytest.mark.parametrize(
    ("url", "file", "why_not"),
    [
        ("https://p.example/2003/05/20/story.html", "2003/05/20/story.html", None),
        ("https://p.example/2003/05/20/story", "2003/05/20/story/index.html", None),
        ("https://p.example/2003/05/20/story/", "2003/05/20/story/index.html", None),
        ("https://p.example/story-1.2345", "story-1.2345/index.html", None),
        ("https://p.example/caf%C3%A9.htm", "café.htm", None),
        ("https://p.example/?p=123", None, QUERY),
        ("https://p.example/story.asp", None, PROGRAM),
        ("https://p.example/", None, FRONT),
        ("https://p.example", None, FRONT),
        ("https://p.example/a/../../etc/passwd", None, NAME),
        ("https://p.example/a/%2e%2e/b", None, NAME),
        ("https://p.example/.htaccess", None, NAME),
        ("https://p.example/a//b", None, NAME),
        ("https://p.example/" + "x" * 300, None, NAME),
        ("https://p.example/a%00b", None, NAME),
        ("https://[broken/a", None, NAME),
    ],
)
def test_which_addresses_can_be_files(url: str, file: str | None, why_not: str | None) -> None:
    (found,) = old_paths(_at(url), frozenset())
    assert (found.file, found.why_not) == (file, why_not)


def test_a_place_that_is_taken_is_told() -> None:
    found = old_paths(
        _at("https://p.example/about", "https://p.example/a", "https://q.example/a"), frozenset({"about/index.html"})
    )
    assert [one.why_not for one in found] == [TAKEN, None, SEVERAL]


HOSTILE = (
    'https://p.example/a"b', "https://p.example/a\nreturn 301 https://evil.example", "https://p.example/a b", "https://p.example/$1{x}~",
    "https://p.example/%0areturn", "https://p.example/a;b", "https://p.example/?a=1&b=\"c\"",
)  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_no_address_gives_a_host_orders(form: str) -> None:
    found = list(redirects(_at(*HOSTILE), lambda story: f"/story/{story}/"))
    lines = list(FORMATS[form](found))
    assert [one.url for one in found] == [HOSTILE[0], *HOSTILE[3:4], *HOSTILE[5:]]
    assert all("\n" not in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith("return")]
    if form in ("nginx", "apache", "caddy"):
        for line in lines:
            bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
            assert '"' not in bare, line


def test_each_address_is_led_once_and_the_front_page_nowhere() -> None:
    found = list(
        redirects(_at("http://p.example/a", "https://p.example/a", "https://p.example/", "https://p.example/?p=1"), str)
    )
    assert [(one.path, one.query, one.target) for one in found] == [("/a", "", "s0"), ("/", "p=1", "s3")]


def test_netlify_and_nginx_know_queries() -> None:
    found = [Redirect("", "/x", "b=2&a=1", "/story/1/"), Redirect("", "/y", "", "/story/2/")]
    assert list(FORMATS["netlify"](found)) == ["/x b=2 a=1 /story/1/ 301!", "/y /story/2/ 301!"]
    lines = list(FORMATS["nginx"](found))
    assert '    "/x?b=2&a=1" "/story/1/";' in lines
    assert lines.index('    "/y" "/story/2/";') > lines.index("map $uri $backfile_path {")


def test_the_command_prints_them(sample: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(capsys, "--archive", sample.folder)
    ended = run("redirects", "--format", "csv", "--address", "https://archive.paper.example/")
    assert ended.code == 0
    rows = list(csv.DictReader(ended.out.splitlines()))
    assert len(rows) > 8
    assert all(re.fullmatch(r"https://archive\.paper\.example/story/[a-z0-9]{16}/", row["new_address"]) for row in rows)
    assert run("redirects", "--format", "iis").code == 2
