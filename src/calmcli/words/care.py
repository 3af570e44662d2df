"""What is said about caring for the journal: its check, its copies, putting one in its place."""

from datetime import datetime

_MEGABYTE = 1_000_000
_GIGABYTE = 1_000_000_000

# check

NO_JOURNAL_YET = "There is no journal yet. The first session begins one."
WHOLE = "The journal is whole: {sessions}, {size}, in {path}"
COPIES = "Copies: {count}, the newest of {when}."
NO_COPIES = "Copies: none yet. The next session makes one."
DAMAGED_COPY = "A copy cannot be used: {path}"
WAITING = "Waiting to be put into the journal: {count}. The next session puts them there."
WAITING_HERE = "Waiting to be put into the journal: {count}."
UNREADABLE = "This lies among what waits and could not be understood: {path}"
SET_ASIDE = "Set aside, and perhaps with words in it that are gone from the journal: {path}"
REMOVE_SET_ASIDE = "'calmcli journal set-aside --remove' removes it for ever."
OPEN_TO_OTHERS = "Other people on this machine may be able to read {path}"
CLOSE = "'chmod -R go= {folder}' closes it to them."
ERASING = "Deleted words may still be in the file or in a copy; that was broken off."
ERASED = "Deleted words were still in the file or in a copy. Now they are gone."
PRIVATE = (
    "Only your own account, and an administrator of this machine, can read the files."
    " They are not encrypted."
)
RESTORE = "'calmcli journal restore' puts the copy of {when} in its place; yours is set aside."
RESTORE_NEW = "'calmcli journal restore --empty' begins a new one; the old one is set aside."
NEXT_TIME = "It is tried again at the next start."

# backup

WRITTEN = "A copy of the journal is in {path}"
IN_THE_WAY = "{path} is there already; a copy needs a name of its own. Nothing was written."
NO_FOLDER = "There is no folder {path}. Nothing was written."
NOTHING_TO_COPY = "There is no journal yet, so there is nothing to copy."
NOT_WRITTEN = "No copy was written. {reason}"

# restore

NO_COPY = (
    "There is no copy that is whole. 'calmcli journal restore FILE' takes one from elsewhere,"
    " 'calmcli journal restore --empty' begins a new journal."
)
NO_SUCH_FILE = "There is no file {path}. Nothing was changed."
NOT_A_JOURNAL = "{path} cannot be put in the journal's place: {reason} Nothing was changed."
ONE_OR_THE_OTHER = "--empty begins a new journal; a file cannot be given with it."
RESTORED = "The journal is now as it was in {path}"
BEGUN = "There is a new journal, with nothing in it."
NOW_ASIDE = "The one before is in {path}"
BRING_BACK = "'calmcli journal import {path}' brings in what only that one has, if it can be read."
MERGED = "Put into the journal of what waited for it: {count}."
REFUSED = "Left as they are, among what waits: {count}. 'calmcli journal check' names them."

# set-aside

NONE_SET_ASIDE = "Nothing was set aside."
REMOVED = "Removed: {path}"
NOT_REMOVED = "This could not be removed: {path}"


def when(written_at: datetime) -> str:
    """When a copy was written."""
    return f"{written_at:%d %b %Y %H:%M}"


def sessions(count: int) -> str:
    """How many sessions there are."""
    return f"{count} session" if count == 1 else f"{count} sessions"


def size(size_bytes: int) -> str:
    """How large a file is."""
    if size_bytes < _MEGABYTE:
        return f"{-(-size_bytes // 1000)} kB"
    if size_bytes < _GIGABYTE:
        return f"{size_bytes / _MEGABYTE:.1f} MB"
    return f"{size_bytes / _GIGABYTE:.1f} GB"
