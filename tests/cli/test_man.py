"""The manual page: all that can be typed is in it, and roff finds nothing to complain of."""

import shutil
import subprocess

import pytest

from calmcli.cli.commands import COMMANDS
from calmcli.cli.man import run
from calmcli.cli.whole import arguments, subcommands, whole_parser
from calmcli.first import FirstFrame


@pytest.fixture
def page(capsys: pytest.CaptureFixture[str]) -> str:
    assert run("man", [], FirstFrame()) == 0
    return capsys.readouterr().out


def test_every_command_and_every_option_is_in_it(page: str) -> None:
    plain = page.replace(r"\-", "-")
    whole = whole_parser()
    assert all(option in plain for each in arguments(whole) for option in each.option_strings)
    for name, typed in subcommands(whole).items():
        assert f'.SS "calmcli {name}' in plain
        for inner in (typed, *subcommands(typed).values()):
            for action in arguments(inner):
                assert all(option in plain for option in action.option_strings)
    assert {*subcommands(whole)} == {*COMMANDS}


def test_no_line_is_taken_for_a_command_of_roff_that_is_none(page: str) -> None:
    known = (".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br")
    for line in page.splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or line.split()[0] in known


def test_roff_reads_it_without_a_warning(page: str) -> None:
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("there is no groff here")
    ended = subprocess.run(
        [groff, "-ww", "-man", "-Tascii"], input=page, capture_output=True, text=True, check=True
    )
    assert ended.stderr == ""
    assert "which script, by its id" in ended.stdout
