"""The queue and its thread, with a store that is as slow or as stubborn as a test wants it."""

import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calmcli.paths import Places
from calmcli.store.errors import RowRefused, StoreError
from calmcli.store.keeper import Kept
from calmcli.store.pending import put_pending, read_pending
from calmcli.store.writer import Writer
from sample_rows import MemoryStore, a_row, no_store, places_in, row_id, waiting_notes

LONG = 30.0
"""Seconds no test ever waits, unless something is broken."""

BUSY = StoreError("The journal cannot be used now.")


def test_nothing_is_begun_until_there_is_something_to_keep(
    writer: Writer, store: MemoryStore, places: Places
) -> None:
    before = threading.active_count()
    assert writer.flush(LONG)
    assert writer.finish(LONG) is Kept.NOTHING
    assert (store.opened, threading.active_count()) == (0, before)
    assert not places.journal.exists()


def test_a_row_given_is_in_the_journal_once_it_is_flushed(
    writer: Writer, store: MemoryStore
) -> None:
    writer.put("entries", a_row(1))
    assert writer.flush(LONG)
    assert store.written == {row_id(1): a_row(1)}
    assert writer.finish(LONG) is Kept.JOURNAL
    assert (store.opened, store.closed) == (1, 1)


def test_states_given_faster_than_written_are_left_out_but_never_the_last(
    writer: Writer, store: MemoryStore
) -> None:
    store.hold()
    writer.put("entries", a_row(1, note="first"))
    assert store.entered.wait(LONG)
    for count in range(1000):
        writer.put("entries", a_row(1, note=str(count)))
        writer.put("entries", a_row(2, note=str(count)))
    assert not writer.flush(0)
    store.go_on.set()
    assert writer.finish(LONG) is Kept.JOURNAL
    assert [row["note"] for row in store.puts] == ["first", "999", "999"]


def test_a_row_that_is_changed_after_it_was_given_is_kept_as_it_was(
    writer: Writer, store: MemoryStore
) -> None:
    row = a_row(1, note="given")
    store.hold()
    writer.put("entries", a_row(2))
    writer.put("entries", row)
    row["note"] = "changed"
    store.go_on.set()
    writer.finish(LONG)
    assert store.written[row_id(1)]["note"] == "given"


def test_a_journal_that_cannot_be_opened_lets_the_row_wait(places: Places) -> None:
    writer = Writer(places, no_store)
    writer.put("entries", a_row(1, note="kept"))
    assert writer.flush(LONG)
    assert writer.finish(LONG) is Kept.PENDING
    assert waiting_notes(places) == ["kept"]
    assert writer.lost == []


@pytest.mark.parametrize("fault", [BUSY, OSError(5, "gone"), RecursionError("a fault of ours")])
def test_a_row_that_waited_is_merged_when_the_journal_is_back(
    writer: Writer, store: MemoryStore, places: Places, fault: Exception
) -> None:
    store.fault = fault
    writer.put("entries", a_row(1, note="early"))
    writer.put("entries", a_row(2, note="early"))
    assert writer.flush(LONG)
    assert waiting_notes(places) == ["early", "early"]
    store.fault = None
    writer.put("entries", a_row(1, note="late"))
    assert writer.finish(LONG) is Kept.JOURNAL
    assert {number: row["note"] for number, row in store.written.items()} == {
        row_id(1): "late",
        row_id(2): "early",
    }
    assert waiting_notes(places) == []


def test_rows_of_an_earlier_day_are_merged_by_the_first_row(
    writer: Writer, store: MemoryStore, places: Places
) -> None:
    put_pending(places.pending, "entries", a_row(7))
    writer.put("entries", a_row(8))
    writer.finish(LONG)
    assert sorted(store.written) == [row_id(7), row_id(8)]
    assert waiting_notes(places) == []


def test_a_state_that_was_refused_is_forgotten_once_a_later_one_is_kept(
    writer: Writer, store: MemoryStore, places: Places
) -> None:
    store.fault = RowRefused("This does not fit.")
    writer.put("entries", a_row(1, note="odd"))
    assert writer.flush(LONG)
    assert waiting_notes(places) == ["odd"]
    store.fault = None
    writer.put("entries", a_row(1, note="well"))
    assert writer.finish(LONG) is Kept.JOURNAL
    assert waiting_notes(places) == []
    assert store.opened == 1


def test_a_refused_state_that_cannot_be_removed_does_no_harm(
    writer: Writer, store: MemoryStore, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    store.fault = RowRefused("This does not fit.")
    writer.put("entries", a_row(1, note="odd"))
    assert writer.flush(LONG)
    monkeypatch.setattr(Path, "unlink", locked)
    store.fault = None
    writer.put("entries", a_row(1, note="well"))
    assert writer.finish(LONG) is Kept.JOURNAL
    assert waiting_notes(places) == ["odd"]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 3), st.sampled_from(["put", "put", "flush", "fault", "well"])),
        max_size=30,
    )
)
def test_any_order_of_states_and_faults_ends_with_the_last_of_each(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str]]
) -> None:
    places, store = places_in(tmp_path_factory.mktemp("home")), MemoryStore()
    writer = Writer(places, store.open)
    last: dict[str, object] = {}
    for count, (number, step) in enumerate(steps):
        if step == "flush":
            assert writer.flush(LONG)
        elif step == "put":
            edited_at = f"2026-11-21T10:{count:02}:00+02:00"
            writer.put("entries", a_row(number, edited_at=edited_at, note=str(count)))
            last[row_id(number)] = str(count)
        else:
            store.fault = BUSY if step == "fault" else None
    writer.finish(LONG)
    store.fault = None
    found = {str(row["id"]): row["note"] for row in store.written.values()}
    found |= {
        str(waits.row["id"]): waits.row["note"] for waits in read_pending(places.pending).rows
    }
    assert found == last
