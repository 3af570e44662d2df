"""Trying out beforehand what can be heard here, with an answer for each thing tried."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import NamedTuple, TypeVar

from calmcli.settings import Sound
from calmcli.voice.chime_files import ChimeFiles
from calmcli.voice.chimes import CHIMES
from calmcli.voice.outlet import Program, attempt
from calmcli.voice.programs import player_programs, speech_programs
from calmcli.words import sound as said

T = TypeVar("T")

LONGEST_S = 10.0
"""How long one thing that is tried may take."""

Say = Callable[[str], None]


class Result(NamedTuple):
    """What came of it all."""

    heard: int
    """How many things could be heard, as far as their programs tell."""
    failed: int


def sound_check(choice: Sound, say: Say, longest_s: float = LONGEST_S) -> Result:
    """Say what there is, let each chime and the voice be heard, and say what cannot be."""
    speech, players = speech_programs(), player_programs()
    say(_named(said.SPEECH_IS, said.NO_SPEECH, speech))
    say(_named(said.PLAYER_IS, said.NO_PLAYER, players).format(volume=f"{choice.volume:g}"))
    results = []
    with closing(ChimeFiles(choice.volume)) as files:
        for chime in CHIMES if players else ():
            say(said.TRIALS[chime.name])
            results.append(_try(players, files.path(chime), say, longest_s))
    if speech:
        say(said.TRIALS["speech"])
        results.append(_try(speech, said.SPOKEN_TRIAL, say, longest_s))
    return Result(heard=results.count(True), failed=results.count(False))


def _named(there: str, nowhere: str, programs: Sequence[Program[T]]) -> str:
    return there.replace("{name}", programs[0].name) if programs else nowhere


def _try(programs: Sequence[Program[T]], what: T, say: Say, longest_s: float) -> bool:
    """Try one program after another, as a session does; whether one could do it."""
    for number, program in enumerate(programs):
        if attempt(program, what, longest_s):
            if number:
                say(said.HEARD_INSTEAD.format(name=program.name))
            return True
        say(said.NOT_HEARD.format(name=program.name))
    return False
