"""The rooms that home leads to, in lines. A new room is a line here and one in `tui/rooms.py`."""

from collections.abc import Callable, Mapping

from calmcli.house import House
from calmcli.plain.lines import Lines


def _help_now(house: House, lines: Lines) -> None:
    from calmcli.plain.helping import help_now  # noqa: PLC0415  as it is entered

    help_now(house, lines)


def _journal(house: House, lines: Lines) -> None:
    from calmcli.plain.journal import leaf_through  # noqa: PLC0415

    leaf_through(house, lines)


def _learn(house: House, lines: Lines) -> None:
    from calmcli.plain.learn import learn  # noqa: PLC0415  as it is entered

    learn(house, lines, lambda room: ROOMS[room](house, lines))


def _settings(house: House, lines: Lines) -> None:
    from calmcli.plain.settings import change_settings  # noqa: PLC0415

    change_settings(house, lines)


def _visits(house: House, lines: Lines) -> None:
    from calmcli.plain.visits import visits_room  # noqa: PLC0415  only when it is entered

    visits_room(house, lines)


def _sound(house: House, lines: Lines) -> None:
    from calmcli.plain.sound import listen  # noqa: PLC0415  as it is entered

    listen(house, lines)


def _take_along(house: House, lines: Lines) -> None:
    from calmcli.plain.sound import take  # noqa: PLC0415  as it is entered

    take(house, lines)


def _profile(house: House, lines: Lines) -> None:
    from calmcli.plain.profile import ask_profile  # noqa: PLC0415
    from calmcli.shelves import keep_profile, read_profile  # noqa: PLC0415
    from calmcli.words import cautions  # noqa: PLC0415

    before = read_profile(house.places)
    after = ask_profile(lines, before)
    kept = "lost" if house.places is None else "nothing"
    if house.places is not None and after != before:
        kept = keep_profile(house.places, after).value
    lines.say(cautions.KEPT[kept])


def _people(house: House, lines: Lines) -> None:
    from calmcli.plain.people import people_room  # noqa: PLC0415  as it is entered

    people_room(house, lines)


def _forget(house: House, lines: Lines) -> None:
    from calmcli.forgetting import Forgetting  # noqa: PLC0415  as it is entered
    from calmcli.plain.forgetting import ask_and_forget  # noqa: PLC0415
    from calmcli.words import forgetting as said  # noqa: PLC0415

    if house.places is None:
        lines.say(said.NOTHING_THERE)
    else:
        ask_and_forget(Forgetting(house.places, house.let_go), lines)


def _privacy(house: House, lines: Lines) -> None:
    from calmcli.words import privacy  # noqa: PLC0415  as it is entered

    folder = None if house.places is None else house.places.journal.parent
    lines.say(*privacy.lines(folder))


ROOMS: Mapping[str, Callable[[House, Lines], None]] = {
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
"""What leads through each room, by its id."""
