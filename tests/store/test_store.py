import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.store import connection
from calmcli.store.connection import Store
from calmcli.store.errors import DamagedJournal, MissingJournal, RowRefused, StoreError
from calmcli.store.filters import Filter
from calmcli.store.instants import instant_ms, instant_us
from sample_rows import a_row, names_in, row_id


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "a b?c#d %20 🌿" / "journal.db"


@pytest.fixture
def store(journal: Path) -> Iterator[Store]:
    with Store.open(journal) as store:
        yield store


def test_a_row_comes_back_as_it_was_put(store: Store, journal: Path) -> None:
    store.put("entries", a_row(1))
    assert store.get("entries", row_id(1)) == a_row(1)
    with Store.open_to_read(journal) as reader:
        assert list(reader.rows("entries")) == [a_row(1)]
    assert store.get("entries", row_id(2)) is None


def test_a_later_state_takes_the_place_of_an_earlier_one(store: Store) -> None:
    store.put("entries", a_row(1))
    store.put("entries", a_row(1, before=0, note="better 🌿"))
    assert list(store.rows("entries")) == [a_row(1, before=0, note="better 🌿")]


def test_rows_come_by_their_instant_and_not_by_their_written_time(store: Store) -> None:
    moments = [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:10:00+01:00",
        "2026-10-25T01:30:00.250Z",
        "2026-10-24T23:00:00-04:00",
    ]
    for number, moment in enumerate(moments):
        store.put("entries", a_row(number, started_at=moment))
    newest_first = [row["started_at"] for row in store.rows("entries")]
    assert newest_first == moments[::-1]
    assert [row["started_at"] for row in store.rows("entries", newest_first=False)] == moments


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PAGE_ROWS", 4)


@pytest.mark.usefixtures("short_pages")
@pytest.mark.parametrize("limit", [0, 1, 3, 8, 100, None])
@pytest.mark.parametrize("count", [8, 11])
def test_as_many_rows_as_asked_for_come_across_all_pages(
    store: Store, limit: int | None, count: int
) -> None:
    for number in range(count):  # every third starts in the same instant as its neighbours
        store.put("entries", a_row(number, started_at=a_row(number // 3)["started_at"]))
    numbers = [row["id"] for row in store.rows("entries", limit=limit)]
    assert numbers == [row_id(number) for number in reversed(range(count))][:limit]


@pytest.mark.usefixtures("short_pages")
def test_a_slow_reader_holds_up_no_writer(store: Store, journal: Path) -> None:
    for number in range(5):
        store.put("entries", a_row(number))
    with Store.open_to_read(journal) as reader:
        rows = reader.rows("entries")
        next(rows)
        store.put("entries", a_row(0, note="written meanwhile"))
        assert list(rows)[-1]["note"] == "written meanwhile"


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("nothing", a_row()),
        ("sqlite_master", a_row()),
        ('entries" --', a_row()),
        ("entries", a_row(surprise=1)),
        ("entries", a_row(**{'note" = 1 --': 1})),
        ("entries", a_row(started_ms=1)),
        ("entries", {}),
        ("entries", {"id": row_id(1)}),
        ("entries", a_row(id="short")),
        ("entries", a_row(id=None)),
        ("entries", a_row(before=11)),
        ("entries", a_row(before=-1)),
        ("entries", a_row(before=3.5)),
        ("entries", a_row(after="seven")),
        ("entries", a_row(ended="ended")),
        ("entries", a_row(origin="elsewhere")),
        ("entries", a_row(started_at="yesterday")),
        ("entries", a_row(done_seconds=-1)),
        ("entries", a_row(done_seconds="long")),
        ("entries", a_row(planned_seconds="long")),
        ("entries", a_row(pace=0)),
        ("entries", a_row(note="\udc80")),
        ("entries", a_row(before=2**70)),
    ],
)
def test_a_row_that_does_not_fit_is_refused_and_changes_nothing(
    store: Store, table: str, row: dict[str, str | int | float | None]
) -> None:
    with pytest.raises(RowRefused, match="does not fit"):
        store.put(table, row)
    assert list(store.rows("entries")) == []
    store.put("entries", a_row(1))


@pytest.mark.parametrize(
    ("table", "row", "reason"),
    [
        ("nothing", a_row(), "it has no table nothing"),
        ("entries", a_row(odd=1, surprise=1), "it has no column odd, surprise"),
        ("entries", {}, "it has no id"),
        ("deleted", {"id": row_id(1)}, "it has no time"),
        ("entries", a_row(before=11), "CHECK constraint failed"),
    ],
)
def test_why_a_row_does_not_fit_is_told(
    store: Store, table: str, row: dict[str, str | int | float | None], reason: str
) -> None:
    with pytest.raises(RowRefused, match=f"journal: {reason}"):
        store.put(table, row)


def test_a_table_that_is_not_there_cannot_be_read(store: Store) -> None:
    with pytest.raises(DamagedJournal):
        store.get("visits", row_id(1))
    with pytest.raises(DamagedJournal):
        next(store.rows("visits"))


def test_a_closed_store_says_so_calmly(journal: Path) -> None:
    store = Store.open(journal)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="cannot be used now"):
        store.put("entries", a_row())


