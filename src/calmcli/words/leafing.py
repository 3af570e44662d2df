"""What the journal says on its screen, and in lines where it is leafed through."""

from datetime import datetime, timedelta

TITLE = "Journal"
UNREADABLE = "an entry that could not be understood"
NOTE = "note"
NOTE_HEADING = "A note, in words of your own. Escape keeps it."
DELETED = "{key} brings it back until you leave this page. Then it is gone."
BACK_AGAIN = "It is back."
MEDIANS = "What it comes to"
NO_NUMBERS = "Numbers are hidden at present, and this page has little else."
KINDS_HEADING = "Which kind?"
TIMES_HEADING = "Since when?"
EVERY_KIND = "every kind"
TIMES = {
    "all of it": None,
    "the last 7 days": 7,
    "the last 30 days": 30,
    "the last 12 months": 365,
}
FITTING = "Shown: {kind}, {time}."
NOWHERE = "Nothing is kept here, so there is no journal to show."
KEPT = {
    "journal": "Kept.",
    "pending": "Set aside, and put into the journal as soon as it can be written.",
    "lost": "Nothing could be written here, so it is not changed.",
}
PLAIN_ASK = (
    "A number shows one. o older, m what it comes to, k kind, t time, u undo,"
    " Enter alone or q goes back."
)
PLAIN_AGAIN = "It takes one of these. " + PLAIN_ASK
PLAIN_ENTRY = "n note, a rating after, d delete, Enter alone goes back."
NOTE_FULL = "The note is full. Escape keeps it; what came after is left out."
NOTE_CUT = "A note has room for 20,000 letters: those are kept, what came after is left out."
PLAIN_NOTE = "The note in one line; Enter alone leaves it as it is."
PLAIN_CHOOSE = "One of these, by its number."
PLAIN_OLDEST = "There is nothing older."


def since(time: str, now: datetime) -> datetime | None:
    """The moment from which on a time is meant; None for all of it."""
    days = TIMES[time]
    return None if days is None else now - timedelta(days=days)
