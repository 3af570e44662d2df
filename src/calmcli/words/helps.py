"""What --help says of the commands that begin sessions, and of what many commands share."""

FIRST_LINE = "calmcli: timed breathing and a private journal, for the days of medical care."
SECOND_LINE = "For a screen reader: 'calmcli settings set plain true' makes it plain lines."
BREATHE = "A paced breath: 'long-out', or another."
NOW = "Breathe at once: nothing is asked first."
RELAX = "Muscles, area by area: 'pmr-7', or another."
VISUALIZE = "Something to imagine: 'steady-place', or another."
GROUND = "Back to the room: 'five-senses', or another."
SESSIONS = {
    "breathe": BREATHE,
    "now": NOW,
    "relax": RELAX,
    "visualize": VISUALIZE,
    "ground": GROUND,
}
PROFILE = "What you may say of yourself: kinder variants first."
SETTINGS = "What you have set, and setting it."
SCRIPTS = "The scripts there are; write and check your own."
JOURNAL = "Your sessions, and what they come to."
SUPPORT = "Who can be reached now."
PRIVACY = "What is kept, and who can read it."
PATHS = "Where things are kept."
FORGET = "Remove everything kept of you, after one typed word."
SCRIPTS_LIST = "the scripts there are, yours among them"
SCRIPTS_SHOW = "what one script does"
SCRIPTS_CHECK = "what is wrong in what you wrote, if anything"
FILES = "a script file, or the id of one of your own; without any, all of your own"
NOT_COMMANDS = {
    "delete": "'calmcli journal delete' takes one session away, 'calmcli visit delete' a visit,"
    " 'calmcli forget' all that is kept.",
    "stop": "q ends a session, Ctrl+C ends it at once. Nothing of calmcli runs after it ends.",
    "uninstall": "'calmcli forget' removes what is kept of you;"
    " whatever installed calmcli removes the rest, such as 'pipx uninstall calmcli'.",
    "start": "'calmcli now' begins with a breath at once.",
    "panic": "'calmcli now' begins with a breath at once, 'calmcli ground' with the room around"
    " you, and 'calmcli support' says who can be reached.",
}
NOT_COMMANDS |= {
    **dict.fromkeys(("remove", "erase", "clear"), NOT_COMMANDS["delete"]),
    **dict.fromkeys(("quit", "exit", "end"), NOT_COMMANDS["stop"]),
    **dict.fromkeys(("begin", "run", "calm"), NOT_COMMANDS["start"]),
}
"""What people type that is no command, and where to turn instead."""
NO_KIND = "no kind is called '{typed}'{guess} There are {kinds}"
NO_COMMAND = "there is no command called '{name}'. {instead}"
HELP_WORD = "what follows a command; 'calmcli help' alone lists them"
HELP = "This page; 'calmcli help breathe' for one command."
VERSION = "Which calmcli this is."
END = (
    "In a session: space pauses, q ends it, h shows who can help, ? lists the keys.",
    "calmcli is not a treatment and needs no network. New chest pain, fainting,",
    "trouble breathing or weakness on one side: that is for the emergency number,",
    "or for the staff around you.",
)
SCRIPT = "which script, by its id ('calmcli scripts list' names them)"
MINUTES = "about so many minutes, 0.5 to 60; it ends with a whole breath or part"
SKIP = "areas to leave out, such as neck,belly"
CYCLES = "so many breaths"
UNTIL = "end at this local time, at most 12 hours away; pauses shorten the session"
PLAIN = "tell it in plain lines: for screen readers, braille and pipes"
NO_RATING = "ask for no rating, before or after"
NO_JOURNAL = "keep nothing of this session"
JSON = "as JSON, for programs"
YAML = "the file as it is"
COUNTRY = "a country by its two letters, such as GB"
TWO_LETTERS = "the two letters of a country are needed, such as DE for Germany, not '{word}'"
