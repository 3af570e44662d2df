"""What is said of scripts: what one holds, which there are, and a new one of one's own."""

from collections.abc import Iterable

from calmcli.kinds import KINDS
from calmcli.words.wording import one_of

SUMMARY = "{kind}, {length}, {parts}."
NO_END = "as long as you like"
ONE_BREATH = "One breath, {length}:"
FIRST_BREATH = "The first breath, {length}:"
BECOMES = "Little by little it becomes, {length}:"
MOST_BREATHS = "It ends after {count} at most, whatever is asked for."
ADVANCED = "It goes beyond the bounds that suit most people."
TIMES = "{name}, {count} times"
ROUNDS = "All of it is gone through {count} times."
ROUND_AND_ROUND = "Then it begins again, for as long as you like. Once through takes {length}."
TENSED = "Tensing lasts {length} at most."
WAITING = "It waits for you {times} where keys can come; the times shown are for when none can."
ONCE_OR_MORE = "once", "{count} times"
ASKED = "Asked first, if you like: {ask} Without an answer it is '{otherwise}'."
AREAS = "Works with: {areas}."
SOURCE = "Source: {source}"
TAGS = {
    "breath_hold": "a held breath",
    "rest_after": "a short rest with empty lungs",
    "slow_pace": "slow breathing, below five breaths a minute",
    "muscle_tension": "tensing muscles",
    "lowers_arousal": "settling the body",
    "imagery": "something to imagine",
    "eyes_closed": "eyes closed, if it suits",
    "body_focus": "attention on the body",
}

HEADING = "{kind} (calmcli {command} SCRIPT)"
STANDS_IN = "  (yours, in place of the shipped one)"
NOT_MARKED = "nothing could be written here, so no mark could be kept."

NOT_FOUND = "there is no file of this name, and nothing of yours has this id"
NONE_YET = "there is nothing of your own to check yet: your scripts belong in {scripts}"
ALL_FINE = ("1 file checked, nothing to mend.", "{count} files checked, nothing to mend.")
KEPT_IN = "your scripts belong in {scripts}, templates for visits in {visits}"

NO_ID = "--own needs an id, such as: calmcli scripts new grounding waiting-room --own"

HELP_FAVOURITE = "mark one as yours: it stands first in lists"
HELP_UNFAVOURITE = "take the mark away"
HELP_NEW = "a script to begin your own from, with notes in it"
HELP_SCHEMA = "the format as a JSON Schema, for editors"
HELP_KIND = one_of([*KINDS, "visit"])
HELP_NEW_ID = "the id it gets, such as slow-morning"
HELP_OWN = "write it to ID.yaml in the folder of your own, where it is found at once"
HELP_OUTPUT = "write it to this file, which is not there yet"


def contents(tags: Iterable[str]) -> str:
    """What a script contains that someone may want to know beforehand."""
    return "Contains: " + (
        ", ".join(TAGS[tag] for tag in tags) or "nothing to hold, tense or imagine"
    )
