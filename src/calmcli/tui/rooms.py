"""The rooms that home leads to, each a screen that is left by one key.

A new room is a line here, one in `plain/rooms.py`, and its words in `words/home.py`. What a room
needs is imported when it is entered.
"""

from collections.abc import Callable, Mapping

from textual.screen import Screen

from calmcli.home import Wish
from calmcli.house import House
from calmcli.tui.screens.reading import ReadingScreen

Room = Screen[Wish | None] | Screen[None]
"""It answers with where to go next; None is home."""


def _help_now(house: House) -> Room:
    from calmcli.tui.screens.helping import HelpScreen  # noqa: PLC0415  as it is entered

    return HelpScreen(house)


def _journal(house: House) -> Room:
    from calmcli.tui.screens.journal import JournalScreen  # noqa: PLC0415
    from calmcli.words import leafing  # noqa: PLC0415

    if house.places is None:
        return ReadingScreen(leafing.TITLE, [leafing.NOWHERE])
    return JournalScreen(house, house.places)


def _learn(house: House) -> Room:
    from calmcli.tui.screens.learn import LearnScreen  # noqa: PLC0415

    return LearnScreen(house)


def _settings(house: House) -> Room:
    from calmcli.tui.screens.settings import SettingsScreen  # noqa: PLC0415

    return SettingsScreen(house)


def _visits(house: House) -> Room:
    from calmcli.tui.screens.visits import VisitsScreen  # noqa: PLC0415
    from calmcli.visits.appointments import Appointments  # noqa: PLC0415
    from calmcli.words import visits as said  # noqa: PLC0415

    if house.places is None:
        return ReadingScreen(said.VISITS, [said.NOWHERE])
    return VisitsScreen(house, Appointments(house.places, house.clock.local))


def _sound(house: House) -> Room:
    from calmcli.tui.screens.sound import SoundScreen  # noqa: PLC0415  as it is entered

    return SoundScreen(house)


def _take_along(house: House) -> Room:
    from calmcli.tui.screens.taking import TakingScreen  # noqa: PLC0415  as it is entered

    return TakingScreen(house)


def _profile(house: House) -> Room:
    from calmcli.tui.screens.profile import ProfileScreen  # noqa: PLC0415

    return ProfileScreen(house)


def _people(house: House) -> Room:
    from calmcli.tui.screens.people import PeopleScreen  # noqa: PLC0415
    from calmcli.words import people as said  # noqa: PLC0415

    if house.places is None:
        return ReadingScreen(said.YOURS, [said.NOWHERE])
    return PeopleScreen(house, house.places)


def _forget(house: House) -> Room:
    from calmcli.tui.screens.forgetting import ForgettingScreen  # noqa: PLC0415
    from calmcli.words import forgetting, home  # noqa: PLC0415

    if house.places is None:
        return ReadingScreen(home.RARE_ROOMS["forget"][0], [forgetting.NOTHING_THERE])
    return ForgettingScreen(house, house.places)


def _privacy(house: House) -> Room:
    from calmcli.words import home, privacy  # noqa: PLC0415

    folder = None if house.places is None else house.places.journal.parent
    return ReadingScreen(home.RARE_ROOMS["privacy"][0], privacy.lines(folder))


ROOMS: Mapping[str, Callable[[House], Room]] = {
    "visits": _visits,
    "journal": _journal,
    "help": _help_now,
    "learn": _learn,
    "settings": _settings,
    "sound": _sound,
    "take": _take_along,
    "people": _people,
    "profile": _profile,
    "forget": _forget,
    "privacy": _privacy,
}
"""What opens each room, by its id."""
