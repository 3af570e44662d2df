"""What the journal says: its list, its trends, its report, and what is done with its entries."""

from calmcli.rating import Change

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
