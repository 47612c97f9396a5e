"""The proof of redaction, small: three names of the sample at rest and on the site; a name of the small archive in every export. `make check-redacted` is the whole."""

import shutil
from pathlib import Path

import pytest
from bench.redaction_proof import WORD, Needles, drawn, looked_for

from backfile.api.api_app import mounted_api
from backfile.archive.takedowns.takedown_rulings import EVERYWHERE
from backfile.open_archive import OpenArchive
from tests.site.client import IN_2026, Client
from tests.takedown.conftest import NAME

bench = pytest.importorskip("bench.all_outputs")


def test_what_is_looked_for_is_found_in_every_form() -> None:
    needles = Needles(["José Quillfeather"])
    for said in (
        "JOSÉ QUILLFEATHER", "jose-quillfeather", "Jos%C3%A9+Quillfeather", "Jos&eacute; Quillfeather", "Jos\\u00e9 Quillfeather",
        "josequillfeather.jpg", "Jose\u0301\n<b></b> Quillfeather", "file/Sm9zw6kgUXVpbGxmZWF0aGVyIHdhcyBoZWxk",
    ):  # fmt: skip
        assert needles.found(said.encode()) == ({"José Quillfeather"} if "<b>" not in said else set()), said
    assert not needles.found(b"Jose and Mary Quillfeather")


def test_three_names_of_the_sample_are_nowhere(served_sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "back"
    shutil.copytree(served_sample, folder)
    with OpenArchive(folder) as archive:
        texts = drawn(archive, 3, seed=4)
        needles = Needles(texts)
        said = str([archive.story(entry.id).to_dict() for entry in archive.entries()])
        assert needles.found(said.encode()) == {*texts}, "they are there before"
        done = archive.redact(texts, (EVERYWHERE,), WORD)
        site = Client(archive)
        pages = [
            (path, site.get(path).content)
            for story in done.stories
            for path in (f"/story/{story}", f"/raw/{story}/source")
        ]
        pages += [(path, site.get(path).content) for path in ("/newest", "/speakers", "/authors", "/feed.atom")]
        assert done.stories
        assert [archive.search(f'"{text}"').total for text in texts] == [0, 0, 0]
    assert looked_for(pages, needles) == {}
    assert looked_for(bench.at_rest(folder), needles) == {}


def test_a_name_is_in_no_export_and_found_by_no_question(archive: OpenArchive, tmp_path: Path) -> None:
    needles = Needles([NAME])
    archive.redact([NAME], (EVERYWHERE,), WORD)
    site = Client(archive, mounted=[mounted_api(archive, lambda: IN_2026)])
    answers = [("api", site.get(address).json()) for address in bench.asked_for(NAME)]
    assert [answer["items"] for _, answer in answers] == [[], [], [], []]
    archive.let_go()
    outputs = [*bench.all_outputs(archive.folder, tmp_path, ("exports",), more=[])]
    assert len(outputs) > 30
    assert looked_for(outputs, needles) == {}
