"""A command pays only for what it uses."""

import subprocess
import sys
from pathlib import Path

import pytest

from calmcli.kinds import KIND_OF
from interpreters import QUICK, environment

REPORT = """
import sys
sys.argv[1:] = {arguments!r}
from calmcli.__main__ import main
try:
    main()
finally:
    print("rooms:", *sorted(sys.modules), file=sys.stderr)
"""


def modules_of(tmp_path: Path, *arguments: str) -> set[str]:
    """What a fresh interpreter has imported once a command is through."""
    ended = subprocess.run(
        [sys.executable, "-c", REPORT.format(arguments=list(arguments))],
        input="",
        capture_output=True,
        text=True,
        check=False,
        env={**environment(), "CALMCLI_HOME": str(tmp_path)},
        timeout=60,
    )
    return set(ended.stderr.rpartition("rooms:")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("breathe", "--help"),
        ("breathe", "no-such-script"),
        ("journal", "list"),
        ("journal", "list", "--json"),
        ("scripts", "list"),
        ("support",),
        ("paths",),
    ],
)
def test_no_command_that_prints_lines_imports_textual(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    modules = modules_of(tmp_path, *arguments)
    assert "calmcli.cli.main" in modules
    assert "textual" not in modules


def test_help_and_version_import_neither_scripts_nor_journal(tmp_path: Path) -> None:
    for argument in ("--help", "--version"):
        modules = modules_of(tmp_path, argument)
        assert not modules & {"yaml", "msgspec", "sqlite3", "platformdirs"}


def test_the_first_words_need_no_more_than_the_interpreter_has() -> None:
    bare = modules_after("pass")
    start = "from calmcli.first import first_frame; first_frame"
    none = modules_after(f"{start}([], {{}})")
    assert none - bare <= {"calmcli", "calmcli.first", "termios", "_signal", "time"}
    words = modules_after(f"{start}(['now'], {{'TERM': 'xterm', 'HOME': '/nobody'}})")
    assert words - none == {"calmcli.first_known"}


def modules_after(code: str) -> set[str]:
    """What an interpreter has imported once it has run some code."""
    ended = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
        timeout=60,
    )
    return set(ended.stdout.split())


def test_a_whole_session_in_plain_lines_imports_no_textual(tmp_path: Path) -> None:
    script = tmp_path / "scripts" / "quick.yaml"
    script.parent.mkdir()
    script.write_text(QUICK)
    modules = modules_of(tmp_path, "breathe", "quick", "--plain", "--cycles", "1")
    assert "calmcli.plain.sitting" in modules
    assert "textual" not in modules
    assert "rich" not in modules


WORDS = """
import sys
import calmcli.plain.lines as lines
from calmcli.__main__ import main
def tell(*_all):
    print("rooms:", *sorted(sys.modules), file=sys.stderr, flush=True)
    raise SystemExit
lines.tell_lines = tell
sys.argv[1:] = {arguments!r}
main()
"""


@pytest.mark.parametrize("command", KIND_OF)
def test_the_first_words_of_plain_lines_wait_for_no_journal(tmp_path: Path, command: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WORDS.format(arguments=[command, "--plain", "--no-journal"])],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
        env={**environment(), "CALMCLI_HOME": str(tmp_path)},
        timeout=60,
    )
    modules = set(ended.stderr.rpartition("rooms:")[2].split())
    assert "calmcli.plain.beginning" in modules
    unneeded = {"sqlite3", "json", "calmcli.store.writer", "calmcli.store.records"}
    assert not modules & (unneeded | {"calmcli.plain.ending"})
    assert command == "now" or "hashlib" not in modules  # its entry is there before the first word


def test_a_session_on_the_screen_waits_for_no_screen_that_follows_it() -> None:
    modules = modules_after("import calmcli.tui.app")
    assert "calmcli.tui.screens.session" in modules
    later = ("rating", "beginning", "reply", "asking", "tapping", "picking", "reading", "home")
    assert not modules & {f"calmcli.tui.screens.{name}" for name in later}
    assert not modules & {"sqlite3", "calmcli.following", "calmcli.journal.reading"}
