"""The rooms for sound, in lines."""

from contextlib import closing
from pathlib import Path

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.listening import Listening
from calmcli.plain.lines import Lines
from calmcli.taking import takable, take_along
from calmcli.text import whole_number
from calmcli.words import sound as said


def listen(house: House, lines: Lines) -> None:
    """Let sounds be heard, and switched on or off, until an empty line."""
    with closing(Listening(house)) as listening:
        _list(lines, _rows(listening))
        while (chosen := _number(lines, len(listening.offers()))) is not None:
            outcome = listening.choose(listening.offers()[chosen].id)
            lines.say(outcome or _rows(listening)[chosen])


def take(house: House, lines: Lines) -> None:
    """Make a sound file of a session."""
    scripts = takable(house)
    lines.say(said.TAKE_WHICH)
    _list(lines, [script.title for script in scripts])
    chosen = _number(lines, len(scripts))
    if chosen is None:
        return
    try:
        taking = take_along(house, scripts[chosen], Path())
        lines.say(*taking.make(lambda _done_ms: None))
    except (CalmError, OSError) as error:
        lines.say(str(error))


def _rows(listening: Listening) -> list[str]:
    return [f"{each.words}: {each.beside}" for each in listening.offers()]


def _list(lines: Lines, rows: list[str]) -> None:
    lines.say(*(f"{number} {row}" for number, row in enumerate(rows, start=1)))


def _number(lines: Lines, count: int) -> int | None:
    """Which of so many is chosen, from 0; None to go back."""
    while typed := (lines.ask(said.ASK) or "").strip():
        if number := whole_number(typed, count):
            return number - 1
    return None
