"""What a session tells aloud, whichever front end drives it."""

import pytest

from calmcli.session import Session
from calmcli.words import sound as said
from fakes import Ears
from sittings import Sitting, breaths, plan_for

SILENCE = Ears.SILENCE


def begun(script: str = "box") -> Sitting:
    sitting = Sitting(plan_for(script, length=breaths(2)))
    sitting.begin()
    sitting.session.tick()
    return sitting


def test_all_is_at_hand_before_the_first_cue() -> None:
    assert begun().ears.heard == ["(ready)", "Breathe in, 4"]


def test_every_cue_is_told_once_and_after_the_last_there_is_silence() -> None:
    sitting = begun()
    sitting.forward(40)
    breath = ["Breathe in, 4", "Hold, 4", "Breathe out, 4", "Rest, 4"]
    assert sitting.ears.heard == ["(ready)", *breath, *breath, SILENCE]


@pytest.mark.parametrize("act", [Session.pause, Session.leave, Session.stop, Session.silence])
def test_pausing_and_leaving_silence_at_once(act: object) -> None:
    sitting = begun()
    act(sitting.session)  # type: ignore[operator]
    assert sitting.ears.heard[-1] == SILENCE
    sitting.forward(60)
    assert sitting.ears.heard[-1] == SILENCE


def test_someone_who_went_away_comes_back_to_silence() -> None:
    sitting = begun()
    sitting.clock.forward(600)
    sitting.session.tick()
    assert sitting.ears.heard[-1] == SILENCE


def test_of_cues_that_come_at_once_the_newest_is_told() -> None:
    sitting = begun("four-seven-eight")
    for key in (Session.skip, Session.skip):
        key(sitting.session)
    sitting.session.tick()
    assert sitting.ears.heard == ["(ready)", "Breathe in, 4", SILENCE]


def test_a_part_again_is_told_again() -> None:
    sitting = begun()
    sitting.forward(5)
    sitting.session.again()
    sitting.session.tick()
    assert sitting.ears.heard[-2:] == ["Hold, 4", "Breathe in, 4"]


def test_the_voice_begins_amid_a_cue_with_its_words_alone() -> None:
    sitting = begun()
    sitting.forward(2)
    assert sitting.session.switch_voice() == said.VOICE_ON
    assert sitting.ears.heard[-1] == "Breathe in"
    assert sitting.session.switch_voice() == said.VOICE_OFF
    assert sitting.ears.heard[-1] == "Breathe in"


def test_the_voice_that_is_switched_on_in_a_pause_waits_for_its_end() -> None:
    sitting = begun()
    sitting.session.pause()
    sitting.session.switch_voice()
    assert sitting.ears.heard[-1] == SILENCE


def test_where_no_voice_can_be_had_it_is_said() -> None:
    assert said.voice(speaks=True, can_speak=False) == said.NO_VOICE
