"""What a person keeps beside their sessions: a profile, favourites, what is not to be suggested.

Ids are made of what is kept, so that the same wish on two machines is one record when they merge.
"""

from typing import NamedTuple

from calmcli.clock import local_time
from calmcli.paths import Places
from calmcli.profile import Profile, from_content, to_content
from calmcli.store.keeper import Kept
from calmcli.store.records import Record, delete_records, keep_records, read_records

PROFILE, FAVOURITE, UNSUGGESTED = "profile", "favourite", "unsuggested"

_NAMESPACE = "b1f0cbb2-6d0c-4e7c-9d6e-2a1f5c3b8e47"
"""Ours alone; an id made from it is no UUIDv7, so what was taken away can be kept again."""


class Wording(NamedTuple):
    """A script as it was worded when something was said about it."""

    script: str
    origin: str
    content_hash: str


def read_profile(places: Places | None) -> Profile:
    """What someone has said of themselves; nothing where nothing can be read."""
    if places is None:
        return Profile()
    records = read_records(places, PROFILE).records
    return from_content(records[-1].content) if records else Profile()


def keep_profile(places: Places, profile: Profile) -> Kept:
    """Keep a profile in the place of the one before; an empty one is taken away."""
    if profile.is_empty:
        return delete_records(places, [_id(PROFILE)])
    return keep_records(places, [_record(PROFILE, "", to_content(profile))])


def read_favourites(places: Places | None) -> frozenset[str]:
    """The ids of the scripts someone marked as theirs."""
    records = [] if places is None else read_records(places, FAVOURITE).records
    return frozenset(str(record.content.get("script")) for record in records)


def set_favourite(places: Places, script: str, *, wanted: bool) -> Kept:
    """Mark a script, or take the mark away."""
    if not wanted:
        return delete_records(places, [_id(FAVOURITE, script)])
    return keep_records(places, [_record(FAVOURITE, script, {"script": script})])


def read_unsuggested(places: Places | None) -> frozenset[Wording]:
    """What is not to be suggested: a script whose words have changed since may be again."""
    records = [] if places is None else read_records(places, UNSUGGESTED).records
    return frozenset(
        Wording(*(str(record.content.get(field)) for field in Wording._fields))
        for record in records
    )


def set_unsuggested(places: Places, wording: Wording, *, unsuggested: bool) -> Kept:
    """Suggest a script no longer, or suggest it again."""
    name = "/".join(wording)
    if not unsuggested:
        return delete_records(places, [_id(UNSUGGESTED, name)])
    return keep_records(places, [_record(UNSUGGESTED, name, wording._asdict())])


def _record(shelf: str, name: str, content: dict[str, object]) -> Record:
    moment = local_time()
    return Record(
        id=_id(shelf, name), shelf=shelf, started_at=moment, edited_at=moment, content=content
    )


def _id(shelf: str, name: str = "") -> str:
    from uuid import UUID, uuid5  # noqa: PLC0415  only where something is kept

    return str(uuid5(UUID(_NAMESPACE), f"{shelf}/{name}"))
