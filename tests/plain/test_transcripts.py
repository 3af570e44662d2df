"""The words of every shipped script, as plain mode says them; a clinician can read along."""

import os
from pathlib import Path

import pytest

from calmcli.content.shipped import SHIPPED
from calmcli.exercises.length import Length
from calmcli.plain.sitting import Sitting as PlainSitting
from calmcli.words.session import clock_length
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines

TRANSCRIPTS = Path(__file__).with_name("transcripts")
SAMPLE_OF_OPEN_ENDED = Length(seconds=60)


def transcript(script: str) -> str:
    """Every line with the time it comes at, and the end."""
    plan = plan_for(script, ask_before=False, ask_after=False)
    if Sitting(plan).session.timeline().length_ms is None:
        plan = plan_for(script, length=SAMPLE_OF_OPEN_ENDED, ask_before=False, ask_after=False)
    sitting = Sitting(plan)
    lines = SpokenLines(sitting.clock)
    assert not lines.hears
    PlainSitting(sitting.session, lines, sitting.house()).run()
    assert sitting.kept[-1].done_seconds == sitting.kept[-1].planned_seconds == lines.seconds
    said = [(second, line) for second, line in lines.said if line]
    return "".join(f"{clock(second)}  {line}\n" for second, line in [*said, (lines.seconds, "end")])


def clock(second: float) -> str:
    tenths = f".{round(second * 10) % 10}" if round(second * 10) % 10 else ""
    return f"{clock_length(int(second))}{tenths}".rjust(7)


@pytest.mark.parametrize("script", SHIPPED)
def test_the_words_of_a_shipped_script_are_those_that_were_read(script: str) -> None:
    path = TRANSCRIPTS / f"{script}.txt"
    if os.environ.get("CALMCLI_UPDATE_TRANSCRIPTS"):
        path.write_text(transcript(script), encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    assert transcript(script) == kept, "if this is right: make looked-at"


def test_there_is_no_transcript_of_a_script_that_is_gone() -> None:
    assert {path.stem for path in TRANSCRIPTS.iterdir()} == set(SHIPPED)
