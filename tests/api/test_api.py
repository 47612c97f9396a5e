"""Each answer of the API is of the schema that the API itself describes; each list goes on by its cursor; each fault is a problem."""

import csv
import io
import json
from typing import Any
from urllib.parse import urlencode

import jsonschema
import pytest

from backfile import Archive
from backfile.api.cursors import page_of
from backfile.api.endpoints import ENDPOINTS, Endpoint, path_names
from backfile.citation.cited import cited

ROOT = "/api/v1"


@pytest.fixture(scope="session")
def described(api: Any) -> dict[str, Any]:
    return api.get(f"{ROOT}/openapi.json").json()


@pytest.fixture(scope="session")
def names(archive: Archive) -> dict[str, dict[str, str]]:
    """What stands in the places of the addresses."""
    story = next(story for story in archive if len(story.versions) > 1)
    quoted = archive.quotes(limit=50)
    person = next(quotation.person for quotation in quoted if quotation.person)
    return {
        "stories": {"id": story.id, "before": story.versions[0].id, "after": story.versions[-1].id},
        "listCopies": {"id": next(story.id for story in archive if story.copies)},
        "listThread": {"id": next(story.id for story in archive if archive.thread(story.id))},
        "listStoryQuotations": {"id": quoted[0].story},
        "speakers": {"id": person},
        "utterances": {"id": quoted[0].utterance},
        "days": {
            "day": next(
                stamp.value[5:10] for stamp in (one.published for one in archive.newest()) if stamp and stamp.date
            )
        },
        "authors": {"name": "RUTH OKAFOR"},
        "tracePassage": {"q": next(quotation.text for quotation in quoted if len(quotation.text.split()) > 6)},
        "verifyCitation": {"q": str(cited(story).token)},
    }


def address(endpoint: Endpoint, names: dict[str, dict[str, str]]) -> str:
    held = names.get(endpoint.name) or names.get(endpoint.path.split("/")[1], {})
    return ROOT + endpoint.path.format(**held) + (f"?{urlencode({'q': held['q']})}" if "q" in held else "")


def check(value: Any, schema: dict[str, Any], described: dict[str, Any]) -> None:
    whole = {**schema, "components": described["components"]}
    jsonschema.Draft202012Validator(whole).validate(value)


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: endpoint.name)
def test_an_answer_is_of_its_schema(api: Any, described: dict[str, Any], names, endpoint: Endpoint) -> None:
    answer = api.get(address(endpoint, names))
    assert answer.status_code == 200, answer.text
    operation = described["paths"][endpoint.path]["get"]
    check(answer.json(), operation["responses"]["200"]["content"]["application/json"]["schema"], described)
    assert not endpoint.many or answer.json()["items"]


def test_a_schema_refuses_what_lacks_a_field(api: Any, described: dict[str, Any]) -> None:
    item = api.get(f"{ROOT}/stories?limit=1").json()["items"][0]
    del item["published"]
    with pytest.raises(jsonschema.ValidationError):
        check(item, {"$ref": "#/components/schemas/Entry"}, described)


@pytest.mark.parametrize("path", ["/stories", "/search?q=", "/quotations", "/speakers", "/undated", "/outlets"])
def test_the_pages_of_a_list_are_the_list(api: Any, path: str) -> None:
    sign = "&" if "?" in path else "?"
    whole = api.get(f"{ROOT}{path}{sign}limit=100").json()["items"]
    parts, more = [], f"{ROOT}{path}{sign}limit=7"
    while more and len(parts) < len(whole):
        answer = api.get(more)
        assert answer.status_code == 200, answer.text
        more = answer.json()["next"]
        assert answer.headers.get("link") == (f'<{more}>; rel="next"' if more else None)
        parts += answer.json()["items"]
    assert parts[: len(whole)] == whole


class _Item:
    def __init__(self, name: str) -> None:
        self.id = name


