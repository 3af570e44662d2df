"""Streams that are closed, empty or elsewhere, and terminals that cannot draw: lines serve.

All the sessions here play at the same time and to their end, so that one that spins is found out
by the processor time it took.
"""

import re
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import session as words
from faults.program import COMMAND, add_short_script, assert_left_as_found, entries, world
from harness.several import several, told
from harness.streams import redirected
from harness.terminal import Terminal

LITTLE_WORK = 1.5
"""Seconds of processor time; to spin for the 3 seconds of the session takes more."""
TELLING = (
    r"Short: 3 seconds, ends at \d\d:\d\d\.\r?\n(Enter pauses\..*?\r?\n)?"
    r"Breathe in, 1\r?\nBreathe out, 2\r?\n"
)
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
SAID = [b"nothing in the journal", b"box", b"112", b"journal.db", b"A paced breath"]
"""A word of each of the commands that only tell something."""


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


def test_lines_serve_whatever_the_streams_and_nobody_is_asked_who_cannot_answer(
    tmp_path: Path,
) -> None:
    with ExitStack() as stack:
        runs = {
            name: stack.enter_context(start(tmp_path / name, change))
            for name, change in (NOBODY_ANSWERS | SOMEBODY_ANSWERS).items()
        }
        for question, answer in (
            (words.ASK_BEFORE, "7\r"),
            (words.ASK_AFTER, "4\r"),
            ("Next, if it suits", "\r"),
        ):
            for name in SOMEBODY_ANSWERS:
                runs[name].wait_for(re.escape(question))
                runs[name].send(answer)
        for name, run in runs.items():
            assert run.wait_exit() == 0, name
            telling = re.search(TELLING.encode(), run.raw())
            assert telling, name
            assert (telling[1] is not None) == (name in SOMEBODY_ANSWERS), name
            assert b"\x1b" not in run.raw(), name
            assert_left_as_found(run)
            assert run.cpu_seconds() < LITTLE_WORK, name
    for name in runs:
        (entry,) = entries(tmp_path / name)
        rated = (7, 4) if name in SOMEBODY_ANSWERS else (None, None)
        assert (entry["before"], entry["after"]) == rated, name
        assert entry["ended"] == "completed", name


@pytest.mark.parametrize("more", ["", "</dev/null", "<&-"])
@pytest.mark.parametrize("options", [[], ["--plain"], ["--no-rating"]], ids=str)
def test_with_nowhere_to_write_one_line_says_why(
    tmp_path: Path, more: str, options: list[str]
) -> None:
    argv = redirected([*COMMAND, "breathe", *options], ">&-", more)
    with Terminal(argv, env=world(tmp_path)) as run:
        assert run.wait_exit() == 2
        told = b" ".join(run.raw().split())  # a long line is broken at a blank, by us
        assert re.fullmatch(rb"calmcli: .*standard output[^:]*", told)
        assert_left_as_found(run)
    assert entries(tmp_path) == []


def test_with_all_streams_closed_it_ends_without_a_word(tmp_path: Path) -> None:
    argv = redirected([*COMMAND, "breathe"], "<&-", ">&-", "2>&-")
    with Terminal(argv, env=world(tmp_path)) as run:
        assert run.wait_exit() == 2
        assert run.raw() == b""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_commands_that_only_tell_something_bear_closed_streams(tmp_path: Path, closed: str) -> None:
    commands = ("journal list", "scripts list", "support", "paths", "--help")
    statuses = tmp_path / "statuses"
    typed = [command.split() for command in commands]
    with Terminal(redirected(several(typed, statuses), closed), env=world(tmp_path)) as run:
        assert run.wait_exit() == 0
        said = [word for word in SAID if word in run.raw()]
        assert (said or run.raw()) == (b"" if ">&-" in closed.split() else SAID)
        assert_left_as_found(run)
    assert told(statuses) == [0] * len(commands)
