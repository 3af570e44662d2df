"""Everything that can be set, and what it is; written as the command writes it."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.settings.keymap import TABLE
from calmcli.settings.keys import get_setting, keymap_keys, meaning_of, setting_keys
from calmcli.settings.offering import choices_of, takes
from calmcli.settings.writing import set_setting
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.screens.typed import TypingScreen
from calmcli.tui.screens.value import ValueScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.words import home as named
from calmcli.words import keys as of_keys
from calmcli.words import settings as said

_OPPOSITE = {"true": "false", "false": "true"}


class SettingsScreen(RoomScreen):
    """One row a setting; it is kept the moment it is changed."""

    BINDINGS: ClassVar[list[BindingType]] = [enter("change", "Change this one")]
    TITLE_WORDS = named.ROOMS["settings"][0]

    def compose(self) -> ComposeResult:
        """The rows, and below them what the marked one is for."""
        with Vertical(id="settings"):
            yield Words(self.TITLE_WORDS, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            yield BriefWords(id="meaning")
        yield Keys()

    def on_mount(self) -> None:
        """Show what is set now."""
        self._keys = self.names()
        self._show()

    def names(self) -> tuple[str, ...]:
        """The settings there are here, each by its dotted name, and the keys in a row of theirs."""
        return (*setting_keys(), TABLE)

    def meaning(self, name: str) -> str:
        """What a setting is for."""
        return of_keys.ROW if name == TABLE else meaning_of(name)

    def _value(self, name: str) -> str:
        settings = self.house.settings()
        if name != TABLE:
            return get_setting(settings, name)
        return of_keys.OWN_KEYS.format(count=len(settings.keys)) if settings.keys else said.DEFAULT

    def _show(self) -> None:
        rows = [Choice(key, self._value(key)) for key in self._keys]
        self.choices.show(Columns(rows), self.choices.at)

    def on_screen_resume(self) -> None:
        """Something may have been set in a room of its own."""
        if self.choices.at is not None:
            self._show()

    def initial_of(self, index: int) -> str:
        """The first letter of a setting's name."""
        return self._keys[index][:1]

    @on(Choices.Marked)
    def tell(self, message: Choices.Marked) -> None:
        """Say what the marked one is for."""
        self._say_meaning(message.index)

    def on_resize(self) -> None:
        """Where the list is narrow, what it is now stands nowhere but below it."""
        if self.choices.at is not None:
            self._say_meaning(self.choices.at)

    def _say_meaning(self, index: int) -> None:
        name = self._keys[index]
        value = f"{self._value(name)}: " if self.calm_app.is_narrow else ""
        self.query_one("#meaning", Words).say(value + self.meaning(name))

    @on(Choices.Chosen)
    def change(self, message: Choices.Chosen) -> None:
        """Turn it, choose another value, or type one."""
        key = self._keys[message.index]
        if key == TABLE:
            self.app.push_screen(KeysScreen(self.house))
            return
        opposite = _OPPOSITE.get(get_setting(self.house.settings(), key))
        if opposite is None:
            self._ask(key)
        elif refusal := self._set(key, opposite):
            self.query_one("#meaning", Words).say(refusal)

    @work
    async def _ask(self, key: str) -> None:
        value, meaning = get_setting(self.house.settings(), key), self.meaning(key)
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


class KeysScreen(SettingsScreen):
    """One row for each thing that can have another key."""

    TITLE_WORDS = of_keys.TITLE

    def __init__(self, house: House) -> None:
        super().__init__(house)
        from calmcli.tui.keymap import meanings  # noqa: PLC0415  it loads every screen

        self._meanings = meanings()

    def names(self) -> tuple[str, ...]:
        """Everything that can have another key."""
        return keymap_keys()

    def meaning(self, name: str) -> str:
        """What it does."""
        return self._meanings[name.partition(".")[2]]
