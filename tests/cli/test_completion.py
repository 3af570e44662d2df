"""Tab: what a shell is told that could come next, by its own protocol and in a real one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these are shells of elsewhere", allow_module_level=True)

from calmcli.cli.commands import COMMANDS
from calmcli.cli.completing import SHELLS, shell_code
from calmcli.learn.pages import TOPICS

MINE = """\
format: 1
language: en
kind: breathing
id: my-morning
title: Mine
about: Mine.
cycles: 3
breath:
  - phase: in
    seconds: 4
    words: In
  - phase: out
    seconds: 6
    words: Out
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "my-morning.yaml").write_text(MINE)
    return tmp_path


def offered(home: Path, line: str) -> list[str]:
    """What the protocol answers to a line with the cursor at its end."""
    answer = home / "answer"
    env = {
        **os.environ,
        "CALMCLI_HOME": str(home),
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    ended = subprocess.run(
        [sys.executable, "-m", "calmcli"], env=env, capture_output=True, check=False, timeout=60
    )
    assert (ended.stdout, ended.stderr) == (b"", b"")
    return [each.strip() for each in answer.read_text().split("\n") if each.strip()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("calmcli bre", ["breathe"]),
        ("calmcli hel", ["help"]),
        ("calmcli help bre", ["breathe"]),
        ("calmcli breathe my", ["my-morning"]),
        ("calmcli breathe pm", []),
        ("calmcli relax release", ["release-only"]),
        ("calmcli scripts show my", ["my-morning"]),
        ("calmcli breathe --no-j", ["--no-journal"]),
        ("calmcli learn what", [each for each in TOPICS if each.startswith("what")]),
        ("calmcli settings set look.sh", ["look.shape"]),
        ("calmcli settings set look.shape w", ["water"]),
        ("calmcli settings set keys.session.pa", ["keys.session.pause"]),
        ("calmcli settings set breathing.script my", ["my-morning"]),
        ("calmcli support --country N", ["NL", "NO", "NZ"]),
        ("calmcli completion f", ["fish"]),
        ("calmcli breathe --minutes ", []),
    ],
)
def test_what_could_come_next(home: Path, line: str, expected: list[str]) -> None:
    assert sorted(offered(home, line)) == sorted(expected)


def test_all_commands_are_offered_and_all_templates(home: Path) -> None:
    assert {*COMMANDS} <= {*offered(home, "calmcli ")}
    assert "blood-test" in offered(home, "calmcli visit new --template ")


@pytest.mark.parametrize("shell", SHELLS)
def test_what_is_printed_is_for_that_shell_and_says_where_it_goes(shell: str) -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "calmcli", "completion", shell],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert shell_code(shell).strip() in printed
    assert printed.startswith("# to keep it")
    assert f"calmcli completion {shell}" in printed.splitlines()[0]


IN_BASH = """
eval "$(calmcli completion bash)"
COMP_LINE="calmcli breathe my"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(calmcli breathe my)
COMP_CWORD=2; COMP_TYPE=9
_python_argcomplete calmcli; echo "${COMPREPLY[@]}"
"""
IN_FISH = """
calmcli completion fish | source
complete -C "calmcli breathe my"
"""
IN_ZSH = """
autoload -Uz compinit; compinit -u -d $CALMCLI_HOME/dump
eval "$(calmcli completion zsh)"
print $_comps[calmcli]
_ARGCOMPLETE=1 _ARGCOMPLETE_SHELL=zsh _ARGCOMPLETE_SUPPRESS_SPACE=1 IFS=$'\n' \
  COMP_LINE="calmcli breathe my" COMP_POINT=18 __python_argcomplete_run calmcli
"""


@pytest.mark.parametrize(
    ("shell", "options", "typed"),
    [("bash", [], IN_BASH), ("fish", [], IN_FISH), ("zsh", ["-f"], IN_ZSH)],
)
def test_a_real_shell_completes_a_script_of_ones_own(
    home: Path, shell: str, options: list[str], typed: str
) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    commands = home / "commands"
    commands.mkdir()
    calmcli = commands / "calmcli"
    calmcli.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m calmcli "$@"\n')
    calmcli.chmod(0o755)
    ended = subprocess.run(
        [program, *options, "-c", typed],
        env={
            "PATH": f"{commands}:{os.environ['PATH']}",
            "HOME": str(home),
            "CALMCLI_HOME": str(home),
            "TERM": "xterm",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "my-morning" in ended.stdout, ended
