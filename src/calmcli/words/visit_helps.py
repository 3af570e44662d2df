"""What --help says of the commands about visits."""

VISIT = "Prepare a medical visit, step by step."
SUB = {
    "new": "prepare a visit; with --name nothing is asked",
    "list": "the visits there are, the nearest first",
    "templates": "the sorts of visits to begin from",
    "show": "everything in one visit",
    "edit": "change it; without options it asks",
    "today": "its steps on the clock, with an exercise for each",
    "card": "one page to hand over, shown before it is written",
    "say": "sentences to fill in, for needs and boundaries",
    "review": "what was expected and what came",
    "ladder": "its steps by what is expected",
    "ics": "a file for a calendar",
    "delete": "take it away, with all its words",
}
WHICH = "its number in 'visit list', or a part of its name; the nearest one when left out"
TEMPLATE = "the sort of visit ('calmcli visit templates' names them)"
NAME = "what it is called"
AT = "its day and time, such as '2026-12-03 14:20', 'thursday 2pm' or '3 December'"
WITH = "who comes along"
NEED = "something that helps them to know; can be given again"
SIGNAL = "the sign that means stop"
QUESTION = "something to ask; can be given again"
BREATH = "a line about the breath that suits"
WAY_OUT = "how to get out, or home"
FAINT = "the card says that you may faint"
CARRY = "put on its card what the visit before left to be told"
CLEAR = "empty this; can be given again"
STEP = "a step, by its number in 'visit show'"
ADD_STEP = "add a step of your own at the end; can be given again"
DROP_STEP = "take a step away, by its number"
EXPECTED = "distress expected at the step, 0 to 10, or - for none"
CAME = "about how much distress there was at the step, 0 to 10, or - for none"
HELPED = "what helped at the step"
EXERCISE = "the exercise for the step, or - for none"
SAY_STEP = "words to say at the step"
STEP_WHO = "who is with you at the step"
STEP_MINUTES = (
    "minutes from the time of the visit, such as -30, or evening for the one before, or - for none"
)
PLACE = "where the step is: home, waiting, room or after"
NEXT_TIME = "what to tell them next time"
SHOW = "show it, ask nothing"
LIST_STEPS = "print the steps, begin nothing"
BEGIN_STEP = "begin the exercise of this step at once"
HALF = "'them' is the half to hand over, 'me' your own; both when left out"
FORMAT = "text, markdown or html; else what the name of the file ends with"
OUTPUT = "write it to this file"
REPLACE = "put it in the place of a file that is there"
QR = "draw this text as a QR code; alone it asks for the text"
FRAME = "which sentence: {names}"
FILL = "what goes in its gap"
ADD_TO = "put the sentence on the card of a visit too"
TITLE = "what the calendar calls it; its name when left out"
LASTS = "how many minutes it takes"
REMIND = "a reminder so many minutes before; can be given again"
YES = "delete without being asked"
PLAIN = "in plain lines"
