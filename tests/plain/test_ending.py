"""After a session in lines: what may come next, and what a person keeps of it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.choosing import wording_of
from calmcli.journal.entries import LONGEST_NOTE, Entry, to_row
from calmcli.journal.reading import read_entries
from calmcli.paths import Places, find_places
from calmcli.plain.journal import leaf_through
from calmcli.plain.sitting import Sitting as PlainSitting
from calmcli.profile import Profile
from calmcli.shelves import keep_profile, read_favourites, read_unsuggested, set_favourite
from calmcli.store.writer import Writer
from calmcli.words import following as said
from calmcli.words.leafing import NOTE_CUT
from sittings import NOBODYS_SCRIPTS, Sitting, breaths, plan_for
from spoken_lines import SpokenLines

BOX = wording_of(NOBODYS_SCRIPTS.find("box"))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def told(
    answers: Sequence[str], places: Places | None = None, script: str = "box", **asked: object
) -> tuple[Sitting, SpokenLines]:
    sitting = Sitting(plan_for(script, length=breaths(1), **asked))
    lines = SpokenLines(sitting.clock, answers)
    PlainSitting(sitting.session, lines, sitting.house(["Call 112."], places=places)).run()
    return sitting, lines


def keep(places: Places, *entries: Entry) -> None:
    writer = Writer(places)
    for entry in entries:
        writer.put("entries", to_row(entry))
    writer.finish()


def last_entries(sitting: Sitting) -> list[Entry]:
    return list({entry.id: entry for entry in sitting.kept}.values())


def test_lower_can_be_left_at_that_or_noted() -> None:
    sitting, lines = told(["7", "4", "w", "It rained.", ""])
    assert said.NOTED in lines.lines
    assert sitting.kept[-1].note == "It rained."
    assert sitting.kept[-1].ended == "completed"


def test_an_empty_note_is_none() -> None:
    sitting, lines = told(["7", "4", "w", "  ", ""])
    assert said.NOTED not in lines.lines
    assert sitting.kept[-1].note is None


def test_without_a_journal_no_note_is_asked_for() -> None:
    sitting, lines = told(["7", "4", "w"], keeps=False)
    assert said.NOTE not in lines.lines
    assert sitting.kept[-1].note is None


def test_about_the_same_offers_another_kind() -> None:
    sitting, lines = told(["5", "5", "a", "5", "3", ""])
    first, second = last_entries(sitting)
    assert (first.kind, second.kind, second.before) == ("breathing", "grounding", 5)
    assert any("a begins 'Five" in line for line in lines.lines)


def test_a_favourite_of_the_other_kind_comes_before_the_usual_one(places: Places) -> None:
    set_favourite(places, "facts", wanted=True)
    sitting, _ = told(["5", "5", "a", "", "", ""], places)
    assert last_entries(sitting)[1].script == "facts"


def test_what_speaks_against_a_person_is_not_brought_up(places: Places) -> None:
    keep_profile(places, Profile(flashbacks=True))
    sitting, _ = told(["5", "5", "a", "", "", ""], places, "facts")
    assert last_entries(sitting)[1].kind == "breathing"


@pytest.mark.parametrize(("before", "after"), [("7", "4"), ("3", "7")])
def test_another_kind_is_not_for_lower_or_higher(before: str, after: str) -> None:
    sitting, _ = told([before, after, "a"])
    assert len(last_entries(sitting)) == 1


def test_higher_offers_grounding_a_person_and_to_bring_it_up_no_more(places: Places) -> None:
    sitting, lines = told(["3", "7", "h", "u", "g", "2", ""], places)
    assert "Call 112." in lines.lines
    assert said.UNSUGGESTED in lines.lines
    assert read_unsuggested(places) == {BOX}
    assert [entry.kind for entry in last_entries(sitting)] == ["breathing", "grounding"]


def test_one_more_u_takes_it_back(places: Places) -> None:
    _, lines = told(["3", "7", "u", "u", ""], places)
    assert said.SUGGESTED in lines.lines
    assert read_unsuggested(places) == frozenset()


def test_higher_once_alone_changes_nothing(places: Places) -> None:
    told(["3", "7", ""], places)
    assert read_unsuggested(places) == frozenset()


def test_the_two_latest_pairs_higher_and_it_is_not_brought_up_any_more(places: Places) -> None:
    first, _ = told(["3", "7", ""], places)
    keep(places, first.kept[-1])
    _, lines = told(["3", "7", ""], places)
    assert said.HIGHER_TWICE in lines.lines
    assert read_unsuggested(places) == {BOX}
    _, undone = told(["3", "7", "u", ""], places)
    assert said.SUGGESTED in undone.lines
    assert read_unsuggested(places) == frozenset()


@pytest.mark.parametrize(
    ("change", "brought_up"),
    [
        ({}, False),
        ({"after": None}, True),
        ({"before": 7, "after": 4}, True),
        ({"before": 6, "after": 7}, True),
        ({"content_hash": "another"}, True),
        ({"origin": "personal"}, True),
        ({"script": "even"}, True),
    ],
)
def test_only_pairs_of_the_very_same_words_count(
    places: Places, change: dict[str, object], brought_up: bool
) -> None:
    first, _ = told(["3", "7", ""])
    keep(places, replace(first.kept[-1], **change))
    told(["3", "7", ""], places)
    assert (read_unsuggested(places) == frozenset()) is brought_up


def test_with_nothing_for_the_journal_the_ratings_decide_nothing(places: Places) -> None:
    first, _ = told(["3", "7", ""], places)
    keep(places, first.kept[-1])
    told(["3", "7", ""], places, keeps=False)
    assert read_unsuggested(places) == frozenset()


def test_a_favourite_is_one_letter(places: Places) -> None:
    _, lines = told(["7", "4", "f", ""], places)
    assert said.MARKED.format(title="Box breathing") in lines.lines
    assert read_favourites(places) == {"box"}
    told(["7", "4", "f", ""], places)
    assert read_favourites(places) == frozenset()


def test_a_note_without_end_is_kept_as_far_as_there_is_room_and_that_is_said(
    places: Places,
) -> None:
    sitting, lines = told(["7", "4", "w", "x" * (LONGEST_NOTE + 1), ""])
    assert sitting.kept[-1].note == "x" * LONGEST_NOTE
    at = lines.lines.index(NOTE_CUT)
    assert lines.lines[at + 1] == said.NOTED
    keep(places, sitting.kept[-1])
    again = SpokenLines(sitting.clock, ["1", "n", "y" * (LONGEST_NOTE + 1), "q"])
    leaf_through(sitting.house(places=places), again)
    assert NOTE_CUT in again.lines
    assert [entry.note for entry in read_entries(places).entries] == ["y" * LONGEST_NOTE]
