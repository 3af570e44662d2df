"""A page to read, laid out in whatever width there is."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from calmcli.learn.laying import Line, lay_out
from calmcli.learn.page import Page


class PageWords(Widget):
    """All lines of a page, its headings bold; nothing in it is ever read as markup."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._laid: tuple[int, list[Line]] = (0, [])

    def lines(self, width: int) -> list[Line]:
        """The page at a width, laid out once for each."""
        if self._laid[0] != width:
            self._laid = width, lay_out(self._page, width, commands=False, tables=True)
        return self._laid[1]

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines, one below the other."""
        parts = [
            Content.styled(line.text, "bold") if line.is_heading else Content(line.text)
            for line in self.lines(self.size.width)
        ]
        return Content("\n").join(parts)
