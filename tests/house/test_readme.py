"""What the README says can be typed, can be typed."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from calmcli.cli.commands import COMMANDS
from calmcli.content.shipped import SHIPPED

HOUSE = Path(__file__).parents[2]
README = (HOUSE / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(?:sh|bat)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
TYPED = [
    shlex.split(line.partition("#")[0])
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("calmcli ")
]


def test_there_are_commands_in_the_readme() -> None:
    assert len(TYPED) > 10


@pytest.mark.parametrize("argv", [argv for argv in TYPED if argv[1:]], ids=" ".join)
def test_a_command_of_the_readme_exists_with_its_options(argv: list[str]) -> None:
    _, name, *rest = argv
    options = import_module(f"calmcli.cli.{COMMANDS[name].room}").parser(name).parse_strictly(rest)
    named = getattr(options, "script", None) or getattr(options, "id", None)
    assert named is None or named in SHIPPED


@pytest.mark.parametrize("name", ["start", "test"])
def test_ci_runs_the_very_commands_of_the_readme(name: str) -> None:
    assert f"<!-- command: {name} -->\n```sh\n" in README
    assert f"readme_command {name}" in (HOUSE / ".ci" / "run").read_text(encoding="utf-8")


def test_every_picture_of_the_readme_is_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((HOUSE / picture).is_file() for picture in pictures)


def test_every_target_of_make_that_the_readme_names_exists() -> None:
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make ([a-z]+)`", README)):
        assert re.search(rf"^{target}:.*##", makefile, re.MULTILINE)
