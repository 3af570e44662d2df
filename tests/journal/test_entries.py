from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.errors import CalmError
from calmcli.journal.entries import During, Entry, as_json_object, from_row, new_id, to_row
from calmcli.text import clean
from moved_entries import entries
from sample_rows import a_row

HERE = timezone(timedelta(hours=2))
BEGAN = datetime(2026, 11, 21, 14, 22, tzinfo=HERE)

ENTRY = Entry(
    id="01989f1e-0000-7000-8000-000000000000",
    started_at=BEGAN,
    edited_at=BEGAN,
    kind="breathing",
    script="box",
    origin="shipped",
    content_hash="0f",
    ended="unfinished",
)


@settings(deadline=None)
@given(entries(st.integers(0, 99)))
def test_an_entry_comes_back_from_its_row_as_it_was(entry: Entry) -> None:
    back = from_row(to_row(entry))
    assert back == entry
    assert back.started_at.utcoffset() == entry.started_at.utcoffset()


def test_an_entry_in_json_has_every_field_and_says_absent_as_null_or_an_empty_list() -> None:
    assert as_json_object(ENTRY) == {
        "id": "01989f1e-0000-7000-8000-000000000000",
        "started_at": "2026-11-21T14:22:00+02:00",
        "ended_at": None,
        "edited_at": "2026-11-21T14:22:00+02:00",
        "kind": "breathing",
        "script": "box",
        "origin": "shipped",
        "content_hash": "0f",
        "before": None,
        "after": None,
        "during": [],
        "ended": "unfinished",
        "planned_seconds": None,
        "done_seconds": 0.0,
        "pace": None,
        "skipped": [],
        "visit": None,
        "visit_step": None,
        "place": None,
        "note": None,
    }


def test_a_rating_of_nothing_is_not_a_rating_of_zero() -> None:
    entry = from_row(to_row(replace(ENTRY, before=0)))
    assert (entry.before, entry.after) == (0, None)


def test_lists_are_text_in_a_row() -> None:
    entry = replace(ENTRY, during=[During(at_seconds=2.5, rating=6)], skipped=["hands"])
    row = to_row(entry)
    assert row["during"] == '[{"at_seconds":2.5,"rating":6}]'
    assert row["skipped"] == '["hands"]'


def test_text_that_would_act_on_a_screen_is_cleaned_however_it_comes_in() -> None:
    assert replace(ENTRY, script="a\x1b]0;x\x07b").script == "ab"
    assert replace(ENTRY, skipped=["a\x9bb\n"]).skipped == [clean("a\x9bb\n")]
    row = to_row(ENTRY) | {"note": "one\n\ttwo\u202e", "visit": "a\nb"}
    assert from_row(row).note == "one\n\ttwo"
    assert from_row(row).visit == "a b"


def test_practice_is_kept_to_the_millisecond() -> None:
    assert replace(ENTRY, done_seconds=1.23456).done_seconds == 1.235


@pytest.mark.parametrize(
    "changes",
    [
        {"before": 11},
        {"after": -1},
        {"before": 3.5},
        {"ended": "over"},
        {"origin": "elsewhere"},
        {"place": "moon"},
        {"started_at": "2026-11-21T14:22:00"},
        {"started_at": "yesterday"},
        {"started_at": None},
        {"during": "[" * 100_000},
        {"during": "no"},
        {"during": None},
        {"during": '[{"at_seconds":1,"rating":11}]'},
        {"skipped": "[1]"},
        {"id": None},
    ],
)
def test_a_row_that_holds_no_entry_is_told_calmly(
    changes: dict[str, str | int | float | None],
) -> None:
    with pytest.raises(CalmError, match="could not be understood"):
        from_row(a_row() | changes)


def test_a_row_of_an_older_form_lacks_only_what_was_not_known() -> None:
    row = a_row()
    for name in ("skipped", "during", "note"):
        del row[name]
    entry = from_row(row)
    assert (entry.skipped, entry.during, entry.note) == ([], [], None)


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_an_id_is_a_uuid_of_version_7_that_holds_its_time(unix_ms: int, noise: bytes) -> None:
    uuid = UUID(new_id(unix_ms, noise))
    assert str(uuid) == new_id(unix_ms, noise)
    assert (uuid.version, uuid.variant) == (7, "specified in RFC 4122")
    assert uuid.int >> 80 == unix_ms


@given(
    st.integers(0, 2**48 - 2),
    st.integers(1, 10**6),
    st.binary(min_size=10, max_size=10),
    st.binary(min_size=10, max_size=10),
)
def test_ids_sort_by_time(earlier: int, gap: int, one: bytes, other: bytes) -> None:
    later = min(earlier + gap, 2**48 - 1)
    assert new_id(earlier, one) < new_id(later, other)


@given(st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_different_noise_makes_different_ids_but_for_the_fixed_bits(
    one: bytes, other: bytes
) -> None:
    mask = (2**4 - 1) << 76 | (2**2 - 1) << 62
    ones, others = int.from_bytes(one, "big"), int.from_bytes(other, "big")
    same = ones & ~mask == others & ~mask
    assert (new_id(0, one) == new_id(0, other)) is same


@pytest.mark.parametrize(
    ("unix_ms", "noise"), [(-1, bytes(10)), (2**48, bytes(10)), (0, bytes(9)), (0, bytes(16))]
)
def test_an_id_of_no_time_or_of_the_wrong_noise_is_refused(unix_ms: int, noise: bytes) -> None:
    with pytest.raises(ValueError, match=r"^\("):
        new_id(unix_ms, noise)


def test_the_moment_of_an_entry_may_have_any_offset() -> None:
    entry = replace(ENTRY, started_at=BEGAN.astimezone(UTC))
    assert as_json_object(entry)["started_at"] == "2026-11-21T12:22:00Z"
    assert from_row(to_row(entry)).started_at == BEGAN


def test_of_the_noise_only_the_bits_of_version_and_variant_are_lost() -> None:
    noise = bytes.fromhex("1e0a6b0c0d0e0f101112")
    assert new_id(0x0123456789AB, noise) == "01234567-89ab-7e0a-ab0c-0d0e0f101112"
