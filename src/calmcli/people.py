"""People of one's own: whom to reach first, kept with the journal."""

from msgspec import Struct

from calmcli.clock import local_time
from calmcli.helpnow import SHELF
from calmcli.journal.entries import fresh_id
from calmcli.paths import Places
from calmcli.store.keeper import Kept
from calmcli.store.records import Record, delete_records, keep_records, read_records
from calmcli.support.facts import Person, person_of

MOST_PEOPLE = 20
"""More would be a list to search in, and not the few to turn to."""


class PeopleRead(Struct, frozen=True):
    """The people as they were found."""

    records: list[tuple[Record, Person]] = []
    """Each with the record it stands in, in the order they were added."""
    messages: list[str] = []
    """Calm sentences about what could not be read."""


def read_people(places: Places) -> PeopleRead:
    """Everyone there is. Raises nothing."""
    found = read_records(places, SHELF)
    read = PeopleRead(messages=list(found.messages))
    for record in found.records:
        person = person_of(record.content)
        if person is not None:
            read.records.append((record, person))
    return read


def add_person(places: Places, person: Person) -> Kept:
    """Keep one more; tells where they are now."""
    moment = local_time()
    record = Record(
        id=fresh_id(moment),
        shelf=SHELF,
        started_at=moment,
        edited_at=moment,
        content=person._asdict(),
    )
    return keep_records(places, [record])


def change_person(places: Places, record: Record, person: Person) -> Kept:
    """Keep someone anew, in the place they had."""
    changed = Record(
        id=record.id,
        shelf=SHELF,
        started_at=record.started_at,
        edited_at=local_time(),
        content=person._asdict(),
    )
    return keep_records(places, [changed])


def remove_person(places: Places, record: Record) -> Kept:
    """Take someone off the list, their words with them."""
    return delete_records(places, [record.id])
