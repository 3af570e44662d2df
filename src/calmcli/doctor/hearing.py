"""What can be heard here; nothing is played."""

from collections.abc import Iterator

from calmcli.doctor.finding import Finding
from calmcli.settings import Sound
from calmcli.voice.programs import player_programs, speech_programs
from calmcli.words import doctor as said


def look_at_sound(sound: Sound) -> Iterator[Finding]:
    """The programs that speak and play, beside what is switched on."""
    speech = [program.name for program in speech_programs()]
    yield _heard("voice", speech, said.NO_SPEECH, said.GET_SPEECH, is_on=sound.voice)
    players = [program.name for program in player_programs()]
    yield _heard("chimes", players, said.NO_PLAYER, said.GET_PLAYER, is_on=sound.chimes)


def _heard(name: str, programs: list[str], missing: str, to_do: str, *, is_on: bool) -> Finding:
    if programs:
        return Finding(name, said.THERE.format(name=programs[0]) + ("" if is_on else said.IS_OFF))
    if is_on:
        return Finding(name, missing + said.WANTED, "fails", to_do)
    return Finding(name, missing + said.NOT_WANTED)
