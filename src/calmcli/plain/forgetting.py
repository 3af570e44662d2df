"""Asking for the one word that removes everything, in lines."""

from calmcli.forgetting import Forgotten, forget, forget_scripts, has_scripts
from calmcli.paths import Places
from calmcli.plain.lines import Lines
from calmcli.words import forgetting as said


def ask_and_forget(places: Places, lines: Lines) -> bool:
    """Remove all of it when the word is typed; whether nothing resisted."""
    lines.say(*said.WHAT)
    if not _typed(lines, said.ASK.format(word=said.WORD), said.WORD):
        lines.say(said.AS_IT_WAS)
        return True
    everything = forget(places)
    _tell(lines, everything)
    question = said.ASK_SCRIPTS.format(folder=places.scripts)
    if has_scripts(places) and _typed(lines, question, said.SCRIPTS_WORD):
        scripts = forget_scripts(places)
        _tell(lines, scripts)
        return not everything.left and not scripts.left
    return not everything.left


def _typed(lines: Lines, question: str, word: str) -> bool:
    return (lines.ask(question) or "").strip().lower() == word


def _tell(lines: Lines, forgotten: Forgotten) -> None:
    if forgotten.removed:
        lines.say(said.GONE.format(count=forgotten.removed))
    elif not forgotten.left:
        lines.say(said.NOTHING_THERE)
    lines.say(*(said.LEFT.format(path=path) for path in forgotten.left))
