"""The journal in lines."""

from pathlib import Path

import pytest

from calmcli.journal.reading import read_entries
from calmcli.paths import Places, find_places
from calmcli.plain.home import Home
from calmcli.words import leafing as said
from journals import entry, keep, several
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def told(places: Places | None, *answers: str) -> list[str]:
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, ["journal", *answers])
    Home(sitting.house(["Call 112."], places=places), lines).run()
    return lines.lines


def test_ten_at_a_time_newest_first_and_then_the_older_ones(places: Places) -> None:
    keep(places, [entry(day) for day in range(13)])
    lines = told(places, "o", "o", "")
    assert "1 Fri 20 Nov 2026 09:30, Long out-breath, 7 before, 4 after" in lines
    assert "13 Sun 08 Nov 2026 09:30, Long out-breath, 7 before, 4 after" in lines
    assert said.PLAIN_OLDEST in lines


def test_one_is_shown_in_full_and_a_note_is_kept(places: Places) -> None:
    keep(places, several())
    lines = told(places, "1", "n", "it rained", "1", "", "")
    assert "Note: it rained" in lines
    assert said.KEPT["journal"] in lines


def test_a_rating_is_given_late(places: Places) -> None:
    keep(places, [entry(0, after=None)])
    told(places, "1", "a", "h", "3", "")
    assert next(read_entries(places).entries).after == 3


def test_what_is_deleted_comes_back_until_one_leaves(places: Places) -> None:
    keep(places, several())
    lines = told(places, "1", "d", "u", "2", "d", "")
    assert lines.count(said.DELETED.format(key="u")) == 2
    assert said.BACK_AGAIN in lines
    assert [each.script for each in read_entries(places).entries][:2] == [
        "long-out",
        "steady-place",
    ]


def test_kind_time_and_medians(places: Places) -> None:
    keep(places, several())
    lines = told(places, "k", "3", "k", "1", "t", "2", "m", "nonsense", "")
    after_kind = lines[lines.index(said.PLAIN_CHOOSE) + 1 :]
    assert after_kind[1].startswith("1 Wed 19 Nov") or "Seven areas" in after_kind[1]
    assert any(line.startswith("This is a record") for line in lines)
    assert said.PLAIN_AGAIN in lines


def test_a_broken_journal_says_so(places: Places) -> None:
    places.journal.write_bytes(b"not a journal at all" * 100)
    assert any(line.startswith("The journal cannot be read") for line in told(places, ""))


def test_where_nothing_is_kept_it_says_so() -> None:
    assert said.NOWHERE in told(None)
