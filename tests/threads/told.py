"""What tests ask of an archive's threads."""

from backfile.model.story import ThreadLink
from backfile.open_archive import OpenArchive
from backfile.story.identity import story_id


def id_at(archive: OpenArchive, name: str) -> str:
    """The id of the made-up story of that name."""
    found = story_id(f"https://post.example/news/{name}", None, "")
    assert found in archive, name
    return found


def thread_at(archive: OpenArchive, name: str) -> tuple[ThreadLink, ...]:
    """The thread of the made-up story of that name."""
    return archive.thread(id_at(archive, name))


def codes_of(link: ThreadLink) -> list[str]:
    """The codes of the grounds of a link."""
    return [str(reason.code) for reason in link.because]
