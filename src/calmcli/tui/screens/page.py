"""A page to read, and the ways on from it, each one key."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from calmcli.home import Begin, GoTo
from calmcli.house import House
from calmcli.learn.links import ToPage, ToRoom, ToScript, goal_of
from calmcli.learn.page import Link, Page
from calmcli.learn.pages import find_page
from calmcli.tui.screens.calm import BLANK
from calmcli.tui.screens.room import PlaceScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.page import PageWords
from calmcli.words import learn as said

if TYPE_CHECKING:
    from calmcli.home import Wish


class PageScreen(PlaceScreen):
    """Shows a page; a digit goes where the way on with that number leads, and comes back here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "go(1)", said.GO_KEY, key_display="1-9", id="page.go", tooltip=said.GO_TIP),
        *(
            Binding(str(digit), f"go({digit})", show=False, id=f"page.go-{digit}")
            for digit in range(2, 10)
        ),
        Binding("space", "read_on", show=False, id="page.on", tooltip="Read on"),
        BLANK,
    ]

    def __init__(self, house: House, page: Page) -> None:
        super().__init__(house)
        self._page = page

    def compose(self) -> ComposeResult:
        """The page, as far as it can be seen at once."""
        with VerticalScroll(id="page"):
            yield PageWords(self._page)
        yield Keys()

    def action_read_on(self) -> None:
        """Show what comes below."""
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

    def action_go(self, number: int) -> None:
        """Go where a way on leads, if there is one with this number."""
        if number <= len(self._page.links):
            self._go(self._page.links[number - 1])

    @work
    async def _go(self, link: Link) -> None:
        wish: Wish | None = None
        match goal_of(link.target):
            case ToPage(topic):
                wish = await self.app.push_screen_wait(PageScreen(self.house, find_page(topic)))
            case ToScript(kind, script):
                wish = await self.calm_app.roaming.grant(Begin(kind, script))
            case ToRoom(room):
                wish = await self.calm_app.roaming.grant(GoTo(room))
        if wish is not None:
            self.dismiss(wish)