def test_a_journal_opened_to_read_is_never_written(store: Store, journal: Path) -> None:
    store.put("entries", a_row(1))
    before = journal.read_bytes(), journal.stat().st_mtime_ns
    with Store.open_to_read(journal) as reader, pytest.raises(StoreError, match="written"):
        reader.put("entries", a_row(2))
    assert (journal.read_bytes(), journal.stat().st_mtime_ns) == before


def test_reading_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    for path in (tmp_path / "journal.db", tmp_path / "folder" / "journal.db"):
        with pytest.raises(MissingJournal):
            Store.open_to_read(path)
    assert list(tmp_path.iterdir()) == []


def test_the_file_keeps_to_the_promises_of_its_settings(store: Store, journal: Path) -> None:
    store.put("entries", a_row(1, note="a secret that goes away"))
    store.put("entries", a_row(1, note=None))
    assert b"a secret" not in journal.read_bytes()
    with closing(sqlite3.connect(journal)) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert other.execute("PRAGMA application_id").fetchone() == (0x63616C6D,)
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_journal_and_folder_are_private_whatever_the_umask(journal: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        with Store.open(journal) as store:
            store.put("entries", a_row())
    finally:
        os.umask(before)
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600
    assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700
    assert names_in(journal.parent) == ["journal.db"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_journal_that_was_restored_too_open_is_closed(store: Store, journal: Path) -> None:
    store.close()
    journal.chmod(0o644)
    Store.open(journal).close()
    assert stat.S_IMODE(journal.stat().st_mode) == 0o600


def test_a_linked_folder_holds_the_journal(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    with Store.open(tmp_path / "link" / "journal.db") as store:
        store.put("entries", a_row(1))
    with Store.open_to_read(tmp_path / "real" / "journal.db") as store:
        assert list(store.rows("entries")) == [a_row(1)]


@settings(deadline=None)
@given(
    st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2200, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
)
def test_sqlite_and_python_agree_on_the_instant(moment: datetime, offset_minutes: int) -> None:
    local = moment.replace(tzinfo=timezone(timedelta(minutes=offset_minutes)))
    formula = "SELECT CAST(round((julianday(?) - 2440587.5) * 86400000.0) AS INTEGER)"
    with closing(sqlite3.connect(":memory:")) as sqlite:
        (ms,) = sqlite.execute(formula, (local.isoformat(),)).fetchone()
    assert abs(ms - instant_ms(local)) <= 1
    assert instant_us(local.isoformat()) == (local - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        microseconds=1
    )


@pytest.mark.parametrize(
    ("written", "instant"),
    [
        ("1970-01-01T00:00:01", 1_000_000),
        ("0001-01-01T00:00:00+14:00", -62135647200000000),
        ("soon", None),
        (None, None),
        (7, None),
    ],
)
def test_a_written_time_is_an_instant_or_nothing(written: object, instant: int | None) -> None:
    assert instant_us(written) == instant


@pytest.mark.usefixtures("short_pages")
@pytest.mark.parametrize("where", [Filter(), Filter(often={"kind": "breathing"})])
def test_rows_are_counted_and_given_from_any_place_on(store: Store, where: Filter) -> None:
    for number in range(11):  # every third starts in the same instant as its neighbours
        store.put("entries", a_row(number, started_at=a_row(number // 3)["started_at"]))
    marks = [mark for mark, _ in store.marked_rows("entries", where=where)]
    assert [row_id for _, row_id in marks] == [row["id"] for row in store.rows("entries")]
    for at, mark in enumerate(marks):
        assert store.how_many("entries", replace(where, newer_than=mark)) == at
        for skip in range(3):
            found = store.marked_rows("entries", where=where, after=mark, skip=skip)
            assert [each for each, _ in found] == marks[at + 1 + skip :]
    assert store.how_many("entries", where) == 11
    assert store.how_many("entries", Filter(equal={"kind": "grounding"})) == 0
