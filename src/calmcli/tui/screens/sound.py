"""The room for sound: hear what there is, and switch it on or off."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from calmcli.house import House
from calmcli.listening import Listening, Offer
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.offering import OfferingScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice
from calmcli.words import sound as said


class SoundScreen(OfferingScreen):
    """Each row is heard, or switched, as it is chosen."""

    TITLE_WORDS = said.LISTENING
    BINDINGS: ClassVar[list[BindingType]] = [enter(said.CHOOSE, said.CHOOSE_TIP)]

    def __init__(self, house: House) -> None:
        super().__init__()
        self._listening = Listening(house)
        self._offers: list[Offer] = []

    def rows(self) -> list[Choice]:
        """What there is, and how it stands."""
        self._offers = self._listening.offers()
        return [Choice(each.words, each.beside) for each in self._offers]

    @on(Choices.Chosen)
    def take_up(self, message: Choices.Chosen) -> None:
        """Let it be heard, or switch it."""
        self.tell(self._listening.choose(self._offers[message.index].id))
        self.show_rows()

    def on_unmount(self) -> None:
        """Silence, at once."""
        self._listening.close()
