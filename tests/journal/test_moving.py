"""Journals that are taken elsewhere, come back, and meet again."""

import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calmcli.errors import CalmError, UsageError
from calmcli.journal.editing import delete_entries, keep_entry, with_note
from calmcli.journal.entries import to_row
from calmcli.journal.exporting import exported
from calmcli.journal.importing import Counted, Imported, import_rows
from calmcli.journal.incoming import read_source
from calmcli.journal.reading import read_entries
from calmcli.paths import Places
from calmcli.store import records
from calmcli.store.connection import Store
from calmcli.store.errors import RowRefused, StoreError
from calmcli.store.merging import merge
from calmcli.store.pending import put_pending
from calmcli.store.records import Record, keep_records
from calmcli.store.row import Row
from calmcli.store.standing import UNREADABLE_FILE
from calmcli.store.tables import DELETED, ENTRIES, RECORDS, tombstone
from moved_entries import entries, few_moments
from moved_entries import records as any_records
from naughty import NAUGHTY
from sample_entries import an_entry
from sample_rows import places_in, row_id

State = tuple[str, Row]

numbers = st.integers(0, 5)
states = st.one_of(
    entries(numbers, few_moments).map(lambda entry: (ENTRIES, to_row(entry))),
    any_records(numbers, few_moments).map(lambda record: (RECORDS, records.to_row(record))),
    st.builds(
        lambda number, moment: (DELETED, tombstone(row_id(number), moment.isoformat())),
        numbers | numbers.map(lambda number: number + 1000),
        few_moments,
    ),
)
journals = st.lists(states, max_size=6)
slow = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


def export(places: Places, form: str = "json") -> str:
    messages: list[str] = []
    text = "".join(
        exported(places, form, lambda script, _origin: script, lambda _entry: "", messages.append)
    )
    assert messages == []
    return text


def bring(places: Places, content: str | bytes, path: Path | None = None) -> Imported:
    data = content.encode() if isinstance(content, str) else content
    return import_rows(places, read_source("there", data, path, lambda _message: None))


def filled(places: Places, held: Iterable[State]) -> Places:
    """A journal in which these states were met one after another."""
    with Store.open(places.journal) as store, store.all_or_nothing():
        for table, row in held:
            merge(store, table, row)
    return places


@contextmanager
def fresh_folder() -> Iterator[Path]:
    """A folder in memory where there is such a thing: many small journals need no disk."""
    memory = Path("/dev/shm")  # noqa: S108  # the folder made in it is private
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def here(tmp_path: Path) -> Places:
    return places_in(tmp_path / "here")


@pytest.fixture
def there(tmp_path: Path) -> Places:
    return places_in(tmp_path / "there")


@slow
@given(journals)
def test_an_imported_export_is_the_journal_it_came_from_and_twice_is_once(
    held: list[State],
) -> None:
    with fresh_folder() as folder:
        first, second = filled(places_in(folder / "1"), held), places_in(folder / "2")
        bring(second, export(first))
        assert export(second) == export(first)
        again = bring(second, export(first))
        assert (again.sessions.new, again.sessions.newer, again.gone) == (0, 0, 0)
        assert export(second) == export(first)


@slow
@given(journals, journals, journals)
def test_three_journals_that_went_apart_are_one_again_in_whatever_order_they_meet(
    first: list[State], second: list[State], third: list[State]
) -> None:
    with fresh_folder() as folder:
        exports = [
            export(filled(places_in(folder / str(number)), held))
            for number, held in enumerate((first, second, third))
        ]
        merged = set()
        for number, order in enumerate(permutations(exports)):
            places = places_in(folder / f"merged-{number}")
            for each in order:
                bring(places, each)
            merged.add(export(places))
        assert len(merged) == 1


@pytest.mark.parametrize("order", ["here first", "there first"])
def test_two_machines_that_take_each_others_exports_end_equal(
    here: Places, there: Places, order: str
) -> None:
    for number in range(4):
        keep_entry(here, an_entry(number))
    bring(there, export(here))
    later = an_entry(9).started_at
    keep_entry(here, with_note(an_entry(0), "here", later))
    keep_entry(there, with_note(an_entry(0), "there, later", later + timedelta(hours=1)))
    keep_entry(here, with_note(an_entry(1), "edited here", later))
    delete_entries(there, [an_entry(1)])
    keep_entry(here, an_entry(5))
    keep_entry(there, an_entry(6))
    pairs = [(here, there), (there, here)]
    for to, other in pairs if order == "here first" else pairs[::-1]:
        bring(to, export(other))
    bring(here, export(there))
    assert export(here) == export(there)
    found = {entry.id: entry.note for entry in read_entries(here).entries}
    assert found[row_id(0)] == "there, later"
    assert row_id(1) not in found
    assert {row_id(5), row_id(6)} <= set(found)


