"""A program run where there is no terminal, or where one of its streams is closed or elsewhere."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended that was run without a terminal."""

    status: int
    """The exit status, or minus the number of the signal that ended it."""
    out: str
    """What it wrote to standard output."""
    err: str
    """What it wrote to standard error."""


def redirected(argv: Sequence[str], *redirections: str) -> list[str]:
    """The same program with streams changed as a shell writes it: '<&-' closes, '2>/dev/null'."""
    return ["/bin/sh", "-c", f'exec "$@" {" ".join(redirections)}', "sh", *argv]


def run_without_terminal(
    argv: Sequence[str],
    *redirections: str,
    env: Mapping[str, str],
    cwd: Path | None = None,
    typed: str = "",
    timeout: float = 20.0,
) -> Ended:
    """Run to the end with pipes for streams, and with no terminal to be found by any road.

    `typed` is all there is on standard input; `timeout` is in seconds, and past it the program is
    killed and TimeoutExpired raised.
    """
    result = subprocess.run(
        redirected(argv, *redirections),
        input=typed.encode(),
        capture_output=True,
        env=dict(env),
        cwd=cwd,
        timeout=timeout,
        start_new_session=True,
        check=False,
    )
    return Ended(
        result.returncode,
        result.stdout.decode(errors="backslashreplace"),
        result.stderr.decode(errors="backslashreplace"),
    )
