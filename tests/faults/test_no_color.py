"""Colours on the wire: none at all under NO_COLOR, whatever is on the screen."""

import re
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import session as words
from faults.program import APP, add_short_script, assert_left_as_found, world
from harness.terminal import Terminal

STYLES = re.compile(rb"\x1b\[([0-9;:]*)m")
COLOURLESS = {"", "0", "1", "2", "4", "7", "22", "24", "27"}
"""Bold, dim, underline, reverse, and their ends."""


def styles_up_to_the_reply(run: Terminal) -> set[str]:
    """Walk from the session to the end; every number that was ever sent to style a letter."""
    run.wait_for(re.escape(words.ASK_AFTER))
    run.send("7\r")
    run.wait_for("About the same")
    run.send("q")
    assert run.wait_exit() == 0
    assert_left_as_found(run)
    return {number.decode() for codes in STYLES.findall(run.raw()) for number in codes.split(b";")}


def test_with_no_color_no_byte_asks_for_a_colour(tmp_path: Path) -> None:
    add_short_script(tmp_path)
    with ExitStack() as stack:
        runs = {}
        for theme in ("dark", "light"):
            env = world(tmp_path, NO_COLOR="1", COLORTERM="truecolor", CALMCLI_THEME=theme)
            runs[theme] = stack.enter_context(APP.start(tmp_path, "breathe", "short", env=env))
            APP.go_to_session(runs[theme])
        for theme, run in runs.items():
            assert styles_up_to_the_reply(run) - COLOURLESS == set(), theme


def test_an_empty_no_color_is_as_good_as_none(tmp_path: Path) -> None:
    env = world(tmp_path, NO_COLOR="", COLORTERM="truecolor")
    with APP.start(tmp_path, env=env) as run:
        APP.go_to_rating(run)
        run.wait_written(b"\x1b[38;2;")
        run.send("q")
        assert run.wait_exit() == 0
        greys = re.findall(rb"38;2;(\d+);(\d+);(\d+)", run.raw())
        assert any(len(set(grey)) > 1 for grey in greys)


def test_options_change_the_look_this_once(tmp_path: Path) -> None:
    with APP.start(tmp_path, "now", "--ascii", "--still", "--no-mouse") as run:
        run.wait_for("Breathe in")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
        assert "?1000h" not in run.raw().decode()
        assert not re.search("[▀-▟⠀-⣿]", run.raw().decode())


def test_a_theme_of_the_environment_that_there_is_not_is_said_and_harms_nothing(
    tmp_path: Path,
) -> None:
    with APP.start(tmp_path, "now", env=world(tmp_path, CALMCLI_THEME="nrd")) as run:
        run.wait_for("Breathe in")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert (
            "CALMCLI_THEME names no theme called 'nrd'; did you mean 'nord'?" in run.screen_text()
        )
