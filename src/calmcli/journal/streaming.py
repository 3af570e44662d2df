"""JSON written as it comes: however much it is, only a little of it is in memory."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from calmcli.output import JSON_VERSION


def json_object(lists: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """An object with a schema_version and these lists, an item on each line."""
    encode = msgspec.json.Encoder().encode
    yield f'{{"schema_version": {JSON_VERSION}'
    for name, items in lists.items():
        yield f',\n"{name}": ['
        before = "\n"
        for item in items:
            yield before + encode(item).decode()
            before = ",\n"
        yield "\n]"
    yield "}\n"
