"""The first words on a real terminal, from their first byte until the app has taken over."""

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("nothing is shown early on Windows", allow_module_level=True)

from calmcli.first import CUE, QUESTION
from calmcli.first_line import LINES
from faults.program import APP, PLAIN, assert_left_as_found, entries, world
from harness.emulator import Emulator
from harness.terminal import Terminal

FIRST = {"now": CUE, "breathe": QUESTION}
IN_THE_APP = "space|0 to 10"
NEXT_CUE = "Breathe out"
HARMLESS = """\
[ask]
after = false

[sound]
voice = true
chimes = true

[support]
country = "GB"
"""
SIZES = [(80, 24), (40, 15), (20, 5), (61, 18), (33, 13)]
BROKEN = """
import sys
from pathlib import Path
sys.modules[sys.argv.pop(1)] = None
from calmcli.__main__ import main
sys.exit(main())
"""
"""calmcli, in which one module cannot be imported."""


def start(home: Path, command: str, cols: int = 80, rows: int = 24) -> Terminal:
    return APP.start(home, command, cols=cols, rows=rows)


@pytest.mark.parametrize("command", FIRST)
@pytest.mark.parametrize(("cols", "rows"), SIZES)
def test_they_stand_still_while_the_app_takes_over(
    tmp_path: Path, command: str, cols: int, rows: int
) -> None:
    (tmp_path / "settings.toml").write_text(HARMLESS)
    with start(tmp_path, command, cols, rows) as run:
        run.wait_for(IN_THE_APP)
        stage = Emulator(cols, rows)
        first = None
        for _, data in run.chunks:
            stage.feed(data)
            lines = stage.text().split("\n")
            if NEXT_CUE in stage.text():
                break  # a machine this busy took the whole of the first cue to load the app
            first = first or [(at, line) for at, line in enumerate(lines) if line.strip()]
            for at, line in first:
                assert lines[at].startswith(line)
        assert " ".join(" ".join(line for _, line in first or []).split()) == FIRST[command]
        assert run.raw().index(FIRST[command][:4].encode()) < run.raw().index(b"\x1b[?1000h")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
        assert run.raw().count(b"\x1b[?1049h") == run.raw().count(b"\x1b[?1049l") == 1


def test_a_number_typed_while_the_app_loads_is_taken(tmp_path: Path) -> None:
    with start(tmp_path, "breathe") as run:
        run.wait_written(b"\x1b[?1049h")
        run.send("7\r")
        run.wait_for("Breathe in")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert b"7\r\n" not in run.raw().partition(b"\x1b[?2004h")[0]
    (entry,) = entries(tmp_path)
    assert entry["before"] == 7


@pytest.mark.parametrize("command", FIRST)
@pytest.mark.parametrize("key", ["\x03", "q"])
def test_a_key_that_ends_it_ends_it_while_the_app_loads_too(
    tmp_path: Path, command: str, key: str
) -> None:
    with start(tmp_path, command) as run:
        run.wait_written(b"\x1b[?1049h")
        run.send(key)
        if key == "q" and command == "now":  # the question after
            run.wait_for("And now")
            run.send("q")
        assert run.wait_exit() == (130 if key == "\x03" else 0)
        assert_left_as_found(run)


def test_suspended_while_the_app_loads_it_goes_to_the_background_and_comes_back(
    tmp_path: Path,
) -> None:
    with start(tmp_path, "breathe") as run:
        run.wait_written(b"\x1b[?1049h")
        run.signal(signal.SIGTSTP)
        run.wait_stopped()
        assert_left_as_found(run)
        run.signal(signal.SIGCONT)
        run.wait_for(IN_THE_APP)
        run.send("q")
        assert run.wait_exit() == 0
        assert_left_as_found(run)


@pytest.mark.parametrize(
    "module", ["calmcli.cli.main", "calmcli.cli.sessions", "calmcli.tui.app", "textual.app"]
)
def test_what_breaks_while_the_app_loads_leaves_the_terminal_as_it_was(
    tmp_path: Path, module: str
) -> None:
    argv = [sys.executable, "-c", BROKEN, module, "now"]
    with Terminal(argv, env=world(tmp_path)) as run:
        assert run.wait_exit() == 1
        assert run.raw().count(b"\x1b[?1049h") == run.raw().count(b"\x1b[?1049l") == 1
        assert run.modes_left() == []
        assert run.termios_restored()
        assert "calmcli" in run.screen_text()


def test_in_the_background_nothing_is_shown_early(tmp_path: Path) -> None:
    behind = f"{sys.executable} -m calmcli now & sleep 0.4; kill -9 %1"
    with Terminal(["bash", "-mc", behind], env=world(tmp_path)) as run:
        run.wait_exit()
        assert CUE not in run.screen_text()


def test_on_the_ordinary_road_the_screen_is_entered_by_the_app(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[look]\ntheme = 'light'\n")
    with start(tmp_path, "now") as run:
        run.wait_for(CUE)
        assert run.raw().index(b"\x1b[?1000h") < run.raw().index(CUE.encode())
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)


def test_with_a_script_of_ones_own_in_its_place_that_is_what_begins(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "long-out.yaml").write_text(OWN)
    with start(tmp_path, "now") as run:
        run.wait_for("Slowly in")
        assert CUE.encode() not in run.raw()
        run.send("\x03")
        run.wait_exit()


OWN = """\
format: 1
language: en
kind: breathing
id: long-out
title: Mine
about: Mine.
cycles: 3
breath:
  - phase: in
    seconds: 4
    words: Slowly in
  - phase: out
    seconds: 6
    words: Slowly out
tags: []
sources:
  - Our convention.
"""


def test_in_a_narrow_window_no_word_of_the_plain_lines_is_broken(tmp_path: Path) -> None:
    with PLAIN.start(tmp_path, cols=20, rows=5) as run:
        run.wait_for("to skip it|skips it")
        told = [line.strip() for line in run.raw().decode().splitlines()]
        run.send("q\r")
        assert run.wait_exit() == 0
    assert all(len(line) <= 20 for line in told)
    assert " ".join(told).startswith(f"{LINES['breathe']} 30 breaths, in 4, out 6")
