"""What is said where someone wants all of it gone."""

WORD = "forget"
WHAT = (
    "This removes your journal with its visits and your profile, your settings, backups, what",
    "waits to be kept, and logs. It cannot be undone.",
    "What calmcli cannot reach: copies made by a sync or backup program, snapshots of the disk,",
    "what lay in swap, and what an SSD keeps of deleted blocks until it writes over them.",
)
HOW = "To remove it all, leave here and type: calmcli forget. It asks for one word first."
ASK = "Type '{word}' and Enter to remove it all. Anything else leaves everything as it is."
AS_IT_WAS = "Everything is as it was."
ASK_SCRIPTS = "Your own scripts are still there, in {folder}. Type 'scripts' to remove them too."
SCRIPTS_WORD = "scripts"
GONE = "It is gone: {count} files."
NOTHING_THERE = "There was nothing to remove."
LEFT = "This could not be removed: {path}"
