"""Entries and records of every sort, for the tests of what moves them."""

from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from calmcli.journal.entries import During, Entry
from calmcli.store.records import Record
from calmcli.text import clean
from naughty import NAUGHTY
from sample_rows import row_id

texts = st.text(max_size=20) | st.sampled_from(NAUGHTY)
words = texts.map(clean)
notes = texts.map(lambda text: clean(text, lines=True))
ratings = st.none() | st.integers(0, 10)
seconds = st.integers(0, 10**8).map(lambda ms: ms / 1000)
moments = st.datetimes(
    min_value=datetime(1972, 1, 1),  # noqa: DTZ001  # hypothesis adds the zone itself
    max_value=datetime(2500, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
)
few_moments = st.integers(0, 3).map(
    lambda day: datetime(2026, 11, 20 + day, 9, tzinfo=timezone(timedelta(hours=day)))
)


def entries(ids: st.SearchStrategy[int], edited: st.SearchStrategy[datetime] = moments) -> Any:
    """Entries with every field there is."""
    return st.builds(
        Entry,
        id=ids.map(row_id),
        started_at=moments,
        ended_at=st.none() | moments,
        edited_at=edited,
        kind=words,
        script=words,
        origin=st.sampled_from(["shipped", "personal"]),
        content_hash=words,
        before=ratings,
        after=ratings,
        during=st.lists(
            st.builds(During, at_seconds=seconds, rating=st.integers(0, 10)), max_size=2
        ),
        ended=st.sampled_from(["unfinished", "completed", "stopped"]),
        planned_seconds=st.none() | seconds,
        done_seconds=seconds,
        pace=st.none() | st.floats(0.25, 4),
        skipped=st.lists(words, max_size=3),
        visit=st.none() | words,
        visit_step=st.none() | words,
        place=st.none() | st.sampled_from(["home", "waiting", "room", "after"]),
        note=st.none() | notes,
    )


def records(ids: st.SearchStrategy[int], edited: st.SearchStrategy[datetime] = moments) -> Any:
    """Records of any shelf, with ids that no entry has."""
    return st.builds(
        Record,
        id=ids.map(lambda number: row_id(number + 1000)),
        shelf=st.sampled_from(["visit", "profile", "person"]),
        started_at=moments,
        edited_at=edited,
        content=st.dictionaries(words, ratings | notes | st.lists(notes, max_size=2), max_size=3),
    )
