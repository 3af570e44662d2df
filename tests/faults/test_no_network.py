"""No socket is ever opened: every command runs with sockets forbidden.

The one exception is the pair of sockets by which asyncio wakes its own loop: `socketpair` makes a
socket of the family AF_UNIX that is connected to nothing outside the process.
"""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("asyncio's own pair is made of real sockets there", allow_module_level=True)

from calmcli.cli.commands import COMMANDS
from faults.program import add_short_script, world
from harness.several import several, told
from harness.streams import run_without_terminal
from harness.terminal import Terminal

FORBID = """
import os, socket, sys

def forbid(event, arguments):
    if event == "socket.__new__" and arguments[1] == socket.AF_UNIX:
        return  # asyncio's own pair; to connect it anywhere is refused below
    if event.startswith("socket."):
        with open(os.environ["TRIED"], "a") as tried:
            tried.write(f"{event} {arguments}\\n")
        os._exit(99)

sys.addaudithook(forbid)
"""
CALMCLI = """
from calmcli.__main__ import main
sys.argv[0] = "calmcli"
sys.exit(main())
"""
SEVERAL = """
import runpy
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
FORBIDDING = FORBID + CALMCLI
"""calmcli, which ends at once with 99 when it asks for a socket, a name or a connection."""
TYPED: dict[str, list[list[str]]] = {
    "breathe": [["short", "--plain", "--no-rating"], ["--help"]],
    "now": [["short", "--plain"]],
    "relax": [["no-such"]],
    "visualize": [["no-such"]],
    "ground": [["no-such"]],
    "audio": [["short", "--no-voice", "-o", "short.wav"]],
    "visit": [
        ["new", "--template", "blood-test", "--name", "Test", "--at", "2031-01-02 10:00"],
        *([each] for each in ("list", "templates", "show", "card", "ics", "ladder")),
        ["today", "--list"],
        ["card", "--qr", "words"],
    ],
    "scripts": [["list"], ["show", "box"], ["check", "scripts/short.yaml"], ["schema"]],
    "journal": [
        *([each] for each in ("list", "trends", "export", "report", "check", "backup", "restore")),
        ["import", "journal.db"],
        ["report", "-o", "report.html"],
    ],
    "profile": [[], ["set", "lungs", "yes"]],
    "settings": [[], ["set", "plain", "true"], ["path"]],
    "support": [[], ["--country", "GB"]],
    "learn": [[]],
    "doctor": [[], ["--json"]],
    "keys": [[], ["--json"]],
    "completion": [["bash"], ["zsh"]],
    "man": [[]],
    "paths": [[]],
    "privacy": [[]],
    "forget": [[]],
}
"""What is typed after each command."""
FORBIDDEN = 99


def test_every_command_is_among_them() -> None:
    assert COMMANDS.keys() <= TYPED.keys()


def test_a_command_opens_no_socket(tmp_path: Path) -> None:
    add_short_script(tmp_path)
    env, statuses = world(tmp_path, TRIED=str(tmp_path / "tried")), tmp_path / "statuses"
    commands = [[name, *more] for name, typed in TYPED.items() for more in typed]
    _, *driver = several(commands, statuses)
    argv = [sys.executable, "-c", FORBID + SEVERAL, *driver]
    ended = run_without_terminal(argv, env=env, cwd=tmp_path, timeout=300)
    for typed, status in zip(commands, told(statuses), strict=True):
        assert status in (0, 1, 2), (typed, status, ended)
    assert "Traceback" not in ended.err
    assert not (tmp_path / "tried").exists()


def test_a_session_on_the_whole_screen_opens_none_but_asyncios_own(tmp_path: Path) -> None:
    add_short_script(tmp_path)
    env = world(tmp_path, TRIED=str(tmp_path / "tried"))
    with Terminal([sys.executable, "-c", FORBIDDING, "breathe", "short"], env=env) as run:
        run.wait_for("How much distress")
        run.send("7\r")
        run.wait_for("Breathe in")
        run.send("q")
        run.wait_for("And now")
        run.send("h")
        run.wait_for("112|emergency")
        run.send("\x03")
        assert run.wait_exit() == 130
    assert not (tmp_path / "tried").exists()


def test_the_trap_itself_closes(tmp_path: Path) -> None:
    asks = "import socket; socket.getaddrinfo('localhost', 1)"
    trap = FORBID + asks
    env = world(tmp_path, TRIED=str(tmp_path / "tried"))
    ended = run_without_terminal([sys.executable, "-c", trap], env=env)
    assert ended.status == FORBIDDEN
    assert "socket.getaddrinfo" in (tmp_path / "tried").read_text()
