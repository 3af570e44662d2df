"""What is said about people of one's own."""

YOURS = "Your people"
ASK_NAME = "Who? A name, or what you call them."
ASK_REACH = "How can they be reached? A number, an address, a door."
ASK_NOTE = "Anything else to remember? It may stay open."
QUESTIONS = {"name": ASK_NAME, "reach": ASK_REACH, "note": ASK_NOTE}
UNTIL_NOW = "{question} Until now: {value}. Enter alone leaves it so."
ABOUT = "They are named first wherever help now is shown. Nothing is dialled or sent."
ADD_ROW = "Add someone"
CHANGE_ROW = "Change what is said of them"
REMOVE_ROW = "Take them off the list"
OPEN_KEY = "open"
OPEN_TIP = "Add someone, or open this one"
ASK_WHICH = (
    "A number changes that one, + adds someone, - and a number takes one off. Enter goes back."
)
ASK_WHICH_AGAIN = "It takes a number, +, or - and a number; Enter alone goes back."
NOWHERE = "Nothing can be kept here, so nobody can be put on a list."
NONE_YET = "Nobody is on your list yet. 'calmcli support add' puts someone there."
NOTHING_KEPT = "No name, so nothing was kept."
NOBODY = "nobody called '{who}' is on your list{meant}"
LISTED = "'calmcli support list' names them."
TOO_LONG = "{field} takes {longest} characters at most"
TOO_MANY = "{count} people are on your list, and that is as many as it takes"
ADDED = {
    "journal": "{name} is on your list, and named first in help now.",
    "pending": "{name} is on your list. It waits beside the journal until that can be written.",
    "lost": "{name} could not be kept: nothing could be written here.",
}
REMOVED = {
    "journal": "{name} is off your list.",
    "pending": "{name} is off your list. It is done in the journal as soon as that can be written.",
    "lost": "{name} is still on your list: nothing could be written here.",
    "nothing": "{name} is off your list.",
}
COUNTRY_KEY = "country"
COUNTRY_TIP = "Choose the country whose lines are named"
WHICH_COUNTRY = "Whose lines are to be named from now on?"
ASK_COUNTRY = (
    "The two letters of a country, such as NZ, and Enter: its lines are named from now on."
    " Enter alone goes back."
)
HELP_ADD = "put someone on your own list, shown first"
HELP_LIST = "your own list"
HELP_EDIT = "change what is said of someone"
HELP_REMOVE = "take someone off your list"
HELP_WHO = "a number of 'calmcli support list', or a name"
HELP_NAME = "what you call them; asked for when left out"
HELP_REACH = "how they can be reached"
HELP_NOTE = "anything else to remember"
