"""A terminal that does not speak UTF-8 is told the same words, in plain ASCII."""

import re
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import session as words
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
from harness.several import several, told
from harness.terminal import Terminal

C_LOCALE = {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
WORLDS = {
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "C": C_LOCALE,
    "POSIX": C_LOCALE | {"LC_ALL": "POSIX"},
}


def words_shown(screen: str) -> list[str]:
    """The words of a screen, without its numbers and shapes."""
    return re.findall(r"[A-Za-z][a-z]+", screen)


def stations(front: Front) -> list[tuple[str, str]]:
    """What to wait for at each station of a session, and the keys that lead on from there."""
    return [
        (r"help now +\?" if front is APP else "skips", "7\r"),
        (r"^ +3$" if front is APP else "Breathe in, 4", front.to_end),
        (re.escape(words.ASK_AFTER), "4\r"),
        ("(?s)Lower than before.*(Enter leave|Next)", "\r"),
    ]


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_a_whole_session_is_told_in_the_same_words_and_in_ascii(
    tmp_path: Path, front: Front
) -> None:
    places = {"usual": {}, "latin-1": WORLDS["latin-1"], "C": WORLDS["C"]}
    with ExitStack() as stack:
        usual, *others = (
            stack.enter_context(front.start(tmp_path / name, env=world(tmp_path / name, **changes)))
            for name, changes in places.items()
        )
        for station, keys in stations(front):
            seen = {}
            for run in (usual, *others):
                run.wait_for(station)
                seen[run] = words_shown(run.screen_text())
                run.send(keys)
            for run in others:
                assert seen[run] == seen[usual]
        for run in (usual, *others):
            assert run.wait_exit() == 0
            assert_left_as_found(run)
        for run in others:
            assert run.raw().isascii()
            assert b"\\u" not in run.raw()
            assert re.search(r"\b7\b.*\b4\b", run.screen_text())


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


@pytest.mark.parametrize("changes", WORLDS.values(), ids=WORLDS)
def test_every_command_speaks_in_every_locale(tmp_path: Path, changes: dict[str, str]) -> None:
    home, statuses = tmp_path / "Zoë 微笑", tmp_path / "statuses"
    home.mkdir()
    commands = [["--help"], ["support"], ["scripts", "list"], ["journal", "list"], ["paths"]]
    with Terminal(several(commands, statuses), env=world(home, **changes)) as run:
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        for said in (b"A paced breath", b"112", b"box", b"nothing in the journal", b"journal.db"):
            assert said in run.raw()
    assert told(statuses) == [0] * len(commands)
