"""A byte that is not what it was, on every page of the journal."""

import random
from pathlib import Path

from calmcli.journal.book import Book
from calmcli.journal.reading import read_entries
from calmcli.paths import Places
from calmcli.store.checking import check_up
from calmcli.store.connection import Store
from calmcli.store.deleting import delete_rows
from calmcli.store.keeper import Kept
from calmcli.store.records import read_records
from calmcli.store.writer import Writer
from sample_rows import a_row, places_in, row_id

PAGE = 4096


def seen(places: Places) -> tuple[set[str], list[str]]:
    reading = read_entries(places)
    return {entry.id for entry in reading.entries}, reading.messages


def test_a_flipped_byte_on_any_page_stops_nothing_and_loses_no_new_entry(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    with Store.open(places.journal) as store, store.all_or_nothing():
        for number in range(15):
            store.put("entries", a_row(number, note="n" * 400))
    whole = places.journal.read_bytes()
    noise = random.Random(7)  # noqa: S311  # no secret
    told = 0
    for page in range(0, len(whole), PAGE):
        offsets = [page + noise.randrange(100), *noise.sample(range(page, page + PAGE), 2)]
        for offset in offsets:
            content = bytearray(whole)
            content[offset] ^= noise.randrange(1, 256)
            places.journal.write_bytes(content)
            read_records(places, "visit")
            check_up(places)
            writer = Writer(places)
            writer.put("entries", a_row(77))
            assert writer.finish(30) in (Kept.JOURNAL, Kept.PENDING)
            book = Book(places)
            leafed = [book.entry(index) for index in range(len(book))]
            assert None not in leafed or book.messages
            ids, messages = seen(places)
            assert row_id(77) in ids or messages
            told += bool(messages)
            assert delete_rows(places, [row_id(77)]) in (Kept.JOURNAL, Kept.PENDING)
            assert row_id(77) not in seen(places)[0]
            for path in places.pending.glob("*"):
                path.unlink()
    assert told
