"""What can be wrong with the journal, in words for the person whose journal it is."""

from calmcli.errors import CalmError

# The names say what the journal is; an "Error" at their end would say nothing more.


class StoreError(CalmError):
    """The journal could not be read or written just now."""


class MissingJournal(StoreError):  # noqa: N818
    """There is no journal yet."""


class NewerJournal(StoreError):  # noqa: N818
    """The journal has a form that only a newer calmcli knows."""


class DamagedJournal(StoreError):  # noqa: N818
    """The file in the journal's place is not a whole journal."""


class ReplacedJournal(StoreError):  # noqa: N818
    """The journal's file was moved or replaced while it was open."""


class ForgottenJournal(StoreError):  # noqa: N818
    """The journal was removed on wish while it was open, with all that was in it."""


class RowRefused(StoreError):  # noqa: N818
    """The journal is well, but this row does not fit into it."""


MISSING = "There is no journal yet."
NEWER = "The journal was written by a newer calmcli; it is left as it is."
DAMAGED = "The journal cannot be read: {reason}. It is left as it is."
EMPTY = "its file is empty"
SHORT = "a part of its file is missing"
FOREIGN = "its file was made by another program"
BROKEN = "its file is damaged"
ODD = "what stands beside it as journal.db-journal is not an ordinary file"
REPLACED = "The journal was moved or replaced by another program while it was open."
FORGOTTEN = "The journal was removed while it was open."
REFUSED = "This does not fit into the journal: {reason}."
WHAT_TO_DO = "'calmcli journal check' says what can be done."
NOT_NOW = "The journal cannot be used now: {reason}."

_REASONS = {
    "BUSY": "another program is using it",
    "LOCKED": "another program is using it",
    "FULL": "the disk is full",
    "READONLY": "it may not be written to",
    "PERM": "it may not be opened",
    "AUTH": "it may not be opened",
    "CANTOPEN": "it cannot be opened",
    "IOERR": "the disk did not take or give it",
}
_BROKEN = {"CORRUPT", "NOTADB", "ERROR", "FORMAT", "SCHEMA"}
_DOES_NOT_FIT = {"CONSTRAINT", "MISMATCH", "TOOBIG", "RANGE"}


def told(error: StoreError) -> str:
    """What is wrong with a person's journal, and where to go on from there."""
    return f"{error} {WHAT_TO_DO}" if isinstance(error, DamagedJournal) else str(error)


def from_sqlite(error: Exception) -> StoreError:
    """The StoreError that stands for an error of SQLite, by the name of its code.

    Bytes that are no text raise an OperationalError without a code; like a missing table, they
    mean damage.
    """
    no_code = "SQLITE_ERROR" if type(error).__name__ == "OperationalError" else ""
    name: str = getattr(error, "sqlite_errorname", no_code)
    if name == "SQLITE_READONLY_DBMOVED":
        return ReplacedJournal(REPLACED)
    family = name.removeprefix("SQLITE_").partition("_")[0]
    if family in _BROKEN:
        return DamagedJournal(DAMAGED.format(reason=BROKEN))
    if family in _DOES_NOT_FIT:
        return RowRefused(REFUSED.format(reason=error))
    return StoreError(NOT_NOW.format(reason=_REASONS.get(family, str(error))))


def from_system(error: OSError) -> StoreError:
    """The StoreError that stands for an error of the operating system."""
    reason = (error.strerror or type(error).__name__).lower()
    return StoreError(NOT_NOW.format(reason=reason))
