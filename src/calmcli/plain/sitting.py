"""A whole session in plain lines: rating, cues, rating, reply."""

from collections.abc import Callable

from calmcli import words
from calmcli.plain.lines import Lines
from calmcli.plain.rating import ask_rating
from calmcli.player import State
from calmcli.rating import Answer, Change, Leave, asks_for_a_person, change
from calmcli.session import Session

Help = Callable[[], list[str]]
"""The support lines, as lines of text."""


class Sitting:
    """Carries one session through from its first question to its reply."""

    def __init__(
        self, session: Session, lines: Lines, support: Help, grounding: Callable[[], Session]
    ) -> None:
        self._session = session
        self._lines = lines
        self._support = support
        self._grounding = grounding
        self._ground_next = False

    def run(self, *, began_ns: int | None = None) -> None:
        """Play it all; returns when the person is through.

        `began_ns` is when the first words were said, if they were already.
        """
        session, plan = self._session, self._session.plan
        self._ask_inputs()
        before = self._ask(words.ASK_BEFORE) if plan.ask_before else None
        if isinstance(before, Leave):
            return
        if asks_for_a_person(before):
            self._lines.say(words.A_PERSON_PLAIN)
        if began_ns is None:
            length_ms = session.timeline().length_ms
            self._lines.say(words.introduction(session.title, length_ms, session.ends_at()))
        session.begin(before, by_hand=self._lines.hears)
        session.go_on(began_ns)
        self._play()
        if self._ground_next or (plan.ask_after and self._rate_after()):
            Sitting(self._grounding(), self._lines, self._support, self._grounding).run()

    def _ask(self, question: str) -> Answer:
        return ask_rating(self._lines, question, self._show_help)

    def _ask_inputs(self) -> None:
        """Ask for words of their own; an empty line leaves the script's own words."""
        answers = {each.name: self._lines.ask(each.ask) or "" for each in self._session.inputs}
        if answers:
            self._session.answer(answers)

    def _play(self) -> None:
        session, player, lines = self._session, self._session.player, self._lines
        waited = explained = False
        while True:
            for cue in session.tick():
                lines.say(cue.spoken(player.pace))
                if cue.waits and player.by_hand and not explained:
                    explained = True
                    lines.say(words.WAITS_PLAIN)
            if session.is_over:
                return
            change_ns = player.next_change()
            if player.away and not waited:
                self._come_back()
            elif (typed := lines.wait(change_ns)) is not None:
                self._obey(typed.strip().lower())
            waited = player.away

    def _come_back(self) -> None:
        """Someone was away; where nobody can type, it goes on by itself."""
        if self._lines.hears:
            self._lines.say(words.AWAY_PLAIN)
        else:
            self._session.go_on()

    def _obey(self, key: str) -> None:
        """Do what a line typed during the session asks for."""
        session = self._session
        playing = session.player.state is State.PLAYING
        match key:
            case ".":
                session.next_cue()
            case "" if playing and session.player.where().cue.waits:
                session.next_cue()
            case "" if playing:
                session.pause()
                self._lines.say(words.PAUSED_PLAIN)
                return
            case "":
                self._lines.say(words.GOING_ON)
            case "s":
                session.skip()
            case "r":
                session.again()
            case "+" | "-":
                self._change_pace(key)
            case "q":
                session.leave()
                return
            case "g" if session.kind != "grounding":
                self._ground_next = True
                session.stop()
                return
            case _:
                session.pause()
                self._explain(key)
                return
        session.go_on()

    def _change_pace(self, key: str) -> None:
        player, pace = self._session.player, self._session.player.pace
        self._session.faster() if key == "+" else self._session.slower()
        said = words.PACE_LIMIT if player.pace == pace else words.PACE
        self._lines.say(said.format(percent=player.pace))

    def _explain(self, key: str) -> None:
        """Help now, the keys, or what a key we do not know means; the session waits meanwhile."""
        if key == "h":
            self._show_help()
            self._lines.say(words.PAUSED_PLAIN)
        elif key == "?":
            self._lines.say(*words.KEYS_PLAIN)
        else:
            self._lines.say(words.UNKNOWN_KEY)

    def _show_help(self) -> None:
        self._lines.say(*self._support())

    def _rate_after(self) -> bool:
        """Ask, and answer; whether the person wants grounding next."""
        session, before = self._session, self._session.entry.before
        after = self._ask(words.ASK_AFTER)
        after = None if isinstance(after, Leave) else after
        session.rate_after(after)
        self._lines.say(*words.reply(before, after))
        if asks_for_a_person(after):
            self._lines.say(words.A_PERSON_PLAIN)
        if change(before, after) is not Change.HIGHER:
            return False
        return (self._lines.ask(words.GROUND_ME_PLAIN) or "").strip().lower() == "g"
