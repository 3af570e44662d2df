"""From home into its rooms and sessions, and back."""

from typing import TYPE_CHECKING

from calmcli.errors import CalmError
from calmcli.home import Begin, GoTo, GroundMe, Read, Wish

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp


class Roaming:
    """Grants one wish after another; each place answers with the next."""

    def __init__(self, app: "CalmApp") -> None:
        self._app = app

    async def stay_at_home(self) -> None:
        """At home until it is left, and wherever it leads in between."""
        from calmcli.tui.screens.home import HomeScreen  # noqa: PLC0415  no session need pay for it

        app, last = self._app, None
        while (wish := await app.push_screen_wait(HomeScreen(app.house, last))) is not None:
            last = wish
            await self.go_on(wish)

    async def go_on(self, wish: Wish | None) -> None:
        """Go from one place to the next, until nothing more is wished for."""
        while wish is not None:
            wish = await self.grant(wish)

    async def grant(self, wish: Wish) -> Wish | None:
        """Lead through a session, or into a room and out of it; what is wished for next."""
        match wish:
            case GoTo():
                from calmcli.tui.rooms import ROOMS  # noqa: PLC0415

                return await self._app.push_screen_wait(ROOMS[wish.room](self._app.house))
            case Begin():
                try:
                    session = self._app.house.open_session(wish.kind, wish.script)
                except CalmError as error:  # its file was changed meanwhile
                    from calmcli.tui.screens.reading import ReadingScreen  # noqa: PLC0415

                    await self._app.push_screen_wait(ReadingScreen("", str(error).splitlines()))
                    return None
            case Read():
                from calmcli.learn.pages import find_page  # noqa: PLC0415  nor read pages
                from calmcli.tui.screens.page import PageScreen  # noqa: PLC0415

                page = PageScreen(self._app.house, find_page(wish.topic))
                return await self._app.push_screen_wait(page)
            case GroundMe():
                session = self._app.house.grounding()
        await self._app.lead_through(session)
        return None