def test_a_cursor_holds_where_the_list_grows_meanwhile() -> None:
    held = [_Item(str(number)) for number in range(40)]
    page, cursor = page_of(lambda limit, offset: held[offset : offset + limit], 10, None)
    for before in ([_Item("new"), *held], held[5:]):
        again, _ = page_of(lambda limit, offset, before=before: before[offset : offset + limit], 10, cursor)
        assert [item.id for item in again][:3] == ["10", "11", "12"]
    assert len(page) == 10


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/stories?year=soon", 400, "year: it is no whole number"),
        ("/stories?yeer=2001", 400, "there is no parameter 'yeer'"),
        ("/stories?section=Local", 400, "give the outlet too"),
        ("/search?q=fire+AND+(", 400, ""),
        ("/search?q=fire&from=next+week", 400, "from: “next week” is not a date"),
        ("/stories?limit=0", 400, "limit: it is no whole number from 1 to 100"),
        ("/stories?cursor=zzz", 400, "cursor: it is none of this archive's"),
        ("/stories?cursor=WzUsICJ4Il0", 410, "begin again"),
        ("/stories/none", 404, "there is no story none here"),
        ("/speakers/none", 404, ""),
        ("/stories/none%0A", 404, ""),
        ("/trace?q=a+bridge", 400, "give more of it"),
        ("/verify?q=a+citation", 400, "It has no token"),
        ("/verify?q=backfile:none/0/0-0", 400, ""),
        ("/nothing", 404, "openapi.json has all"),
    ],
)
def test_a_fault_is_a_problem_that_says_what_to_do(api: Any, described, path: str, status: int, words: str) -> None:
    answer = api.get(f"{ROOT}{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]
    check(answer.json(), {"$ref": "#/components/schemas/Problem"}, described)


def test_nothing_can_be_written(api: Any) -> None:
    answer = api.ask("POST", f"{ROOT}/stories")
    assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")


def test_an_answer_is_sent_once_and_may_be_read_from_anywhere(api: Any) -> None:
    first = api.get(f"{ROOT}/stories", headers={"origin": "https://other.example"})
    assert first.headers["access-control-allow-origin"] == "*"
    again = api.get(f"{ROOT}/stories", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_csv_has_the_basis_of_each_date_and_no_date_of_the_undated(api: Any, archive: Archive) -> None:
    rows = list(csv.DictReader(io.StringIO(api.get(f"{ROOT}/search.csv?q=&limit=100").text)))
    assert len(rows) > 50
    for row in rows:
        stamp = archive.story(row["id"]).published
        assert (row["published"], row["basis"]) == ((stamp.value, stamp.basis) if stamp else ("", ""))


def test_a_story_comes_with_a_token_that_is_proved(api: Any, archive: Archive, names) -> None:
    from backfile.citation.verify import verify

    answer = api.get(f"{ROOT}/stories/{names['stories']['id']}").json()
    assert verify(archive, answer["token"]).points[1].shown == "proved"
    assert answer["story"] == json.loads(json.dumps(archive.story(names["stories"]["id"]).to_dict()))


def test_a_proof_names_no_folder_of_the_machine(api: Any, archive: Archive, names) -> None:
    answer = api.get(f"{ROOT}/verify?q={names['verifyCitation']['q']}")
    point = next(point for point in answer.json()["proof"]["points"] if point["what"] == "saved-page")
    assert point["shown"] == "proved"
    held = [held.place.path.rpartition("/") for held in archive.captures_of(names["stories"]["id"])]
    assert any(name in point["detail"] for _, _, name in held)
    assert not any(folder in answer.text for folder, _, _ in held)


def test_a_trace_is_the_archives(api: Any, archive: Archive, names) -> None:
    passage = names["tracePassage"]["q"]
    found = api.get(f"{ROOT}/trace?{urlencode({'q': passage})}")
    assert [one["id"] for one in found.json()["prints"]] == [one.id for one in archive.trace(passage).prints]


def test_every_endpoint_is_described_and_names_its_path(described: dict[str, Any]) -> None:
    for endpoint in ENDPOINTS:
        operation = described["paths"][endpoint.path]["get"]
        in_path = [one["name"] for one in operation["parameters"] if one["in"] == "path"]
        assert in_path == path_names(endpoint.path)
    assert len({one["operationId"] for path in described["paths"].values() for one in path.values()}) == len(
        described["paths"]
    )
