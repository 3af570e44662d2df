"""The journal: one row a session, as it was lived."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.errors import UsageError
from calmcli.house import House
from calmcli.journal.book import Book
from calmcli.journal.editing import with_after, with_note
from calmcli.journal.entries import Entry
from calmcli.journal.rows import row_of
from calmcli.journal.tallying import read_trends
from calmcli.journal.telling import facts_of, trend_lines
from calmcli.journal.titles import Titles
from calmcli.journal.wanted import Wanted
from calmcli.kinds import KINDS
from calmcli.paths import Places
from calmcli.rating import Leave
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.note import NoteScreen
from calmcli.tui.screens.rating import RatingScreen
from calmcli.tui.screens.reading import ReadingScreen
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.screens.value import ValueScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Part
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.visits.names import VisitNames
from calmcli.words import journal as told
from calmcli.words import leafing as said
from calmcli.words import session as words

_TAKES_AN_ENTRY = ("choose", "edit_note", "show_medians", "rate_late", "delete_entry")


class JournalRows:
    """The rows of a book, each made when it is looked at."""

    def __init__(self, book: Book, titles: Titles, *, blocks: bool, numbers: bool) -> None:
        self._book, self._titles = book, titles
        self._blocks, self._numbers = blocks, numbers

    def __len__(self) -> int:
        return len(self._book)

    def parts(self, index: int, width: int, rest: str) -> list[Part]:
        """One session in a row."""
        del rest
        entry = self._book.entry(index)
        if entry is None:
            return [(said.UNREADABLE, "beside")]
        row = row_of(entry, self._titles.of, width, blocks=self._blocks, numbers=self._numbers)
        return [(row, "")]

    def can_be_chosen(self, index: int) -> bool:
        """Every row can."""
        del index
        return True


class JournalScreen(RoomScreen):
    """Shows, notes, corrects, deletes. What is deleted can be brought back until it is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter("show", "All of this one"),
        Binding("e", "edit_note", "note", id="journal.note", tooltip="A note on this one"),
        Binding("m", "show_medians", "medians", id="journal.medians", tooltip=said.MEDIANS),
        Binding("a", "rate_late", show=False, id="journal.after", tooltip="The rating after"),
        Binding("d", "delete_entry", show=False, id="journal.delete", tooltip="Delete this one"),
        Binding("u", "bring_back", show=False, id="journal.undo", tooltip="Bring it back"),
        Binding("k", "choose_kind", show=False, id="journal.kind", tooltip="One kind, or every"),
        Binding("t", "choose_time", show=False, id="journal.time", tooltip="Since when"),
    ]

    has_initials = False

    def __init__(self, house: House, places: Places) -> None:
        super().__init__(house)
        house.settle()
        self._places = places
        self._book = Book(places, counted=False)
        self._titles = Titles(places.scripts)
        self._time = next(iter(said.TIMES))
        self._answered_at: int | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to an entry takes one."""
        if action in _TAKES_AN_ENTRY and self.is_mounted and not len(self._book):
            return False
        return super().check_action(action, parameters)

    def compose(self) -> ComposeResult:
        """The rows, what is to be said of them, and what they are not."""
        with Vertical(id="journal"):
            yield Words(said.TITLE, classes="heading")
            yield Words(id="shown")
            yield Choices(blocks=self.calm_app.blocks)
            yield BriefWords(id="told")
            yield Words(told.REMINDER, id="reminder")
        yield Keys()

    def on_mount(self) -> None:
        """Show the newest, and then count the rest: with years of them that takes a moment."""
        self._show()
        self.call_after_refresh(self._count_all)

    def _count_all(self) -> None:
        if self._book.count_all():
            self.choices.count_again()

    def on_unmount(self) -> None:
        """What was deleted is gone for good."""
        self._book.close()

    def _show(self, at: int | None = None) -> None:
        blocks = self.calm_app.blocks
        rows = JournalRows(self._book, self._titles, blocks=blocks, numbers=self.calm_app.numbers)
        self.choices.show(rows, self.choices.at if at is None else at)
        messages = list(self._book.messages)
        if not len(self._book):
            everything = self._book.wanted == Wanted()
            messages.append(told.NO_ENTRIES if everything else told.NONE_FITS)
        self._say(" ".join(messages))
        kind = self._book.wanted.kind
        filtered = self._book.wanted != Wanted()
        shown = said.FITTING.format(kind=kind or said.EVERY_KIND, time=self._time)
        self.query_one("#shown", Words).say(shown if filtered else "")
        self.set_class(filtered, "-filtered")
        self.set_class(not len(self._book), "-empty")
        self.query_one(Keys).refresh()

    def _say(self, text: str) -> None:
        self.query_one("#told", Words).say(text)
        self.set_class(not text, "-quiet")

    def _answer(self, text: str) -> None:
        """Say what became of a wish, until another row is marked."""
        self._answered_at = self.choices.at
        self._say(text)

    @property
    def _entry(self) -> Entry | None:
        """The marked entry."""
        at = self.choices.at
        return None if at is None else self._book.entry(at)

    @on(Choices.Marked)
    def tell(self, message: Choices.Marked) -> None:
        """Say what was noted of the marked one."""
        if message.index == self._answered_at or self._book.messages:
            return
        self._answered_at = None
        entry = self._book.entry(message.index)
        self._say(entry.note.splitlines()[0] if entry and entry.note else "")

    @on(Choices.Chosen)
    def show_entry(self, message: Choices.Chosen) -> None:
        """Show all that is known of it."""
        if entry := self._book.entry(message.index):
            title = self._titles.of(entry.script, entry.origin)
            visit = VisitNames(self._places).of(entry)
            facts = facts_of(entry, title, visit, numbers=self.calm_app.numbers)
            self.calm_app.open_page(title, list(facts))

    @work
    async def action_edit_note(self) -> None:
        """Write a note, or another."""
        if entry := self._entry:
            note = await self.app.push_screen_wait(NoteScreen(entry.note or ""))
            if note is not None and note != (entry.note or ""):
                try:
                    self._keep(with_note(entry, note, self.house.clock.local()))
                except UsageError as error:
                    self._answer(str(error))

    @work
    async def action_rate_late(self) -> None:
        """Give the rating after late, or take it back."""
        if entry := self._entry:
            after = await self.app.push_screen_wait(RatingScreen(words.ASK_AFTER, str))
            if not isinstance(after, Leave):
                self._keep(with_after(entry, after, self.house.clock.local()))

    def action_delete_entry(self) -> None:
        """Take it out of sight; it is gone when this is left."""
        if self.choices.at is not None:
            self._book.delete(self.choices.at)
            self._show()
            self._answer(said.DELETED.format(key=self.calm_app.key_for("journal.undo")))

    def action_bring_back(self) -> None:
        """Bring back what was deleted last."""
        at = self._book.bring_back()
        if at is not None:
            self._show(at)
            self._answer(said.BACK_AGAIN)

    def action_show_medians(self) -> None:
        """What the ratings come to, exercise by exercise."""
        trends = read_trends(self._places)
        numbers = self.calm_app.numbers
        told_of = trend_lines(trends.trends, self._titles.of) if numbers else [said.NO_NUMBERS]
        lines = [*trends.messages, *told_of]
        self.calm_app.push_screen(ReadingScreen(said.MEDIANS, lines))

    @work
    async def action_choose_kind(self) -> None:
        """Show one kind, or every kind."""
        kinds = [said.EVERY_KIND, *KINDS]
        present = self._book.wanted.kind or said.EVERY_KIND
        kind = await self.app.push_screen_wait(ValueScreen(said.KINDS_HEADING, kinds, present))
        if kind is not None:
            self._want(None if kind == said.EVERY_KIND else kind)

    @work
    async def action_choose_time(self) -> None:
        """Show all of it, or the newer part."""
        times = list(said.TIMES)
        time = await self.app.push_screen_wait(ValueScreen(said.TIMES_HEADING, times, self._time))
        if time is not None:
            self._time = time
            self._want(self._book.wanted.kind)

    def show_numbers(self) -> None:
        """Show the numbers, or leave them out."""
        self._show()

    def _want(self, kind: str | None) -> None:
        since = said.since(self._time, self.house.clock.local())
        self._book.want(Wanted(kind=kind, since=since))
        self._show(0)

    def _keep(self, entry: Entry) -> None:
        kept = self._book.change(entry)
        self._show()
        self._answer(said.KEPT[kept.value])
