"""How the writer ends, and what it does with rows that nothing takes."""

import threading
from pathlib import Path

import pytest

import calmcli.store.writer
from calmcli.paths import Places
from calmcli.store import care
from calmcli.store.errors import WHAT_TO_DO, DamagedJournal, StoreError
from calmcli.store.hurry import Hurry
from calmcli.store.keeper import Kept
from calmcli.store.writer import Writer
from programs import until
from sample_rows import MemoryStore, a_row, no_store, row_id, waiting_notes

LONG = 30.0
"""Seconds no test ever waits, unless something is broken."""

BUSY = StoreError("The journal cannot be used now.")


def nowhere(places: Places) -> None:
    """Let nothing be set aside: a file stands where the folder should be."""
    places.pending.parent.mkdir(exist_ok=True)
    places.pending.write_text("in the way")


def test_a_row_that_can_be_written_nowhere_is_held_to_be_printed(places: Places) -> None:
    nowhere(places)
    writer = Writer(places, no_store)
    writer.put("entries", a_row(1))
    assert not writer.flush(LONG)
    assert writer.lost == [("entries", a_row(1))]
    assert writer.finish(LONG) is Kept.LOST
    assert writer.lost == [("entries", a_row(1))]


def test_a_lost_row_is_tried_again_when_another_finds_its_way(
    writer: Writer, store: MemoryStore, places: Places
) -> None:
    nowhere(places)
    store.fault = BUSY
    writer.put("entries", a_row(1))
    assert not writer.flush(LONG)
    store.fault = None
    writer.put("entries", a_row(2))
    assert writer.flush(LONG)
    assert sorted(store.written) == [row_id(1), row_id(2)]
    assert writer.lost == []
    assert writer.finish(LONG) is Kept.JOURNAL


def test_a_lost_row_is_set_aside_at_the_end_if_it_now_can_be(
    writer: Writer, store: MemoryStore, places: Places
) -> None:
    nowhere(places)
    store.fault = BUSY
    writer.put("entries", a_row(1, note="after all"))
    assert not writer.flush(LONG)
    places.pending.unlink()
    assert writer.finish(LONG) is Kept.PENDING
    assert waiting_notes(places) == ["after all"]
    assert writer.lost == []


def test_a_row_without_an_id_is_lost_and_nothing_is_raised(places: Places) -> None:
    writer = Writer(places)
    writer.put("entries", a_row(id=None))
    assert writer.finish(LONG) is Kept.LOST


def test_when_time_runs_out_the_newest_states_are_set_aside(
    writer: Writer, store: MemoryStore, places: Places
) -> None:
    store.hold()
    writer.put("entries", a_row(1, note="stuck"))
    assert store.entered.wait(LONG)
    writer.put("entries", a_row(2, note="behind it"))
    assert writer.finish(0.01) is Kept.PENDING
    assert waiting_notes(places) == ["stuck", "behind it"]
    writer.put("entries", a_row(1, note="newest"))
    assert writer.finish(0.01) is Kept.PENDING
    assert waiting_notes(places) == ["newest", "behind it"]
    store.go_on.set()
    assert writer.finish(LONG) is Kept.PENDING
    assert waiting_notes(places) == ["newest", "behind it"]


def test_when_time_runs_out_and_nothing_can_be_set_aside_the_rows_are_held(
    writer: Writer, store: MemoryStore, places: Places
) -> None:
    nowhere(places)
    store.hold()
    writer.put("entries", a_row(1))
    assert store.entered.wait(LONG)
    assert writer.finish(0.01) is Kept.LOST
    assert writer.lost == [("entries", a_row(1))]
    store.go_on.set()
    writer.finish(LONG)


def test_a_journal_that_opens_too_late_gets_no_older_state(
    store: MemoryStore, places: Places
) -> None:
    opening, go_on = threading.Event(), threading.Event()

    def slowly(_path: Path) -> MemoryStore:
        opening.set()
        assert go_on.wait(LONG)
        return store

    writer = Writer(places, slowly)
    writer.put("entries", a_row(1, note="older"))
    assert opening.wait(LONG)
    writer.put("entries", a_row(1, note="newest"))
    assert writer.finish(0.01) is Kept.PENDING
    go_on.set()
    writer.put("entries", a_row(2))
    assert writer.flush(LONG)
    assert [row["note"] for row in store.puts] == ["newest", None]
    writer.finish(LONG)


