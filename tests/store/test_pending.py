import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calmcli.store import pending
from calmcli.store.errors import RowRefused, StoreError
from calmcli.store.pending import merge_pending, put_pending, read_pending, remove_pending
from sample_rows import MemoryStore, a_row, row_id


def file_of(folder: Path, number: int = 1) -> Path:
    return folder / f"{row_id(number)}.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "pending"


def test_a_row_waits_in_a_private_file_under_its_id(folder: Path) -> None:
    put_pending(folder, "entries", a_row(1, note="later 🌿"))
    assert json.loads(file_of(folder).read_bytes()) == {
        "schema_version": 1,
        "table": "entries",
        "row": a_row(1, note="later 🌿"),
    }
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(file_of(folder).stat().st_mode) == 0o600


def test_a_row_that_waits_is_read_back(folder: Path) -> None:
    put_pending(folder, "entries", a_row(1))
    put_pending(folder, "entries", a_row(1, before=3))
    put_pending(folder, "entries", a_row(2))
    waiting = read_pending(folder)
    assert [found.row for found in waiting.rows] == [a_row(1, before=3), a_row(2)]
    assert [found.key for found in waiting.rows] == [
        ("entries", row_id(1)),
        ("entries", row_id(2)),
    ]
    assert waiting.left == []


def test_nothing_waits_where_there_is_no_folder(folder: Path) -> None:
    assert read_pending(folder) == pending.Waiting([], [])
    assert not folder.exists()


@pytest.mark.parametrize(
    "bad_id", ["", "../../x", "a/b", row_id(1).upper() + "A", row_id(1) + "\n", "\0", None]
)
def test_only_an_id_becomes_the_name_of_a_file(folder: Path, bad_id: str | None) -> None:
    with pytest.raises(RowRefused, match="not a UUID"):
        put_pending(folder, "entries", a_row(id=bad_id))
    with pytest.raises(RowRefused, match="not a UUID"):
        remove_pending(folder, str(bad_id))
    assert not folder.exists()


def test_text_that_is_no_text_is_refused(folder: Path) -> None:
    with pytest.raises(RowRefused):
        put_pending(folder, "entries", a_row(note="\udc80"))


def good(**changes: object) -> bytes:
    content = {"schema_version": 1, "table": "entries", "row": a_row(1)}
    return json.dumps(content | changes).encode()


BROKEN = {
    "empty": b"",
    "cut short": good()[:-9],
    "no JSON": b"\xff\xfe",
    "a list": b"[]",
    "deep": b'{"row":' + b"[" * 100_000,
    "another version": good(schema_version=2),
    "no table": good(table=None),
    "a row of rows": good(row=a_row(1) | {"note": ["a"]}),
    "another id": good(row=a_row(2)),
    "no id": good(row={}),
    "no time": good(row=a_row(1, edited_at=None)),
    "an odd time": good(row=a_row(1, edited_at="soon")),
    "huge": good() + b" " * pending.MOST_BYTES,
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_file_that_cannot_be_read_as_a_row_is_left_alone_and_told(
    folder: Path, content: bytes
) -> None:
    put_pending(folder, "entries", a_row(2))
    file_of(folder).write_bytes(content)
    store = MemoryStore()
    merged = merge_pending(store, folder)
    assert merged.kept == [("entries", row_id(2))]
    assert merged.left == [file_of(folder)]
    assert file_of(folder).read_bytes() == content
    assert list(store.written) == [row_id(2)]


def test_what_is_no_plain_file_is_left_alone_and_told(folder: Path, tmp_path: Path) -> None:
    folder.mkdir()
    (tmp_path / "elsewhere.json").write_bytes(good())
    file_of(folder, 1).symlink_to(tmp_path / "elsewhere.json")
    file_of(folder, 2).mkdir()
    (folder / "notes.txt").write_text("mine")
    left = [file_of(folder, 1), file_of(folder, 2)]
    if hasattr(os, "mkfifo"):
        os.mkfifo(file_of(folder, 3))
        left.append(file_of(folder, 3))
    waiting = read_pending(folder)
    assert waiting.rows == []
    assert waiting.left == [*left, folder / "notes.txt"]


def test_a_file_that_was_being_written_is_passed_over(folder: Path) -> None:
    folder.mkdir()
    (folder / f".{row_id(1)}.json.0a0b0c0d.new").write_bytes(b"{")
    assert read_pending(folder) == pending.Waiting([], [])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, len(good())))
