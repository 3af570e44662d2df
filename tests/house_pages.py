"""Every page of the house, and what stands in it."""

import re
import shlex
import sys
from collections.abc import Iterable
from importlib import import_module
from itertools import takewhile
from pathlib import Path
from types import ModuleType

HOUSE = Path(__file__).parents[1]
PAGES = {
    path.relative_to(HOUSE).as_posix(): path.read_text(encoding="utf-8")
    for path in (*sorted(HOUSE.glob("*.md")), *sorted(HOUSE.glob("docs/*.md")))
}
"""By its path from the top of the house."""
BLOCK = re.compile(r"^```([a-z]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"`([^`\n]+)`")
_SHELL = ("|", ">")
"""From here on it is the shell that is spoken to."""


def blocks(page: str, *sorts: str) -> list[str]:
    """The blocks of code of these sorts."""
    return [text for sort, text in BLOCK.findall(page) if sort in sorts]


def codes(page: str) -> list[str]:
    """What stands in backquotes within its sentences."""
    return [code.replace("\\|", "|") for code in _CODE.findall(BLOCK.sub("", page))]


def links(page: str) -> list[str]:
    """Where it leads."""
    return _LINK.findall(BLOCK.sub("", page))


def anchors(page: str) -> set[str]:
    """What can be led to in it."""
    headings = re.findall(r"^#+ (.+)$", BLOCK.sub("", page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each).strip().lower().replace(" ", "-") for each in headings}


def shown(page: str) -> list[tuple[str, ...]]:
    """Every command of calmcli in its blocks of code, word by word."""
    return _typed(line for block in blocks(page, "sh", "bat") for line in block.splitlines())


def named(page: str) -> list[tuple[str, ...]]:
    """Every command of calmcli that one of its sentences names, word by word."""
    return _typed(codes(page))


def _typed(lines: Iterable[str]) -> list[tuple[str, ...]]:
    return [
        tuple(takewhile(lambda word: word not in _SHELL, shlex.split(line, comments=True)))
        for line in lines
        if line.startswith("calmcli ") and "..." not in line
    ]


def tool(name: str) -> ModuleType:
    """A program of the house that is no part of the package."""
    folder, _, stem = name.rpartition("/")
    sys.path.insert(0, str(HOUSE / folder))
    try:
        return import_module(stem)
    finally:
        sys.path.pop(0)
