"""What is said where someone wants all of it gone."""

WORD = "forget"
WHAT = (
    "This removes your journal with its visits and your profile, your settings, backups, what",
    "waits to be kept, and logs. It cannot be undone.",
    "Scripts of your own are asked about separately.",
    "What you saved elsewhere stays: cards, reports, exports, calendar files, sound files.",
    "What calmcli cannot reach: copies made by a sync or backup program, snapshots of the disk,",
    "what lay in swap, and what an SSD keeps of deleted blocks until it writes over them.",
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
