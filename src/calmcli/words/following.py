"""What may come next, once two ratings have been given."""

from collections.abc import Iterable

GROUND_KEY, ANOTHER_KEY, NOTE_KEY, STOP_KEY, FAVOURITE_KEY = "g", "a", "w", "u", "f"

ANOTHER = "Another kind, if it suits: {title}."
HIGHER_TWICE = (
    "It was higher after this one the last two times, so it is not brought up from now on."
    " It stays in the list."
)
UNSUGGESTED = "It is not brought up from now on. It stays in the list."
SUGGESTED = "It may be brought up again."
NOTE = "A note, in your own words. An empty one is none."
NOTED = "The note is kept with this session."

GROUND_PLAIN = "g begins grounding, with eyes open"
ANOTHER_PLAIN = "a begins '{title}'"
NOTE_PLAIN = "w writes a note"
STOP_PLAIN = "u stops bringing this one up"
AGAIN_PLAIN = "u brings it up again"
FAVOURITE_PLAIN = "f makes it a favourite"
NO_FAVOURITE_PLAIN = "f makes it no favourite any more"
PERSON_PLAIN = "h shows who can be reached"
MARKED = "{title} is a favourite now."
UNMARKED = "{title} is no favourite any more."
NEXT_PLAIN = "Next, if it suits: {offers}. Enter alone ends here."

GROUND = "ground me"
ANOTHER_HERE = "another kind"
NOTE_HERE = "a note"
STOP_HERE = "not this one again"
AGAIN_HERE = "suggest it again"
FAVOURITE_HERE = "favourite"
NO_FAVOURITE_HERE = "no favourite"

NO_OTHER = "No other kind can be brought up at present."


def next_plain(offers: Iterable[str]) -> str:
    """What can be chosen now, each with its letter, in one line that reads well aloud."""
    return NEXT_PLAIN.format(offers="; ".join([*offers, PERSON_PLAIN]))
