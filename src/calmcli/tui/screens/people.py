"""People of one's own: who is named first where help now is shown."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from calmcli.house import House
from calmcli.paths import Places
from calmcli.people import MOST_PEOPLE, add_person, change_person, read_people, remove_person
from calmcli.store.keeper import Kept
from calmcli.support.facts import NOBODY, Person, person_of
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.screens.typed import TypingScreen
from calmcli.tui.screens.value import ValueScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.words import people as said


class PeopleScreen(RoomScreen):
    """One row a person, and one for someone new; it is kept the moment the last answer is given."""

    BINDINGS: ClassVar[list[BindingType]] = [enter(said.OPEN_KEY, said.OPEN_TIP)]

    def __init__(self, house: House, places: Places) -> None:
        super().__init__(house)
        self._places = places

    def compose(self) -> ComposeResult:
        """The rows, and below them what was done or could not be."""
        with Vertical(id="people"):
            yield Words(said.YOURS, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            yield BriefWords(said.ABOUT, id="meaning")
        yield Keys()

    def on_mount(self) -> None:
        """Show who is there."""
        self._show()

    def _show(self) -> None:
        read = read_people(self._places)
        self._records = read.records
        rows = [Choice(person.name, person.reach) for _, person in read.records]
        if len(rows) < MOST_PEOPLE:
            rows.append(Choice(said.ADD_ROW))
        self.choices.show(Columns(rows), self.choices.at)
        if read.messages:
            self._say(read.messages[0])

    def initial_of(self, index: int) -> str:
        """The first letter of a name."""
        return (self._records[index][1].name if index < len(self._records) else said.ADD_ROW)[:1]

    @on(Choices.Chosen)
    def open(self, message: Choices.Chosen) -> None:
        """Add someone, or see to the one that was chosen."""
        self._open(message.index)

    @work
    async def _open(self, index: int) -> None:
        if index == len(self._records):
            person = await self._ask(NOBODY)
            if person is not None:
                self._tell(add_person(self._places, person), said.ADDED, person)
            return
        record, before = self._records[index]
        choices = [said.CHANGE_ROW, said.REMOVE_ROW]
        chosen = await self.app.push_screen_wait(ValueScreen(before.name, choices, ""))
        if chosen == said.REMOVE_ROW:
            self._tell(remove_person(self._places, record), said.REMOVED, before)
        elif chosen == said.CHANGE_ROW and (person := await self._ask(before)) is not None:
            self._tell(change_person(self._places, record, person), said.ADDED, person)

    async def _ask(self, person: Person) -> Person | None:
        """The person after every question; None when one of them was left, or there is no name."""
        answers = person._asdict()
        for field, question in said.QUESTIONS.items():
            typed: list[str] = []

            def keep(answer: str, typed: list[str] = typed) -> str:
                typed.append(answer)
                return ""

            await self.app.push_screen_wait(
                TypingScreen(said.YOURS, question, answers[field], keep)
            )
            if not typed:
                return None
            answers[field] = typed[0]
        return person_of(answers)

    def _tell(self, kept: Kept, what: dict[str, str], person: Person) -> None:
        self._show()
        self._say(what[kept.value].format(name=person.name))

    def _say(self, words: str) -> None:
        self.query_one("#meaning", Words).say(words)
