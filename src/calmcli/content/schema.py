"""The format of scripts as a JSON Schema (draft-07), for editors: made from the model alone.

What holds between keys cannot all be said there: `calmcli scripts check` knows more.
"""

import ast
import json
import re
from inspect import getsource
from itertools import pairwise
from typing import Any

import msgspec

from calmcli.content import model

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_AT = "#/definitions/{name}"
_KEPT = ("type", "properties", "required", "additionalProperties")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def script_schema() -> Schema:
    """What may stand in a file, kind by kind."""
    shapes = tuple(model.SHAPES.values())
    _, definitions = msgspec.json.schema_components(shapes, ref_template=_AT)
    return {
        "$schema": _DIALECT,
        "title": "A file for calmcli",
        "description": "An exercise, or a sort of visit; its kind decides on the other keys.",
        "oneOf": [{"$ref": _AT.format(name=shape.__name__)} for shape in shapes],
        "definitions": {name: _described(name, made) for name, made in definitions.items()},
    }


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(script_schema(), indent=2, ensure_ascii=False) + "\n"


def _described(name: str, made: Schema) -> Schema:
    """One group of keys, with the meaning of each."""
    shape: type[msgspec.Struct] = getattr(model, name)
    meanings = _meanings(shape)
    made["properties"] = {
        key: {"description": meanings[key], **_as_loaded(value)}
        for key, value in made["properties"].items()
    }
    return {
        "title": _INNER_CAPITAL.sub(" ", name).capitalize(),
        "description": _in_one_line(shape.__doc__ or ""),
        **{key: made[key] for key in _KEPT},
    }


def _as_loaded(value: Schema) -> Schema:
    """What a key takes when it is there: a key without a value is refused, so null is no choice."""
    if "anyOf" in value:
        (value,) = (choice for choice in value["anyOf"] if choice != {"type": "null"})
    if len(value.get("enum", ())) == 1:
        (only,) = value.pop("enum")
        value["const"] = only
    return value


def _meanings(shape: type[msgspec.Struct]) -> dict[str, str]:
    """The docstring under each field of a struct and of what it is built on."""
    meanings: dict[str, str] = {}
    for built_on in reversed(shape.__mro__):
        if built_on.__module__.startswith(f"{__package__}."):
            for body in _class_bodies(getsource(built_on)):
                for field, below in pairwise(body):
                    match field, below:
                        case (
                            ast.AnnAssign(target=ast.Name(id=key)),
                            ast.Expr(value=ast.Constant(value=str() as meaning)),
                        ):
                            meanings[key] = _in_one_line(meaning)
    return meanings


def _class_bodies(source: str) -> list[list[ast.stmt]]:
    return [node.body for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
