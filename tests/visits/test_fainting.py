"""Whoever says among what helps to know that they may faint is offered tension, unasked."""

from pathlib import Path

import pytest

from calmcli.content.templates import Templates
from calmcli.visits.fainting import tells_of_fainting
from calmcli.visits.questions import faint_question, needs_question
from calmcli.visits.visit import with_needs
from calmcli.words import visits as said
from visits.samples import a_visit


@pytest.mark.parametrize(
    ("need", "tells"),
    [
        ("I may faint. I would like to lie down for this.", True),
        ("Last time I fainted", True),
        ("I pass out at needles", True),
        ("Please do not leave. I might black out.", True),
        ("I do not faint at needles", False),
        ("I don't faint.", False),
        ("Please never tell me when; I would rather look away", False),
    ],
)
def test_words_tell_of_fainting_unless_they_deny_it(need: str, *, tells: bool) -> None:
    assert tells_of_fainting([need]) is tells
    assert with_needs(a_visit(), [need]).faints is tells


def test_each_shipped_need_that_names_fainting_ticks_it_and_the_question_shows_it(
    tmp_path: Path,
) -> None:
    ticked = []
    for found in Templates(tmp_path).all():
        for number, need in enumerate(found.script.needs, start=1):
            visit = needs_question(a_visit(), found.script).answered(a_visit(), str(number))
            assert visit.faints is ("faint" in need)
            ticked += [found.script.id] * visit.faints
            assert faint_question(visit).now == (said.YES if visit.faints else "")
    assert ticked == ["blood-test", "day-surgery"]


def test_what_was_answered_no_stays_no_while_other_needs_come_in() -> None:
    visit = faint_question(a_visit()).answered(with_needs(a_visit(), ["I may faint"]), "n")
    assert not with_needs(visit, ["Please call me Sam."]).faints
