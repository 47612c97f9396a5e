"""Old addresses: which can be files, and the rules for hosts that redirect the others."""

import csv
import io
import re
from pathlib import Path

import pytest
from tests.cli.ended import runner

from backfile import Archive
from backfile.archive.addresses.story_addresses import StoryAddress
from backfile.publish.old_paths import FRONT, NAME, PROGRAM, QUERY, SEVERAL, TAKEN, old_paths
from backfile.publish.redirect_formats import FORMATS, NO_QUERY, NO_RULE, fitted, lines_of
from backfile.publish.redirects import CONTROL, NO_ADDRESS, Redirect, Redirects, redirects
from backfile.publish.redirects import FRONT as FRONT_PAGE
from backfile.publish.redirects import SEVERAL as ANOTHER


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
    "https://p.example/%0areturn", "https://p.example/a;b", "https://p.example/?a=1&b=\"c\"", "https://p.example/?17", "https://p.example/",
    "https://[broken/a", "https://q.example/a;b",
)  # fmt: skip
UNLED = {
    HOSTILE[1]: CONTROL, "https://p.example/": FRONT_PAGE, "https://[broken/a": NO_ADDRESS, "https://q.example/a;b": ANOTHER,
}  # fmt: skip
OF_A_FORM = {
    "nginx": {HOSTILE[4]: NO_RULE},
    "apache": {HOSTILE[4]: NO_RULE},
    "netlify": {"https://p.example/?17": NO_QUERY},
}


@pytest.mark.parametrize("form", FORMATS)
def test_no_address_gives_a_host_orders_and_none_is_lost(form: str) -> None:
    found = redirects(_at(*HOSTILE), lambda story: f"/story/{story}/", ["/story/gone1"])
    fit = fitted(form, found)
    assert {one.url: one.why for one in fit.unled} == UNLED | OF_A_FORM.get(form, {})
    assert {one.url for one in fit.led} | {one.url for one in fit.unled} == set(HOSTILE)
    lines = list(lines_of(form, found))
    assert all("\n" not in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith("return")]
    for one in fit.unled:
        assert any(one.url.replace("\n", "%0A") in line and one.why in line for line in lines)
    if form in ("nginx", "apache", "caddy"):
        for line in lines:
            bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", line)
            assert '"' not in bare, line


def test_the_table_has_every_address_with_its_status() -> None:
    found = redirects(_at(*HOSTILE), lambda story: f"/story/{story}/", ["/story/gone1"])
    rows = list(csv.DictReader(io.StringIO("\n".join(lines_of("csv", found)))))
    assert {row["old_address"]: row["why_not"] for row in rows if not row["status"]} == {
        url.replace("\n", "%0A"): why for url, why in UNLED.items()
    }
    assert [row["old_address"] for row in rows if row["status"] == "410"] == ["/story/gone1/"]
    assert len(rows) == len(HOSTILE) + 1


def test_each_address_is_led_once_and_as_browsers_ask_for_it() -> None:
    urls = (
        "http://p.example/a",
        "https://p.example/?p=1",
        "https://p.example/two words.html?q=a b",
        "https://p.example/caf\u00e9",
    )
    found = redirects([*_at(*urls), StoryAddress("https://p.example/a", "s0", "")], str)
    assert [(one.path, one.query, one.target) for one in found.led] == [
        ("/a", "", "s0"),
        ("/", "p=1", "s1"),
        ("/two%20words.html", "q=a%20b", "s2"),
        ("/caf%C3%A9", "", "s3"),
    ]
    assert found.unled == []


def test_each_form_knows_queries_spaces_and_what_is_gone() -> None:
    led = [Redirect("", "/x", "b=2&a=1", "/story/1/"), Redirect("", "/two%20words", "", "/story/2/")]
    found = Redirects(led, [], ["/story/ab"])
    assert list(lines_of("netlify", found)) == [
        "/story/ab/* /404.html 410!",
        "/story/ab.json /404.html 410!",
        "/x b=2 a=1 /story/1/ 301!",
        "/two%20words /story/2/ 301!",
    ]
    nginx = list(lines_of("nginx", found))
    assert '    "/x?b=2&a=1" "/story/1/";' in nginx
    assert nginx.index('    "/two words" "/story/2/";') > nginx.index("map $uri $backfile_path {")
    assert "respond @backfile_gone 410" in list(lines_of("caddy", found))
    assert any(
        line.startswith('RewriteRule "^story/ab(?:/') and line.endswith("[G]") for line in lines_of("apache", found)
    )


def test_the_command_prints_them(sample: Archive, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = runner(capsys, "--archive", sample.folder)
    ended = run("redirects", "--format", "csv", "--address", "https://archive.paper.example/")
    assert ended.code == 0
    rows = list(csv.DictReader(ended.out.splitlines()))
    assert len(rows) > 8
    assert all(
        re.fullmatch(r"https://archive\.paper\.example/story/[a-z0-9]{16}/", row["new_address"])
        for row in rows
        if row["status"]
    )
    assert f"{sum(not row['status'] for row in rows):,} old addresses are led nowhere" in ended.err or all(
        row["status"] for row in rows
    )
    assert run("redirects", "--format", "iis").code == 2
