from pathlib import Path

import pytest

from calmcli.paths import Places, find_places
from calmcli.profile import Profile
from calmcli.shelves import (
    Wording,
    keep_profile,
    read_favourites,
    read_profile,
    read_unsuggested,
    set_favourite,
    set_unsuggested,
)
from calmcli.store.keeper import Kept
from calmcli.store.records import read_records

BOX = Wording("box", "shipped", "0123456789abcdef")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def test_where_nothing_was_kept_nothing_is_known_and_nothing_is_made(places: Places) -> None:
    assert read_profile(places) == Profile()
    assert read_favourites(places) == frozenset()
    assert read_unsuggested(places) == frozenset()
    assert not places.journal.exists()


def test_where_there_is_no_place_nothing_is_known() -> None:
    assert read_profile(None) == Profile()
    assert (read_favourites(None), read_unsuggested(None)) == (frozenset(), frozenset())


def test_a_profile_is_kept_changed_and_taken_away(places: Places) -> None:
    assert keep_profile(places, Profile(heart=True, lungs=False)) is Kept.JOURNAL
    assert read_profile(places) == Profile(heart=True, lungs=False)
    keep_profile(places, Profile(heart=False))
    assert read_profile(places) == Profile(heart=False)
    assert len(read_records(places, "profile").records) == 1
    keep_profile(places, Profile())
    assert read_profile(places) == Profile()
    assert read_records(places, "profile").records == []
    keep_profile(places, Profile(panic=True))
    assert read_profile(places) == Profile(panic=True)


def test_a_favourite_comes_and_goes_and_comes_again(places: Places) -> None:
    for wanted in (True, True, False, True):
        set_favourite(places, "box", wanted=wanted)
        assert read_favourites(places) == ({"box"} if wanted else set())
    assert len(read_records(places, "favourite").records) == 1


def test_one_wording_is_not_suggested_and_another_is(places: Places) -> None:
    set_unsuggested(places, BOX, unsuggested=True)
    assert read_unsuggested(places) == {BOX}
    assert BOX._replace(content_hash="fedcba9876543210") not in read_unsuggested(places)
    set_unsuggested(places, BOX, unsuggested=False)
    assert read_unsuggested(places) == frozenset()


def test_where_the_journal_cannot_be_written_it_waits_and_counts_already(places: Places) -> None:
    places.journal.parent.mkdir(parents=True, exist_ok=True)
    places.journal.mkdir()
    assert keep_profile(places, Profile(fainting=True)) is Kept.PENDING
    assert read_profile(places) == Profile(fainting=True)
