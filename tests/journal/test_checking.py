from typing import Any

import pytest

from calmcli.errors import UsageError
from calmcli.journal.checking import (
    MEANINGS,
    checked_deletion,
    checked_entry,
    checked_record,
    unknown_fields,
)
from calmcli.journal.entries import Entry, as_json_object
from sample_entries import an_entry
from sample_rows import row_id

FIELDS = as_json_object(an_entry(1))


def test_every_field_of_an_entry_has_its_meaning_in_words() -> None:
    assert tuple(MEANINGS) == Entry.__struct_fields__


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", "x"),
        ("id", row_id(1).upper().replace("0", "A")),
        ("started_at", "2026-11-21"),
        ("started_at", "2026-11-21T14:22:00"),
        ("started_at", "0001-01-01T00:00:00+12:00"),
        ("ended_at", "9999-12-31T23:00:00+00:00"),
        ("edited_at", "1969-01-01T00:00:00+00:00"),
        ("kind", None),
        ("origin", "stolen"),
        ("before", 11),
        ("before", 7.0),
        ("after", True),
        ("after", "7"),
        ("during", [3]),
        ("during", [{"at_seconds": -1, "rating": 3}]),
        ("ended", "maybe"),
        ("planned_seconds", -1),
        ("done_seconds", float("nan")),
        ("done_seconds", float("inf")),
        ("pace", 0),
        ("skipped", [3]),
        ("place", "moon"),
        ("note", 3),
    ],
)
def test_a_field_that_is_not_right_is_named_with_what_it_has_to_be(field: str, value: Any) -> None:
    with pytest.raises(UsageError) as told:
        checked_entry(FIELDS | {field: value})
    assert str(told.value) == f"'{field}' has to be {MEANINGS[field]}"


@pytest.mark.parametrize("field", ["planned_seconds", "done_seconds"])
def test_a_length_is_taken_up_to_the_most_there_is(field: str) -> None:
    assert getattr(checked_entry(FIELDS | {field: 1e12}), field) == 1e12
    with pytest.raises(UsageError):
        checked_entry(FIELDS | {field: 1e12 + 1})


@pytest.mark.parametrize("field", ["id", "started_at", "edited_at", "kind", "ended"])
def test_a_field_that_is_needed_is_missed(field: str) -> None:
    with pytest.raises(UsageError, match=f"'{field}' is missing"):
        checked_entry({name: value for name, value in FIELDS.items() if name != field})


def test_what_a_newer_calmcli_knows_of_an_entry_is_noticed_and_holds_nothing_up() -> None:
    assert checked_entry(FIELDS | {"mood": "x"}) == an_entry(1)
    assert unknown_fields(FIELDS | {"mood": "x"}) == {"mood"}


RECORD = {
    "id": row_id(1),
    "shelf": "visit",
    "started_at": "2026-11-21T14:22:00+02:00",
    "edited_at": "2026-11-21T14:22:00+02:00",
    "content": {"name": "scan"},
}


@pytest.mark.parametrize(
    "change", [{"id": "x"}, {"shelf": 3}, {"content": []}, {"started_at": "1066-10-14T09:00:00Z"}]
)
def test_a_record_that_is_none_is_told(change: dict[str, Any]) -> None:
    assert checked_record(RECORD).content == {"name": "scan"}
    with pytest.raises(UsageError, match="id, shelf, started_at"):
        checked_record(RECORD | change)


@pytest.mark.parametrize(
    "change", [{"id": "x"}, {"deleted_at": "soon"}, {"deleted_at": "1066-10-14T09:00:00Z"}]
)
def test_a_deletion_that_is_none_is_told(change: dict[str, Any]) -> None:
    deletion = {"id": row_id(1), "deleted_at": "2026-11-21T14:22:00+02:00"}
    assert checked_deletion(deletion) == (row_id(1), "2026-11-21T14:22:00+02:00")
    with pytest.raises(UsageError, match="deleted_at"):
        checked_deletion(deletion | change)
