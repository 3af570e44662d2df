"""The journal in lines: ten sessions at a time, and one of them in full."""

from msgspec.structs import replace

from calmcli.house import House
from calmcli.journal.book import Book
from calmcli.journal.editing import with_after, with_note
from calmcli.journal.entries import Entry, note_of
from calmcli.journal.tallying import read_trends
from calmcli.journal.telling import facts_of, how_it_ended, trend_lines, when
from calmcli.journal.titles import Titles
from calmcli.journal.wanted import Wanted
from calmcli.kinds import KINDS
from calmcli.paths import Places
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask, choose
from calmcli.plain.rating import ask_rating
from calmcli.rating import Leave
from calmcli.text import whole_number
from calmcli.visits.names import VisitNames
from calmcli.words import journal as told
from calmcli.words import leafing as said
from calmcli.words import session as words

AT_ONCE = 10


def leaf_through(house: House, lines: Lines) -> None:
    """Show the newest, and what is asked for, until an empty line."""
    if house.places is None:
        lines.say(said.NOWHERE)
        return
    house.settle()
    Leafing(house, house.places, lines).run()


class Leafing:
    """The journal, opened at one place."""

    def __init__(self, house: House, places: Places, lines: Lines) -> None:
        self._house, self._places, self._lines = house, places, lines
        self._book, self._titles = Book(places), Titles(places.scripts)
        self._first = 0

    def run(self) -> None:
        """Until an empty line; what was deleted is then gone for good."""
        try:
            self._list()
            question = said.PLAIN_ASK
            while typed := ask(self._lines, question).lower():
                question = said.PLAIN_ASK if self._obey(typed) else said.PLAIN_AGAIN
        finally:
            self._book.close()

    def _list(self) -> None:
        book, lines = self._book, self._lines
        lines.say(said.TITLE, *book.messages)
        if not len(book):
            lines.say(told.NO_ENTRIES if book.wanted == Wanted() else told.NONE_FITS)
        for index in range(self._first, min(self._first + AT_ONCE, len(book))):
            entry = book.entry(index)
            lines.say(f"{index + 1} {self._line(entry) if entry else said.UNREADABLE}")

    def _line(self, entry: Entry) -> str:
        return words.summary(
            when(entry.started_at),
            self._titles.of(entry.script, entry.origin),
            words.ratings(entry.before, entry.after, spoken=True),
            how_it_ended(entry),
            said.NOTE if entry.note else "",
        )

    def _obey(self, typed: str) -> bool:
        """Do what was typed; whether it was understood."""
        match typed:
            case "o":
                self._go_older()
            case "m":
                trends = read_trends(self._places)
                self._lines.say(*trends.messages, *trend_lines(trends.trends, self._titles.of))
            case "k" | "t":
                self._filter(typed)
            case "u":
                if self._book.bring_back() is not None:
                    self._lines.say(said.BACK_AGAIN)
                self._list()
            case _ if number := whole_number(typed, len(self._book)):
                self._show(number - 1)
            case _:
                return False
        return True

    def _go_older(self) -> None:
        if self._first + AT_ONCE >= len(self._book):
            self._lines.say(said.PLAIN_OLDEST)
        else:
            self._first += AT_ONCE
            self._list()

    def _filter(self, by: str) -> None:
        """Show one kind or time, or all again."""
        wanted = self._book.wanted
        rows = [said.EVERY_KIND, *KINDS] if by == "k" else list(said.TIMES)
        at = choose(self._lines, said.PLAIN_CHOOSE, rows)
        if at is None:
            return
        chosen = rows[at]
        if by == "k":
            kind = None if chosen == said.EVERY_KIND else chosen
            wanted = replace(wanted, kind=kind)
        else:
            wanted = replace(wanted, since=said.since(chosen, self._house.clock.local()))
        self._book.want(wanted)
        self._first = 0
        self._list()

    def _show(self, index: int) -> None:
        """One session in full, and what can be done with it."""
        entry = self._book.entry(index)
        if entry is None:
            self._lines.say(said.UNREADABLE)
            return
        title = self._titles.of(entry.script, entry.origin)
        self._lines.say(*facts_of(entry, title, VisitNames(self._places).of(entry)))
        match (self._lines.ask(said.PLAIN_ENTRY) or "").strip().lower():
            case "n":
                self._note(entry)
            case "a":
                after = ask_rating(self._lines, words.ASK_AFTER, {"h": self._help})
                if not isinstance(after, Leave):
                    self._keep(with_after(entry, after, self._house.clock.local()))
            case "d":
                self._book.delete(index)
                self._lines.say(said.DELETED.format(key="u"))

    def _note(self, entry: Entry) -> None:
        note, has_room = note_of(self._lines.ask(said.PLAIN_NOTE) or "")
        if note:
            self._lines.say(*([] if has_room else [said.NOTE_CUT]))
            self._keep(with_note(entry, note, self._house.clock.local()))

    def _keep(self, entry: Entry) -> None:
        self._lines.say(said.KEPT[self._book.change(entry).value])

    def _help(self) -> None:
        self._lines.say(*self._house.support())
