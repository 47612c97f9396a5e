"""Every wrong input of a kind: a line that names file and place and what to do, the rest added, exit 1, in the report.

The sources are read by the real readers (not those of conftest.py), beside one sound page.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from backfile.cli import main

ROOT = Path(__file__).parents[2]
PAGE = (
    "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Mill burns</title></head><body>"
    "<h1>The old mill burns on Mill Road</h1><p>February 23, 2017</p>"
    + "<p>The old mill on Mill Road burned to the ground on Thursday, and nobody was hurt, the fire chief said.</p>" * 4
    + "</body></html>"
)
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + bytes(500)


def record(number: int, length: str | None = None) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.replace("Mill", f"Mill {number}").encode()
    head = (
        f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Date: 2017-03-01T00:00:00Z\r\nWARC-Record-ID: <urn:x:{number}>\r\n"
        f"WARC-Target-URI: https://t.example/{number}\r\nContent-Type: application/http\r\n"
        f"Content-Length: {length or len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def noisy() -> bytes:
    """A page that packs badly, so that its first half, unpacked, is no short one."""
    return PAGE.replace("</body>", f"<p>{os.urandom(2000).hex()}</p></body>").encode()


class Wrong(NamedTuple):
    name: str
    make: Callable[[Path], object]
    reason: str
    message: str
    """What the line says: what is wrong, or what to do."""
    place: str = ""
    """Where in the file."""
    stories: int = 1
    """Beside those of the damaged file, the sound page's."""


