"""After a session, in lines: the rating, the reply, and what may come next."""

from calmcli.following import Following
from calmcli.house import House
from calmcli.plain.lines import Lines
from calmcli.plain.rating import ask_rating
from calmcli.rating import Leave, asks_for_a_person
from calmcli.session import Session
from calmcli.words import following as said
from calmcli.words import session as words
from calmcli.words.leafing import NOTE_CUT


class Ending:
    """Asks how it is now, answers, and leads to what is wished next."""

    def __init__(self, house: House, session: Session, lines: Lines) -> None:
        self._house, self._session, self._lines = house, session, lines

    def ask(self) -> Session | None:
        """The session that is to come next; None to finish."""
        session, lines = self._session, self._lines
        others = {"h": self._show_help}
        after = ask_rating(lines, words.ASK_AFTER, others)
        after = None if isinstance(after, Leave) else after
        session.rate_after(after)
        lines.say(*words.reply(session.entry.before, after))
        if asks_for_a_person(after):
            lines.say(words.A_PERSON_PLAIN)
        following = Following(self._house, session)
        return None if following.change is None else self._lead_on(following)

    def _lead_on(self, following: Following) -> Session | None:
        """What was chosen next, after whatever else was asked for on the way."""
        if following.higher_twice:
            self._lines.say(said.HIGHER_TWICE)
        while True:
            typed = self._lines.ask(said.next_plain(self._offers(following)))
            answer = (typed or "").strip().lower()
            if answer == "h":
                self._show_help()
                continue
            if answer not in following.offers():
                return None
            match answer:
                case said.GROUND_KEY:
                    return self._house.grounding()
                case said.ANOTHER_KEY:
                    return following.open_another()
                case said.NOTE_KEY:
                    self._ask_note()
                case said.FAVOURITE_KEY:
                    now = said.MARKED if following.turn_favourite() else said.UNMARKED
                    self._lines.say(now.format(title=self._session.title))
                case said.STOP_KEY:
                    now = said.UNSUGGESTED if following.turn_suggesting() else said.SUGGESTED
                    self._lines.say(now)

    def _offers(self, following: Following) -> list[str]:
        """Each thing that can be chosen, with its letter."""
        another = "" if following.another is None else following.another.script.title
        told = {
            said.GROUND_KEY: said.GROUND_PLAIN,
            said.ANOTHER_KEY: said.ANOTHER_PLAIN.format(title=another),
            said.NOTE_KEY: said.NOTE_PLAIN,
            said.STOP_KEY: said.AGAIN_PLAIN if following.is_unsuggested else said.STOP_PLAIN,
            said.FAVOURITE_KEY: (
                said.NO_FAVOURITE_PLAIN if following.is_favourite else said.FAVOURITE_PLAIN
            ),
        }
        return [told[key] for key in following.offers()]

    def _ask_note(self) -> None:
        if note := (self._lines.ask(said.NOTE) or "").strip():
            has_room = self._session.note(note)
            self._lines.say(*([] if has_room else [NOTE_CUT]), said.NOTED)

    def _show_help(self) -> None:
        self._lines.say(*self._house.support())
