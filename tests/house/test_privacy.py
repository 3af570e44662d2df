"""What the privacy page says can be typed, can be typed, and it names every place there is."""

import re
import shlex
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from calmcli.cli.commands import COMMANDS
from calmcli.paths import Places
from calmcli.store.backups import KEPT

PAGE = (Path(__file__).parents[2] / "docs" / "privacy.md").read_text(encoding="utf-8")
TYPED = sorted(set(re.findall(r"`(calmcli [^`]+)`", PAGE)))


@pytest.mark.parametrize("line", TYPED)
def test_a_command_of_the_page_exists_with_its_options(line: str) -> None:
    _, name, *rest = shlex.split(line)
    parser = import_module(f"calmcli.cli.{COMMANDS[name].room}").parser(name)
    parser.parse_strictly([*rest, "mine.json"] if rest == ["import"] else rest)


def test_every_place_where_something_private_is_kept_is_named() -> None:
    for field in fields(Places):
        if field.name not in ("scripts", "visits"):
            assert field.name in PAGE
    assert (KEPT, "newest five" in PAGE) == (5, True)


def test_the_page_is_short() -> None:
    assert len(PAGE.splitlines()) < 100
