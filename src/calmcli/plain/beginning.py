"""Before a session, in lines: what is inside, what may be kinder, the rating, another script."""

from calmcli.choosing import Choice, Choosing
from calmcli.content.model import Script
from calmcli.errors import UsageError
from calmcli.house import House
from calmcli.inside import caution
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask, by_number, numbered
from calmcli.plain.rating import ask_rating
from calmcli.rating import Answer
from calmcli.session import Session
from calmcli.words import following
from calmcli.words import inside as said
from calmcli.words import session as words


class Beginning:
    """Tells what is about to begin, and asks for the rating; the script can be changed there."""

    def __init__(self, house: House, session: Session, lines: Lines, told: str = "") -> None:
        self._house, self._session, self._lines = house, session, lines
        self._told = told
        """The line that was told already; it is not told twice."""
        self._choosing = Choosing(house, session)

    def ask(self) -> Answer:
        """The rating before, None when it is skipped, or the wish to leave."""
        self._tell()
        others = {
            "h": lambda: self._lines.say(*self._house.support()),
            said.OTHER_KEY: self._choose,
            said.KINDER_KEY: self._take_kinder,
        }
        return ask_rating(self._lines, words.ASK_BEFORE, others)

    def _tell(self) -> None:
        """What is inside, and what one letter takes instead."""
        script = self._session.plan.found.script
        if inside := self._choosing.inside():
            length = words.length_in_words(self._session.timeline().length_ms)
            about = f"{script.title}: {length}. {script.about}"
            self._lines.say(*([] if about == self._told else [about]), *inside)
            self._told = ""
        tell_caution(self._lines, script)
        if suggestion := self._choosing.suggestion():
            self._lines.say(*suggestion.words)
            if suggestion.found is not None:
                self._lines.say(said.INSTEAD_PLAIN)
        self._lines.say(said.OTHER_PLAIN)

    def _take_kinder(self) -> None:
        suggestion = self._choosing.suggestion()
        if suggestion is None or suggestion.found is None:
            self._lines.say(words.ASK_AGAIN)
        else:
            self._take(Choice(suggestion.found, "", ()))

    def _take(self, choice: Choice) -> None:
        try:
            self._choosing.take(choice.found)
        except UsageError as error:
            self._lines.say(str(error))
        self._tell()

    def _choose(self) -> None:
        """Name the scripts, and take the one that is chosen, if one is."""
        choices = self._choosing.choices()
        told = numbered(map(_row, choices))
        self._lines.say(*told)
        title = self._session.title
        prompt = said.PICK_PLAIN.format(title=title)
        while typed := ask(self._lines, prompt, told):
            if typed.lower().startswith("f "):
                marked = _chosen(choices, typed[2:])
                prompt = self._marked(marked) or said.PICK_AGAIN.format(title=title)
                continue
            match _chosen(choices, typed):
                case [choice]:
                    self._take(choice)
                    return
                case []:
                    prompt = said.PICK_AGAIN.format(title=title)
                case several:
                    titles = ", ".join(each.found.script.title for each in several)
                    prompt = said.PICK_WHICH.format(titles=titles)
        self._tell()

    def _marked(self, chosen: list[Choice]) -> str:
        """Turn the mark of the one that was chosen, and say so; nothing where none was."""
        if len(chosen) != 1:
            return ""
        found = chosen[0].found
        now = following.MARKED if self._choosing.mark(found) else following.UNMARKED
        return now.format(title=found.script.title)


def tell_caution(lines: Lines, script: Script) -> None:
    """Who had better leave it out, where somebody had."""
    if careful := caution(script):
        lines.say(careful)


def _chosen(choices: list[Choice], typed: str) -> list[Choice]:
    """The choice of a number, of an id, or all whose title holds what was typed."""
    wanted = typed.strip().casefold()
    if wanted.isascii() and wanted.isdigit():
        return list(filter(None, [by_number(choices, wanted)]))
    exact = [each for each in choices if wanted == each.found.script.id]
    return exact or [each for each in choices if wanted in each.found.script.title.casefold()]


def _row(choice: Choice) -> str:
    return ", ".join([choice.found.script.title, choice.length, *choice.marks])
