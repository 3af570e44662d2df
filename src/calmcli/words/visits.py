"""What is said about visits: the questions, the card, and the day itself."""

from datetime import datetime

# the questions

ASK_TEMPLATE = "What sort of visit is it?"
ASK_NAME = "What would you like to call it?"
ASK_TIME = "When is it? Such as Thursday 2pm, 3 December 2026 14:20, tomorrow 9:30, or a day alone."
UNDERSTOOD = "Understood: {when}."
HAS_PASSED = "That has passed already."
ASK_WHO = "Who comes along, if anyone?"
ASK_LAST_TIME = "Last time you noted: {words} - put it on this visit's card? y or n."
ASK_NEEDS = "What would help them to know?"
ASK_FAINT = "Do you sometimes faint, or nearly? y or n. The card then says that you may."
ASK_SIGNAL = "Which sign means stop?"
ASK_QUESTIONS = "What would you like to ask? The first three come first."
MORE_NEEDS = "What else would help them to know? Enter alone goes to the next question."
MORE_QUESTIONS = "What else would you like to ask? Enter alone goes to the next question."
ASK_STEPS = (
    "The usual steps are there already. Which would you like to add? One of your own will do too."
)
ASK_OWN_STEP = "Would you like to add a step of your own?"
MORE_STEPS = "Another step? Enter alone goes to the next question."
ASK_BREATH = "A line about the breath that suits you, for your half of the card?"
ASK_WAY_OUT = "How do you get out, or home?"
ASK_EXPECTED = "how much distress do you expect, 0 to 10?"
ASK_EXERCISE = "which exercise? An id from 'calmcli scripts list'."
ASK_SAY = "what will you say?"
ASK_STEP_WHO = "who is with you?"
ASK_MINUTES = (
    "how many minutes from the time of the visit? Below 0 is before it, "
    "'evening' the evening before."
)
ASK_CAME = "about how much distress was there, 0 to 10?"
ASK_HELPED = "what helped?"
ASK_NEXT_TIME = "What would you tell them next time?"

HOW_TO_ANSWER = (
    "Enter alone leaves it as it is, '-' empties it, b goes back one, and q ends the questions;"
    " what you typed until then stays."
)
HOW_TO_CHOOSE = "Numbers with commas, or your own words."
THERE_NOW = "So far: {now}"
YES = "yes"
ASK_EXPECTING = (
    "Would you like to say how much distress you expect at each step? y and Enter asks one by one;"
    " Enter alone leaves it. 'calmcli visit edit' asks it later too."
)
EXPECTING = "Distress expected at each step"
EXPECTING_HEADING = "How much distress you expect at each step"
EXPECT_LATER_ROW = "Leave it for now"
EXPECT_NOW_ROW = "Say it step by step"
EXPECT_LATER = "it can be changed later too"
KEPT_SO_FAR = (
    "What you typed is kept as '{name}'."
    " 'calmcli visit {command}' with a part of that name goes on with it."
)
KEEP_IT = "Enter or q keeps it; x and Enter takes it back."
LEFT = "Left as it was."
KEPT = {
    "journal": "Kept, in the same place as the journal.",
    "pending": "Set aside, and put into its place as soon as it can be written.",
    "lost": "It could be kept nowhere; it is only what you see here.",
    "nothing": "Nothing was changed.",
}
DELETED = "'{name}' is deleted, its words with it. Sessions practised for it stay in the journal."
DELETE_ASK = "Type yes and Enter to delete it. Enter alone keeps it."
STAYS = "It stays."

# what cannot be done, and what to do

UNREADABLE = "A visit could not be understood; it is left as it is."
NO_VISITS = "there is no visit yet. 'calmcli visit new' begins one."
NONE_YET = "There is no visit yet."
NOT_HERE = "a visit that is no longer here"
SEVERAL_FIT = "more than one visit fits '{word}'. 'calmcli visit list' gives each a number."
NO_SUCH_VISIT = "no visit fits '{word}'. 'calmcli visit list' names those there are."
NO_SUCH_NUMBER = "A number from 1 to {most} fits here, or words of your own."
NO_SUCH_STEP = "a step from 1 to {most} is needed, not '{word}'."
WHICH_STEP = "which step is meant? --step N names it; 'calmcli visit show' gives the numbers."
STEP_NUMBER = "the number of a step is needed, such as 3"
YES_OR_NO = "y or n fits here."
NO_RATING = "A whole number from 0 to 10 fits here."
NO_MINUTES_LEFT = "a whole number of minutes from 1 to 10080 is needed"
NO_EXERCISE_ID = "An id such as long-out fits here; 'calmcli scripts list' names them."
NO_MINUTES = "A whole number of minutes fits here, such as -30, or evening."
TOO_LONG = "That has {count} characters; {most} fit."
NOWHERE = "There is no place here to keep a visit in."
NO_TIME = (
    "'{name}' has no day yet, so there is nothing for a calendar. 'calmcli visit edit' sets it."
)
NO_SUCH_FRAME = "no sentence is called '{word}'. There are: {names}."

# the card

FROM_LAST_TIME = "From last time"
STEPS = "Steps"


# sentences to fill in

