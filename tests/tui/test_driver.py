"""What the driver writes, byte by byte."""

import os
import sys
from contextlib import suppress

import pytest

if sys.platform == "win32":
    pytest.skip("the driver of POSIX terminals", allow_module_level=True)

from calmcli.tui.driver import CalmDriver
from calmcli.tui.terminal import Terminal


class Full(Terminal):
    """A terminal that takes nothing at once: all is left to the thread that writes."""

    def __init__(self) -> None:
        pass

    def takes(self, _text: str) -> bool:
        return False


class Page(CalmDriver):
    """A driver that writes to nowhere."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._terminal = Full()

    def take(self) -> str:
        """What was written since the last time."""
        text = "".join(self.written)
        self.written.clear()
        return text


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    page = Page()
    monkeypatch.setattr(
        "textual.drivers.linux_driver.LinuxDriver.write",
        lambda _driver, data: page.written.append(data),
    )
    return page


def test_a_style_is_told_once_and_stays_on(page: Page) -> None:
    page.paint_cells([(4, 2, "36", "a"), (5, 2, "36", "b")])
    page.paint_cells([(6, 2, "36", "c"), (7, 2, "1", "d")])
    assert page.take() == "\x1b[3;5H\x1b[0;36mab\x1b[3;7Hc\x1b[0;1md"


def test_a_place_is_told_once_a_row_and_after_that_the_column_where_it_is_not_the_next(
    page: Page,
) -> None:
    page.paint_cells([(4, 2, "36", "a"), (5, 2, "36", "世"), (7, 2, "36", "b")])
    page.paint_cells([(4, 2, "36", "a"), (9, 2, "36", "b"), (9, 3, "36", "c")])
    assert page.take() == "\x1b[3;5H\x1b[0;36ma世b\x1b[3;5Ha\x1b[10Gb\x1b[4;10Hc"


def test_of_two_colours_on_the_same_only_the_colour_is_told(page: Page) -> None:
    page.paint_cells([(0, 0, "38;5;1;48;5;9", "a"), (1, 0, "38;5;2;48;5;9", "b")])
    assert page.take() == "\x1b[1;1H\x1b[0;38;5;1;48;5;9ma\x1b[38;5;2mb"
    page.paint_cells([(0, 0, "38;2;1;2;3;48;5;9", "c"), (1, 0, "38;2;1;48;2;48;5;8", "d")])
    assert page.take() == "\x1b[1;1H\x1b[38;2;1;2;3mc\x1b[0;38;2;1;48;2;48;5;8md"
    page.paint_cells([(0, 0, "1;38;5;2;48;5;8", "e")])
    assert page.take() == "\x1b[1;1H\x1b[0;1;38;5;2;48;5;8me"


def test_what_has_the_style_that_is_on_comes_first(page: Page) -> None:
    page.paint_cells([(0, 0, "36", "a"), (1, 0, "35", "b"), (0, 1, "36", "c")])
    assert page.take() == "\x1b[1;2H\x1b[0;35mb\x1b[1G\x1b[0;36ma\x1b[2;1Hc"
    page.paint_cells([(0, 0, "35", "a"), (0, 1, "36", "b")])
    assert page.take() == "\x1b[2;1Hb\x1b[1;1H\x1b[0;35ma"


def test_whatever_else_is_written_begins_in_the_terminals_own_style(page: Page) -> None:
    page.paint_cells([(0, 0, "36", "a")])
    page.take()
    page.write("b")
    page.write("c")
    assert page.take() == "\x1b[0mbc"
    page.paint_cells([(0, 0, "36", "a")])
    assert page.take() == "\x1b[1;1H\x1b[0;36ma"


def test_cells_without_a_style_have_the_terminals_own(page: Page) -> None:
    page.paint_cells([(0, 0, "36", "a")])
    page.take()
    page.paint_cells([(1, 0, "", "b")])
    assert page.take() == "\x1b[1;2H\x1b[0mb"
    page.write("c")
    assert page.take() == "c"


def test_a_little_is_written_at_once_but_never_before_what_was_given_earlier(page: Page) -> None:
    mine, theirs = os.pipe()
    with os.fdopen(mine, "rb", buffering=0) as seen, os.fdopen(theirs, "w") as file:
        terminal = page._terminal = Terminal(file)
        page.write("a")
        assert (seen.read(9), page.take()) == (b"a", "")
        page.write("b" * 5000)
        page.write("c")
        assert page.take() == "b" * 5000 + "c"
        terminal.write("bc")  # as the thread does when it is its turn
        terminal.write("")
        page.write("d")
        assert page.take() == "d"
        terminal.write("d")
        terminal.flush()
        page.write("e")
        assert (seen.read(9), page.take()) == (b"bcde", "")


def test_a_terminal_that_has_gone_is_no_fault_of_what_is_drawn(page: Page) -> None:
    mine, theirs = os.openpty()
    with os.fdopen(theirs, "w") as file:
        page._terminal = Terminal(file)
        os.close(mine)
        page.write("a")
        with suppress(OSError):
            file.close()
