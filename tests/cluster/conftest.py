"""A corpus of the sample's files and of stories that share words, and the archive that the same files make."""

from pathlib import Path

import pytest

import backfile
from backfile.model.added import Added
from tests.cluster.corpora import CRAWLS, SAVED, made_relations, read


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    related = made_relations(tmp_path_factory.mktemp("related"))
    return [*CRAWLS, str(SAVED / "courier-2024.warc.gz"), str(SAVED / "post-export-2013.xml"), related]


@pytest.fixture(scope="session")
def corpus(sources: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("added") / "out"
    read(sources, out)
    return out


@pytest.fixture(scope="session")
def of_files(sources: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Added]:
    folder = tmp_path_factory.mktemp("added") / "of-files"
    with backfile.open(folder) as archive:
        return folder, archive.add(*sources)
