"""What of a visit can be taken out of here: its card and its day as files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from calmcli.errors import UsageError
from calmcli.new_file import write_new
from calmcli.text import clean
from calmcli.visits.card import (
    MOST_LINES,
    MOST_PRINTED_LINES,
    Card,
    Wanted,
    card_of,
    markdown,
    text_lines,
)
from calmcli.visits.card_html import html
from calmcli.visits.ics import ics
from calmcli.visits.qr import MOST_ON_PAPER, code_for, svg
from calmcli.visits.visit import Visit
from calmcli.words import papers
from calmcli.words import visits as said

Form = Literal["text", "markdown", "html"]
FORMS: tuple[Form, ...] = ("text", "markdown", "html")
_ENDINGS: dict[str, Form] = {".html": "html", ".htm": "html", ".md": "markdown"}

_NOT_MADE = (".pdf", ".doc", ".docx", ".odt", ".rtf", ".png", ".jpg")


def form_of(name: str) -> Form:
    """The form that the ending of a file's name asks for. Raises UsageError where none is made."""
    ending = Path(name.strip()).suffix.lower()
    if ending in _NOT_MADE:
        raise UsageError(papers.NOT_MADE.format(ending=ending))
    return _ENDINGS.get(ending, "text")


def card_for(visit: Visit, form: Form, wanted: Wanted = "both") -> Card:
    """The card with as much on it as a page of that form has room for."""
    return card_of(visit, wanted, MOST_PRINTED_LINES if form == "html" else MOST_LINES)


def in_form(card: Card, form: Form, code: str = "") -> str:
    """The card as a text of one form; `code` is what a phone is to take from the page.

    Raises UsageError when a phone could not read so much.
    """
    match form:
        case "html":
            words = clean(code, lines=True)
            return html(card, svg(code_for(words, MOST_ON_PAPER)) if words else "", words)
        case "markdown":
            return markdown(card)
        case _:
            return "\n".join(text_lines(card)) + "\n"


def write_card(visit: Visit, name: str, code: str = "") -> str:
    """Write the card to a file that is not there yet; where it is. Raises CalmError."""
    form = form_of(name)
    return _write(name, in_form(to_be_written(card_for(visit, form)), form, code))


def to_be_written(card: Card) -> Card:
    """The same card. Raises UsageError while there is nothing on it."""
    if card.is_empty:
        raise UsageError(papers.EMPTY_CARD)
    return card


def calendar_of(
    visit: Visit, *, title: str = "", lasts: int | None = None, reminders: Iterable[int] = ()
) -> str:
    """The day and time of a visit for a calendar. Raises UsageError while it has none."""
    if visit.at is None:
        raise UsageError(said.NO_TIME.format(name=visit.name))
    return ics(visit, visit.at, title=title, lasts=lasts, reminders=reminders)


def write_calendar(visit: Visit, name: str) -> str:
    """Write its day and time to a file that is not there yet; where it is. Raises CalmError."""
    return _write(name, calendar_of(visit))


def _write(name: str, text: str) -> str:
    path = str(Path(name.strip()).expanduser())
    write_new(path, [text])
    return path
