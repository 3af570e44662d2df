"""What the keys of a session's screen do to it; how it looks then is its own matter."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from calmcli.player import State
from calmcli.rating import Leave
from calmcli.session import Session
from calmcli.tui.screens.calm import CalmScreen
from calmcli.words import looks, pace
from calmcli.words import session as words

if TYPE_CHECKING:
    from calmcli.timeline import Cue


class SteeredScreen(CalmScreen[bool]):
    """Hands each key on to the session, and has whatever came of it shown."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._has_begun = self._to_ground = False
        self._note: tuple[str, Cue] | None = None

    def _wake(self) -> None:
        """Show the present moment."""
        raise NotImplementedError

    def step_aside(self) -> None:
        """Wait while something else is read, even if it has not begun yet."""
        self._has_begun = True
        self._session.pause()

    def action_pause_or_go_on(self) -> None:
        """Pause, or go on; before the first cue it waits to begin."""
        if not self._has_begun:
            self.step_aside()
        elif self._session.player.state is State.PLAYING:
            self._session.pause()
        else:
            self._session.go_on()
        self._wake()

    def action_leave_session(self) -> None:
        """End it here."""
        self._session.leave()
        self._wake()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grounding itself needs no way to grounding, and only a breath has a pace of its own."""
        match action:
            case "ground_me":
                return self._session.kind != "grounding"
            case "keep_pace":
                return self._session.own_pace.eases
            case "tap_pace":
                return self._session.plan.takes_own_pace
        return super().check_action(action, parameters)

    def action_ground_me(self) -> None:
        """End here, and go to grounding at once."""
        self._to_ground = True
        self._session.stop()
        self._wake()

    def action_next_cue(self) -> None:
        """The next line now."""
        self._session.next_cue()
        self._wake()

    def action_skip_part(self) -> None:
        """Go to the next part."""
        self._session.skip()
        self._wake()

    def action_repeat_part(self) -> None:
        """Go back to where this part begins."""
        self._session.again()
        self._wake()

    def action_go_faster(self) -> None:
        """One step faster."""
        self._change_pace(self._session.faster, looks.FASTER)

    def action_go_slower(self) -> None:
        """One step slower."""
        self._change_pace(self._session.slower, looks.SLOWER)

    def action_keep_pace(self) -> None:
        """Let the breaths to come be as long as this one."""
        self._session.own_pace.keep()
        self._note_down(looks.PACE_KEPT)
        self._wake()

    def _change_pace(self, change: Callable[[], None], said: str) -> None:
        before = self._session.player.pace
        change()
        self._note_down(looks.PACE_LIMIT if self._session.player.pace == before else said)
        self._wake()

    def action_tap_pace(self) -> None:
        """Find the pace of the person's own breath."""
        from calmcli.tui.screens.tapping import TappingScreen  # noqa: PLC0415  rarely needed

        self.step_aside()
        self.app.push_screen(TappingScreen(self._session.tapping), self._take_pace)

    def _take_pace(self, cycle_ms: int | Leave | None) -> None:
        """Go on at that pace, or as it was where there is none."""
        session = self._session
        if isinstance(cycle_ms, Leave):
            session.leave()
            self._wake()
            return
        at_first = session.plan.asks_for_pace and not session.player.played_seconds
        otherwise = pace.NOT_FOUND if at_first else pace.UNCHANGED
        found = session.own_pace.take(cycle_ms)
        session.go_on()
        self._note_down(pace.FOUND if found else otherwise)
        self._wake()

    def action_switch_voice(self) -> None:
        """Hear the cues, or hear them no more."""
        self._note_down(self._session.switch_voice())
        self._wake()

    def action_rate_during(self, digit: int) -> None:
        """Note how much distress there is now; all goes on."""
        rating = self._session.type_digit(digit)
        self._note_down(words.noted(rating, numbers=self.calm_app.numbers))
        self._wake()

    def _note_down(self, note: str) -> None:
        """Say what came of a key under the cue, for as long as that stays."""
        self._note = note, self._session.player.where().cue
