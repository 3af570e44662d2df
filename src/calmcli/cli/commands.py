"""Every command there is, and the file that carries it out."""

from typing import NamedTuple

from calmcli import words
from calmcli.words.doctor import HELP_DOCTOR
from calmcli.words.keys import HELP_KEYS
from calmcli.words.learn import HELP_LEARN
from calmcli.words.shell import HELP_COMPLETION, HELP_MAN
from calmcli.words.sound import HELP_AUDIO
from calmcli.words.visits import HELP_VISIT


class Command(NamedTuple):
    """One command, as the help names it."""

    room: str
    """The module of this folder whose `run` carries it out."""
    usage: str
    """What may follow it."""
    help: str
    """What it does, in half a line."""


COMMANDS = {
    "breathe": Command("sessions", "[SCRIPT]", words.HELP_BREATHE),
    "now": Command("sessions", "", words.HELP_NOW_COMMAND),
    "relax": Command("sessions", "[SCRIPT]", words.HELP_RELAX),
    "visualize": Command("sessions", "[SCRIPT]", words.HELP_VISUALIZE),
    "ground": Command("sessions", "[SCRIPT]", words.HELP_GROUND),
    "audio": Command("audio", "SCRIPT", HELP_AUDIO),
    "visit": Command("visit", "new|list|today", HELP_VISIT),
    "learn": Command("learn", "[TOPIC]", HELP_LEARN),
    "scripts": Command("scripts", "list|show|new", words.HELP_SCRIPTS),
    "journal": Command("journal", "list|show|...", words.HELP_JOURNAL),
    "profile": Command("profile", "[show|set|clear]", words.HELP_PROFILE),
    "settings": Command("settings", "[get|set|path]", words.HELP_SETTINGS),
    "keys": Command("keys", "[--json]", HELP_KEYS),
    "support": Command("support", "[add|list|...]", words.HELP_SUPPORT),
    "completion": Command("completion", "bash|zsh|fish", HELP_COMPLETION),
    "man": Command("man", "", HELP_MAN),
    "doctor": Command("doctor", "", HELP_DOCTOR),
    "paths": Command("paths", "", words.HELP_PATHS),
    "forget": Command("forget", "", words.HELP_FORGET),
}
