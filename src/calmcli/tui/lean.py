"""Textual without what nothing here uses: a sixth of the time until it is there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_PALETTE = "textual.command"
_TLS = "ssl"


class _Nothing:
    """What stands for each class of the palette: it is named and built upon, never made."""


class _NoPalette(ModuleType):
    """Textual's command palette, which is switched off: five kinds of widgets come with it."""

    def __getattr__(self, name: str) -> type[_Nothing]:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing


@contextmanager
def lean() -> Iterator[None]:
    """Import meanwhile without its palette, and asyncio without TLS, which it can do without.

    Whoever asks for either later gets it as it is.
    """
    none: Any = None  # says to whoever imports it that there is none
    absent = {_TLS: none, _PALETTE: _NoPalette(_PALETTE)}
    absent = {name: each for name, each in absent.items() if name not in sys.modules}
    sys.modules.update(absent)
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)
