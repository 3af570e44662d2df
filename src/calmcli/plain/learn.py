"""Pages to read in lines: a numbered list, a page with numbered ways on, and back."""

from collections.abc import Callable, Sequence

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.learn.laying import WIDEST, lay_out
from calmcli.learn.links import ToPage, ToRoom, ToScript, goal_of
from calmcli.learn.page import Link, Page
from calmcli.learn.pages import all_pages, find_page, search_pages
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask, by_number, numbered
from calmcli.plain.sitting import Sitting
from calmcli.words import learn as said

Enter = Callable[[str], None]
"""Leads into another room, by its id, and out of it."""


def learn(house: House, lines: Lines, enter: Enter) -> None:
    """List the pages, read those that are chosen, until an empty line."""
    pages, question = all_pages(), said.ASK
    lines.say(said.LEARN, *_titles(pages))
    while typed := ask(lines, question, _titles(pages)):
        page = by_number(pages, typed)
        found = [] if typed.isdecimal() else search_pages(typed)
        question = said.ASK if page or found else said.ASK_AGAIN
        if page is not None:
            read(house, lines, page, enter)
        elif not found:
            continue
        pages = found or all_pages()
        lines.say(said.LEARN, *_titles(pages))


def read(house: House, lines: Lines, page: Page, enter: Enter) -> None:
    """Tell a page, and go on from it until an empty line."""
    lines.say(*_told(page))
    question = said.ASK_ON
    while typed := ask(lines, question, _told(page)):
        link = by_number(page.links, typed)
        question = said.ASK_ON if link else said.ASK_ON_AGAIN
        if link is not None:
            _go(house, lines, link, enter)
            lines.say(*_told(page))


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


def _titles(pages: Sequence[Page]) -> list[str]:
    return numbered(page.title for page in pages)


def _told(page: Page) -> list[str]:
    return [line.text for line in lay_out(page, WIDEST, commands=False, tables=False)]
