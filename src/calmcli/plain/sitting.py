"""A whole session in plain lines: rating, cues, rating, reply."""

from calmcli.house import House
from calmcli.plain.beginning import Beginning, tell_caution
from calmcli.plain.lines import Lines
from calmcli.plain.tapping import tap_along
from calmcli.player import State
from calmcli.rating import Leave, asks_for_a_person, read_rating
from calmcli.session import Session
from calmcli.timeline import Cue
from calmcli.words import pace
from calmcli.words import session as words

_MOVES = {".": Session.next_cue, "s": Session.skip, "r": Session.again}


class Sitting:
    """Carries one session through from its first question to its reply."""

    def __init__(self, session: Session, lines: Lines, house: House) -> None:
        self._session = session
        self._lines = lines
        self._house = house
        self._ground_next = self._explained = False
        self._end_told = ""

    def run(self, *, began_ns: int | None = None, told: str = "") -> None:
        """Play it all, and what is wished after it; returns when the person is through.

        `began_ns` is when the first words were said, if they were already, and `told` a line that
        was.
        """
        session, before = self._session, None
        if session.plan.ask_before:
            before = Beginning(self._house, session, self._lines, told).ask()
        elif began_ns is None:  # what was begun already cannot be told of beforehand
            tell_caution(self._lines, session.plan.found.script)
        if isinstance(before, Leave):
            return
        if asks_for_a_person(before):
            self._lines.say(words.A_PERSON_PLAIN)
        session.begin(before, by_hand=self._lines.hears)
        self._ask_inputs()
        if session.plan.asks_for_pace and not session.is_over:
            began_ns = None
            self._find_pace(pace.NOT_FOUND)
        if not session.is_over:
            if began_ns is None:
                self._introduce(told)
                self._tell_keys()
            self._end_told = self._end()
            session.go_on(began_ns)
            self._play()
        if (after := self._next_session()) is not None:
            Sitting(after, self._lines, self._house).run()

    def _introduce(self, told: str) -> None:
        """Say what begins, unless that was told: a moment ago it may have ended a minute sooner."""
        session = self._session
        length_ms = session.player.timeline.length_ms
        said = words.introduction(session.title, length_ms, session.ends_at())
        if said.split()[:-1] != told.split()[:-1]:
            self._lines.say(said)

    def _tell_keys(self) -> None:
        """How to pause and how to leave, to whoever can."""
        if self._lines.hears:
            self._lines.say(words.KEYS_AT_FIRST_PLAIN)

    def _next_session(self) -> Session | None:
        """What comes after this one; None when that is all."""
        if self._ground_next:
            return self._house.grounding()
        if not self._session.plan.ask_after:
            return None
        from calmcli.plain.ending import Ending  # noqa: PLC0415  not on the way to the first words

        return Ending(self._house, self._session, self._lines).ask()

    def _ask_inputs(self) -> None:
        """Ask for words of their own; an empty line leaves the script's own words, q leaves."""
        answers: dict[str, str] = {}
        for each in self._session.inputs:
            typed = self._lines.ask(each.ask) or ""
            if typed.strip().lower() == "q":
                self._leave()
                return
            answers[each.name] = typed
        if answers:
            self._session.answer(answers)

    def _play(self) -> None:
        session, player, lines = self._session, self._session.player, self._lines
        waited = False
        while True:
            session.tick(self._tell)
            if session.is_over:
                return
            if player.by_hand and not lines.hears:
                self._stop_waiting()
            change_ns = player.next_change()
            if player.away and not waited:
                self._come_back()
            elif (typed := lines.wait(change_ns)) is not None:
                self._hear(typed.strip().lower())
            waited = player.away

    def _tell(self, cues: list[Cue]) -> None:
        """A line for each cue, and once what a cue waits for."""
        player = self._session.player
        for cue in cues:
            self._lines.say(cue.spoken(player.pace))
            if cue.waits and player.by_hand and not self._explained:
                self._explained = True
                self._lines.say(words.WAITS_PLAIN)

    def _stop_waiting(self) -> None:
        """The input was closed (Ctrl+D): no key can come any more, so nothing waits for one."""
        self._session.player.by_hand = False
        if self._session.player.state is State.PAUSED:
            self._session.go_on()

    def _come_back(self) -> None:
        """Someone was away; where nobody can type, it goes on by itself."""
        if self._lines.hears:
            self._lines.say(words.AWAY_PLAIN)
        else:
            self._session.go_on()

    def _hear(self, typed: str) -> None:
        """A number is a rating, and all goes on; anything else is a key."""
        rating = read_rating(typed)
        if rating is None:
            self._obey(typed)
        else:
            self._session.rate_during(rating)
            self._lines.say(words.noted(rating))

    def _obey(self, key: str) -> None:
        """Do what a line typed during the session asks for."""
        session = self._session
        playing = session.player.state is State.PLAYING
        match key:
            case "." | "s" | "r":
                _MOVES[key](session)
            case "" if playing and session.player.where().cue.waits:
                session.next_cue()
            case "" if playing:
                session.pause()
                self._lines.say(words.PAUSED_PLAIN)
                return
            case "":
                here = session.player.where()
                seconds = here.seconds_left if here.cue.counted else None
                self._lines.say(words.going_on(here.cue.words, seconds))
                self._tell_later_end()
            case "+" | "-" | "=" | "m":
                self._set_pace(key)
            case "v":
                self._lines.say(session.switch_voice())
                return
            case "q":
                self._leave()
            case "g" if session.kind != "grounding":
                self._ground_next = True
                session.stop()
            case _:
                session.pause()
                self._explain(key)
                return
        if not session.is_over:
            session.go_on()

    def _end(self) -> str:
        """When it ends if it goes on now; empty where it is open-ended."""
        ends_at = self._session.ends_at()
        return "" if ends_at is None else words.ends_now(ends_at)

    def _tell_later_end(self) -> None:
        """Say when it ends where a pause has moved that: the time told at first is waited for."""
        if (end := self._end()) != self._end_told:
            self._end_told = end
            self._lines.say(end)

    def _set_pace(self, key: str) -> None:
        """Faster, slower, as it is now, or as the person breathes."""
        session, before = self._session, self._session.player.pace
        match key:
            case "=":
                session.own_pace.keep()
                self._lines.say(pace.KEPT)
            case "m" if session.plan.takes_own_pace:
                self._find_pace(pace.UNCHANGED)
            case "m":
                self._lines.say(pace.ONLY_A_BREATH)
            case _:
                session.faster() if key == "+" else session.slower()
                said = words.PACE_LIMIT if session.player.pace == before else words.PACE
                self._lines.say(said.format(percent=session.player.pace))

    def _find_pace(self, otherwise: str) -> None:
        """Play on at the pace of the person's own breath, if it can be told."""
        cycle_ms = tap_along(self._lines, self._session, self._show_help)
        if isinstance(cycle_ms, Leave):
            self._leave()
        else:
            found = self._session.own_pace.take(cycle_ms)
            self._lines.say(pace.FOUND_PLAIN if found else otherwise)

    def _leave(self) -> None:
        self._session.leave()
        if self._session.plan.ask_after:  # else what was kept is said next
            self._lines.say(words.LEFT_PLAIN)

    def _explain(self, key: str) -> None:
        """Help now, the keys, or what a key we do not know means; the session waits meanwhile."""
        if key == "h":
            self._show_help()
            self._lines.say(words.PAUSED_PLAIN)
        elif key == "?":
            self._lines.say(*words.KEYS_PLAIN, words.STILL_PAUSED)
        else:
            self._lines.say(words.UNKNOWN_KEY)

    def _show_help(self) -> None:
        self._lines.say(*self._house.support())
