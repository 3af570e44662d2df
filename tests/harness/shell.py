"""The smallest shell: one program, in the foreground of the terminal it was given.

It stands between the terminal and the program as a person's own shell does, because that decides
what Ctrl+Z and a closed window do: a program that leads its session cannot be suspended at all.
Run as a script: `shell.py REPORTS PLAN`, where REPORTS is a file descriptor that takes one line an
event and PLAN is JSON with the argv, the env and the numbers of the signals to be ignored.
"""

import contextlib
import fcntl
import json
import os
import signal
import sys
import termios
from typing import NoReturn

MARK = b"\x1b_calmcli-harness\x1b\\"
"""Written to the terminal before each event is told: what came before it has all arrived."""

_CHANGED = (
    *(signal.SIGTTOU, signal.SIGPIPE, signal.SIGXFSZ),  # by this shell, and by Python
    *(signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT),  # by a test before this one
)


def main() -> None:
    reports = int(sys.argv[1])
    plan = json.loads(sys.argv[2])
    os.set_inheritable(reports, False)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    begun, begins = os.pipe()
    program = os.fork()
    if program == 0:
        become(plan["argv"], plan["env"], plan["ignored"])
    os.close(begins)
    os.read(begun, 1)  # ends when the exec has closed the other end: signals now meet the program
    signal.signal(signal.SIGHUP, lambda *_: pass_on(program, signal.SIGHUP))
    os.write(reports, b"started %d\n" % program)
    ended = False
    while not ended:
        _, status, usage = os.wait4(program, os.WUNTRACED | os.WCONTINUED)
        ended = os.WIFEXITED(status) or os.WIFSIGNALED(status)
        with contextlib.suppress(OSError):
            os.write(1, MARK)
        spent = b"spent %d\n" % round((usage.ru_utime + usage.ru_stime) * 1000) if ended else b""
        os.write(reports, spent + describe(status))
    # The terminal hangs up when the leader of its session goes: stay until nobody looks any more.
    os.read(reports, 1)


def become(argv: list[str], env: dict[str, str], ignored: list[int]) -> NoReturn:
    """Turn into the program, in the foreground, with the signals of a fresh process."""
    try:
        os.setpgid(0, 0)
        os.tcsetpgrp(0, os.getpid())
        for changed in _CHANGED:
            signal.signal(changed, signal.SIG_DFL)
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)
        os.execvpe(argv[0], argv, env)  # noqa: S606
    except OSError as error:
        os.write(2, f"{argv[0]}: {error.strerror}\r\n".encode())
    finally:
        os._exit(127)


def pass_on(program: int, number: int) -> None:
    """Give a signal of the session to the program, as a shell does when its window is closed."""
    with contextlib.suppress(OSError):
        os.killpg(program, number)


def describe(status: int) -> bytes:
    """One line for one event in the life of the program."""
    if os.WIFSTOPPED(status):
        return b"stopped %d\n" % os.WSTOPSIG(status)
    if os.WIFCONTINUED(status):
        return b"continued 0\n"
    return b"ended %d\n" % os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    main()
