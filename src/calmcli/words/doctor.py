"""What `calmcli doctor` says: each thing, how it stands, and what can be done."""

HELP_DOCTOR = "What would not work here, and what to do."
ABOUT = "What would not work here, before it is needed. It only looks; nothing is changed."
HELP_DOCTOR_JSON = "as JSON, for programs"

STANDINGS = {"fine": "fine", "look": "worth a look", "fails": "does not work"}
ALL_FINE = "All of it is fine."
SOME_LOOK = (
    "Nothing stands in the way of a session. One thing is worth a look when it suits.",
    "Nothing stands in the way of a session. {count} things are worth a look when it suits.",
)
SOME_FAIL = "What does not work here: {count}."

NAMES = {
    "program": "Program",
    "terminal": "Terminal",
    "letters": "Letters",
    "colours": "Colours",
    "folders": "Folders",
    "space": "Space",
    "journal": "Journal",
    "copies": "Copies of it",
    "waiting": "Waiting for it",
    "privacy": "Privacy",
    "settings": "Settings",
    "scripts": "Scripts",
    "visits": "Sorts of visit",
    "support": "Support lines",
    "voice": "Voice",
    "chimes": "Chimes",
    "faults": "Faults before",
}

# the program

VERSIONS = "calmcli {calmcli}, Python {python}, Textual {textual}, SQLite {sqlite}."
NO_TEXTUAL = "Textual is not there, so nothing can be drawn. calmcli {calmcli}, Python {python}."
INSTALL_AGAIN = "Install calmcli again; until then --plain tells sessions in lines."

# the terminal

DRAWS = "{columns} columns and {rows} rows, {term}."
NO_TERMINAL = "None for {names}, so sessions are told in lines."
STREAMS = {"stdin": "what is typed", "stdout": "what is said", "stderr": "what is drawn"}
CANNOT_DRAW = "TERM is {term}, so nothing can be drawn and sessions are told in lines."
SET_TERM = "In a terminal that can draw, TERM is a name such as xterm-256color."
SMALL = "{columns} columns and {rows} rows leave no room for more than a word."
LARGER = "From 20 by 5 on there is a shape; --plain needs no room at all."
UTF8 = "UTF-8."
OTHER_LETTERS = "{encoding}, so shapes are drawn in ASCII, and letters it has not become '?'."
SET_LANG = "A locale with UTF-8 shows all of them: LANG=C.UTF-8, for one."
NO_LOCALE = "The locale that LANG, LC_ALL or LC_CTYPE names is not installed here."
NO_COLOURS = "None, as NO_COLOR asks."
COLOURS = {"true": "All of them.", "256": "256.", "few": "A few; shapes and words say all of it."}
NO_THEME = "CALMCLI_THEME names '{theme}', which is none of the themes."
THEMES = "The themes are {themes}."

# what is kept

NO_PLACE = "Set CALMCLI_HOME to a folder that can be written to. Sessions run without."
CAN_KEEP = "All of them can be written to."
CANNOT_KEEP = "Nothing can be written in {path}, so what belongs there is not kept."
MAKE_ROOM = "Give yourself the right to write there, or set CALMCLI_HOME to another folder."
A_FILE = "{path} is a file where a folder has to be."
MOVE_IT = "Move it away, or set CALMCLI_HOME to another folder."
ROOM = "{size} left."
LITTLE_ROOM = "{size} left where the journal is; it and its copies need more before long."
NO_ROOM = "{size} left where the journal is: new sessions may not be kept."
FREE_SOME = "Make room on that disk."
UNKNOWN_ROOM = "How much is left cannot be told here."
NOT_KEPT = "None is kept, as is set."
NO_JOURNAL = "None yet. The first session begins one."
WHOLE = "Whole: {sessions}, {size}."
COPIES = "{count}, the newest of {when}."
NO_COPIES = "None yet. The next session makes one."
NO_COPY_NEEDED = "None, and nothing to copy yet."
DAMAGED_COPY = "{path} cannot be used."
OTHER_COPIES = "It may be removed; newer copies take its place by themselves."
NONE_WAITS = "Nothing."
WAITS = "{count}. The next session puts them into the journal."
WAITS_HERE = "{count}, until there is a journal that can be written."
UNREADABLE = "{path} lies there and cannot be understood."
LOOK_INSIDE = "It is left as it is; have a look at it, and move it elsewhere."
ERASING = "Deleted words may still be in the journal's file or in a copy."
ERASE = "'calmcli journal check' takes them out."
OPEN = "Other people on this machine may be able to read {path}"
CLOSE = "'chmod -R go= {folder}' closes it to them."
SET_ASIDE = "{path} was set aside, and may hold words that are gone from the journal."

# what is read

NOTHING_SET = "None of your own; all is as usual."
SET = "All of it counts."
NOT_COUNTED = "Some of {path} does not count:"
MEND_SETTINGS = "'calmcli settings' lists what can be set."
SHIPPED_AND_OWN = "{count}, {own} of your own."
BROKEN = "Not all of your own can be used:"
MEND = "Each stands with its line and column; the others are all there."
SHIPPED_BROKEN = "Some of what calmcli came with cannot be read."
SUPPORT = "Those of {count} countries."

# what is heard

NO_SPEECH = "No speech program is installed."
NO_PLAYER = "No program that plays sounds is installed."
WANTED = " It is switched on, and stays silent."
NOT_WANTED = " It is off, so nothing is missing."
GET_SPEECH = "espeak-ng is one; 'calmcli settings sound-check' lets it be heard."
GET_PLAYER = (
    "pw-play, paplay and aplay are some; 'calmcli settings sound-check' lets them be heard."
)
THERE = "{name}."
IS_OFF = " It is off."

# what broke before

NO_FAULTS = "None."
FAULTS = "{count}, the newest described in {path}"
SEND_FAULTS = "Whoever mends calmcli can use it; no words of yours are in it. It may be removed."
