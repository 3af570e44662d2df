"""What is said where someone wants all of it gone."""

WORD = "forget"
_KEPT = (
    "This removes all that calmcli keeps of you: the journal, visits, your people, what you said of"
    " yourself, settings, the copies of all that, and what it writes down when it breaks."
    " It cannot be undone."
)
_OUT_OF_REACH = (
    "Out of its reach are copies that a sync or backup program made, and what the system or the"
    " disk may still hold of deleted files."
)
WHAT = (
    _KEPT,
    "Scripts of your own are asked about separately.",
    "What you saved elsewhere stays: cards, reports, exports, calendar files, sound files.",
    _OUT_OF_REACH,
)
ASK = "Type '{word}' and Enter to remove it all. Anything else leaves everything as it is."
HINT = "the word, or Escape"
ANSWER_KEY = "go on"
ANSWER_TIP = "Go on with what was typed"
AS_IT_WAS = "Everything is as it was."
ASK_SCRIPTS = "Your own scripts are still there, in {folder}. Type 'scripts' to remove them too."
SCRIPTS_STAY = "Your own scripts stay."
SCRIPTS_WORD = "scripts"
GONE = "It is gone. Files removed: {count}."
NOTHING_THERE = "There was nothing to remove."
LEFT = "This could not be removed: {path}"
