"""What home and the rooms it leads to share: one key back, and anything by its name."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from calmcli.home import Item, Wish, everything
from calmcli.house import House
from calmcli.tui.screens.calm import CalmScreen
from calmcli.tui.screens.choosing import ChoosingScreen


class PlaceScreen(CalmScreen[Wish | None]):
    """Answers with where to go next; None is back where one came from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "leave", "back", key_display="q", id="room.leave", tooltip="Go back"),
    ]

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house

    def findable(self) -> list[Item]:
        """What can be done here, and then everything there is."""
        return [*super().findable(), *everything(self.house)]

    def follow(self, item: Item | None) -> None:
        """Go where it leads, or do it here."""
        if item is not None and item.wish is not None:
            self.dismiss(item.wish)
        else:
            super().follow(item)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class RoomScreen(PlaceScreen, ChoosingScreen[Wish | None]):
    """A place with rows to choose from."""
