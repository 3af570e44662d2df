"""What is inside a script, told before it begins: facts, in few words."""

BREATHS = "1 breath", "{count} breaths"
PARTS = "1 part", "{count} parts"
PHASES = {"in": "in", "top_up": "a little more in", "hold": "hold", "out": "out", "rest": "rest"}
PHASE = "{phase} {seconds}"
CHANGING = "{begins} to {stays}"
NO_HOLDS = "no holds"
NO_HELD_BREATH = "no held breath"
HELD_BREATH = "a held breath"
TENSING = "tensing with half effort, {seconds} seconds at most"
NO_TENSING = "no tensing"
IMAGINING = "something to imagine"
EYES_OPEN = "eyes open"
EYES_CLOSED = "eyes closed, if it suits"
EYES_FREE = "eyes as you like"
SILENT = "no sound"
SPOKEN = "a voice"
CHIMED = "soft chimes"
AREAS = "With: {areas}."

KINDER_KEY = "k"
OTHER_KEY = "/"
INSTEAD_PLAIN = "k and Enter takes it instead."
OTHER_PLAIN = "/ and Enter chooses another script, q and Enter leaves."
NOT_SUGGESTED = "This one is not brought up at present. {title} could come instead."
PICK_PLAIN = (
    "A number, or a part of a name, and Enter. Enter alone keeps {title}."
    " f and a number marks a favourite, or takes the mark away."
)
PICK_AGAIN = "Nothing here is called that. A number or a part of a name; Enter alone keeps {title}."
PICK_WHICH = "More than one is called that: {titles}."
FAVOURITE = "favourite"
UNSUGGESTED = "not brought up"
PICK = "Which one?"
PICK_TAKE = "take it"
KINDER_HERE = "take the kinder one"
ANOTHER = "another"


def sound(*, voice: bool, chimes: bool) -> str:
    """What will be heard."""
    heard = [words for words, there in ((SPOKEN, voice), (CHIMED, chimes)) if there]
    return " and ".join(heard) or SILENT
