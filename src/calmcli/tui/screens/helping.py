"""Help now on the screen: who can be reached, and of which country."""

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.content import Content

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.tui.screens.reading import BACK, ReadingScreen
from calmcli.tui.widgets.words import Words
from calmcli.words import people as said
from calmcli.words import session as words


class HelpScreen(ReadingScreen):
    """The page of help now; a key chooses the country whose lines it names from then on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        BACK,
        Binding(
            "c", "choose_country", said.COUNTRY_KEY, id="help.country", tooltip=said.COUNTRY_TIP
        ),
    ]

    def __init__(self, house: House) -> None:
        self._house = house
        super().__init__(words.HELP_NOW_PAGE, self._page())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """It is help now already, and a country can be kept only where there is a place."""
        match action:
            case "show_help_now":
                return False
            case "choose_country":
                return self._house.places is not None
        return super().check_action(action, parameters)

    @work
    async def action_choose_country(self) -> None:
        """Choose the country whose lines are named."""
        from calmcli.settings.writing import set_setting  # noqa: PLC0415  nobody waits for it first
        from calmcli.support import named_countries  # noqa: PLC0415
        from calmcli.tui.screens.rows import RowsScreen  # noqa: PLC0415
        from calmcli.tui.widgets.columns import Choice  # noqa: PLC0415

        there = named_countries()
        rows = [Choice(name, code) for code, name in there]
        at = await self.app.push_screen_wait(RowsScreen(said.WHICH_COUNTRY, rows))
        if at is None or self._house.places is None:
            return
        try:
            set_setting(self._house.places.settings, "support.country", there[at][0])
            lines = self._page()
        except CalmError as error:
            lines = [str(error), "", *self._page()]
        self.query_one("#lines", Words).update(Content("\n".join(lines)))
        self.query_one("#page").scroll_home(animate=False)

    def _page(self) -> list[str]:
        key = "" if self._house.places is None else self.calm_app.key_for("help.country")
        return self._house.support(key=key)
