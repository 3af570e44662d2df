"""What is typed comes at once, and nothing wakes up in between."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread

import pytest

if sys.platform == "win32":
    pytest.skip("a selector waits for sockets only there", allow_module_level=True)

from textual._parser import Parser
from textual._xterm_parser import XTermParser
from textual.message import Message

from calmcli.tui import keyboard as waiting
from calmcli.tui.keyboard import Enough, messages

PATIENCE_S = 20.0


class Keyboard:
    """A pipe to type into, and whoever listens at its other end."""

    def __init__(self) -> None:
        self.end, self._own = os.pipe()
        self.enough = Enough()
        self.parser = XTermParser()
        self.keys = messages(self.end, self.parser, bytes.decode, self.enough)

    def type(self, typed: bytes) -> None:
        os.write(self._own, typed)

    def unplug(self) -> None:
        os.close(self._own)

    def close(self) -> None:
        for number in (self.end, self._own, self.enough.fileno()):
            with suppress(OSError):
                os.close(number)


@pytest.fixture
def keyboard() -> Iterator[Keyboard]:
    keyboard = Keyboard()
    yield keyboard
    keyboard.close()


def test_keys_come_as_they_are_typed(keyboard: Keyboard) -> None:
    keyboard.type("aß\x1b[A".encode())
    assert [next(keyboard.keys).key for _ in range(3)] == ["a", "ß", "up"]


def test_an_escape_that_nothing_follows_is_a_key_by_itself(keyboard: Keyboard) -> None:
    keyboard.type(b"\x1b")
    assert next(keyboard.keys).key == "escape"


def test_it_sleeps_for_as_long_as_nothing_is_half_typed(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float | None] = []
    patience = waiting._patience

    def noted(parser: Parser[Message]) -> float | None:
        waits.append(patience(parser))
        return waits[-1]

    monkeypatch.setattr(waiting, "_patience", noted)
    keyboard.type(b"a")
    next(keyboard.keys)
    assert waits == [None]
    keyboard.type(b"\x1b")
    next(keyboard.keys)
    assert waits[1] is None
    assert waits[2] is not None


def test_whoever_sleeps_hears_that_it_is_enough_and_can_be_asked_again(keyboard: Keyboard) -> None:
    heard: list[Message] = []
    for _ in range(2):
        keyboard.keys = messages(keyboard.end, XTermParser(), bytes.decode, keyboard.enough)
        waiting = Thread(target=lambda: heard.extend(keyboard.keys), daemon=True)
        waiting.start()
        keyboard.enough.set()
        keyboard.enough.set()
        waiting.join(PATIENCE_S)
        assert not waiting.is_alive()
        keyboard.enough.clear()
        keyboard.enough.clear()
    assert heard == []


def test_a_keyboard_that_has_gone_ends_it(keyboard: Keyboard) -> None:
    keyboard.type(b"q")
    keyboard.unplug()
    assert [each.key for each in keyboard.keys] == ["q"]


def test_so_does_a_terminal_that_has_gone(keyboard: Keyboard) -> None:
    mine, theirs = os.openpty()
    os.close(mine)
    try:
        assert list(messages(theirs, XTermParser(), bytes.decode, keyboard.enough)) == []
    finally:
        os.close(theirs)
