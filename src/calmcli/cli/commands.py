"""Every command there is, and the file that carries it out."""

from typing import NamedTuple

from calmcli.words import helps, visit_helps
from calmcli.words.doctor import HELP_DOCTOR
from calmcli.words.keys import HELP_KEYS
from calmcli.words.learn import HELP_LEARN
from calmcli.words.shell import HELP_COMPLETION, HELP_MAN
from calmcli.words.sound import HELP_AUDIO


class Command(NamedTuple):
    """One command, as the help names it."""

    room: str
    """The module of this folder whose `run` carries it out."""
    usage: str
    """What may follow it."""
    help: str
    """What it does, in half a line."""
    alone: tuple[str, ...] = ()
    """What it is taken for where nothing follows it."""


COMMANDS = {
    "breathe": Command("sessions", "[SCRIPT]", helps.BREATHE),
    "now": Command("sessions", "", helps.NOW),
    "relax": Command("sessions", "[SCRIPT]", helps.RELAX),
    "visualize": Command("sessions", "[SCRIPT]", helps.VISUALIZE),
    "ground": Command("sessions", "[SCRIPT]", helps.GROUND),
    "audio": Command("audio", "SCRIPT", HELP_AUDIO),
    "visit": Command("visit", "[new|list|...]", visit_helps.VISIT, ("list",)),
    "learn": Command("learn", "[TOPIC]", HELP_LEARN),
    "scripts": Command("scripts", "[list|show|...]", helps.SCRIPTS, ("list",)),
    "journal": Command("journal", "[list|show|...]", helps.JOURNAL, ("list",)),
    "profile": Command("profile", "[show|set|clear]", helps.PROFILE),
    "settings": Command("settings", "[get|set|path]", helps.SETTINGS),
    "keys": Command("keys", "[--json]", HELP_KEYS),
    "support": Command("support", "[add|list|...]", helps.SUPPORT),
    "completion": Command("completion", "bash|zsh|fish", HELP_COMPLETION),
    "man": Command("man", "", HELP_MAN),
    "privacy": Command("privacy", "", helps.PRIVACY),
    "doctor": Command("doctor", "", HELP_DOCTOR),
    "paths": Command("paths", "", helps.PATHS),
    "forget": Command("forget", "", helps.FORGET),
}
