"""The files that are read: settings, scripts, templates of visits, support lines."""

from collections.abc import Iterator
from typing import Any

from calmcli.content.library import Library
from calmcli.content.problems import Problem
from calmcli.content.shelf import Shelf
from calmcli.content.templates import Templates
from calmcli.doctor.finding import Finding
from calmcli.errors import CalmError
from calmcli.paths import Places
from calmcli.settings import read_settings
from calmcli.support import countries, find_support
from calmcli.text import clean
from calmcli.words import doctor as said


def look_at_files(places: Places) -> Iterator[Finding]:
    """Read each, and tell what is wrong with it and where."""
    yield _settings(places)
    yield _shelf("scripts", Library(places.scripts))
    yield _shelf("visits", Templates(places.visits))
    yield _support()


def _settings(places: Places) -> Finding:
    problems = read_settings(places.settings).problems
    if problems:
        told = said.NOT_COUNTED.format(path=clean(str(places.settings)))
        return Finding("settings", told, "look", said.MEND_SETTINGS, problems)
    return Finding("settings", said.SET if places.settings.exists() else said.NOTHING_SET)


def _shelf(name: str, shelf: Shelf[Any]) -> Finding:
    try:
        items, problems = shelf.all_and_problems()
    except CalmError as error:
        lines = tuple(str(error).splitlines()[:1])
        return Finding(name, said.SHIPPED_BROKEN, "fails", said.INSTALL_AGAIN, lines)
    if problems:
        return Finding(name, said.BROKEN, "fails", said.MEND, tuple(map(_line, problems)))
    own = sum(item.origin == "personal" for item in items)
    return Finding(name, said.SHIPPED_AND_OWN.format(count=len(items), own=own or "none"))


def _line(problem: Problem) -> str:
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"{problem.name}:{problem.line}:{problem.column}: {problem.message}{hint}"


def _support() -> Finding:
    try:
        known = countries()
        for country in known:
            find_support(country)
    except (CalmError, OSError) as error:
        return Finding("support", str(error), "fails", said.INSTALL_AGAIN)
    return Finding("support", said.SUPPORT.format(count=len(known)))
