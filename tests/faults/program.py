"""The real program, in a world of its own, led to the places where things can go wrong."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from calmcli.journal.reading import read_entries
from calmcli.paths import find_places
from calmcli.words import session as words
from harness.terminal import PATIENCE, Terminal

COMMAND = (sys.executable, "-m", "calmcli")
FIRST_CUE = "Breathe in"
SHORT = """\
format: 1
language: en
kind: breathing
id: short
title: Short
about: One short breath.
cycles: 1
advanced: true
breath:
  - phase: in
    seconds: 1
    words: Breathe in
  - phase: out
    seconds: 2
    words: Breathe out
tags: []
sources:
  - Our convention.
"""
"""A script of the person's own that is over in 3 seconds."""


def world(home: Path, **changes: str) -> dict[str, str]:
    """A whole environment: nothing of the tester's own but where programs and calmcli are."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    ours = {"HOME": str(home), "CALMCLI_HOME": str(home), "TERM": "xterm-256color"}
    return kept | ours | {"LANG": "C.UTF-8"} | changes


@dataclass(frozen=True)
class Front:
    """One of the two front ends, and the way through it by keyboard."""

    options: tuple[str, ...]
    """What is typed on the command line to have it."""
    to_end: str
    """The keys that end a session."""

    def start(
        self,
        home: Path,
        *arguments: str,
        ignored: Sequence[signal.Signals] = (),
        env: dict[str, str] | None = None,
        cols: int = 80,
        rows: int = 24,
    ) -> Terminal:
        """Start calmcli on a terminal; without arguments it is `breathe`."""
        argv = [*COMMAND, *(arguments or ("breathe",)), *self.options]
        return Terminal(argv, env=env or world(home), ignored=ignored, cols=cols, rows=rows)

    def go_to_rating(self, run: Terminal) -> None:
        """Wait for the question before."""
        run.wait_for(re.escape(words.ASK_BEFORE))

    def go_to_session(self, run: Terminal) -> None:
        """Rate 7, and wait for the first cue."""
        self.go_to_rating(run)
        run.send("7\r")
        run.wait_for(FIRST_CUE)

    def go_to_after(self, run: Terminal) -> None:
        """Rate 7, begin, end the session at once, and wait for the question after."""
        self.go_to_session(run)
        run.send(self.to_end)
        run.wait_for(re.escape(words.ASK_AFTER))

    def go_to_end(self, run: Terminal, reply: str = "Lower than before") -> None:
        """Rate 4 after, wait for the reply to 7 and 4, and choose nothing of what it offers."""
        run.send("4\r")
        run.wait_for(f"(?s){reply}.*(Enter leave|Next)")
        run.send("\r")


APP = Front(options=(), to_end="q")
PLAIN = Front(options=("--plain",), to_end="q\r")
FRONTS = {"app": APP, "plain": PLAIN}


def entries(home: Path) -> list[dict[str, Any]]:
    """What the journal holds, newest first, as `journal list --json` shows it.

    It is read here: two hundred tests ask, and a process for each is a third of all they take.
    """
    reading = read_entries(find_places({"CALMCLI_HOME": str(home)}))
    shown = msgspec.json.encode(list(reading.as_json_objects()))
    assert reading.messages == []
    found: list[dict[str, Any]] = msgspec.json.decode(shown)
    return found


def add_short_script(home: Path) -> None:
    """Put the short script where the person's own scripts are."""
    (home / "scripts").mkdir(parents=True)
    (home / "scripts" / "short.yaml").write_text(SHORT)


def assert_left_as_found(run: Terminal) -> None:
    """The terminal is in the state the program found it in, and no trace of Python is on it."""
    assert run.modes_left() == [], run.modes_left()
    assert run.termios_restored()
    assert b"Traceback" not in run.raw(), run.raw()


def entries_when(home: Path, enough: Callable[[list[dict[str, Any]]], bool]) -> None:
    """Look into the journal until it holds what was waited for; fails after a patient while."""
    deadline = time.monotonic() + PATIENCE
    while not enough(found := entries(home)):
        assert time.monotonic() < deadline, found
