"""Streams that are closed, empty or elsewhere, and terminals that cannot draw: lines serve.

All the sessions here play at the same time and to their end, so that one that spins is found out
by the processor time it took.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli import words
from faults.program import COMMAND, add_short_script, assert_left_as_found, entries, world
from harness.streams import redirected
from harness.terminal import Terminal

LITTLE_WORK = 1.5
"""Seconds of processor time; to spin for the 3 seconds of the session takes more."""
TELLING = r"Short: 3 seconds, ends at \d\d:\d\d\.\r?\nBreathe in, 1\r?\nBreathe out, 2\r?\n"
NOBODY_ANSWERS = {
    "stdin closed": "<&-",
    "stdin empty": "</dev/null",
    "stdin and stderr closed": "<&- 2>&-",
    "stdin empty, stderr to nowhere": "</dev/null 2>/dev/null",
}
SOMEBODY_ANSWERS = {
    "stderr closed": "2>&-",
    "stderr to nowhere": "2>/dev/null",
    "stdout into a pipe": "| cat",
    "TERM is dumb": "TERM=dumb",
    "TERM is unknown": "TERM=unknown",
    "TERM is empty": "TERM=",
    "TERM is not set": "TERM",
}
Run = tuple[Path, Terminal]


def start(home: Path, change: str) -> Terminal:
    """A short session with a change to its streams, or to the name of its terminal."""
    home.mkdir()
    add_short_script(home)
    env, argv = world(home), [*COMMAND, "breathe", "short"]
    if change.startswith("|"):
        return Terminal(["/bin/sh", "-c", f'"$@" {change}', "sh", *argv], env=env)
    if not change.startswith("TERM"):
        return Terminal(redirected(argv, change), env=env)
    name, given, value = change.partition("=")
    del env[name]
    return Terminal(argv, env=env | ({name: value} if given else {}))


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Run]]:
    """Every session of the two tables, played to its end side by side."""
    place = tmp_path_factory.mktemp("streams")
    with ExitStack() as stack:
        started = {
            name: (place / name, stack.enter_context(start(place / name, change)))
            for name, change in (NOBODY_ANSWERS | SOMEBODY_ANSWERS).items()
        }
        for question, answer in (
            (words.ASK_BEFORE, "7\r"),
            (words.ASK_AFTER, "4\r"),
            ("Next, if it suits", "\r"),
        ):
            for name in SOMEBODY_ANSWERS:
                run = started[name][1]
                run.wait_for(re.escape(question))
                run.send(answer)
        yield started


@pytest.mark.parametrize("name", NOBODY_ANSWERS)
def test_where_nobody_can_answer_the_session_is_told_and_no_rating_made_up(
    name: str, runs: dict[str, Run]
) -> None:
    home, run = runs[name]
    assert run.wait_exit() == 0
    assert re.search(TELLING.encode(), run.raw())
    assert b"\x1b" not in run.raw()
    assert_left_as_found(run)
    assert run.cpu_seconds() < LITTLE_WORK
    (entry,) = entries(home)
    assert (entry["before"], entry["after"], entry["ended"]) == (None, None, "completed")


@pytest.mark.parametrize("name", SOMEBODY_ANSWERS)
def test_where_lines_can_be_read_and_written_lines_serve(name: str, runs: dict[str, Run]) -> None:
    home, run = runs[name]
    assert run.wait_exit() == 0
    assert re.search(TELLING.encode(), run.raw())
    assert b"\x1b" not in run.raw()
    assert_left_as_found(run)
    assert run.cpu_seconds() < LITTLE_WORK
    (entry,) = entries(home)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, 4, "completed")


@pytest.mark.parametrize("more", ["", "</dev/null", "<&-"])
@pytest.mark.parametrize("options", [[], ["--plain"], ["--no-rating"]], ids=str)
def test_with_nowhere_to_write_one_line_says_why(
    tmp_path: Path, more: str, options: list[str]
) -> None:
    argv = redirected([*COMMAND, "breathe", *options], ">&-", more)
    with Terminal(argv, env=world(tmp_path)) as run:
        assert run.wait_exit() == 2
        assert re.fullmatch(rb"calmcli: [^\n]*standard output[^\n]*\r\n", run.raw())
        assert_left_as_found(run)
    assert entries(tmp_path) == []


def test_with_all_streams_closed_it_ends_without_a_word(tmp_path: Path) -> None:
    argv = redirected([*COMMAND, "breathe"], "<&-", ">&-", "2>&-")
    with Terminal(argv, env=world(tmp_path)) as run:
        assert run.wait_exit() == 2
        assert run.raw() == b""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", ["journal list", "scripts list", "support", "paths", "--help"])
def test_commands_that_only_tell_something_bear_closed_streams(
    tmp_path: Path, command: str, closed: str
) -> None:
    argv = redirected([*COMMAND, *command.split()], closed)
    with Terminal(argv, env=world(tmp_path)) as run:
        assert run.wait_exit() == 0
        assert (run.raw() == b"") is (">&-" in closed.split())
        assert_left_as_found(run)