def test_a_conflict_copy_of_the_journal_itself_is_merged_and_left_as_it_is(
    here: Places, there: Places
) -> None:
    keep_entry(here, an_entry(1))
    there.journal.parent.mkdir()
    shutil.copy(here.journal, there.journal)
    keep_entry(here, with_note(an_entry(1), "here", an_entry(3).started_at))
    keep_entry(there, an_entry(2))
    delete_entries(there, [an_entry(4)])
    copy = there.journal.with_name("journal (conflict).db")
    shutil.copy(there.journal, copy)
    before = copy.read_bytes()
    imported = bring(here, before, copy)
    assert imported.sessions == Counted(new=1, newer=0, known=1)
    assert copy.read_bytes() == before
    assert [entry.note for entry in read_entries(here).entries] == [None, "here"]


def test_a_journal_of_the_first_version_can_be_imported(here: Places) -> None:
    old = Path(__file__).parents[1] / "store" / "journals" / "version-1.db"
    before = old.read_bytes()
    assert bring(here, before, old).sessions.new > 0
    assert old.read_bytes() == before


def test_what_waits_for_the_journal_is_exported_with_it(here: Places, there: Places) -> None:
    keep_entry(here, an_entry(1))
    delete_entries(here, [an_entry(7)])
    put_pending(here.pending, ENTRIES, to_row(an_entry(2)))
    record = Record(
        id=row_id(8),
        shelf="visit",
        started_at=an_entry(1).started_at,
        edited_at=an_entry(1).started_at,
        content={"name": "scan"},
    )
    put_pending(here.pending, RECORDS, records.to_row(record))
    put_pending(here.pending, DELETED, tombstone(row_id(1), "2030-01-01T00:00:00+00:00"))
    told = json.loads(export(here))
    assert [entry["id"] for entry in told["entries"]] == [row_id(2)]
    assert [one["content"] for one in told["records"]] == [{"name": "scan"}]
    assert [one["id"] for one in told["deleted"]] == [row_id(1), row_id(7)]
    bring(there, export(here))
    assert export(there) == export(here)


@pytest.mark.parametrize("form", ["json", "csv"])
def test_text_that_has_broken_others_survives(here: Places, there: Places, form: str) -> None:
    kept = [an_entry(number, note=text, visit=text) for number, text in enumerate(NAUGHTY)]
    filled(here, [(ENTRIES, to_row(entry)) for entry in kept])
    bring(there, export(here, form))
    assert list(read_entries(there).entries) == kept[::-1]


def test_markdown_shows_every_session_and_makes_nothing_of_its_words(here: Places) -> None:
    keep_entry(here, an_entry(1, note="# one\n1. two\n<b>*three*</b>"))
    assert export(here, "md") == (
        "# Sessions\n\n\n- Exercise: box (box)"
        "\n- Began: Sun 22 Nov 2026 14:22 (UTC+02:00)\n- Ended: 14:26, to its end"
        "\n- Practised: 4 minutes\n- Before: 7\n- After: 4"
        "\n- Note: \\# one  \n  1\\. two  \n  \\<b\\>\\*three\\*\\</b\\>"
        f"\n- Id: {row_id(1)}\n"
    )


def test_json_that_a_list_gave_can_be_imported_too(here: Places, there: Places) -> None:
    keep_entry(here, an_entry(1))
    listed = {"schema_version": 1, "entries": list(read_entries(here).as_json_objects())}
    assert bring(there, json.dumps(listed)).sessions.new == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xff\xfe", "there: it is neither a journal nor an export of one"),
        (b"hello", "does not name the columns"),
        (b"", "does not name the columns"),
        (b"{", "there: it is not whole JSON (Input data was truncated)"),
        (b"{}", "there: it is neither a journal"),
        (b'{"schema_version": 1, "scripts": []}', "there: it is neither a journal"),
        (b'{"schema_version": 2, "entries": []}', "there: it was written by a newer calmcli"),
        (b'{"schema_version": 1, "entries": [7]}', "there: session 1: it has to be an object"),
        (b'{"schema_version": 1, "entries": [{}]}', "there: session 1: 'id' is missing"),
        (b'{"schema_version": 1, "entries": [], "records": [{}]}', "there: record 1: it has to"),
        (b'{"schema_version": 1, "entries": [], "deleted": [{}]}', "there: deletion 1: it has to"),
        (b'{"a":' * 100_000, "there: it is not whole JSON"),
    ],
)
def test_what_cannot_be_imported_is_told_with_its_place_and_nothing_is_let_in(
    here: Places, content: bytes, words: str
) -> None:
    with pytest.raises(CalmError) as told:
        bring(here, content)
    assert words in str(told.value)
    assert not here.journal.exists()


