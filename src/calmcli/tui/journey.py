"""One session from its first question to its reply, and grounding after it where it is wished.

A screen is imported when it is its turn: the breath is there before those that follow it.
"""

from typing import TYPE_CHECKING

from calmcli.rating import Answer, Leave, asks_for_a_person
from calmcli.session import Session
from calmcli.tui.screens.session import SessionScreen
from calmcli.words import following
from calmcli.words import session as words

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
        """Rating, session, rating, reply; and again for whatever is wished next."""
        coming: Session | None = self.session
        while coming is not None:
            self.session = coming
            coming = await self._live_through()
            self._began_ns = None

    async def _live_through(self) -> Session | None:
        """One session; what is to come next, None when that is all."""
        session = self.session
        before: Answer = None
        if session.plan.ask_before:
            from calmcli.tui.screens.beginning import BeginningScreen  # noqa: PLC0415

            before = await self._app.push_screen_wait(BeginningScreen(self._app.house, session))
        if isinstance(before, Leave):
            return None
        session.begin(before, by_hand=True)
        if not await self._ask_inputs():
            session.leave()
            return await self._rate_after() if session.plan.ask_after else None
        offer = self._a_person if asks_for_a_person(before) else ""
        screen = SessionScreen(session, self._app.house.clock.now, offer, self._began_ns)
        screen.caution = "" if session.plan.ask_before else _caution(session)
        if await self._app.push_screen_wait(screen):
            return self._app.house.grounding()
        return await self._rate_after() if session.plan.ask_after else None

    @property
    def _a_person(self) -> str:
        return words.A_PERSON.format(key=self._app.key_for("help-now"))

    async def _ask_inputs(self) -> bool:
        """Ask for words of their own, each of which can be left out; whether it goes on."""
        if not self.session.inputs:
            return True
        from calmcli.tui.screens.asking import AskingScreen  # noqa: PLC0415

        answers: dict[str, str] = {}
        for each in self.session.inputs:
            asking = AskingScreen(each.ask, empty=words.CAN_STAY_EMPTY, leaves=True)
            typed = await self._app.push_screen_wait(asking)
            if typed is None:
                return False
            answers[each.name] = typed
        self.session.answer(answers)
        return True

    async def _rate_after(self) -> Session | None:
        """Ask, and answer; what is to come next."""
        from calmcli.following import Following  # noqa: PLC0415
        from calmcli.tui.screens.rating import RatingScreen  # noqa: PLC0415
        from calmcli.tui.screens.reply import ReplyScreen  # noqa: PLC0415

        after = await self._app.push_screen_wait(RatingScreen(words.ASK_AFTER, str))
        if isinstance(after, Leave):
            return None
        before = self.session.entry.before
        self.session.rate_after(after)

        def reply() -> list[str]:
            said = words.reply(before, after, numbers=self._app.numbers)
            # a person first, where there is room for little
            return [self._a_person, *said] if asks_for_a_person(after) else said

        if not reply():
            return None
        offers = Following(self._app.house, self.session)
        match await self._app.push_screen_wait(ReplyScreen(reply, offers)):
            case following.GROUND_KEY:
                return self._app.house.grounding()
            case following.ANOTHER_KEY:
                return offers.open_another()
        return None


def _caution(session: Session) -> str:
    from calmcli.inside import caution  # noqa: PLC0415  a rating tells it of itself

    return caution(session.plan.found.script)
