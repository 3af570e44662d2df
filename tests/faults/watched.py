"""A person at a terminal, and a page of what they saw, kept in `seen` for whoever looks at it."""

import json
import os
import re
import shlex
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path

from faults.program import COMMAND, assert_left_as_found, world
from harness.terminal import Terminal

SEEN = Path(__file__).with_name("seen")
HURRIED = Path(__file__).with_name("hurried.py")
ONE_BREATH = ("breathe", "box", "--cycles", "1", "--plain", "--no-rating")
AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC).timestamp()
HOUR = 3600
_OWN = {
    r"\b01a[0-9a-f]{5}(?:-[0-9a-f]+)*": "(id)",
    r"(journal-(?:\d{4}|set-aside)-)\d{4}-\d\d-\d\d(?:-\d+)?": r"\1(today)",
    r"((?:newest|copy) of )\d\d \w{3} \d{4} \d\d:\d\d\b": r"\1(today)",
    r"\b\d+ kB\b": "(size)",
}
"""What differs from run to run."""


@dataclass
class Watched:
    """What is typed and seen in one home, in order."""

    home: Path
    env: dict[str, str] = field(default_factory=lambda: {"TZ": "UTC0"})
    page: list[str] = field(default_factory=list)
    cwd: Path | None = None
    at: float = AT
    """When the next session begins: an hour after the one before."""

    def begin(self, *typed: str, set_back: int = 0) -> Terminal:
        """Start a session on a terminal of its own; `end` takes what was seen."""
        plan = json.dumps({"at": self.at, "set_back": set_back})
        self.at += HOUR
        return self._on_a_terminal([sys.executable, str(HURRIED), plan, *typed])

    def _on_a_terminal(self, argv: Sequence[str]) -> Terminal:
        return Terminal(argv, env=world(self.home, **self.env), cwd=self.cwd or self.home.parent)

    def end(self, run: Terminal, *typed: str, status: int = 0) -> str:
        """Wait for the end; what was seen from the first line to the last."""
        assert run.wait_exit(timeout=30) == status, run.raw()
        assert_left_as_found(run)
        shown = run.raw().decode().replace("\r\n", "\n")
        self.page.append(f"$ calmcli {shlex.join(typed)}\n{shown}")
        if status:
            self.page.append(f"(exit {status})\n")
        return " ".join(shown.split())

    def session(self, *, set_back: int = 0) -> str:
        """Breathe once, in lines, to the end."""
        with self.begin(*ONE_BREATH, set_back=set_back) as run:
            seen = self.end(run, *ONE_BREATH)
        assert "Breathe in, 4" in seen
        return seen

    def command(self, *typed: str, status: int = 0) -> str:
        """Type a command; what is seen."""
        with self._on_a_terminal([*COMMAND, *typed]) as run:
            return self.end(run, *typed, status=status)

    def note(self, what_happens: str) -> None:
        """Write down, for whoever reads the page, what was done to it."""
        self.page.append(f"# {what_happens}\n")

    def is_what_was_looked_at(self, name: str) -> None:
        """Compare the page with the one that was read; CALMCLI_UPDATE_TRANSCRIPTS writes it."""
        shown = "\n".join(self.page)
        for own, instead in {re.escape(str(self.home)): "HOME", **_OWN}.items():
            shown = re.sub(own, instead, shown)
        path = SEEN / f"{name}.txt"
        if os.environ.get("CALMCLI_UPDATE_TRANSCRIPTS"):
            path.write_text(shown, encoding="utf-8")
        looked_at = path.read_text(encoding="utf-8")
        lines = unified_diff(looked_at.splitlines(), shown.splitlines(), name, "now", lineterm="")
        assert shown == looked_at, "\n".join([*lines, "if this is right: make looked-at"])
