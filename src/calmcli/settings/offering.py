"""What each setting takes, for whoever is asked what it is to be."""

from functools import reduce
from typing import Any, get_args, get_type_hints

from msgspec import inspect

from calmcli.settings.keys import DEFAULT, find_key
from calmcli.settings.model import Settings
from calmcli.settings.values import needs


def choices_of(name: str) -> tuple[str, ...]:
    """All values there are, in the order of the model, then `default`; none where one is typed."""
    key = find_key(name)
    match key.expected:
        case inspect.BoolType():
            return ("true", "false", DEFAULT)
        case inspect.LiteralType():  # msgspec sorts its values
            return (*map(str, get_args(reduce(_type_of, key.path, Settings))), DEFAULT)
    return ()


def takes(name: str) -> str:
    """What it takes, in words."""
    return needs(find_key(name))


def _type_of(owner: Any, field: str) -> Any:
    return get_type_hints(owner)[field]
