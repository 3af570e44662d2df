"""The rooms for sound, in lines."""

from contextlib import closing
from pathlib import Path

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.listening import Listening
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask, by_number, choose, numbered
from calmcli.taking import takable, take_along
from calmcli.words import sound as said
from calmcli.words.lists import NUMBER_AGAIN


def listen(house: House, lines: Lines) -> None:
    """Let sounds be heard, and switched on or off, until an empty line."""
    with closing(Listening(house)) as listening:
        lines.say(*_rows(listening))
        while typed := ask(lines, said.ASK, _rows(listening)):
            if (at := by_number(range(len(listening.offers())), typed)) is None:
                lines.say(NUMBER_AGAIN)
                continue
            outcome = listening.choose(listening.offers()[at].id)
            lines.say(outcome or _rows(listening)[at])


def take(house: House, lines: Lines) -> None:
    """Make a sound file of a session."""
    scripts = takable(house)
    lines.say(said.TAKE_WHICH)
    chosen = choose(lines, said.ASK, [script.title for script in scripts])
    if chosen is None:
        return
    try:
        taking = take_along(house, scripts[chosen], Path())
        lines.say(*taking.make(lambda _done_ms: None))
    except (CalmError, OSError) as error:
        lines.say(str(error))


def _rows(listening: Listening) -> list[str]:
    return numbered(f"{each.words}: {each.beside}" for each in listening.offers())