FRAMES = {
    "need": "Before we begin, I need {what}.",
    "want": "I would like {what}, if it can be done.",
    "boundary": "Please do not {what} without asking me first.",
    "slower": "Please go more slowly. I need a moment {when}.",
    "stop": "When I {sign}, please stop until I say go on.",
    "plain": "Could you say that in plain words? I did not follow {part}.",
    "notes": "Please write in my notes that {what}.",
    "opinion": "I would like a second opinion about {what} before I decide.",
    "company": "I would like {who} in the room with me.",
}
BLANK = "____"
ASK_FRAME = "A number and Enter. Enter alone ends here."
ASK_BLANK = "{sentence} - what goes in the gap?"

ASK_ONTO_CARD = "y and Enter puts it on the card of this visit. Enter alone does not."

# the day

NO_TIME_YET = "no day yet"
ASK_STEP = (
    "The number of a step and Enter begins its exercise. d, a space and its number notes"
    " how it is there now. Enter alone leaves."
)
BEGIN_KEY = "begin"
BEGIN_TIP = "Begin the exercise of this step"
NOTE_KEY = "d"
NOTE_NOW = "how it is"
NOTE_NOW_TIP = "Note how it is at this step now"
ASK_NOW = "{step}: how much distress is there now?"
ABOUT_NOTING = "It is kept with this step, and shown when you look back."
NOTED_NOW = "{rating}, {band}: noted at this step."
NO_EXERCISE = (
    "There is no exercise at this step."
    " 'Change' puts one there; as a command, 'calmcli visit edit'."
)
SAY_YOU_FAINT = "You could say beforehand that you may faint, and ask to lie down."
INSTEAD = "{exercise} first, since a needle comes here and you may faint."
NOT_THERE = "'{exercise}' is not among the scripts, so the usual breath is offered."
SHORTER = "{title}, so that it ends before {step}."
TAKES_LONGER = "{title} takes {length}, and {step} comes in {left}. It can be left at any time."
NO_STEPS = "It has no steps yet."

# afterwards

STILL_TO_COME = (
    "This visit is still to come: {when}. After it, this asks what came. For a step that is behind"
    " you already there is 'calmcli visit review --step N --came 0-10'."
)

# everything in a visit

STEP_WORDS = {
    "exercise": "exercise {words}",
    "expected": "expected {words}",
    "came": "came {words}",
    "say": 'say "{words}"',
    "who": "with {words}",
    "helped": "helped: {words}",
}
MINUTES_BEFORE = "{minutes} minutes before"
MINUTES_AFTER = "{minutes} minutes after"
EVENING_BEFORE = "{time} on the day before"
NEEDLE = "a needle comes here"

# the rooms and the commands

VISITS = "Visits"
A_VISIT = "Visit"
OTHER_TEMPLATE = "Another sort, with no steps yet"
MAKE_ONE = "Prepare a visit"
OPEN_ROWS = {
    "today": ("Today", "the steps on the clock"),
    "edit": ("Change", "anything about it"),
    "card": ("Card", "one page to hand over"),
    "say": ("Say", "sentences to fill in"),
    "review": ("Afterwards", "what was expected, and what came"),
    "picture": ("Look back", "both numbers, step by step"),
    "ladder": ("Ladder", "steps by what is expected"),
    "write": ("Write the card", "to a file, for print or to send"),
    "code": ("Code", "a short text that a phone takes along"),
    "calendar": ("Calendar", "a file with its day and time"),
    "delete": ("Delete", "with all its words"),
}
ASK_WHICH = "A number and Enter opens it. Enter alone leaves."
ASK_WHAT = "A number and Enter. Enter alone goes back."
ASK_WHICH_TEMPLATE = "Its number or name and Enter. Enter alone leaves."
ASK_CHANGE = "What would you like to change? A number and Enter. Enter alone is done."
CHANGE = "What would you like to change?"
KEEP_ROW = "Keep it"
UNKEPT_ROW = "Leave it unkept"
DELETE_ROW = "Delete it"
STAY_ROW = "Keep it as it is"
A_STEP = "Step: {name}"
FIELDS = {
    "name": "Name",
    "at": "Day and time",
    "who": "Who comes along",
    "needs": "What would help them to know",
    "faints": "May faint",
    "signal": "Sign for stop",
    "questions": "Questions",
    "breath": "Breath",
    "way_out": "Way out",
    "next_time": "To tell them next time",
    "steps": "More steps",
}
ANSWER_KEY = "go on"
BACK_KEY = "back"
MORE_KEY = "more"
MORE_TIP = "What else is offered; after the last of it the first again"
END_KEY = "no more questions"
LEAVE_OPEN = "Enter alone leaves it as it is."
WHAT_COUNTS_AS_NOW = "about now"
OPEN_KEY = "open"
OPEN_TIP = "Open this one"
SAY_HEADING = "Sentences to fill in"
ONTO_CARD = "Put it on the card of this visit"
NOT_ONTO_CARD = "Leave it at that"


def when(at: datetime | None, *, all_day: bool) -> str:
    """The day and time of a visit, at the offset of that day; empty when it is open."""
    if at is None:
        return ""
    day = f"{at:%a} {at.day} {at:%b %Y}"
    return day if all_day else f"{day}, {at:%H:%M}"