@pytest.mark.parametrize("form", ["json", "csv"])
def test_one_entry_that_does_not_fit_keeps_the_others_out(
    here: Places, there: Places, form: str
) -> None:
    for number in range(3):
        keep_entry(there, an_entry(number))
    spoiled = "stolen".join(export(there, form).rsplit("shipped", 1))
    with pytest.raises(UsageError, match=r"there: (session 3|line 4): 'origin' has to be shipped"):
        bring(here, spoiled)
    assert not here.journal.exists()


def test_a_journal_that_breaks_off_while_it_takes_things_in_takes_none_of_them(
    here: Places, there: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        keep_entry(there, an_entry(number))
    keep_entry(here, an_entry(9))
    before, put = export(here), Store.put

    def full(store: Store, table: str, row: Row) -> None:
        if row["id"] == row_id(0):
            raise StoreError("The journal cannot be used now: the disk is full.")
        put(store, table, row)

    monkeypatch.setattr(Store, "put", full)
    with pytest.raises(StoreError, match="disk is full"):
        bring(here, export(there))
    monkeypatch.undo()
    assert export(here) == before


def test_a_damaged_copy_is_told_and_nothing_is_let_in(here: Places, there: Places) -> None:
    filled(there, [(ENTRIES, to_row(an_entry(number))) for number in range(300)])
    content = bytearray(there.journal.read_bytes())
    content[12288:] = b"\xff" * (len(content) - 12288)
    there.journal.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"):
        bring(here, bytes(content), there.journal)
    assert not here.journal.exists()


def test_a_part_that_cannot_be_read_is_said_and_the_rest_exported(here: Places) -> None:
    keep_entry(here, an_entry(1))
    here.pending.mkdir()
    (here.pending / "notes.txt").write_text("mine")
    messages: list[str] = []
    pieces = exported(
        here, "json", lambda script, _origin: script, lambda _entry: "", messages.append
    )
    assert row_id(1) in "".join(pieces)
    assert set(messages) == {UNREADABLE_FILE}


def test_an_entry_that_was_deleted_here_does_not_come_back(here: Places, there: Places) -> None:
    keep_entry(there, an_entry(1))
    before = export(there)
    bring(here, before)
    delete_entries(here, [an_entry(1)])
    keep_entry(there, with_note(an_entry(1), "edited much later", an_entry(9999).started_at))
    assert bring(here, export(there)).sessions == Counted(known=1)
    assert list(read_entries(here).entries) == []


def test_a_row_that_the_journal_refuses_is_no_half_import(here: Places) -> None:
    rows: list[State] = [(ENTRIES, to_row(an_entry(1))), (ENTRIES, {"id": row_id(2), "odd": 1})]
    with pytest.raises(RowRefused):
        import_rows(here, lambda: iter(rows))
    assert list(read_entries(here).entries) == []


def test_everything_else_is_counted_apart_from_sessions(here: Places, there: Places) -> None:
    moment = an_entry(1).started_at
    record = Record(
        id=row_id(8), shelf="visit", started_at=moment, edited_at=moment, content={"name": "scan"}
    )
    keep_records(there, [record])
    keep_entry(there, an_entry(1))
    imported = bring(here, export(there))
    assert (imported.records, imported.sessions) == (Counted(new=1), Counted(new=1))
    delete_entries(there, [an_entry(1), an_entry(5)])
    imported = bring(here, export(there))
    assert (imported.records, imported.gone) == (Counted(known=1), 1)


def test_what_is_new_and_what_is_newer_is_counted(here: Places, there: Places) -> None:
    for number in (1, 2):
        keep_entry(here, an_entry(number))
        keep_entry(there, with_note(an_entry(number), "later", an_entry(9).started_at))
        keep_entry(there, an_entry(number + 2))
    assert bring(here, export(there)).sessions == Counted(new=2, newer=2)


@pytest.mark.parametrize("before", ["\ufeff", "\n  ", "\ufeff\n"])
def test_json_may_begin_with_what_editors_put_before_it(
    here: Places, there: Places, before: str
) -> None:
    keep_entry(there, an_entry(1))
    assert bring(here, before + export(there)).sessions.new == 1


def test_a_record_comes_with_the_copy_of_a_journal_and_a_broken_one_names_the_file(
    here: Places, there: Places
) -> None:
    moment = an_entry(1).started_at
    record = Record(
        id=row_id(8), shelf="visit", started_at=moment, edited_at=moment, content={"name": "scan"}
    )
    keep_records(there, [record])
    assert bring(here, there.journal.read_bytes(), there.journal).records == Counted(new=1)
    assert records.read_records(here, "visit").records == [record]
    with Store.open(there.journal) as store:
        store.put("records", records.to_row(record) | {"content": "no"})
    with pytest.raises(CalmError, match="there: A part of what you keep"):
        bring(here, there.journal.read_bytes(), there.journal)