def test_no_content_of_a_file_raises_anything(folder: Path, garbage: bytes, place: int) -> None:
    folder.mkdir(exist_ok=True)
    file_of(folder).write_bytes(good()[:place] + garbage + good()[place + len(garbage) :])
    waiting = read_pending(folder)
    assert len(waiting.rows) + len(waiting.left) == 1


def test_a_file_merged_by_another_program_meanwhile_is_no_fault(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "listdir", lambda _folder: [file_of(folder).name])
    assert read_pending(folder) == pending.Waiting([], [])


def test_a_merged_row_no_longer_waits(folder: Path) -> None:
    put_pending(folder, "entries", a_row(1))
    store = MemoryStore()
    assert merge_pending(store, folder) == pending.Merged([("entries", row_id(1))], [])
    assert store.written == {row_id(1): a_row(1)}
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("stored_at", "kept"),
    [
        ("2026-11-21T10:00:00+02:00", "waiting"),
        ("2026-11-21T09:00:00+01:00", "waiting"),
        ("2026-11-21T10:00:01+02:00", "stored"),
        ("2026-11-21T09:30:00+01:00", "stored"),
        ("2026-11-21T10:30:00+04:00", "waiting"),
    ],
)
def test_the_state_edited_later_is_the_one_kept(folder: Path, stored_at: str, kept: str) -> None:
    put_pending(folder, "entries", a_row(1, edited_at="2026-11-21T10:00:00+02:00", note="waiting"))
    store = MemoryStore()
    store.written[row_id(1)] = a_row(1, edited_at=stored_at, note="stored")
    merge_pending(store, folder)
    assert store.written[row_id(1)]["note"] == kept
    assert list(folder.iterdir()) == []


def test_a_row_the_journal_refuses_goes_on_waiting_and_holds_up_no_other(folder: Path) -> None:
    class Strict(MemoryStore):
        def put(self, table: str, row: dict[str, str | int | float | None]) -> None:
            if row["id"] == row_id(1):
                raise RowRefused("This does not fit.")
            super().put(table, row)

    put_pending(folder, "entries", a_row(1))
    put_pending(folder, "entries", a_row(2))
    merged = merge_pending(Strict(), folder)
    assert merged == pending.Merged([("entries", row_id(2))], [file_of(folder, 1)])
    assert list(folder.iterdir()) == [file_of(folder, 1)]


def test_rows_go_on_waiting_while_the_journal_cannot_be_used(folder: Path) -> None:
    put_pending(folder, "entries", a_row(1))
    store = MemoryStore()
    store.fault = StoreError("The journal cannot be used now.")
    with pytest.raises(StoreError):
        merge_pending(store, folder)
    assert list(folder.iterdir()) == [file_of(folder)]


def test_a_newer_state_set_aside_during_the_merge_goes_on_waiting(folder: Path) -> None:
    class Meanwhile(MemoryStore):
        def put(self, table: str, row: dict[str, str | int | float | None]) -> None:
            super().put(table, row)
            put_pending(folder, "entries", a_row(1, note="newer"))

    put_pending(folder, "entries", a_row(1))
    merge_pending(Meanwhile(), folder)
    assert [found.row["note"] for found in read_pending(folder).rows] == ["newer"]


def test_a_file_that_cannot_be_removed_is_merged_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    put_pending(folder, "entries", a_row(1))
    monkeypatch.setattr(Path, "unlink", locked)
    store = MemoryStore()
    for _ in range(2):
        assert merge_pending(store, folder).kept == [("entries", row_id(1))]
    assert list(store.written) == [row_id(1)]


def test_removing_a_row_that_does_not_wait_is_fine(folder: Path) -> None:
    remove_pending(folder, row_id(1))
    put_pending(folder, "entries", a_row(1))
    remove_pending(folder, row_id(1))
    assert list(folder.iterdir()) == []


def test_a_file_that_goes_while_the_others_are_read_hides_none_of_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_pending(folder, "entries", a_row(2))
    names = [f"{row_id(1)}.json", f"{row_id(2)}.json"]
    monkeypatch.setattr(os, "listdir", lambda _folder: names)
    waiting = read_pending(folder)
    assert [found.row for found in waiting.rows] == [a_row(2)]
    assert waiting.left == []


@pytest.mark.parametrize("name", ["mine.json", f"{row_id(1)}.txt"])
def test_only_a_file_named_by_an_id_is_read_as_a_row(folder: Path, name: str) -> None:
    folder.mkdir()
    row = a_row(id=name.partition(".")[0])
    (folder / name).write_bytes(good(row=row))
    assert read_pending(folder) == pending.Waiting([], [folder / name])
