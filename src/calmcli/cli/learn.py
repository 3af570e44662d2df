"""`calmcli learn`: pages to read, on the whole screen or as lines."""

import json
from argparse import Namespace
from typing import TYPE_CHECKING

from msgspec import Struct

from calmcli.cli.commands import COMMANDS
from calmcli.cli.parser import Parser, did_you_mean
from calmcli.cli.surface import wants_plain
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.house import House
from calmcli.learn.laying import WIDEST, lay_out
from calmcli.learn.links import command_of
from calmcli.learn.page import Page
from calmcli.learn.pages import TOPICS, all_pages, find_page, search_pages
from calmcli.learn.telling import list_lines
from calmcli.output import JSON_VERSION, say
from calmcli.text import clean
from calmcli.words import helps
from calmcli.words import learn as said

if TYPE_CHECKING:
    from calmcli.plain.lines import Lines
    from calmcli.tui.screens.room import PlaceScreen

_MOST_SHOWN = 40


class Reading(Struct, frozen=True):
    """A page, or all of them to choose from, on the whole screen."""

    page: Page | None

    def in_lines(self, _house: House, lines: "Lines") -> None:
        """Say it and be done: what is said can be scrolled back to."""
        lines.say(*_lines_of(self.page))

    def screen(self, house: House) -> "PlaceScreen":
        """Its screen."""
        from calmcli.tui.screens.learn import LearnScreen  # noqa: PLC0415  lines need not pay
        from calmcli.tui.screens.page import PageScreen  # noqa: PLC0415

        return LearnScreen(house) if self.page is None else PageScreen(house, self.page)


def parser(name: str) -> Parser:
    """What may follow `learn`."""
    typed = Parser(prog=f"calmcli {name}", description=said.HELP_LEARN)
    typed.add_argument("topic", metavar="TOPIC", nargs="*", help=said.HELP_TOPIC)
    typed.add_argument("--search", metavar="WORDS", help=said.HELP_SEARCH)
    typed.add_argument("--plain", action="store_true", help=said.HELP_PLAIN)
    typed.add_argument("--json", action="store_true", help=helps.JSON)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Show a page, the list of them, or those that speak of something."""
    options = parser(name).parse_strictly(argv)
    if options.search is not None:
        _search(options.search, as_json=options.json)
        return 0
    page = _page("-".join(options.topic)) if options.topic else None
    if page is None and options.topic:
        _speak_of(" ".join(options.topic), as_json=options.json)
        return 0
    if options.json:
        _say_json(
            {"pages": [_listed(each) for each in all_pages()]} if page is None else _whole(page)
        )
        return 0
    return _read(page, options)


def _page(topic: str) -> Page | None:
    topic = topic.strip().casefold()
    return find_page(topic) if topic in TOPICS else None


def _speak_of(typed: str, *, as_json: bool) -> None:
    """What speaks of a word that is no topic; UsageError when nothing does."""
    word = clean(typed)[:_MOST_SHOWN]
    found = search_pages(clean(typed)) if word.strip() else []
    if not found:
        meant = did_you_mean(word, TOPICS) or said.LISTED
        if word in COMMANDS:
            meant = said.A_COMMAND.format(command=word)
        raise UsageError(said.NO_PAGE.format(topic=word, meant=meant))
    if as_json:
        _say_json({"pages": [_listed(each) for each in found]})
    else:
        heading = said.SPEAK_OF.format(words=word)
        say(heading, "", *list_lines(found, WIDEST), "", said.ONE_OF_THEM)


def _search(typed: str, *, as_json: bool) -> None:
    found = search_pages(clean(typed))
    if as_json:
        _say_json({"pages": [_listed(each) for each in found]})
    elif found:
        say(*list_lines(found, WIDEST), "", said.ONE_OF_THEM)
    else:
        say(said.NOTHING_SPEAKS.format(words=clean(typed)[:_MOST_SHOWN]))


def _read(page: Page | None, options: Namespace) -> int:
    from calmcli.cli.desk import open_desk  # noqa: PLC0415  no search or list for programs needs it
    from calmcli.cli.fronts import Fronts  # noqa: PLC0415

    desk = open_desk()
    plain = wants_plain(asked=options.plain, usual=desk.at_first.plain)
    fronts = Fronts(desk.house(), desk.at_first.look, room=Reading(page))
    return desk.sittings.live_through(fronts.in_lines if plain else fronts.on_screen, spoken=plain)


def _lines_of(page: Page | None) -> list[str]:
    if page is None:
        return [*list_lines(all_pages(), WIDEST), "", said.HOW_TO_READ]
    return [line.text for line in lay_out(page, WIDEST, commands=True, tables=False)]


def _listed(page: Page) -> dict[str, object]:
    return {"topic": page.topic, "title": page.title, "summary": page.summary}


def _whole(page: Page) -> dict[str, object]:
    lines = lay_out(page, WIDEST, commands=False, tables=False)
    return {
        "page": {
            **_listed(page),
            "text": "\n".join(line.text for line in lines),
            "links": [
                {"words": link.words, "command": command_of(link.target)} for link in page.links
            ],
            "sources": page.sources,
        }
    }


def _say_json(answer: dict[str, object]) -> None:
    say(json.dumps({"schema_version": JSON_VERSION, **answer}))
