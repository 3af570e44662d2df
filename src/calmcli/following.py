"""What may come after the reply: to finish, a note, another kind, grounding, a person."""

from functools import cached_property

from calmcli.choosing import Choosing, wording_of
from calmcli.content.library import Found
from calmcli.errors import UsageError
from calmcli.house import House
from calmcli.journal.entries import Entry
from calmcli.journal.reading import newest_entry
from calmcli.journal.wanted import Wanted
from calmcli.rating import Change, change
from calmcli.session import Session
from calmcli.shelves import set_unsuggested
from calmcli.suggest import next_kinds
from calmcli.words import following as said


class Following:
    """What two ratings of one session lead to; it is made once the second one is kept."""

    def __init__(self, house: House, session: Session) -> None:
        self._house, self._session = house, session
        self._choosing = Choosing(house, session)
        self.change = change(session.entry.before, session.entry.after)
        """How the ratings compare; None unless both were given."""
        self.higher_twice = self._is_higher_twice()
        """Whether the two latest pairs of this very script went up; it is not suggested then."""
        self.is_unsuggested = False
        """Whether it is not brought up any more, as of now."""
        if self.higher_twice:
            self.turn_suggesting()

    def offers(self) -> list[str]:
        """The keys of what can be chosen now, what helps most first."""
        keys: list[str] = []
        if self.change is Change.HIGHER:
            keys.append(said.GROUND_KEY)
        if self.change is Change.SAME and self.another is not None:
            keys.append(said.ANOTHER_KEY)
        if self._session.plan.keeps:
            keys.append(said.NOTE_KEY)
        if self._house.places is not None:
            higher = self.change is Change.HIGHER
            keys.append(said.STOP_KEY if higher else said.FAVOURITE_KEY)
        return keys

    def lines(self) -> list[str]:
        """What there is to say besides the reply itself."""
        if self.higher_twice:
            return [said.HIGHER_TWICE]
        if self.change is Change.SAME and self.another is not None:
            return [said.ANOTHER.format(title=self.another.script.title)]
        return []

    @property
    def title(self) -> str:
        """What the script calls itself."""
        return self._session.title

    def note(self, text: str) -> None:
        """Keep what the person wrote about the session."""
        self._session.note(text)

    @cached_property
    def another(self) -> Found | None:
        """A script of another kind that may suit: a favourite, else the usual one."""
        for kind in next_kinds(self._session.kind):
            for found in (*self._choosing.favourites(kind), self._house.plan(kind).found):
                if self._choosing.may_be_suggested(found, self._session.entry.after):
                    return found
        return None

    @property
    def is_favourite(self) -> bool:
        """Whether the script is marked as a favourite."""
        return self._choosing.is_favourite(self._session.plan.found)

    def turn_favourite(self) -> bool:
        """Mark the script, or take its mark away; whether it is marked now."""
        return self._choosing.mark(self._session.plan.found)

    def turn_suggesting(self) -> bool:
        """Suggest the script no longer, or again; whether it is now unsuggested."""
        self.is_unsuggested = not self.is_unsuggested
        if self._house.places is not None:
            wording = wording_of(self._session.plan.found)
            set_unsuggested(self._house.places, wording, unsuggested=self.is_unsuggested)
        return self.is_unsuggested

    def open_another(self) -> Session:
        """A session of the other kind."""
        if self.another is None:
            raise UsageError(said.NO_OTHER)
        return self._house.open_session(self.another.script.kind, self.another.script.id)

    def _is_higher_twice(self) -> bool:
        entry, places = self._session.entry, self._house.places
        if self.change is not Change.HIGHER or not self._session.plan.keeps or places is None:
            return False
        latest = newest_entry(
            places, Wanted(script=entry.script), lambda each: _is_pair(each, entry)
        )
        return latest is not None and change(latest.before, latest.after) is Change.HIGHER


def _is_pair(entry: Entry, here: Entry) -> bool:
    """Whether it has both ratings, and is another session of the same script, word for word."""
    same = (entry.script, entry.origin, entry.content_hash) == (
        here.script,
        here.origin,
        here.content_hash,
    )
    return same and entry.id != here.id and change(entry.before, entry.after) is not None
