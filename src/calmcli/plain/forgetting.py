"""Asking for the one word that removes everything, in lines."""

from calmcli.forgetting import Forgetting
from calmcli.plain.lines import Lines
from calmcli.words import forgetting as said


def ask_and_forget(forgetting: Forgetting, lines: Lines) -> bool:
    """Remove all of it when the word is typed; whether nothing resisted."""
    lines.say(*said.WHAT)
    while forgetting.question is not None:
        lines.say(*forgetting.answer(lines.ask(forgetting.question) or ""))
    return forgetting.is_whole