def test_a_row_given_after_the_end_is_kept_as_well(writer: Writer, store: MemoryStore) -> None:
    writer.put("entries", a_row(1))
    assert writer.finish(LONG) is Kept.JOURNAL
    writer.put("entries", a_row(2))
    assert writer.finish(LONG) is Kept.JOURNAL
    assert sorted(store.written) == [row_id(1), row_id(2)]
    assert (store.opened, store.closed) == (2, 2)


def test_a_row_given_while_the_journal_is_being_closed_is_kept_as_well(places: Places) -> None:
    class Late(MemoryStore):
        def close(self) -> None:
            super().close()
            if self.closed == 1:
                given_to.put("entries", a_row(2))

    store = Late()
    given_to = Writer(places, store.open)
    given_to.put("entries", a_row(1))
    assert given_to.finish(LONG) is Kept.JOURNAL
    assert sorted(store.written) == [row_id(1), row_id(2)]


def test_a_journal_that_cannot_even_be_closed_is_let_go(places: Places) -> None:
    class Stubborn(MemoryStore):
        def close(self) -> None:
            raise StoreError("no")

    store = Stubborn()
    writer = Writer(places, store.open)
    writer.put("entries", a_row(1))
    assert writer.finish(LONG) is Kept.JOURNAL


def test_where_no_thread_can_be_had_the_rows_are_set_aside(
    writer: Writer, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_thread(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", no_thread)
    writer.put("entries", a_row(1, note="kept"))
    assert not writer.flush(LONG)
    assert writer.finish(LONG) is Kept.PENDING
    assert waiting_notes(places) == ["kept"]


def test_while_nothing_is_given_the_journal_is_looked_after_and_a_row_breaks_it_off(
    places: Places, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, done = threading.Event(), threading.Event()
    times: list[bool] = []

    def look_after(_journal: Path, hurry: Hurry) -> None:
        times.append(True)
        begun.set()
        if len(times) == 1:
            until(hurry)
        else:
            done.set()

    monkeypatch.setattr(care, "look_after", look_after)
    monkeypatch.setattr(calmcli.store.writer, "QUIET_SECONDS", 0.01)
    writer = Writer(places, store.open)
    writer.put("entries", a_row(1))
    assert begun.wait(LONG)
    writer.put("entries", a_row(2))
    assert writer.flush(LONG)
    assert done.wait(LONG)
    assert writer.finish(LONG) is Kept.JOURNAL
    assert sorted(store.written) == [row_id(1), row_id(2)]


def test_looking_after_that_never_ends_holds_up_neither_the_end_nor_the_program(
    places: Places, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def look_after(_journal: Path, _hurry: Hurry) -> None:
        begun.set()
        assert go_on.wait(LONG)

    monkeypatch.setattr(care, "look_after", look_after)
    monkeypatch.setattr(calmcli.store.writer, "_BREAK_OFF_SECONDS", 0.01)
    writer = Writer(places, store.open)
    writer.put("entries", a_row(1))
    assert writer.finish(0.01) is Kept.JOURNAL
    assert begun.wait(LONG)
    (thread,) = (each for each in threading.enumerate() if each.name == "journal")
    assert thread.daemon
    go_on.set()
    thread.join(LONG)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (StoreError("The disk is full."), "The disk is full."),
        (DamagedJournal("It is damaged."), f"It is damaged. {WHAT_TO_DO}"),
        (RecursionError("a fault of ours"), ""),
    ],
)
def test_why_a_row_waits_is_told_in_a_sentence_unless_it_is_a_fault_of_ours(
    writer: Writer, store: MemoryStore, fault: Exception, sentence: str
) -> None:
    assert writer.fault == ""
    store.fault = fault
    writer.put("entries", a_row(1))
    assert writer.finish(LONG) is Kept.PENDING
    assert writer.fault == sentence
