"""TimeGate, TimeMap and mementos answer as RFC 7089 says; the time is the capture's and never the story's."""

import re
from typing import Any

import pytest
from tests.site.client import BASE, Client

from backfile import Archive
from backfile.memento.held_mementos import mementos_of
from backfile.memento.memento_routes import memento_routes

_LINK = re.compile(r'<([^>]*)>; rel="([^"]*)"(?:; type="[^"]*")?(?:; datetime="([^"]*)")?')


@pytest.fixture(scope="session")
def archive(sample: Archive) -> Archive:
    return sample


@pytest.fixture(scope="session")
def web(archive: Archive) -> Any:
    return Client(archive, mounted=memento_routes(archive, lambda request: BASE))


@pytest.fixture(scope="session")
def address(archive: Archive) -> str:
    """One that was captured several times."""
    return next(s.url for s in archive if s.url and len(mementos_of(archive, s.url)) > 1)


def links(header: str) -> list[tuple[str, str, str]]:
    return _LINK.findall(header)


def test_the_gate_leads_to_the_newest_and_varies(web: Any, archive: Archive, address: str) -> None:
    answer = web.get(f"/timegate/{address}")
    newest = mementos_of(archive, address)[-1]
    assert answer.status_code == 302
    assert answer.headers["location"] == f"{BASE}/memento/{newest.moment}/{address}"
    assert answer.headers["vary"] == "accept-datetime"
    assert {rel for _, rel, _ in links(answer.headers["link"])} >= {"original", "timegate", "timemap"}
    assert "memento-datetime" not in answer.headers


def test_the_gate_leads_to_the_nearest(web: Any, archive: Archive, address: str) -> None:
    for one in mementos_of(archive, address):
        answer = web.get(f"/timegate/{address}", headers={"accept-datetime": one.header})
        assert answer.headers["location"].endswith(f"/memento/{one.moment}/{address}")
    long_ago = web.get(f"/timegate/{address}", headers={"accept-datetime": "Mon, 01 Jan 1990 00:00:00 GMT"})
    assert mementos_of(archive, address)[0].moment in long_ago.headers["location"]


@pytest.mark.parametrize(
    "header",
    [
        "yesterday",
        "2007-05-31T20:35:00Z",
        "Thu, 31 May 2007 20:35:00",
        "Fri, 31 May 2007 20:35:00 GMT",
        "",
        "Thu, 31 Feb 2007 20:35:00 GMT",
    ],
)
def test_a_malformed_moment_is_400(web: Any, address: str, header: str) -> None:
    answer = web.get(f"/timegate/{address}", headers={"accept-datetime": header})
    assert (answer.status_code, answer.headers["vary"]) == (400, "accept-datetime")


@pytest.mark.parametrize("path", ["/timegate/", "/timemap/link/", "/memento/20070531203500/"])
def test_an_address_that_is_not_held_is_404(web: Any, path: str) -> None:
    assert web.get(f"{path}https://nobody.example/1").status_code == 404


def test_a_memento_has_the_saved_bytes_and_the_time_of_capture(web: Any, archive: Archive, address: str) -> None:
    for one in mementos_of(archive, address):
        answer = web.get(f"/memento/{one.moment}/{address}")
        assert answer.status_code == 200
        assert answer.headers["memento-datetime"] == one.header
        assert f"sha256:{_sha256(answer.content)}" == one.capture.payload_digest
        assert answer.headers["content-security-policy"].startswith("sandbox; default-src 'none'")
        story = archive.story(one.capture.story or "")
        assert story.published is None or story.published.value[:10] != one.at.date().isoformat()


def test_another_moment_leads_to_the_nearest_memento(web: Any, archive: Archive, address: str) -> None:
    answer = web.get(f"/memento/19900101000000/{address}")
    assert (answer.status_code, answer.headers["location"]) == (
        302,
        f"{BASE}/memento/{mementos_of(archive, address)[0].moment}/{address}",
    )
    assert web.get(f"/memento/soon/{address}").status_code == 404


def test_the_map_lists_every_memento_in_order(web: Any, archive: Archive, address: str) -> None:
    answer = web.get(f"/timemap/link/{address}")
    held = mementos_of(archive, address)
    found = [(url, at) for url, rel, at in links(answer.text) if "memento" in rel.split()]
    assert answer.headers["content-type"].startswith("application/link-format")
    assert found == [(f"{BASE}/memento/{one.moment}/{address}", one.header) for one in held]
    assert links(answer.text)[0][:2] == (address, "original")
    rels = [rel for _, rel, _ in links(answer.text) if "memento" in rel]
    assert (rels[0], rels[-1]) == ("first memento", "last memento")


def test_a_query_is_of_the_address(web: Any) -> None:
    answer = web.get("/timegate/http://paper.example/a?id=1&b=2")
    assert "http://paper.example/a?id=1&b=2" in answer.text


def _sha256(payload: bytes) -> str:
    import hashlib

    return hashlib.sha256(payload).hexdigest()
