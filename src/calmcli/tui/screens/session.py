"""The one session screen, for any kind of exercise."""

import asyncio

from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.events import Resize

from calmcli.clock import Now
from calmcli.player import Moment, State
from calmcli.session import Session
from calmcli.timeline import Cue
from calmcli.tui.screens.session_keys import SESSION_KEYS
from calmcli.tui.screens.steering import SteeredScreen
from calmcli.tui.sleep import Sleep
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.shape import Shape
from calmcli.tui.widgets.words import RoomyWords, Words
from calmcli.words import session as words

_QUIET_S = 0.05
"""Seconds the first paint of a whole screen may take: a cue amid it came 10 to 30 ms late."""


class SessionScreen(SteeredScreen):
    """Shows where the player is and sleeps until that looks different; ends with the session.

    It answers whether the person wants grounding next.
    """

    CSS_PATH = None  # the app has its styles from the start
    DISCREET_ROWS = 3
    BINDINGS = SESSION_KEYS
    ENDS = ("leave_session",)

    def __init__(
        self, session: Session, now: Now, offer: str = "", began_ns: int | None = None
    ) -> None:
        super().__init__(session)
        self.add_class(f"-{session.kind}", update=False)
        self._now, self._offer = now, offer
        self._began_ns = began_ns
        self.caution = ""
        """Who had better leave it out, where nothing was asked; it goes with its first part."""
        self._has_answered = False
        self._sleep: Sleep | None = None
        self._words: dict[str, Words] = {}

    def compose(self) -> ComposeResult:
        """From the top: what it is, the shape, the cue with its count, how far, the keys."""
        look = self.calm_app.look
        with Horizontal(id="top"):
            yield Words(self._session.title, id="title")
            yield Words(id="ends")
        with Center(id="space"):
            yield Shape(look.shape, look, id="shape")
            yield Words(id="name")
        with Vertical(id="middle"):
            with Horizontal(id="now"):
                yield RoomyWords(self._session.all_words(), id="cue")
                yield Words(id="count")
            yield Words(id="state")
            yield Shape("bar", look, id="bar")
        if self.caution:
            yield Words(self.caution, id="caution")
        if self._offer:
            yield Words(self._offer, id="offer")
        with Horizontal(id="bottom"):
            yield Words(id="part")
            yield Words(id="left")
            yield Words(id="aside")
        yield Keys()

    def on_mount(self) -> None:
        """Begin once everything has its place, so that the first cue is as prompt as the rest.

        Where it is on the screen already, everything else joins it.
        """
        self._sleep = Sleep(
            self._session.player,
            self._now,
            list(self.query(Shape)),
            self._wake,
            self.app._handle_exception,  # noqa: SLF001  the loop would only write it down
        )
        if self._began_ns is not None:
            self._begin()
        self.call_after_refresh(self._settle)

    def on_screen_resume(self) -> None:
        """It may have come to its end behind something else."""
        if self._has_begun:
            self.call_later(self._wake)

    def on_resize(self, _event: Resize) -> None:
        """Draw what the new size shows."""
        if self._has_begun:
            self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        if self._is_there():
            self._draw_around(self._session.player.where())
            quiet_s = 0 if self._has_begun or self.app.is_headless else _QUIET_S
            asyncio.get_running_loop().call_later(quiet_s, self.call_later, self._begin)

    def on_unmount(self) -> None:
        """Sleep no more."""
        if self._sleep is not None:
            self._sleep.end()

    def _begin(self) -> None:
        if not self._has_begun and self._session.plan.asks_for_pace:
            self.action_tap_pace()
        elif not self._has_begun:
            self._has_begun = True
            self._session.go_on(self._began_ns)
        self._wake()

    def _is_there(self) -> bool:
        """Whether there still is a screen: what was asked for may come after it was left."""
        cue = self._words.get("cue")
        return not self._session.is_over and bool(cue.is_attached if cue else self.query("#cue"))

    def _wake(self) -> None:
        """Draw the present moment, and sleep until the next one that looks different."""
        if self._sleep is None:
            return
        self._sleep.end()
        self._session.tick()
        if self._session.is_over:
            if self.is_active and not self._has_answered:
                self._has_answered = True
                self.dismiss(self._to_ground)
            return
        if not self._is_there():
            return
        moment = self._session.player.where()
        self._draw(moment)
        self._sleep.move(moment)
        self._sleep.begin(moment, still=self.calm_app.look.still)

    def _draw(self, moment: Moment) -> None:
        cue = moment.cue
        self._say("cue", cue.words)
        counts = cue.counted or cue.level_from != cue.level_to
        self._say("count", f"{moment.seconds_left:>2}" if counts else "")
        self._draw_around(moment)

    def _draw_around(self, moment: Moment) -> None:
        """All but the cue: it is there already when the first cue comes, as prompt as the rest."""
        session, cue = self._session, moment.cue
        paused = self._has_begun and moment.state is State.PAUSED
        self.set_class(bool(self.caution) and cue.part == 0, "-caution")
        self._say("title", session.title)
        self._say("name", cue.part_name)
        note = self._noted(cue)
        state = self._state() if paused else self._when_ready() if cue.waits and not note else ""
        state = words.state_and_note(state, note)
        self._say("state", state)
        self.query_one(Keys).call(words.KEYS_PAUSED if paused else self._usual_keys())
        ends_at = None if paused else session.ends_at()
        self._say("ends", words.ends(ends_at) if ends_at else "")
        parts = session.player.timeline.parts
        name = "" if self.has_class("-narrow") else words.PARTS[session.kind]
        self._say("part", words.part_of(name, moment.cue.part + 1, parts))
        self._say("left", words.left(moment.left_ms))
        aside = self._a_person() if self._offer and not (paused or note) else state
        self._say("aside", aside)
        self.set_class(bool(aside), "-aside")

    def _usual_keys(self) -> dict[str, str]:
        """Where lines follow one another, going on by hand is named at the foot too."""
        return {} if self._session.kind == "breathing" else words.KEYS_BY_HAND

    def _when_ready(self) -> str:
        key = self.calm_app.key_for("session.next")
        return words.WHEN_READY.format(key=words.RIGHT_ARROW if key == "Right" else key)

    def _a_person(self) -> str:
        return words.A_PERSON_SHORT.format(key=self.calm_app.key_for("help-now"))

    def _noted(self, cue: Cue) -> str:
        return self._note[0] if self._note and self._note[1] == cue else ""

    def _state(self) -> str:
        return words.AWAY if self._session.player.away else words.PAUSED

    def _say(self, name: str, text: str) -> None:
        if name not in self._words:
            self._words[name] = self.query_one(f"#{name}", Words)
        self._words[name].say(text)
