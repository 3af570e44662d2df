"""Rows and stores for the tests of what keeps them."""

from pathlib import Path
from threading import Event

from calmcli.paths import Places, find_places
from calmcli.store.errors import StoreError
from calmcli.store.pending import read_pending
from calmcli.store.row import Row


def row_id(number: int) -> str:
    return f"{number:08x}-0000-7000-8000-000000000000"


def a_row(number: int = 1, **changes: str | float | None) -> Row:
    """A row of the entries table; a higher number started and was edited later."""
    minute = f"{number // 60:02}:{number % 60:02}"
    row: Row = {
        "id": row_id(number),
        "started_at": f"2026-11-21T{minute}:00+02:00",
        "ended_at": None,
        "edited_at": f"2026-11-21T{minute}:30+02:00",
        "kind": "breathing",
        "script": "box",
        "origin": "shipped",
        "content_hash": "0f",
        "before": 7,
        "after": None,
        "during": "[]",
        "ended": "unfinished",
        "planned_seconds": 16.0,
        "done_seconds": 0.0,
        "pace": 1.0,
        "skipped": "[]",
        "visit": None,
        "visit_step": None,
        "place": None,
        "note": None,
    }
    return row | changes


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def places_in(folder: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(folder)})


def waiting_notes(places: Places) -> list[object]:
    """The notes of the rows that wait, by id."""
    return [found.row["note"] for found in read_pending(places.pending).rows]


class MemoryStore:
    """A store that can be slow, or refuse, when a test says so."""

    def __init__(self) -> None:
        self.written: dict[str, Row] = {}
        self.puts: list[Row] = []
        self.fault: Exception | None = None
        self.entered = Event()
        self.go_on = Event()
        self.go_on.set()
        self.opened = 0
        self.closed = 0

    def open(self, _path: Path) -> "MemoryStore":
        self.opened += 1
        return self

    def hold(self) -> None:
        """From now on a put takes until `go_on` is set; `entered` tells that one has begun."""
        self.entered.clear()
        self.go_on.clear()

    def put(self, table: str, row: Row) -> None:
        assert table == "entries"
        self.entered.set()
        assert self.go_on.wait(30)
        if self.fault is not None:
            raise self.fault
        self.written[str(row["id"])] = row
        self.puts.append(row)

    def get(self, table: str, row_id: str) -> Row | None:
        return self.written.get(row_id) if table == "entries" else None

    def close(self) -> None:
        self.closed += 1


def no_store(_path: Path) -> MemoryStore:
    raise StoreError("The journal cannot be used now.")
