"""Pages to read in lines: a numbered list, a page with numbered ways on, and back."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.learn.laying import WIDEST, lay_out
from calmcli.learn.links import ToPage, ToRoom, ToScript, goal_of
from calmcli.learn.page import Link, Page
from calmcli.learn.pages import all_pages, find_page, search_pages
from calmcli.plain.lines import Lines
from calmcli.plain.sitting import Sitting
from calmcli.words import learn as said

Each = TypeVar("Each")
Enter = Callable[[str], None]
"""Leads into another room, by its id, and out of it."""


def learn(house: House, lines: Lines, enter: Enter) -> None:
    """List the pages, read those that are chosen, until an empty line."""
    pages, question = all_pages(), said.ASK
    _list(lines, pages)
    while typed := (lines.ask(question) or "").strip():
        page = _numbered(pages, typed)
        found = [] if typed.isdecimal() else search_pages(typed)
        question = said.ASK if page or found else said.ASK_AGAIN
        if page is not None:
            read(house, lines, page, enter)
        elif not found:
            continue
        pages = found or all_pages()
        _list(lines, pages)


def read(house: House, lines: Lines, page: Page, enter: Enter) -> None:
    """Tell a page, and go on from it until an empty line."""
    _tell(lines, page)
    question = said.ASK_ON
    while typed := (lines.ask(question) or "").strip():
        link = _numbered(page.links, typed)
        question = said.ASK_ON if link else said.ASK_ON_AGAIN
        if link is not None:
            _go(house, lines, link, enter)
            _tell(lines, page)


def _go(house: House, lines: Lines, link: Link, enter: Enter) -> None:
    match goal_of(link.target):
        case ToPage(topic):
            read(house, lines, find_page(topic), enter)
        case ToScript(kind, script):
            try:
                session = house.open_session(kind, script)
            except CalmError as error:  # one of their own stands in for it, and cannot be played
                lines.say(str(error))
                return
            Sitting(session, lines, house).run()
        case ToRoom(room):
            enter(room)


def _list(lines: Lines, pages: Sequence[Page]) -> None:
    lines.say(said.LEARN, *(f"{at} {page.title}" for at, page in enumerate(pages, start=1)))


def _tell(lines: Lines, page: Page) -> None:
    laid = lay_out(page, WIDEST, commands=False, tables=False)
    lines.say(*(line.text for line in laid))


def _numbered(each: Sequence[Each], typed: str) -> Each | None:
    """The one with a number that was typed."""
    return next((one for at, one in enumerate(each, start=1) if str(at) == typed), None)
