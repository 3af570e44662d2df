"""What home says."""

HOME = "What would help now?"
KINDS = {
    "breathing": "Breathe",
    "relaxation": "Muscles",
    "visualization": "Imagine",
    "grounding": "Ground",
}
ROOMS = {
    "journal": ("Journal", "your sessions, newest first"),
    "help": ("Help now", "who can be reached"),
    "visits": ("Visits", "an appointment, step by step"),
    "learn": ("Learn", "what this is, and what helps"),
    "settings": ("Settings", "what is usual, and how it looks"),
    "sound": ("Sound", "voice and chimes: hear them, choose them"),
    "take": ("Take along", "a session as a sound file"),
    "people": ("Your people", "named first in help now"),
    "profile": ("Profile", "what matters to you, all of it optional"),
}
"""The rooms there are, in the order of home: what each is called, and what it is for."""
RARE_ROOMS = {
    "forget": ("Forget everything", "all that is kept of you; one word is asked first"),
    "privacy": ("Privacy", "what is kept, and who can read it"),
}
"""Rooms that are found by their name and stand in no list."""
LAST = "used last"
FAVOURITE = "a favourite"
ONE_BROKEN = "{name} cannot be played yet, see its line {line}: calmcli scripts check"
SOME_BROKEN = "{count} scripts of yours cannot be played yet: calmcli scripts check"
FIND = "Find anything by its name"
NOTHING_FOUND = "Nothing here has that name."
FOUND = "Found, by number:"
ASK = "A number and Enter, or a name to find. Enter alone begins 1; q leaves."
LIST_AGAIN = "? tells the list."
THAT_WAS = "That was {what}."
ASK_FOUND = "A number and Enter, or another name. Enter alone begins 1; q leaves."
ASK_AGAIN = "Nothing here has that name. A number and Enter, or a name to find; q leaves."
