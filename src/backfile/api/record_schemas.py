"""Record schemas: JSON Schema (2020-12) of the model's records as `plain_values` writes them, made from their types."""

import types
import typing
from collections.abc import Sequence
from dataclasses import is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from backfile.model.plain_values import GROUNDS
from backfile.model.reasons import Reason

JsonSchema = dict[str, Any]
_PLAIN: dict[Any, JsonSchema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    Any: {},
}
_GROUND: JsonSchema = {
    "type": "object",
    "description": "A reason's code with its values (docs/reasons.md).",
    "required": ["code"],
    "properties": {"code": {"type": "string"}},
}


class RecordSchemas:
    """The schemas of records, each once, under `components`."""

    def __init__(self) -> None:
        self.components: dict[str, JsonSchema] = {}

    def of(self, kind: Any) -> JsonSchema:
        """The schema of a type; of a record a reference to it."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if get_origin(kind) in (typing.Union, types.UnionType):
            return {"anyOf": [self.of(one) for one in get_args(kind)]}
        if get_origin(kind) in (tuple, list, Sequence):
            return self._list(get_args(kind))
        if kind is Reason:
            return {"type": "string"}
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"enum": [member.value for member in kind]}
        if isinstance(kind, type) and (hasattr(kind, "_fields") or is_dataclass(kind)):
            return self._record(kind)
        return {"type": "object"}

    def _list(self, parts: tuple[Any, ...]) -> JsonSchema:
        if len(parts) == 1 or parts[1:] == (Ellipsis,):
            return {"type": "array", "items": self.of(parts[0])}
        kinds = list(dict.fromkeys(parts))
        items = self.of(kinds[0]) if len(kinds) == 1 else {"anyOf": [self.of(kind) for kind in kinds]}
        return {"type": "array", "items": items, "minItems": len(parts), "maxItems": len(parts)}

    def _record(self, kind: type) -> JsonSchema:
        if kind.__name__ not in self.components:
            self.components[kind.__name__] = {}  # a record may hold its own kind
            self.components[kind.__name__] = self._fields(kind)
        return {"$ref": f"#/components/schemas/{kind.__name__}"}

    def _fields(self, kind: type) -> JsonSchema:
        properties: dict[str, JsonSchema] = {}
        for name, hint in get_type_hints(kind).items():
            if get_origin(hint) is typing.ClassVar:
                continue
            properties[name] = self.of(hint)
            if name in GROUNDS:
                is_many = get_origin(hint) is tuple
                one = {"anyOf": [_GROUND, {"type": "null"}]}
                properties[GROUNDS[name]] = {"type": "array", "items": one} if is_many else one
        return {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "required": list(properties),
            "properties": properties,
        }
