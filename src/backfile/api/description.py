"""The API's description in OpenAPI 3.1, made from the table of endpoints and the types of the records."""

from importlib.metadata import version
from typing import Any

from backfile.api.endpoints import ENDPOINTS, Endpoint, parameters_of, path_names
from backfile.api.parameters import Parameter
from backfile.api.record_schemas import JsonSchema, RecordSchemas

_PROBLEM = "application/problem+json"
_SAYS = {
    "400": "A parameter that cannot be understood.",
    "404": "No such story, version, speaker or utterance.",
    "410": "The list has changed so much that the cursor's place is lost: begin again.",
}


def description() -> dict[str, Any]:
    """The whole document."""
    schemas = RecordSchemas()
    paths = {endpoint.path: {"get": _operation(endpoint, schemas)} for endpoint in ENDPOINTS}
    for endpoint in ENDPOINTS:
        if endpoint.columns:
            paths[f"{endpoint.path}.csv"] = {"get": _as_csv(endpoint)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Backfile",
            "version": version("backfile"),
            "description": "What an archive of saved news pages holds: read only. Each story has its date with the basis, or none.",
        },
        "servers": [{"url": "/api/v1"}],
        "paths": paths,
        "components": {"schemas": {**schemas.components, "Problem": _problem()}},
    }


def list_schema(items: JsonSchema) -> JsonSchema:
    """A page of a list."""
    return {
        "type": "object",
        "required": ["items", "next"],
        "properties": {
            "items": {"type": "array", "items": items},
            "next": {"type": ["string", "null"], "description": "Address of the next page; null at the end."},
        },
    }


def _operation(endpoint: Endpoint, schemas: RecordSchemas) -> dict[str, Any]:
    record = schemas.of(endpoint.gives)
    schema = list_schema(record) if endpoint.many else record
    return {
        "operationId": endpoint.name,
        "summary": endpoint.says,
        "parameters": _parameters(endpoint),
        "responses": {
            "200": {"description": endpoint.says, "content": {"application/json": {"schema": schema}}},
            **_problems(endpoint),
        },
    }


def _as_csv(endpoint: Endpoint) -> dict[str, Any]:
    says = f"{endpoint.says} As CSV, a page at a time; the next page's address is in the Link header."
    return {
        "operationId": f"{endpoint.name}Csv",
        "summary": says,
        "parameters": _parameters(endpoint),
        "responses": {
            "200": {"description": says, "content": {"text/csv": {"schema": {"type": "string"}}}},
            **_problems(endpoint),
        },
    }


def _parameters(endpoint: Endpoint) -> list[dict[str, Any]]:
    of_path: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        for name in path_names(endpoint.path)
    ]
    return of_path + [_in_query(parameter) for parameter in parameters_of(endpoint)]


def _in_query(parameter: Parameter) -> dict[str, Any]:
    return {"name": parameter.name, "in": "query", "description": parameter.says, "schema": parameter.schema}


def _problems(endpoint: Endpoint) -> dict[str, Any]:
    codes = ["400", *(["404"] if path_names(endpoint.path) else []), *(["410"] if endpoint.many else [])]
    reference = {"$ref": "#/components/schemas/Problem"}
    return {code: {"description": _SAYS[code], "content": {_PROBLEM: {"schema": reference}}} for code in codes}


def _problem() -> JsonSchema:
    return {
        "type": "object",
        "description": "What is wrong (RFC 9457).",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
        },
    }
