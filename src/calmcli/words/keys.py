"""What is said of keys, and of setting them."""

HELP_KEYS = "What each key does; setting another."
SCREENS = {
    "session": "While a session plays",
    "tapping": "Tapping along",
    "rating": "Rating",
    "reply": "After a session",
    "reading": "A page to read",
    "help": "Help now",
    "choosing": "Lists",
    "room": "Rooms",
    "home": "Home",
    "learn": "Learn",
    "page": "A page of Learn",
    "journal": "Journal",
    "profile": "Profile",
    "offering": "Sound",
    "picking": "Another script",
    "rows": "Visits",
    "day": "The day of a visit",
    "value": "A choice of values",
    "": "Everywhere",
}
HOW_TO_SET = (
    "Another key: 'calmcli settings set keys.session.pause p', or a few with commas between;",
    "'default' takes it back. Escape, Enter and the arrows up and down stay, and Ctrl+C ends.",
    "In plain lines the letters stay as they are.",
)
SET_BY = "'calmcli keys' lists them"
MEANING = "the key for this, beside Escape, Enter and the arrows"
NEEDS = "a key such as p, ?, right, f5 or ctrl+l, or up to four with commas between"
NO_SUCH = "'{name}' names nothing that has a key, and is left out{meant}"
NOT_A_KEY = "'{name}' needs {needs}, not {told}"
TAKEN = "'{name}' cannot be {key}: that is for '{other}' on the same screen"
LEAVES = "'{name}' cannot be {key}: that key always leaves"
DEFAULT_USED = "; the default is used"
TITLE = "Keys"
OWN_KEYS = "{count} of your own"
ROW = "which key does what on the screen"
