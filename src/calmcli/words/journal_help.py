"""What is said about typing the journal's commands."""

from calmcli.kinds import KINDS
from calmcli.words.wording import one_of

COMMANDS = {
    "list": "your sessions, newest first",
    "show": "everything known of one session",
    "edit": "a note or a rating, given later",
    "delete": "take sessions away, their words with them",
    "trends": "what the ratings of each exercise come to",
    "export": "everything, as a file that can be taken elsewhere",
    "import": "what another journal has, into this one",
    "report": "one page for a clinician, or for yourself",
    "check": "how the journal's file is, and what can be done",
    "backup": "one more copy of the journal",
    "restore": "put a copy in the journal's place; the present one is set aside",
    "set-aside": "what was set aside, and removing it",
}
ID = "a session's id, or its beginning ('calmcli journal list' shows it)"
IDS = "the sessions, by their ids or the beginnings of them"
ALL = "everything in the journal, after a typed word"
KIND = one_of(KINDS)
SINCE = "from this day on: 2026-11-21, 2026-11-21T14:30, today, yesterday, 14d, 6w"
UNTIL = "up to the end of this day, or up to this moment"
LIMIT = "how many at most; as a table it is 20 unless you say"
PLAIN = "as lines that read well aloud, and not as a table"
NOTE = "what you want to remember of it; - reads it from standard input, an empty one takes it away"
AFTER = "the rating after, 0 to 10; 'none' takes it back"
NO_COUNT = "a whole number from 1 to {most} is needed, not '{typed}'"
FORMAT = "json (everything, to be imported), csv (for spreadsheets) or md (to be read)"
OUTPUT = "write it to this file, which is not there yet"
FILE = "an export as JSON or CSV, or another journal.db; - reads from standard input"
NOTES = "with your notes; without this they stay where they are"
REPORT_FORMAT = (
    "html (to be printed or opened in a browser) or md; what is not written is shown as md"
)
BACKUP_FILE = "a file to write it to; without one it joins the five that calmcli keeps"
RESTORE_FILE = "a copy of a journal; without one the newest that calmcli kept and that is whole"
EMPTY = "begin a new journal, with nothing in it"
REMOVE = "remove it for ever"
