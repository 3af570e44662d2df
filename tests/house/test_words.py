"""The tone of everything that is shown: what must not be said, is not."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import calmcli
from calmcli.content.library import Library
from calmcli.content.shipped import SHIPPED
from calmcli.content.templates import Templates
from calmcli.content.texts import spoken_words
from calmcli.kinds import KINDS
from calmcli.learn.pages import all_pages

HOUSE = Path(calmcli.__file__).parent
LIST = HOUSE / "content" / "avoided.py"  # what scripts had better not say
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


@cache
def said_by_calmcli(folder: Path = HOUSE) -> list[str]:
    """Every text in the code but the names of commands: whatever is shown is among them."""
    files = (path.read_text(encoding="utf-8") for path in folder.rglob("*.py") if path != LIST)
    found = {text for source in files for text in texts(ast.parse(source))}
    return sorted(found - {kind.command for kind in KINDS.values()})


def texts(tree: ast.Module) -> Iterator[str]:
    """The texts of a file but for what stands alone: a docstring is shown to nobody."""
    alone = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in alone:
            yield each.value


@cache
def said_by_scripts() -> list[str]:
    library = Library(Path("nobody"))
    scripts = [library.find(script).script for script in SHIPPED]
    return [
        text
        for script in scripts
        for text in (script.title, script.about, *(said for _, said in spoken_words(script)))
    ]


@cache
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


@cache
def said_by_pages() -> list[str]:
    return [text for page in all_pages() for text in page.prose()]


@pytest.mark.parametrize("pattern", AVOIDED)
def test_nothing_shown_orders_praises_promises_or_scolds(pattern: str) -> None:
    everything = said_by_calmcli() + said_by_scripts() + said_by_visits() + said_by_pages()
    assert len(everything) > 80
    assert [text for text in everything if re.search(pattern, text, re.IGNORECASE)] == []


def test_what_calmcli_says_can_be_shown_in_ascii() -> None:
    said = [text for text in said_by_calmcli(HOUSE / "words") if re.search(r"[a-z]", text)]
    assert len(said) > 400
    assert [text for text in said if not text.isascii()] == []
