"""What can be known and chosen before a session begins, the same for the screen and for lines.

What is inside a script is told before the store, and SQLite with it, is imported.
"""

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from calmcli.content.library import Found
from calmcli.content.model import Script
from calmcli.exercises import usual_timeline
from calmcli.exercises.skipping import parts_left_out
from calmcli.house import House
from calmcli.inside import inside
from calmcli.profile import Profile
from calmcli.session import Session
from calmcli.suggest import kinder_first, may_be_suggested
from calmcli.timeline import MS_PER_S
from calmcli.words import cautions
from calmcli.words import inside as said
from calmcli.words.session import OPEN, clock_length

if TYPE_CHECKING:
    from calmcli.shelves import Wording


class Suggestion(NamedTuple):
    """What may be better than the script asked for, and why."""

    found: Found | None
    """What one key takes instead; None where there is nothing but the words."""
    words: tuple[str, ...]


class Choice(NamedTuple):
    """A script that can be chosen."""

    found: Found
    length: str
    """How long it is, as a clock shows it."""
    marks: tuple[str, ...]
    """What there is to say of it, such as that it is a favourite."""


class Choosing:
    """Everything about one session before it begins; it reads what it needs, once."""

    def __init__(self, house: House, session: Session) -> None:
        self._house, self._session = house, session

    def inside(self) -> list[str]:
        """What is inside the script, as facts; nothing where that is not wished."""
        settings = self._house.settings()
        if not settings.ask.inside:
            return []
        plan, sound = self._session.plan, settings.sound
        heard = said.sound(voice=sound.voice, chimes=sound.chimes)
        return inside(plan.found.script, self._session.timeline(), plan.left_out, heard)

    def suggestion(self) -> Suggestion | None:
        """What is kinder to this person, or could come instead; None where nothing is."""
        found = self._session.plan.found
        offer = kinder_first(found.script, self._profile, self._script)
        if offer is not None:
            lines = [cautions.SAY_YOU_FAINT] if offer.say_you_faint else []
            if offer.script is None:
                return Suggestion(None, tuple(lines)) if lines else None
            kinder = self._house.library.find(offer.script.id)
            lines.append(cautions.kinder(kinder.script.title, kinder.script.kind, offer.tags))
            return Suggestion(kinder, tuple(lines))
        if wording_of(found) in self._unsuggested:
            for other in self._house.library.all():
                same = other.script.kind == found.script.kind and other != found
                if same and self.may_be_suggested(other):
                    words = said.NOT_SUGGESTED.format(title=other.script.title)
                    return Suggestion(other, (words,))
        return None

    def may_be_suggested(self, found: Found, rating: int | None = None) -> bool:
        """Whether to bring a script up unasked."""
        if wording_of(found) in self._unsuggested:
            return False
        return may_be_suggested(found.script, self._profile, rating)

    def choices(self) -> list[Choice]:
        """Every script, favourites first, then those of this kind, then the others."""
        found = self._house.library.all()
        here = self._session.kind
        found.sort(key=lambda each: (not self.is_favourite(each), each.script.kind != here))
        return [Choice(each, _length(each), self._marks(each)) for each in found]

    def take(self, found: Found) -> None:
        """Let the session be of this script, with what is always left out left out."""
        always = self._house.settings().skip.always
        self._session.change_to(found, parts_left_out(found.script, (), always))

    def favourites(self, kind: str) -> list[Found]:
        """The favourites of a kind that can be played."""
        found = map(self._house.library.get, sorted(self._favourites))
        return [each for each in found if each is not None and each.script.kind == kind]

    def is_favourite(self, found: Found) -> bool:
        """Whether someone marked it as theirs."""
        return found.script.id in self._favourites

    def mark(self, found: Found) -> bool:
        """Make a script a favourite, or no favourite any more; whether it is one now."""
        wanted = not self.is_favourite(found)
        if self._house.places is not None:
            from calmcli.shelves import set_favourite  # noqa: PLC0415

            set_favourite(self._house.places, found.script.id, wanted=wanted)
        self._favourites ^= {found.script.id}
        return wanted

    def _marks(self, found: Found) -> tuple[str, ...]:
        marks = []
        if self.is_favourite(found):
            marks.append(said.FAVOURITE)
        if wording_of(found) in self._unsuggested:
            marks.append(said.UNSUGGESTED)
        return tuple(marks)

    def _script(self, script_id: str) -> Script | None:
        found = self._house.library.get(script_id)
        return None if found is None else found.script

    @cached_property
    def _profile(self) -> Profile:
        from calmcli.shelves import read_profile  # noqa: PLC0415

        return read_profile(self._house.places)

    @cached_property
    def _favourites(self) -> frozenset[str]:
        from calmcli.shelves import read_favourites  # noqa: PLC0415

        return read_favourites(self._house.places)

    @cached_property
    def _unsuggested(self) -> "frozenset[Wording]":
        from calmcli.shelves import read_unsuggested  # noqa: PLC0415

        return read_unsuggested(self._house.places)


def wording_of(found: Found) -> "Wording":
    """A script as it is worded now."""
    from calmcli.shelves import Wording  # noqa: PLC0415

    return Wording(found.script.id, found.origin, found.content_hash)


def _length(found: Found) -> str:
    length_ms = usual_timeline(found.script).length_ms
    return OPEN if length_ms is None else clock_length(length_ms / MS_PER_S)
