"""What a session says, and what every page says alike."""

from datetime import datetime

from calmcli.rating import Change, change

# the rating

ASK_BEFORE = "How much distress is there, right now?"
ASK_AFTER = "And now?"
BANDS = (
    "none",
    "a little",
    "a little",
    "noticeable",
    "noticeable",
    "hard, still managing",
    "hard, still managing",
    "very hard",
    "very hard",
    "as bad as I can imagine",
    "as bad as I can imagine",
)
SCALE_LOW = BANDS[0]
SCALE_HIGH = BANDS[-1]
SCALE_PLAIN = f"Distress goes from 0, {SCALE_LOW}, to 10, {SCALE_HIGH}."
HOW_TO_RATE = "Type 0 to 10 and Enter. Enter alone skips it."
ASK_AGAIN = "A whole number from 0 to 10 is needed here. Enter alone skips it, q and Enter leaves."
A_PERSON = "If you would rather have a person now: {key} shows who is there."
A_PERSON_SHORT = "{key}: a person"
A_PERSON_PLAIN = "If you would rather have a person now: calmcli support says who is there."

# while a session plays

PARTS = {
    "breathing": "breath",
    "relaxation": "area",
    "visualization": "part",
    "grounding": "part",
}
CHOOSE_KEY = "choose"
HELP_NOW = "help now"
HELP_NOW_PAGE = "Help now"
KEYS = "Keys"

PAUSED = "paused"
AWAY = "waiting for you"
WHEN_READY = "{key} goes on"
RIGHT_ARROW = "Right arrow"
KEYS_BY_HAND = {"session.next": "next"}
KEYS_PAUSED = {"session.pause": "go on", "session.repeat": "this part again"}
KEYS_AT_FIRST_PLAIN = "Enter pauses. q and Enter ends it. Ctrl+C ends at once."
GOING_ON = "Going on."
STILL_PAUSED = "Paused meanwhile. Enter goes on."
PAUSED_PLAIN = (
    "Paused. Enter goes on. Or a letter and Enter: r this part again, q finish, ? all keys."
)
AWAY_PLAIN = (
    "It waited for you here. Enter goes on. Or a letter and Enter: r this part again, q finish."
)
WAITS_PLAIN = "It waits for you here. Enter goes on."
KEYS_PLAIN = (
    "While it plays, Enter pauses. Then a letter and Enter:",
    "  Enter alone  go on",
    "  .            the next line now",
    "  s            skip this part",
    "  r            this part again",
    "  +            faster",
    "  -            slower",
    "  =            stay at this pace",
    "  m            my own pace: tap along with your breath",
    "  v            the voice on, or off",
    "  g            ground me: back to the room, with eyes open",
    "  0 to 10      how much distress there is now; it is noted, and all goes on",
    "  h            help now: who can be reached",
    "  q            finish",
    "Ctrl+C ends at once.",
)
NOTED = "Noted: {said}."
CAN_STAY_EMPTY = "can stay empty"
LEAVE_KEY = "leave"
RATE_DURING = "How much distress there is now; 10 is 1 and then 0"
LEFT_PLAIN = "It ends here."
UNKNOWN_KEY = "Paused. That key does nothing here; ? lists the keys, Enter goes on."
PACE = "Pace {percent} percent."
PACE_LIMIT = "Pace {percent} percent, as far as this one goes."

# after

REPLIES = {
    Change.LOWER: "Lower than before{numbers}. It is noted.",
    Change.SAME: (
        "About the same{numbers}."
        " Before something hard it can stay where it is, and that counts too."
    ),
    Change.HIGHER: (
        "Higher than before{numbers}. Thank you for saying so. It happens to"
        " some people, and it is not your doing."
        " What may suit now is grounding with eyes open, or a person."
    ),
}
THEN_AND_NOW = ": {before} then, {after} now"
KEPT = {
    "nothing": "",
    "journal": "in the journal",
    "pending": "set aside, and put into the journal as soon as it can be written",
    "lost": "not kept: nothing could be written here",
}

OPEN = "open"
OPEN_ENDED = "as long as you like"
OWN = "  (yours)"

# how long and when


