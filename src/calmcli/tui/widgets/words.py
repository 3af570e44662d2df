"""Words that stand still: painted again only when they change."""

from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region, Size
from textual.visual import VisualType
from textual.widgets import Static

from calmcli.cells import wrapped
from calmcli.tui.widgets.cells import Cells, Run


class Words(Cells, Static):
    """A line or a few of plain text; nothing in it is ever read as markup."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str = "") -> None:  # noqa: A002
        super().__init__(Content(text), id=id, classes=classes, markup=False)
        self._text = text

    _inks: tuple[str, str, str] | None = None
    """How a terminal is told what is before a line, the line, and what is after it; once known."""

    def say(self, text: str) -> None:
        """Show other words in the same place; its size stays as it is."""
        if text != self._text:
            before, self._text = self._text, text
            self.paint_whole(
                lambda: self.update(Content(text), layout=False),
                lambda size: self._differing(before, size),
            )

    def notify_style_update(self) -> None:
        """Its inks have changed with its styles."""
        super().notify_style_update()
        self._inks = None

    def _differing(self, before: str, size: Size) -> list[Run] | None:
        """The cells that differ from those before; None where either is more than a plain line."""
        was_at, is_at = self._begins(before, size.width), self._begins(self._text, size.width)
        if was_at is None or is_at is None or self.size != size or self.screen.selections:
            return None
        inks = self._inks = self._inks or self._learn_inks(is_at, size.width)
        if inks is None:
            return None
        was, now = (
            [(inks[0], " ")] * at
            + [(inks[1], each) for each in text]
            + [(inks[2], " ")] * (size.width - at - len(text))
            for at, text in ((was_at, before), (is_at, self._text))
        )
        differ = [x for x in range(size.width) if was[x] != now[x]]
        return [(x, 0, *now[x]) for x in range(differ[0], differ[-1] + 1)] if differ else []

    def _begins(self, text: str, width: int) -> int | None:
        """The column a line of one-cell letters begins at; None where it is anything else."""
        if not text.isprintable() or not 0 < len(text.rstrip()) == cell_len(text) <= width:
            return None
        room = width - len(text)
        return {"left": 0, "start": 0, "center": room // 2, "right": room, "end": room}.get(
            self.styles.text_align
        )

    def _learn_inks(self, begins: int, width: int) -> tuple[str, str, str] | None:
        """The inks of a line as Textual draws it; None where it is drawn in more than one."""
        row = [
            ink
            for ink, text in self.drawn(self.render_lines(Region(0, 0, width, 1))[0])
            for _ in text
        ]
        ends = begins + len(self._text)
        parts = [set(row[:begins]), set(row[begins:ends]), set(row[ends:])]
        if len(row) != width or any(len(part) > 1 for part in parts):
            return None
        before, line, after = (next(iter(part), "") for part in parts)
        return before, line, after


class BriefWords(Words):
    """Words that say where they were cut, when there are fewer rows than they need."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as all of them need."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> Content:
        """As many lines as there are rows; the last one says when it was not the last."""
        width, rows = self.size
        lines = self._lines(width)
        if not rows or len(lines) <= rows:
            return Content(self._text)
        rest = "~" if self.app.has_class("-ascii") else "…"
        last = lines[rows - 1].plain.rstrip()[: width - 1].rstrip()
        return Content("\n".join([*(line.plain for line in lines[: rows - 1]), last + rest]))

    def _lines(self, width: int) -> list[Content]:
        return Content(self._text).wrap(width) if width and self._text else []


class HungWords(Words):
    """Lines to read; one that is set in stays so where it has to be broken."""

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show other lines."""
        self._text = str(content)
        super().update(content, layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as all of them need."""
        del container, viewport
        return len(self._hung(width))

    def render(self) -> Content:
        """The lines, broken to the width there is."""
        return Content("\n".join(self._hung(self.size.width)))

    def _hung(self, width: int) -> list[str]:
        return [part for line in self._text.split("\n") for part in _broken(line, width)]


def _broken(line: str, width: int) -> list[str]:
    inset = len(line) - len(line.lstrip())
    if not line.strip() or width <= inset:
        return [line]
    parts = Content(line.lstrip()).wrap(width - inset)
    return [" " * inset + part.plain.rstrip() for part in parts]


class RoomyWords(Words):
    """Words with room for the longest of all that may come, so that nothing below ever jumps."""

    def __init__(self, all_that_come: Iterable[str], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._all = frozenset(all_that_come)

    def on_resize(self) -> None:
        """Keep as many rows as the longest words need at this width."""
        width = max(1, self.size.width)
        self.styles.min_height = max((len(wrapped(each, width)) for each in self._all), default=1)
