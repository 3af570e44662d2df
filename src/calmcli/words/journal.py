"""What the journal says: its list, its trends, its report, and what is done with its entries."""

from calmcli.rating import HIGHEST, Change

# trends

REMINDER = (
    "This is a record, and not a test. A number picked when it was high tends to be lower the next"
    " time, whatever one does in between."
)
SAME_MEANS = "About the same: within 1 of the rating before. That line is our own convention."
FEW_PAIRS = "With fewer than {enough} they are listed one by one."
HAVE_BOTH = "{pairs} of {sessions} sessions have both ratings."
MEDIANS = "Before: median {before}. After: median {after}."
MEDIAN_CHANGE = "Median change: {median}. The middle half: {lower} to {upper}."
NO_CHANGE = "no change"
CHANGES = {Change.LOWER: "lower", Change.SAME: "about the same", Change.HIGHER: "higher"}
NO_ENTRIES = "There is nothing in the journal yet."

# list and show

NONE_FITS = "Nothing in the journal fits that."
OLDER = "There are older ones: 'calmcli journal list --limit {more}' shows more."
HEADINGS = ("id", "when", "exercise", "length", "rating", "")
ID = "id {id}"
NO_SUCH_ID = "no session has an id that begins with '{id}'. 'calmcli journal list' shows the ids."
SEVERAL_IDS = "several sessions have an id that begins with '{id}': {ids}. A longer one is needed."
DURING = "{rating} at {when}"
SHOWN = {
    "exercise": "Exercise",
    "began": "Began",
    "ended": "Ended",
    "length": "Practised",
    "pace": "Pace",
    "before": "Before",
    "during": "On the way",
    "after": "After",
    "skipped": "Skipped",
    "place": "Where",
    "visit": "Appointment",
    "note": "Note",
    "id": "Id",
}
"""The facts of an entry, in the order they are shown."""
ENDINGS = {"unfinished": "not finished", "stopped": "stopped", "completed": "to its end"}
PLACES = {
    "home": "at home",
    "waiting": "in the waiting room",
    "room": "in the room",
    "after": "on the way out",
}
PERCENT = "{percent:.0f} percent"

# edit and delete

NOTHING_TO_CHANGE = "--note TEXT or --after N says what is to change."
NO_RATING = (
    "--after: a whole number from 0 to 10 is needed, or 'none' to take it back, not '{typed}'."
)
NOTE_NO_TEXT = "The note is no text in UTF-8; nothing was changed."
TYPE_NOTE = "The note, in as many lines as you like; Ctrl+D on a line of its own ends it."
EDITED = {
    "journal": "Changed in the journal:",
    "pending": "Set aside, and put into the journal as soon as it can be written:",
    "lost": "Nothing could be written here, so it is not changed:",
}
DELETING = "The journal and its copies are written anew; so long a one takes some seconds."
DELETED = {
    "journal": "Gone from the journal:",
    "pending": "Hidden from now on, and gone from the journal as soon as it can be written:",
    "lost": "Nothing could be written here, so it is not deleted:",
}


NOTHING_TO_DELETE = "an ID, several, or --all says what is to be deleted."
IDS_OR_ALL = "--all takes everything, so no ID is needed beside it."
ALL_THAT_GOES = (
    "This takes away every session with its note, visits, and what you have said of yourself,",
    "the journal's copies, what waits for it, and what was set aside. It cannot be brought back.",
    "Settings, scripts of your own, and exports or reports you made stay.",
)
THE_WORD = "delete"
TYPE_THE_WORD = "Type '{word}' and Enter to go on; anything else leaves it all as it is."
NOTHING_DELETED = "Nothing was deleted."
ALL_DELETED = "All of it is gone from here."
NOT_ALL_DELETED = "These could not be removed: {files}. The rest is gone."

# export and import

SESSIONS = "Sessions"
INCOMPLETE = "What could be read was written; it may not be everything."
NOT_OURS = "{name}: it is neither a journal nor an export of one; nothing was imported."
NO_JSON = "{name}: it is not whole JSON ({reason}); nothing was imported."
NEWER = "{name}: it was written by a newer calmcli; nothing was imported."
LEFT_OUT = "A part of it is known only to a newer calmcli, and was left out."
NO_FILE = "{name}: there is no such file."
NOT_ORDINARY = "{name}: this is no ordinary file; with - as its name, standard input is read."
CANNOT_READ = "{name}: it cannot be read here."
LINE_AT = "line {number}"
SESSION_AT = "session {number}"
RECORD_AT = "record {number}"
DELETION_AT = "deletion {number}"
NOT_AN_OBJECT = "it has to be an object"
NOTHING_IMPORTED = "{reason}; nothing was imported."
IMPORTED = "Sessions: {new} new, {newer} newer than here, {known} left as they were."
IMPORTED_RECORDS = "Everything else: {new} new, {newer} newer than here, {known} left as they were."
IMPORTED_DELETIONS = "Deleted there, and now here too: {gone}."
COPIED_BEFORE = "Before that a copy of the journal was made: {path}"


def number(value: float) -> str:
    """A number of a scale or between two: 7, 6.5."""
    return f"{value:g}"


def have_both(pairs: int, sessions: int) -> str:
    """How many sessions have both ratings."""
    said = HAVE_BOTH.format(pairs=pairs, sessions=sessions)
    return said.replace("sessions have", "session has") if sessions == 1 else said


def moved(change: float) -> str:
    """A change of a rating in words: 2 lower, no change, 1.5 higher."""
    if change == 0:
        return NO_CHANGE
    return f"{number(abs(change))} {CHANGES[Change.LOWER if change < 0 else Change.HIGHER]}"


def counted(counts: dict[Change, int]) -> str:
    """How many sessions went which way: 9 lower, 2 about the same, 1 higher."""
    return ", ".join(f"{counts[way]} {CHANGES[way]}" for way in Change) + "."


def dots(before: int | None, after: int | None) -> str:
    """Two ratings as a picture on a line from 0 to 10, which needs no colour."""
    line = ["·"] * (HIGHEST + 1)
    if before is not None:
        line[before] = "●"
    if after is not None:
        line[after] = "◉" if after == before else "○"
    return "".join(line)
