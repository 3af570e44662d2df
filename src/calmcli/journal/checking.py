"""Seeing that what comes from a file is an entry, before any of it is let in."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from calmcli.errors import UsageError
from calmcli.journal.entries import Entry, Moment
from calmcli.store.records import Record
from calmcli.store.tables import is_id
from calmcli.text import clean

LENGTH = "seconds, 0 or more"
MEANINGS = {
    "id": "a UUID, as calmcli writes it",
    "started_at": "a time with its offset, such as 2026-11-21T14:22:00+01:00",
    "ended_at": "a time with its offset, or nothing",
    "edited_at": "a time with its offset, such as 2026-11-21T14:22:00+01:00",
    "kind": "a text",
    "script": "a text",
    "origin": "shipped or personal",
    "content_hash": "a text",
    "before": "a whole number from 0 to 10, or nothing",
    "after": "a whole number from 0 to 10, or nothing",
    "during": "a list of ratings, each with its at_seconds",
    "ended": "completed, stopped or unfinished",
    "planned_seconds": f"{LENGTH}, or nothing",
    "done_seconds": LENGTH,
    "pace": "a number above 0, or nothing",
    "skipped": "a list of texts",
    "visit": "a text, or nothing",
    "visit_step": "a text, or nothing",
    "place": "home, waiting, room, after, or nothing",
    "note": "a text, or nothing",
}
NOT_WHAT = "'{field}' has to be {meaning}"
NOT_THERE = "'{field}' is missing"
NO_RECORD = "it has to be an object with id, shelf, started_at, edited_at and content"
NO_DELETION = "it has to be an object with the id of what was deleted, and deleted_at"
NO_OBJECT = "it has to be an object with the fields of a session"

_FIELD = re.compile(r"`?\$\.(\w+)")
_MISSING = re.compile(r"required field `(\w+)`")
_MOST = 1e12
_EARLIEST, _LATEST = 1970, 9000


class _Deletion(msgspec.Struct):
    id: str
    deleted_at: Moment


def checked_entry(fields: Mapping[str, Any]) -> Entry:
    """The entry that these fields are. Raises UsageError that names the field that is not right."""
    try:
        entry = msgspec.convert(dict(fields), Entry)
    except msgspec.ValidationError as error:
        raise UsageError(_told(str(error))) from error
    for field in _unfit(entry):
        raise UsageError(NOT_WHAT.format(field=field, meaning=MEANINGS[field]))
    return entry


def checked_record(fields: Mapping[str, Any]) -> Record:
    """The record that these fields are. Raises UsageError."""
    try:
        record = msgspec.convert(dict(fields), Record)
    except (msgspec.ValidationError, RecursionError) as error:
        raise UsageError(NO_RECORD) from error
    if not (is_id(record.id) and _in_range(record.started_at) and _in_range(record.edited_at)):
        raise UsageError(NO_RECORD)
    return record


def checked_deletion(fields: Mapping[str, Any]) -> tuple[str, str]:
    """The id that was deleted, and when. Raises UsageError."""
    try:
        deletion = msgspec.convert(dict(fields), _Deletion)
    except msgspec.ValidationError as error:
        raise UsageError(NO_DELETION) from error
    if not (is_id(deletion.id) and _in_range(deletion.deleted_at)):
        raise UsageError(NO_DELETION)
    return deletion.id, deletion.deleted_at.isoformat()


def unknown_fields(fields: Mapping[str, Any]) -> set[str]:
    """The fields that only a newer calmcli knows."""
    return set(fields).difference(MEANINGS)


def _unfit(entry: Entry) -> list[str]:
    """The fields that have the right type and a value that no session has."""
    lengths = {"planned_seconds": entry.planned_seconds, "done_seconds": entry.done_seconds}
    unfit = [name for name, value in lengths.items() if not 0 <= (value or 0) <= _MOST]
    times = {"started_at": entry.started_at, "edited_at": entry.edited_at}
    times |= {"ended_at": entry.ended_at or entry.started_at}
    unfit += [name for name, moment in times.items() if not _in_range(moment)]
    if not is_id(entry.id):
        unfit.append("id")
    if entry.pace is not None and not 0 < entry.pace <= _MOST:
        unfit.append("pace")
    if any(not 0 <= one.at_seconds <= _MOST for one in entry.during):
        unfit.append("during")
    return unfit


def _in_range(moment: datetime) -> bool:
    """Whether a moment can be kept: the store counts milliseconds since 1970."""
    return _EARLIEST < moment.year < _LATEST


def _told(reason: str) -> str:
    if missing := _MISSING.search(reason):
        return NOT_THERE.format(field=missing[1])
    if (wrong := _FIELD.search(reason)) and wrong[1] in MEANINGS:
        return NOT_WHAT.format(field=wrong[1], meaning=MEANINGS[wrong[1]])
    return NO_OBJECT if "$" not in reason else clean(reason)
