"""Everything that can be set, and what it is; written as the command writes it."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from calmcli.errors import CalmError
from calmcli.settings.keys import get_setting, meaning_of, setting_keys
from calmcli.settings.offering import choices_of, takes
from calmcli.settings.writing import set_setting
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.screens.typed import TypingScreen
from calmcli.tui.screens.value import ValueScreen
from calmcli.tui.widgets.choices import Choice, Choices, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import home as named
from calmcli.words import settings as said

_OPPOSITE = {"true": "false", "false": "true"}


class SettingsScreen(RoomScreen):
    """One row a setting; it is kept the moment it is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [enter("change", "Change this one")]

    def compose(self) -> ComposeResult:
        """The rows, and below them what the marked one is for."""
        with Vertical(id="settings"):
            yield Words(named.ROOMS["settings"][0], classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            yield Words(id="meaning")
        yield Keys()

    def on_mount(self) -> None:
        """Show what is set now."""
        self._keys = setting_keys()
        self._show()

    def _show(self) -> None:
        settings = self.house.settings()
        rows = [Choice(key, get_setting(settings, key)) for key in self._keys]
        self.choices.show(Columns(rows), self.choices.at)

    def initial_of(self, index: int) -> str:
        """The first letter of a setting's name."""
        return self._keys[index][:1]

    @on(Choices.Marked)
    def tell(self, message: Choices.Marked) -> None:
        """Say what the marked one is for."""
        self.query_one("#meaning", Words).say(meaning_of(self._keys[message.index]))

    @on(Choices.Chosen)
    def change(self, message: Choices.Chosen) -> None:
        """Turn it, choose another value, or type one."""
        key = self._keys[message.index]
        opposite = _OPPOSITE.get(get_setting(self.house.settings(), key))
        if opposite is None:
            self._ask(key)
        elif refusal := self._set(key, opposite):
            self.query_one("#meaning", Words).say(refusal)

    @work
    async def _ask(self, key: str) -> None:
        value, meaning = get_setting(self.house.settings(), key), meaning_of(key)
        if choices := choices_of(key):
            heading = f"{key}: {meaning}"
            chosen = await self.app.push_screen_wait(ValueScreen(heading, choices, value))
            if chosen is not None and (refusal := self._set(key, chosen)):
                self.query_one("#meaning", Words).say(refusal)
        else:
            about = f"{meaning}. {said.TAKES.format(needs=takes(key))}"
            value = "" if value == said.DEFAULT else value
            keep = lambda typed: self._set(key, typed)  # noqa: E731  it stays until that is accepted
            await self.app.push_screen_wait(TypingScreen(key, about, value, keep))

    def _set(self, key: str, value: str) -> str:
        """Set it; what is to be said where that was refused."""
        if self.house.places is None:
            return said.NOWHERE
        try:
            set_setting(self.house.places.settings, key, value)
        except CalmError as error:
            return str(error)
        self.calm_app.look_again()
        self._show()
        return ""
