"""What each key does, gathered from the screens that have it."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode

from calmcli.tui import screens
from calmcli.tui.app_keys import APP_KEYS


def meanings() -> dict[str, str]:
    """What each thing that has a key does, by its id."""
    return {str(each.id): each.tooltip for each in declared()}


def declared() -> Iterator[Binding]:
    """Everything that has a key: in the app as a whole, then screen by screen."""
    yield from (each for each in APP_KEYS if isinstance(each, Binding))
    for room in rooms():
        yield from bindings_in(room)


def rooms() -> Iterator[type[DOMNode]]:
    """Every screen of ours; those that others build on come after them."""
    for found in iter_modules(screens.__path__):
        module = import_module(f"{screens.__name__}.{found.name}")
        for room in vars(module).values():
            is_ours = isinstance(room, type) and room.__module__ == module.__name__
            if is_ours and issubclass(room, DOMNode):
                yield room


def bindings_in(room: type[Any]) -> list[Binding]:
    """What a screen declares itself."""
    return [each for each in vars(room).get("BINDINGS", ()) if isinstance(each, Binding)]
