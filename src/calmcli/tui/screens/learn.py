"""All pages to read, and finding among them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.home import Item, Wish
from calmcli.house import House
from calmcli.learn.page import Page
from calmcli.learn.pages import all_pages, find_page, search_pages
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.finding import FindScreen
from calmcli.tui.screens.page import PageScreen
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.words import learn as said


class LearnScreen(RoomScreen):
    """One row a page; it is read on a screen of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter(said.READ_KEY, said.READ_TIP),
        Binding(
            "slash",
            "look_for",
            said.FIND_KEY,
            key_display="/",
            id="learn.find",
            tooltip=said.FIND_TIP,
        ),
    ]

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._pages = all_pages()

    def compose(self) -> ComposeResult:
        """The rows, and below them what the marked page comes to."""
        with Vertical(id="learn"):
            yield Words(said.LEARN, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            yield BriefWords(id="meaning")
        yield Keys()

    def on_mount(self) -> None:
        """Show all of them."""
        self.choices.show(Columns([Choice(page.title) for page in self._pages]))

    def initial_of(self, index: int) -> str:
        """The first letter of a title."""
        return self._pages[index].title[:1]

    @on(Choices.Marked)
    def tell(self, message: Choices.Marked) -> None:
        """Say what the marked page comes to."""
        self.query_one("#meaning", Words).say(self._pages[message.index].summary)

    @on(Choices.Chosen)
    def read(self, message: Choices.Chosen) -> None:
        """Read it."""
        self._open(self._pages[message.index])

    def action_look_for(self) -> None:
        """Find pages by a word in them."""
        items = list(map(_item, self._pages))
        self.app.push_screen(FindScreen(items, _search, said.FIND, said.NOTHING_FOUND), self._found)

    def _found(self, item: Item | None) -> None:
        if item is not None:
            self._open(find_page(item.id))

    def _open(self, page: Page) -> None:
        self.app.push_screen(PageScreen(self.house, page), self._go_on)

    def _go_on(self, wish: Wish | None) -> None:
        if wish is not None:
            self.dismiss(wish)


def _item(page: Page) -> Item:
    return Item(page.topic, page.title, page.summary)


def _search(_items: Sequence[Item], typed: str) -> Sequence[Item]:
    return [_item(page) for page in search_pages(typed)] if typed.strip() else _items
