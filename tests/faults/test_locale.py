"""A terminal that does not speak UTF-8 is told the same words, in plain ASCII."""

import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli import words
from faults.program import (
    APP,
    FRONTS,
    PLAIN,
    SHORT,
    Front,
    assert_left_as_found,
    entries,
    world,
)

C_LOCALE = {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
WORLDS = {
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": C_LOCALE,
    "POSIX": C_LOCALE | {"LC_ALL": "POSIX"},
}
every_world = pytest.mark.parametrize("changes", WORLDS.values(), ids=WORLDS)


def words_shown(screen: str) -> list[str]:
    """The words of a screen, without its numbers and shapes."""
    return re.findall(r"[A-Za-z][a-z]+", screen)


def stations(front: Front, home: Path, changes: dict[str, str]) -> tuple[list[str], bytes]:
    """What was on the screen at each station of a session, and the bytes that brought it there."""
    seen = []
    with front.start(home, env=world(home, **changes)) as run:
        front.go_to_rating(run)
        run.wait_for(r"help now +\?" if front is APP else "skips")
        seen.append(run.screen_text())
        run.send("7\r")
        run.wait_for(r"^ +3$" if front is APP else "Breathe in, 4")
        seen.append(run.screen_text())
        run.send(front.to_end)
        run.wait_for(re.escape(words.ASK_AFTER))
        run.send("4\r")
        run.wait_for("(?s)Lower than before.*(Enter leave|Next)")
        seen.append(run.screen_text())
        run.send("\r")
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        seen.append(run.screen_text())
        return seen, run.raw()


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_a_whole_session_is_told_in_the_same_words_and_in_ascii(
    tmp_path: Path, front: Front
) -> None:
    usual, _ = stations(front, tmp_path / "usual", {})
    for name in ("latin-1", "C"):
        seen, raw = stations(front, tmp_path / name, WORLDS[name])
        assert raw.isascii()
        assert b"\\u" not in raw
        # The last line counts the seconds, and they differ: "1 second", "2 seconds".
        for here, there in zip(seen[:-1], usual[:-1], strict=True):
            assert words_shown(here) == words_shown(there)
        assert re.search(r"\b7\b.*\b4\b", seen[-1])


def test_shapes_are_blocks_where_they_can_be_shown_and_number_signs_elsewhere(
    tmp_path: Path,
) -> None:
    for changes, shape in (({}, "[⠁-⣿]"), (WORLDS["C"], "###")):
        with APP.start(tmp_path, "now", env=world(tmp_path, **changes)) as run:
            run.wait_for(shape)


def add_script_with_letters(home: Path) -> None:
    (home / "scripts").mkdir()
    own = SHORT.replace("title: Short", "title: Lächeln, 微笑").replace("Breathe in", "Atme — ein")
    (home / "scripts" / "short.yaml").write_text(own, encoding="utf-8")


@pytest.mark.parametrize(
    ("changes", "title"),
    [(WORLDS["latin-1"], "Lächeln, ??".encode("latin-1")), (WORLDS["C"], b"L?cheln, ??")],
    ids=["latin-1", "C"],
)
def test_a_letter_that_cannot_be_shown_never_ends_a_session_in_lines(
    tmp_path: Path, changes: dict[str, str], title: bytes
) -> None:
    add_script_with_letters(tmp_path)
    with PLAIN.start(tmp_path, "breathe", "short", env=world(tmp_path, **changes)) as run:
        PLAIN.go_to_rating(run)
        run.send("7\r")
        run.wait_for("Atme . ein, 1")
        run.send("q\r")
        run.wait_for(re.escape(words.ASK_AFTER))
        PLAIN.go_to_end(run)
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        assert title in run.raw().splitlines()[-1]
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, 4, "stopped")


@pytest.mark.parametrize("name", ["latin-1", "C"])
def test_a_letter_that_cannot_be_shown_never_ends_a_session_on_the_screen(
    tmp_path: Path, name: str
) -> None:
    add_script_with_letters(tmp_path)
    env = world(tmp_path, **WORLDS[name])
    with APP.start(tmp_path, "now", "short", env=env) as run:
        run.wait_for("Atme .* ein")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
        assert b"\\u" not in run.raw()
        assert "cheln" in run.screen_text()


@every_world
@pytest.mark.parametrize(
    "command", [[], ["support"], ["scripts", "list"], ["journal", "list"], ["paths"]], ids=str
)
def test_every_command_speaks_in_every_locale(
    tmp_path: Path, changes: dict[str, str], command: list[str]
) -> None:
    home = tmp_path / "Zoë 微笑"
    home.mkdir()
    with Front((), "").start(home, *(command or ["--help"]), env=world(home, **changes)) as run:
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        assert run.screen_text() != ""
