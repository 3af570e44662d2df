"""Any order of states from any number of journals ends with the same one."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calmcli.store.connection import Store
from calmcli.store.merging import compare, merge
from calmcli.store.row import Row, Rows
from calmcli.store.tables import DELETED, WITH_WORDS, tombstone
from sample_rows import a_row, row_id

WELL_KNOWN = "b1a5e5a1-0000-5000-8000-000000000000"
MOMENTS = ["2026-11-21T10:00:00+02:00", "2026-11-21T08:00:00Z", "2026-11-21T10:00:01+02:00"]


class Memory:
    """The rules of the store, without its disk."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, Row]] = {name: {} for name in (*WITH_WORDS, DELETED)}

    def put(self, table: str, row: Row) -> None:
        row_id = str(row["id"])
        if table == DELETED:
            for name in WITH_WORDS:
                self.tables[name].pop(row_id, None)
        elif row_id in self.tables[DELETED]:
            if row_id != WELL_KNOWN:
                return
            del self.tables[DELETED][row_id]
        self.tables[table][row_id] = row

    def get(self, table: str, row_id: str) -> Row | None:
        return self.tables[table].get(row_id)

    def close(self) -> None:
        """Nothing is held."""


ids = st.sampled_from([row_id(1), WELL_KNOWN])
states = st.builds(
    lambda row_id, moment, note: ("entries", a_row(id=row_id, edited_at=moment, note=note)),
    ids,
    st.sampled_from(MOMENTS),
    st.sampled_from([None, "a", "b"]),
) | st.builds(
    lambda row_id, moment: (DELETED, tombstone(row_id, moment)), ids, st.sampled_from(MOMENTS)
)


def merged(store: Rows, *rows: tuple[str, Row]) -> None:
    for table, row in rows:
        merge(store, table, row)


@given(st.lists(states, max_size=4))
def test_any_order_of_merging_ends_alike_and_twice_is_once(rows: list[tuple[str, Row]]) -> None:
    ends = []
    for order in permutations(rows):
        memory = Memory()
        merged(memory, *order, *order[:2])
        ends.append(memory.tables)
    assert all(end == ends[0] for end in ends)


def test_the_store_on_the_disk_keeps_to_the_same_rules(tmp_path: Path) -> None:
    number = 0

    @settings(max_examples=30)
    @given(st.lists(st.tuples(st.booleans(), states), max_size=6))
    def alike(steps: list[tuple[bool, tuple[str, Row]]]) -> None:
        nonlocal number
        number += 1
        memory = Memory()
        with Store.open(tmp_path / f"{number}.db") as store:
            for by_hand, (table, row) in steps:
                if by_hand:
                    store.put(table, row)
                    memory.put(table, row)
                else:
                    assert merge(store, table, row) is merge(memory, table, row)
            for table, rows in memory.tables.items():
                assert {str(row["id"]): row for row in store.rows(table)} == rows

    alike()


@pytest.mark.parametrize(
    ("held", "coming", "order"),
    [
        (None, a_row(), 1),
        (("entries", a_row(edited_at=MOMENTS[0])), a_row(edited_at=MOMENTS[1]), 0),
        (("entries", a_row(edited_at=MOMENTS[0])), a_row(edited_at=MOMENTS[2]), 1),
        (("entries", a_row(edited_at=MOMENTS[2])), a_row(edited_at=MOMENTS[0]), -1),
        ((DELETED, tombstone(row_id(1), MOMENTS[0])), a_row(edited_at=MOMENTS[2]), -1),
        (("entries", a_row(edited_at="some day")), a_row(edited_at=MOMENTS[1]), 1),
    ],
)
def test_of_two_states_one_counts(held: tuple[str, Row] | None, coming: Row, order: int) -> None:
    memory = Memory()
    if held:
        memory.put(*held)
    assert compare(memory, "entries", coming) == order


def test_a_row_that_changes_nothing_is_told_as_such_however_its_columns_are_ordered() -> None:
    memory = Memory()
    assert merge(memory, "entries", a_row(note="a")) is True
    assert merge(memory, "entries", a_row(note="a")) is False
    assert merge(memory, "entries", dict(reversed(a_row(note="a").items()))) is False
    assert merge(memory, "entries", a_row(note="b")) is True
    assert memory.tables["entries"][row_id(1)]["note"] == "b"
