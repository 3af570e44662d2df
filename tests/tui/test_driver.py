"""What the driver writes, byte by byte."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("the driver of POSIX terminals", allow_module_level=True)

from calmcli.tui.driver import CalmDriver


class Page(CalmDriver):
    """A driver that writes to nowhere."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._writer_thread = self  # type: ignore[assignment]

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
    assert page.take() == "\x1b[3;5H\x1b[0;36ma\x1b[3;6Hb\x1b[3;7Hc\x1b[3;8H\x1b[0;1md"


def test_whatever_else_is_written_begins_in_the_terminals_own_style(page: Page) -> None:
    page.paint_cells([(0, 0, "36", "a")])
    page.take()
    page.write("b")
    page.write("c")
    assert page.take() == "\x1b[0mbc"
    page.paint_cells([(0, 0, "36", "a")])
    assert page.take() == "\x1b[1;1H\x1b[0;36ma"


def test_cells_without_a_style_have_the_terminals_own(page: Page) -> None:
    page.paint_cells([(0, 0, "36", "a"), (1, 0, "", "b")])
    assert page.take() == "\x1b[1;1H\x1b[0;36ma\x1b[1;2H\x1b[0mb"
    page.write("c")
    assert page.take() == "c"