def clock_length(seconds: float) -> str:
    """Seconds as a clock shows them: 3:10, or 1:03:10."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def spoken_length(seconds: float) -> str:
    """Seconds in words: 3 minutes 10 seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (rest, "second")]
    said = [f"{n} {name}{'' if n == 1 else 's'}" for n, name in parts if n]
    return " ".join(said) or "0 seconds"


def length_in_words(length_ms: int | None) -> str:
    """How long something lasts, in milliseconds or without an end."""
    return OPEN_ENDED if length_ms is None else spoken_length(length_ms / 1000)


def clock_time(moment: datetime) -> str:
    """A local time as a clock shows it: 14:27."""
    return f"{moment:%H:%M}"


def introduction(title: str, length_ms: int | None, ends_at: datetime | None) -> str:
    """What is about to begin, in one line that reads well aloud."""
    if length_ms is None or ends_at is None:
        return f"{title}: for as long as you like."
    return f"{title}: {spoken_length(length_ms / 1000)}, ends at {clock_time(ends_at)}."


def length_and_end(length_ms: int | None, ends_at: datetime | None) -> str:
    """How long it is, and until when, under the scale."""
    length = length_in_words(length_ms)
    return length if ends_at is None else f"{length}, ends {clock_time(ends_at)}"


def counted(said: tuple[str, str], count: int) -> str:
    """One or many of something, each in words of its own."""
    one, many = said
    return one if count == 1 else many.format(count=count)


def ends(moment: datetime) -> str:
    """When it ends, in a corner of the screen."""
    return f"ends {clock_time(moment)}"


def ends_now(moment: datetime) -> str:
    """When it ends, as a pause has moved it."""
    return f"It ends at {clock_time(moment)} now."


def going_on(cue: str, seconds: int | None) -> str:
    """That it goes on, with what there is to do until the next cue: Going on. Breathe out, 3."""
    return f"{GOING_ON} {cue}" if seconds is None else f"{GOING_ON} {cue}, {seconds}"


def left(left_ms: int | None) -> str:
    """How much is left, in a corner of the screen."""
    if left_ms is None:
        return ""
    return f"{clock_length(-(-left_ms // 1000))} left"


def noted(rating: int, *, numbers: bool = True) -> str:
    """What is said to a rating given on the way, with or without its number."""
    band = BANDS[rating]
    return NOTED.format(said=f"{rating}, {band}" if numbers else band)


def state_and_note(state: str, note: str) -> str:
    """How it stands, and what came of the last key: paused. Noted: 7, very hard."""
    return ". ".join(filter(None, (state, note)))


def part_of(name: str, part: int, parts: int | None) -> str:
    """Which part it is, of how many: breath 7 of 30."""
    return f"{name} {part}{'' if parts is None else f' of {parts}'}".lstrip()


def reply(before: int | None, after: int | None, *, numbers: bool = True) -> list[str]:
    """What is answered to two ratings, with or without naming them; nothing to one alone."""
    how = change(before, after)
    said = THEN_AND_NOW.format(before=before, after=after) if numbers else ""
    return [] if how is None else [REPLIES[how].format(numbers=said)]


def went(done: float, planned: float | None, *, spoken: bool) -> str:
    """How much was practised, in seconds, of how much was planned."""
    length = spoken_length if spoken else clock_length
    whole = planned is None or round(done) >= round(planned)
    return length(done) if whole or planned is None else f"{length(done)} of {length(planned)}"


def summary(*parts: str) -> str:
    """One quiet line of what was kept."""
    return ", ".join(filter(None, parts))


def ratings(before: int | None, after: int | None, *, spoken: bool) -> str:
    """Two ratings in a line; a skipped one is left out."""
    if spoken:
        named = ((before, "before"), (after, "after"))
        return ", ".join(f"{rating} {when}" for rating, when in named if rating is not None)
    if before is None and after is None:
        return ""
    return " → ".join("-" if rating is None else str(rating) for rating in (before, after))


def ratings_told(before: int | None, after: int | None, *, spoken: bool) -> str:
    """The same where it stands alone: one rating says which of the two it is."""
    return ratings(before, after, spoken=spoken or None in (before, after))
