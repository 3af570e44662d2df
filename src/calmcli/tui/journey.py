"""One session from its first question to its reply, and grounding after it where it is wished."""

from typing import TYPE_CHECKING

from calmcli import words
from calmcli.rating import Answer, Change, Leave, asks_for_a_person, change
from calmcli.session import Session
from calmcli.tui.screens.asking import AskingScreen
from calmcli.tui.screens.rating import RatingScreen
from calmcli.tui.screens.reply import ReplyScreen
from calmcli.tui.screens.session import SessionScreen

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp


class Journey:
    """Leads through a session screen by screen; each can be left with one key."""

    def __init__(self, app: "CalmApp", session: Session, began_ns: int | None = None) -> None:
        self.session = session
        """The session that is on its way now, or was last."""
        self._app = app
        self._began_ns = began_ns

    async def lead_through(self) -> None:
        """Rating, session, rating, reply."""
        await self._ask_inputs()
        before: Answer = None
        if self.session.plan.ask_before:
            before = await self._app.push_screen_wait(RatingScreen(words.ASK_BEFORE, self._about))
        while not isinstance(before, Leave):
            if not await self._play(before):
                return
            self.session, before, self._began_ns = self._app.house.grounding(), None, None

    async def _ask_inputs(self) -> None:
        answers = {
            each.name: await self._app.push_screen_wait(AskingScreen(each.ask))
            for each in self.session.inputs
        }
        if answers:
            self.session.answer(answers)

    async def _play(self, before: int | None) -> bool:
        """Play it and ask how it went; whether the person wants grounding next."""
        session = self.session
        session.begin(before, by_hand=True)
        offer = words.A_PERSON if asks_for_a_person(before) else ""
        screen = SessionScreen(session, self._app.house.clock.now, offer, self._began_ns)
        to_ground = await self._app.push_screen_wait(screen)
        if not to_ground and session.plan.ask_after:
            return await self._rate_after()
        return to_ground

    async def _rate_after(self) -> bool:
        """Ask, and answer; whether the person wants grounding next."""
        after = await self._app.push_screen_wait(RatingScreen(words.ASK_AFTER, str))
        if isinstance(after, Leave):
            return False
        before = self.session.entry.before
        self.session.rate_after(after)

        def reply() -> list[str]:
            said = words.reply(before, after, numbers=self._app.numbers)
            # a person first, where there is room for little
            return [words.A_PERSON, *said] if asks_for_a_person(after) else said

        if not reply():
            return False
        higher = change(before, after) is Change.HIGHER
        return await self._app.push_screen_wait(ReplyScreen(reply, offers_grounding=higher))

    def _about(self) -> str:
        session = self.session
        about = session.plan.found.script.about
        length_ms, numbers = session.timeline().length_ms, self._app.numbers
        return (
            f"{session.title}\n{words.about(about, length_ms, session.ends_at(), numbers=numbers)}"
        )
