"""What is said when a visit is looked back at: what was expected, what came, and the ladder."""

from calmcli.rating import Change

NOTED_THEN = "noted on the day: {ratings}"
REVIEW = "Expected and what came: {name}"
EXPECTED_CAME = {
    Change.LOWER: "expected {expected}, came {came}: lower than expected",
    Change.SAME: "expected {expected}, came {came}: about as expected",
    Change.HIGHER: "expected {expected}, came {came}: higher than expected",
}
ONLY_EXPECTED = "expected {expected}"
ONLY_CAME = "came {came}"
NEITHER = "no numbers"
HELPED = "helped: {words}"
NEXT_TIME = "To tell them next time: {words}"
PICTURE_KEY = "{expected} expected  {came} came  {both} both, on a line from 0 to 10"
COUNTS = (
    "Of {pairs} steps with both numbers: {lower} lower, {same} about the same, {higher} higher."
)
NO_PAIRS = "No step has both numbers yet."
ABOUT_NUMBERS = (
    "A difference of 1 counts as about the same: our convention. This is a record, no test."
)

LADDER = "Steps by what is expected, the least first"
LADDER_NEXT = "A next one could be: {name} ({expected})."
LADDER_NONE = "None is expected at 3 to 5. A smaller step may be made of one of these."
LADDER_EMPTY = (
    "No step has an expected number yet. 'Change' puts them in; as a command, 'calmcli visit edit'."
)
LADDER_ABOUT = (
    "Going over a step again is normal, and so is going back to an earlier one."
    " There is no date by which any of it has to be done."
)
THERAPIST = (
    "This is a ladder of ordinary steps, for oneself. Going through a memory of what was done"
    " to you is work to do with a therapist."
)
UNRATED = "{count} more without a number."
