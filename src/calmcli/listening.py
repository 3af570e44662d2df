"""The room for sound, the same for the whole screen and for lines: hear it, and choose it."""

from typing import NamedTuple

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.settings import Sound
from calmcli.settings.writing import set_setting
from calmcli.timeline import Cue
from calmcli.voice.aloud import Aloud
from calmcli.voice.programs import player_programs, speech_programs
from calmcli.words import sound as said

_LEVELS = {"rising": (0, 1), "falling": (1, 0), "still": (0, 0)}


class Offer(NamedTuple):
    """One thing to hear or to choose."""

    id: str
    words: str
    beside: str


class Listening:
    """Lets each sound be heard, whatever is chosen, and lets them be chosen."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._aloud: Aloud | None = None
        self._voices, self._players = speech_programs(), player_programs()

    def offers(self) -> list[Offer]:
        """What there is, and how it stands now."""
        sound = self._house.settings().sound
        chosen = {"voice": sound.voice, "chimes": sound.chimes}
        return [
            *(Offer(each, said.OFFERS[each], said.ON_OR_OFF[on]) for each, on in chosen.items()),
            *(Offer(each, said.OFFERS[each], words) for each, words in said.TO_HEAR.items()),
        ]

    def choose(self, offer_id: str) -> str:
        """Do what an offer is for; what there is to say about it, or nothing."""
        if offer_id in ("voice", "chimes"):
            return self._switch(offer_id) or self._missing(offer_id)
        if missing := self._missing("voice" if offer_id == "speech" else "chimes"):
            return missing
        if self._aloud is None:
            volume = self._house.settings().sound.volume
            self._aloud = Aloud(Sound(voice=True, chimes=True, volume=volume))
            self._aloud.get_ready()
        self._aloud.hush()
        if offer_id == "speech":
            self._aloud.say(said.SPOKEN_TRIAL)
        else:
            self._aloud.ring(Cue(0, 1, "", *_LEVELS[offer_id], 0))
        return ""

    def close(self) -> None:
        """Silence; nothing of it is left running."""
        if self._aloud is not None:
            self._aloud.close()
            self._aloud = None

    def _switch(self, name: str) -> str:
        """Choose it, or choose it no more; what stood in the way."""
        places = self._house.places
        is_on = getattr(self._house.settings().sound, name)
        if places is None:
            return said.NOT_SET
        try:
            set_setting(places.settings, f"sound.{name}", "false" if is_on else "true")
        except CalmError as error:
            return str(error)
        return ""

    def _missing(self, name: str) -> str:
        if name == "voice":
            return "" if self._voices else said.NO_SPEECH
        return "" if self._players else said.NO_PLAYER
