"""What a report on the journal says to a clinician, or to the person who keeps it."""

from datetime import datetime

TITLE = "Practice with calmcli"
PERIOD = "{first} to {last}"
MADE = "Made on {day} from a journal that its owner keeps. Nothing in it was measured by a device."
SCALE = (
    "Distress, right now, from 0 (none) to 10 (as bad as I can imagine), in the person's own"
    " judgement, before and after a session. Each rating may be skipped; one that was skipped is"
    " left empty, and is never counted as 0."
)
RULES = (
    "Only sessions with both ratings are summed up, from 5 on; fewer are listed as they are."
    " About the same is a change of at most 1, which is a convention of calmcli. Exercises stand in"
    " a fixed order and are not ranked."
)
IN_ALL = "In all"
SESSIONS = "Sessions"
BOTH = "With both ratings"
PRACTISED = "Time practised"
SKIPPED = "Parts skipped"
NONE_SKIPPED = "none"
SKIPPED_ONE = "{name} ({count})"
BY_EXERCISE = "Exercise by exercise"
EXERCISE_HEADINGS = (
    "Exercise",
    "Sessions",
    "With both",
    "Median before",
    "Median after",
    "Median change (quartiles)",
    "Lower, same, higher",
)
CHANGE = "{median} ({lower} to {upper})"
COUNTS = "{lower}, {same}, {higher}"
OF = "{pairs} of {sessions}"
PAIR = "{before} to {after}"
LISTED = "fewer than 5, as they are: {pairs}"
NO_PAIRS = "no session has both ratings"
ONE_BY_ONE = "Session by session"
ALL_SHOWN = "All {count} sessions, newest first."
ONE_SHOWN = "The one session there is."
NEWEST_SHOWN = "The newest {shown} of {count} sessions; the sums above are of all of them."
SOME_SHOWN = "{shown} of {count} sessions, newest first."
ONE_BRIEF = (
    "1 session is counted above and not listed: it was left within {seconds} seconds, with nothing"
    " rated or written."
)
SOME_BRIEF = (
    "{count} sessions are counted above and not listed: they were left within {seconds} seconds,"
    " with nothing rated or written."
)
PICTURE = "Distress before and after each session"
PICTURE_TOLD = (
    "{sessions} with both ratings, oldest on the left. Each is a line from the rating before,"
    " a filled dot, to the rating after, an open ring. The table below has the numbers."
)
KEY = "filled dot: before; open ring: after; the height is distress from 0 to 10"
NO_PICTURE = "No session here has both ratings, so there is no picture."
HEADINGS = ("When", "Exercise", "Practised", "Before", "After", "Change", "How it ended")
NOTE = "Note"
MORE = " ... (the journal has the rest)"
SKIPPED_HERE = "skipped: {parts}"
NOT_RATED = "-"
NOTHING = "There is no session in that time, so there is nothing to report."
ABOUT_TO = "Writing {path}: {sessions}, {period}, {notes}."
WITH_NOTES = "with your notes"
WITHOUT_NOTES = "without your notes"
WHO = (
    "Only your own account, and an administrator of this machine, can read it."
    " It goes nowhere by itself."
)


def day(moment: datetime) -> str:
    """A day, in the words of a letter."""
    return f"{moment.day} {moment:%B %Y}"


def long_time(seconds: float) -> str:
    """How long was practised in all: 3 hours 5 minutes."""
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = [(hours, "hour"), (minutes, "minute")]
    said = [f"{n} {name}{'' if n == 1 else 's'}" for n, name in parts if n]
    return " ".join(said) or "less than a minute"


def shown(shown: int, count: int, brief: int, seconds: int) -> str:
    """How many sessions are told one by one, and how many were too brief for it, in seconds."""
    if shown + brief < count:
        told = NEWEST_SHOWN.format(shown=shown, count=count)
    elif brief:
        told = SOME_SHOWN.format(shown=shown, count=count)
    else:
        told = ONE_SHOWN if count == 1 else ALL_SHOWN.format(count=count)
    if not brief:
        return told
    not_listed = ONE_BRIEF if brief == 1 else SOME_BRIEF
    return f"{told} {not_listed.format(count=brief, seconds=seconds)}"