def written(payload: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(payload)


WRONG = [
    Wrong("gone.html", lambda path: None, "missing-file", "Check the name"),
    Wrong("photo.html", written(JPEG), "not-readable-kind", "a JPEG picture"),
    Wrong("empty.html", written(b""), "damaged", "The file is empty"),
    Wrong("cut.html.gz", lambda p: p.write_bytes(gzip.compress(noisy())[:-900]), "truncated", "Fetch it again", " at byte 0"),
    Wrong(
        "cut.warc.gz", lambda p: p.write_bytes(gzip.compress(record(1)) + gzip.compress(record(2))[:-40]),
        "truncated", "cut short", f" at byte {len(gzip.compress(record(1)))}", 3,
    ),
    Wrong(
        "length.warc", written(record(1) + record(2, "99999999") + record(3)),
        "damaged", "length, 99999999 bytes, is wrong", f" at byte {len(record(1))}", 4,
    ),
    Wrong(
        "letters.warc", written(record(1) + record(2, "many") + record(3)),
        "damaged", "length (many) is no number", f" at byte {len(record(1))}", 3,
    ),
    Wrong("lines.xml", written(b'<?xml version="1.0"?><opml version="2.0"><body/></opml>'), "not-readable-kind", "XML that is no WordPress export"),
    Wrong("utf8.html", written(PAGE.encode().replace(b"burned", b"b\xffrned", 1)), "damaged-text", "first at byte", "", 2),
]  # fmt: skip


@pytest.fixture(autouse=True)
def real_readers(small_readers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()


def run(folder: Path, *arguments: object, program: str = "") -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, in `folder`; `program` is Python to run before it."""
    start = f"import sys\nfrom backfile.cli import main\n{program}\nmain(sys.argv[1:])"
    command = [sys.executable, "-c", start, *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}", "PYTHONWARNINGS": "error"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done


class Ended(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], real_readers: None
) -> Callable[..., Ended]:
    """The command line in this process."""

    def command(*arguments: object) -> Ended:
        monkeypatch.chdir(tmp_path)
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ended(int(ended.value.code or 0), printed.out, printed.err)

    return command


def rows(table: str) -> dict[str, int]:
    return {name.strip(): int(count) for name, count in re.findall(r"^(.+?) +([\d,]+)$", table, re.MULTILINE)}


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_wrong_input(here: Callable[..., Ended], tmp_path: Path, wrong: Wrong) -> None:
    path = tmp_path / wrong.name
    wrong.make(path)
    (tmp_path / "sound.html").write_text(PAGE)
    done = here("add", path, "sound.html", "--jobs", 1)
    assert done.code == 1
    line = next(line for line in done.err.splitlines() if wrong.reason in line)
    assert line.startswith(f"{path}{wrong.place}: {wrong.reason}: ")
    assert wrong.message in line
    assert rows(done.out)["New stories"] == wrong.stories
    report = [json.loads(line) for line in (tmp_path / "archive/reports/1.jsonl").read_text().splitlines()]
    [told] = [line for line in report if line.get("reason") == wrong.reason]
    assert told["place"] == f"{path}{wrong.place}"
    assert wrong.message in told["message"]
    assert [line["outcome"] for line in report].count("story") == wrong.stories
    again = here("add", path, "sound.html", "--jobs", 1)
    assert (again.code, rows(again.out)["New stories"]) == (1, 0)
    read = here("read", path, "sound.html", "--jsonl")
    assert read.code == 1
    assert f"{path}{wrong.place}: {wrong.reason}: " in read.err
    assert len(read.out.splitlines()) == wrong.stories


AS_NOBODY = """
import os
def quietly(*arguments):
    try:
        main(list(arguments))
    except SystemExit:
        pass
if os.geteuid() == 0:  # root may read all: be nobody, once everything that may be imported is
    quietly("add", "sound.html", "gone.html", "--jobs", "1", "--archive", "warm")
    for words in (["stats"], ["search", "mill"], ["check"]):
        quietly(*words, "--archive", "warm")
    sys.stdout.write("----\\n")
    sys.stderr.write("----\\n")
    os.setegid(65534)
    os.seteuid(65534)
"""


def as_nobody(folder: Path, *arguments: object) -> tuple[int, str, str]:
    for above in (folder, *list(folder.parents)[:3]):
        if above.owner() == "root" and above != Path("/tmp"):
            above.chmod(0o777)
    done = run(folder, *arguments, program=AS_NOBODY)
    return done.returncode, done.stdout.split("----\n")[-1], done.stderr.split("----\n")[-1]


def test_a_folder_and_a_file_without_permission(tmp_path: Path) -> None:
    (tmp_path / "sound.html").write_text(PAGE)
    (tmp_path / "locked").mkdir()
    (tmp_path / "locked" / "page.html").write_text(PAGE)
    (tmp_path / "locked").chmod(0)
    (tmp_path / "secret.html").write_text(PAGE)
    (tmp_path / "secret.html").chmod(0)
    code, out, err = as_nobody(tmp_path, "add", "locked", "secret.html", "sound.html", "--jobs", 1)
    assert (code, rows(out)["New stories"], rows(out)["no-permission"]) == (1, 1, 2)
    for name in ("locked", "secret.html"):
        assert f"{tmp_path / name}: no-permission: No permission to read this. Change its permissions" in err
    report = (tmp_path / "archive/reports/1.jsonl").read_text()
    assert report.count('"no-permission"') == 2


def test_an_archive_without_permission(tmp_path: Path) -> None:
    (tmp_path / "sound.html").write_text(PAGE)
    assert run(tmp_path, "add", "sound.html", "--jobs", 1, "--archive", "closed").returncode == 0
    (tmp_path / "closed").chmod(0)
    code, out, err = as_nobody(tmp_path, "stats", "--archive", "closed")
    assert (code, out) == (1, "")
    assert err.endswith("closed: no permission to read the archive; change its permissions, or run as its owner\n")
    (tmp_path / "closed").chmod(0o755)


def test_an_archive_that_may_only_be_read_is_searched(tmp_path: Path) -> None:
    (tmp_path / "sound.html").write_text(PAGE)
    assert run(tmp_path, "add", "sound.html", "--jobs", 1, "--archive", "lent").returncode == 0
    for path in (tmp_path / "lent").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (tmp_path / "lent").chmod(0o555)
    before = sorted(path.name for path in (tmp_path / "lent").rglob("*"))
    code, out, err = as_nobody(tmp_path, "search", "mill", "--archive", "lent")
    assert (code, err) == (0, "1 of 1 found\n")
    assert "23 February 2017" in out
    assert as_nobody(tmp_path, "check", "--archive", "lent")[0] == 0
    assert sorted(path.name for path in (tmp_path / "lent").rglob("*")) == before
    shutil.rmtree(tmp_path / "lent" / "search")
    code, out, err = as_nobody(tmp_path, "search", "mill", "--archive", "lent")
    assert (code, out) == (1, "")
    assert err.endswith("has no search index that this Backfile can use; `backfile upgrade` makes it\n")


@pytest.mark.parametrize("place", ["taken", "taken/below"])
@pytest.mark.parametrize("verb", [("add", "sound.html"), ("stats",), ("search", "mill"), ("check",), ("serve",)])
def test_a_file_where_the_archive_should_be(
    here: Callable[..., Ended], tmp_path: Path, verb: tuple[str], place: str
) -> None:
    (tmp_path / "sound.html").write_text(PAGE)
    (tmp_path / "taken").write_text("a list of things to buy")
    done = here(*verb, "--archive", place)
    message = "a file stands there, and an archive is a folder: name another with --archive"
    assert (done.code, done.out, done.err) == (1, "", f"backfile: {tmp_path / place}: {message}\n")
    assert (tmp_path / "taken").read_text() == "a list of things to buy"


def test_a_database_that_cannot_be_opened_is_not_sent_to_check(here: Callable[..., Ended], tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/backfile.sqlite").write_text("no database at all, but long enough for its head" * 9)
    for verb in ("check", "stats"):
        done = here(verb)
        assert done.code == 1
        assert (
            (done.out + done.err)
            .removesuffix("1 fault\n")
            .endswith("; `backfile repair` makes it again from what is left\n")
        )


def test_nothing_found_is_said(here: Callable[..., Ended], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data/figures.json").write_text('{"a": 1}')
    done = here("add", "empty", "--jobs", 1)
    assert (done.code, done.err.splitlines()[0]) == (1, "empty: there is nothing in it to read")
    done = here("add", "data", "empty", "--jobs", 1)
    assert (done.code, done.err.splitlines()[0]) == (1, "data and 1 more: no story was found")
    (tmp_path / "data/sound.html").write_text(PAGE)
    assert here("add", "data", "--jobs", 1).code == 0
    assert here("add", "data", "--jobs", 1).code == 0


FULL_DISK = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (120_000, 120_000))"


def test_a_full_disk(tmp_path: Path) -> None:
    """A file may not pass 120 kB here: the same to a program as a disk that takes no more."""
    saved = tmp_path / "saved"
    saved.mkdir()
    for number in range(60):
        (saved / f"{number}.html").write_bytes(noisy().replace(b"Mill", b"Mill %d" % number))
    done = run(tmp_path, "add", "saved", "--jobs", 1, program=FULL_DISK)
    assert done.returncode == 1
    assert done.stderr == (
        f"backfile: {tmp_path / 'archive'}: the disk is full. What was reported as added is safe; make room and run the"
        " same command again\n"
    )
    done = run(tmp_path, "add", "saved", "--jobs", 1)
    assert (done.returncode, rows(done.stdout)["Captures"]) == (0, 60)
    assert run(tmp_path, "check").returncode == 0


def test_no_more_than_twenty_faults_are_told(tmp_path: Path) -> None:
    for number in range(25):
        (tmp_path / f"{number:02}.html").write_bytes(b"")
    done = run(tmp_path, "add", *sorted(tmp_path.glob("*.html")), "--jobs", 1)
    lines = done.stderr.splitlines()
    assert (len(lines), lines[20]) == (22, "... and 5 more, in the report")


def test_a_terminal_gets_no_text_turned_round_and_no_endless_address(
    here: Callable[..., Ended], tmp_path: Path
) -> None:
    address = "https://t.example/" + "a" * 200_000
    page = PAGE.replace("The old mill burns", "The \u202eold\u202c mill burns").replace(
        "<title>", f'<link rel=canonical href="{address}"><title>'
    )
    (tmp_path / "p.html").write_text(page)
    printed = here("read", "p.html").out
    assert "\u202e" not in printed
    assert "old" in printed
    assert max(map(len, printed.splitlines())) < 1000
