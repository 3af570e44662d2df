"""The tone of everything that is shown: what must not be said, is not."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from calmcli import words
from calmcli.content.library import Library
from calmcli.content.shipped import SHIPPED
from calmcli.content.templates import Templates
from calmcli.content.texts import spoken_words
from calmcli.learn.pages import all_pages

AVOIDED = [
    r"\brelax\b",
    r"\bcalm down\b",
    r"\bjust\b",
    r"\bsimply\b",
    r"\bdon't worry\b",
    r"\bdeep(ly)? breath",
    r"\bbreathe deep",
    r"\bsafe\b",
    r"\bvictim",
    r"\byou will\b",
    r"\bclose your eyes\b",
    r"\bfor me\b",
    r"\bgreat job\b",
    r"\bwell done\b",
    r"\bcongratulations\b",
    r"\bgood\b",
    r"\bnice\b",
    r"\bstreak",
    r"\binvalid\b",
    r"\billegal\b",
    r"\bwarning\b",
    r"\bare you sure\b",
]


def texts(value: object) -> Iterator[str]:
    """Every piece of text inside a value; the keys of a table are not shown to anyone."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts(inner)


def said_by_calmcli() -> list[str]:
    pages = [
        words,
        *(import_module(f"calmcli.words.{page.name}") for page in iter_modules(words.__path__)),
    ]
    named = [value for page in pages for name, value in vars(page).items() if name.isupper()]
    return list(texts(named))


def said_by_scripts() -> list[str]:
    library = Library(Path("nobody"))
    scripts = [library.find(script).script for script in SHIPPED]
    return [
        text
        for script in scripts
        for text in (script.title, script.about, *(said for _, said in spoken_words(script)))
    ]


def said_by_visits() -> list[str]:
    found = [each.script for each in Templates(Path("nobody")).all()]
    return [
        text
        for visit in found
        for text in (
            *(visit.title, visit.about, visit.signal or "", *visit.needs, *visit.questions),
            *(text for step in visit.steps for text in (step.name, step.say or "")),
        )
    ]


def said_by_pages() -> list[str]:
    return [text for page in all_pages() for text in page.prose()]


@pytest.mark.parametrize("pattern", AVOIDED)
def test_nothing_shown_orders_praises_promises_or_scolds(pattern: str) -> None:
    everything = said_by_calmcli() + said_by_scripts() + said_by_visits() + said_by_pages()
    assert len(everything) > 80
    assert [text for text in everything if re.search(pattern, text, re.IGNORECASE)] == []


def test_what_calmcli_says_can_be_shown_in_ascii() -> None:
    assert [text for text in said_by_calmcli() if not text.isascii()] == []
