"""Several commands after one another, each in a process of its own, from one start of Python.

Run as a script: `several.py PLAN`, where PLAN is JSON with the commands and the file that takes
their exit statuses, one a line. What a command does, says and leaves behind is its own, as if it
had been started by itself; what it takes to start Python and to read our code is spent once.
"""

import json
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

READ_ONCE = (
    "argparse",
    "calmcli.cli.commands",
    "calmcli.cli.main",
    "calmcli.content.library",
    "calmcli.journal.reading",
    "calmcli.settings.reading",
    "calmcli.store.checking",
)
"""What most commands read; each command reads the rest for itself."""


def several(commands: Sequence[Sequence[str]], statuses: Path) -> list[str]:
    """The program that runs them; where standing streams are closed it opens none of them."""
    plan = {"commands": [list(typed) for typed in commands], "statuses": str(statuses)}
    return [sys.executable, str(Path(__file__)), json.dumps(plan)]


def told(statuses: Path) -> list[int]:
    """How each command ended: its exit status, or minus the signal."""
    return [int(line) for line in statuses.read_text(encoding="ascii").splitlines()]


def main() -> None:
    plan = json.loads(sys.argv[1])
    for name in READ_ONCE:
        import_module(name)
    for typed in plan["commands"]:
        if (process := os.fork()) == 0:
            sys.argv = ["calmcli", *typed]
            sys.exit(import_module("calmcli.__main__").main())
        _, status = os.waitpid(process, 0)
        with Path(plan["statuses"]).open("a", encoding="ascii") as told_to:
            told_to.write(f"{os.waitstatus_to_exitcode(status)}\n")


if __name__ == "__main__":
    main()
