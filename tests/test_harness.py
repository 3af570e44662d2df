"""The harness is a measuring instrument: here it is held against programs known to the letter."""

import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from harness.emulator import Emulator
from harness.shell import MARK
from harness.streams import redirected, run_without_terminal
from harness.terminal import NotSeenError, Terminal

ENV = {"PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
WAIT = "; sys.stdin.readline()"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", f"import os, signal, sys, termios, tty; {code}"]


def terminal(code: str) -> Terminal:
    return Terminal(python(code), env=ENV)


@pytest.mark.parametrize("status", [0, 1, 2, 130, 141])
def test_the_exit_status_is_the_programs_own(status: int) -> None:
    with terminal(f"sys.exit({status})") as run:
        assert run.wait_exit() == status
        assert run.wait_exit() == status


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL])
def test_a_death_by_signal_is_minus_its_number(number: signal.Signals) -> None:
    with terminal(f"print('here'){WAIT}") as run:
        run.wait_for("here")
        run.signal(number)
        assert run.wait_exit() == -number
        with pytest.raises(ProcessLookupError):
            run.signal(number)


def test_a_program_that_is_not_there_ends_with_127_and_says_so() -> None:
    with Terminal(["/no/such/program"], env=ENV) as run:
        assert run.wait_exit() == 127
        assert "/no/such/program: No such file" in run.screen_text()


def test_the_program_stands_on_a_terminal_of_the_given_size_with_only_the_given_world(
    tmp_path: Path,
) -> None:
    code = "print(os.isatty(0), os.isatty(1), os.isatty(2), *os.get_terminal_size(), os.getcwd())"
    probe = f"{code}; print(sorted(os.environ), os.tcgetpgrp(0) == os.getpgrp())"
    env = {"LC_ALL": "C.UTF-8", "MOOD": "even"}
    with Terminal(python(probe), env=env, cwd=tmp_path, cols=150, rows=9) as run:
        assert run.wait_exit() == 0
        assert f"True True True 150 9 {tmp_path}" in run.screen_text()
        assert "['LC_ALL', 'MOOD'] True" in run.screen_text()


def test_everything_written_before_the_end_is_taken_in() -> None:
    with terminal("sys.stdout.write('x' * 300_000 + 'last')") as run:
        assert run.wait_exit() == 0
        assert run.raw() == b"x" * 300_000 + b"last"


def test_each_piece_is_kept_with_a_time_that_never_runs_back() -> None:
    with terminal("print('one'); sys.stdin.readline(); print('two')") as run:
        run.wait_for("one")
        run.send("\r")
        run.wait_exit()
        times = [at for at, _ in run.chunks]
        assert len(times) >= 2
        assert times == sorted(times)


def test_what_is_typed_reaches_the_program() -> None:
    with terminal("print('name?'); print('hello', sys.stdin.readline().strip())") as run:
        run.wait_for(r"name\?")
        run.send("Zoë\r")
        assert run.wait_for(r"^hello (\w+)$")[1] == "Zoë"


def test_waiting_in_vain_shows_the_screen_and_the_last_bytes() -> None:
    with terminal(f"print('something else'){WAIT}") as run:
        run.wait_for("else")
        with pytest.raises(NotSeenError, match=r"(?s)/breathe/.*something else.*b'something else"):
            run.wait_for("breathe", timeout=0)


def test_waiting_for_a_program_that_is_gone_ends_at_once() -> None:
    with terminal("sys.exit(3)") as run, pytest.raises(NotSeenError, match="ended 3"):
        run.wait_for("breathe", timeout=3600)


def test_ctrl_c_reaches_the_program_as_an_interrupt() -> None:
    code = "signal.signal(signal.SIGINT, lambda *_: os._exit(7)); print('ready'); signal.pause()"
    with terminal(code) as run:
        run.wait_for("ready")
        run.send("\x03")
        assert run.wait_exit() == 7


def test_ctrl_z_suspends_and_a_signal_brings_it_back() -> None:
    with terminal("print('ready'); sys.stdin.readline(); print('back')") as run:
        run.wait_for("ready")
        run.send("\x1a")
        assert run.wait_stopped() == signal.SIGTSTP
        run.signal(signal.SIGCONT)
        run.wait_continued()
        run.signal(signal.SIGSTOP)
        assert run.wait_stopped() == signal.SIGSTOP
        run.signal(signal.SIGCONT)
        run.send("\r")
        run.wait_for("back")
        assert run.wait_exit() == 0


def test_a_new_size_is_told_to_the_program() -> None:
    code = (
        "told = lambda *_: os.write(1, b'%d %d\\n' % os.get_terminal_size())\n"
        "signal.signal(signal.SIGWINCH, told)\n"
        "print('ready')\nwhile True: signal.pause()"
    )
    with terminal(code) as run:
        run.wait_for("ready")
        run.resize(40, 15)
        run.wait_for(r"40 15$")
        run.resize(0, 0)
        run.resize(20, 5)
        run.wait_for(r"20 5$")


def test_closing_the_terminal_hangs_up_on_the_program() -> None:
    with terminal("print('ready'); signal.pause()") as run:
        run.wait_for("ready")
        run.close_terminal()
        assert run.wait_exit() == -signal.SIGHUP


def test_a_program_that_ignores_the_hang_up_finds_a_dead_terminal() -> None:
    dead = "try: sys.exit(5 if os.read(0, 9) == b'' else 6)\nexcept OSError: sys.exit(5)"
    with Terminal(python(f"print('ready')\n{dead}"), env=ENV, ignored=[signal.SIGHUP]) as run:
        run.wait_for("ready")
        run.close_terminal()
        assert run.wait_exit() == 5


def test_only_the_signals_asked_for_are_ignored_by_the_program() -> None:
    names = "[s.name for s in signal.Signals if signal.getsignal(s) == signal.SIG_IGN]"
    with Terminal(python(f"print({names})"), env=ENV, ignored=[signal.SIGQUIT]) as run:
        run.wait_exit()
        # Python ignores these two by itself, at its start.
        assert run.screen_text() == "['SIGQUIT', 'SIGPIPE', 'SIGXFSZ']"


@pytest.mark.parametrize(
    ("code", "restored"),
    [
        ("pass", True),
        ("tty.setraw(0)", False),
        ("was = termios.tcgetattr(0); tty.setraw(0); termios.tcsetattr(0, 0, was)", True),
        (
            "was = termios.tcgetattr(0); was[3] &= ~termios.ECHO; termios.tcsetattr(0, 0, was)",
            False,
        ),
    ],
)
def test_changed_line_settings_are_noticed(code: str, *, restored: bool) -> None:
    with terminal(code) as run:
        assert run.wait_exit() == 0
        assert run.termios_restored() is restored


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("", []),
        ("\x1b[?1049h\x1b[?25l", ["?25l", "?1049h"]),
        ("\x1b[?1049h\x1b[?25l\x1b[?25h\x1b[?1049l", []),
        ("\x1b[?1000;1006h\x1b[?1000l", ["?1006h"]),
        ("\x1b[?25h\x1b[?7h\x1b[?2004l", []),
        ("\x1b[?7l", ["?7l"]),
        ("\x1b[?2026h", ["?2026h"]),
        ("\x1b[>1u", ["kitty+1"]),
        ("\x1b[>1u\x1b[>3u\x1b[<2u", []),
        ("\x1b[>1u\x1b[<u", []),
        ("\x1b[>4;2m", ["modifyOtherKeys"]),
        ("\x1b[>4;2m\x1b[>4m", []),
        ("\x1b=", ["?66h"]),
        ("\x1b=\x1b>", []),
        ("\x1b[?1049h\x1b[?25l\x1b[>1u\x1b[>4;2m\x1bc", []),
    ],
)
def test_modes_left_on_are_named(written: str, left: list[str]) -> None:
    with terminal(f"sys.stdout.write({written!r})") as run:
        run.wait_exit()
        assert run.modes_left() == left


def test_leaving_the_alternate_screen_brings_back_what_was_there() -> None:
    code = (
        "print('before\\x1b[?1049h\\x1b[Hinside'); sys.stdin.readline(); print('\\x1b[?1049lafter')"
    )
    with terminal(code) as run:
        run.wait_for("inside")
        assert "before" not in run.screen_text()
        run.send("\r")
        run.wait_for("after")
        assert "before" in run.screen_text()
        assert "inside" not in run.screen_text()


@pytest.mark.parametrize(
    "silent",
    [
        "\x1b[>1u",
        "\x1b[<u",
        "\x1b[=1u",
        "\x1b[?u",
        "\x1b[>4;2m",
        "\x1b[?4m",
        "\x1b[0 q",
        "\x1b[!p",
        "\x1b[?2026$p",
        "\x1bPq#0\x1b\\",
        "\x1b_Ga=d\x1b\\",
        "\x1b]0;a title\x07",
        "\x1b]8;;https://example.org\x1b\\",
        "\x1b]11;?\x1b\\",
        "\x1b F",
        "\x1b[4:3m",
        MARK.decode(),
    ],
)
def test_sequences_with_nothing_to_see_show_nothing_however_they_are_cut(silent: str) -> None:
    whole = f"one{silent}two é".encode()
    for cut in range(len(whole) + 1):
        screen = Emulator(20, 2)
        screen.feed(whole[:cut])
        screen.feed(whole[cut:])
        assert screen.text() == "onetwo é"


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("\x1b[c", r"\x1b\[\?64;[\d;]+c"),
        ("\x1b[0c", r"\x1b\[\?64;[\d;]+c"),
        ("\x1b[>c", r"\x1b\[>41;\d+;0c"),
        ("\x1b[>0q", r"\x1bP>\|XTerm\(\d+\)\x1b\\"),
        ("\x1b[5n", r"\x1b\[0n"),
        ("ab\r\nc\x1b[6n", r"\x1b\[2;2R"),
        ("\x1b[18t", r"\x1b\[8;5;20t"),
        ("\x1b[?2026$p", r"\x1b\[\?2026;0\$y"),
        ("\x1b[?25$p", r"\x1b\[\?25;1\$y"),
        ("\x1b[?1049$p", r"\x1b\[\?1049;2\$y"),
        ("\x1b[?1049h\x1b[?1049$p", r"\x1b\[\?1049;1\$y"),
        ("\x1b]11;?\x1b\\", r"\x1b\]11;rgb:0000/0000/0000\x1b\\"),
        ("\x1b]10;?\x07", r"\x1b\]10;rgb:eeee/eeee/eeee\x07"),
        ("\x1b[?u", ""),
        ("words", ""),
    ],
)
def test_queries_are_answered_as_a_plain_xterm_would(query: str, answer: str) -> None:
    assert re.fullmatch(answer, Emulator(20, 5).feed(query.encode()).decode())


def test_an_answer_reaches_the_program_that_asked() -> None:
    code = "tty.setraw(0); print('\\x1b[5n'); print(os.read(0, 9))"
    with terminal(code) as run:
        run.wait_for(r"b'\\x1b\[0n'")


def test_a_program_still_running_at_the_end_of_a_test_is_ended() -> None:
    with terminal(f"signal.signal(signal.SIGHUP, signal.SIG_IGN); print('ready'){WAIT}") as run:
        run.wait_for("ready")
    assert run.wait_exit() == -signal.SIGKILL


def test_without_a_terminal_there_is_none_to_be_found() -> None:
    code = (
        "print(os.isatty(0), os.isatty(1), os.isatty(2), sys.stdin.read())\n"
        "try: open('/dev/tty')\nexcept OSError: sys.exit(4)"
    )
    ended = run_without_terminal(python(code), env=ENV, typed="7")
    assert (ended.status, ended.out, ended.err) == (4, "False False False 7\n", "")


@pytest.mark.parametrize(
    ("redirection", "told"),
    [
        ("<&-", "True False False"),
        (">&-", "False True False"),
        ("2>&-", "False False True"),
        ("</dev/null", "False False False"),
    ],
)
def test_a_stream_can_be_closed(redirection: str, told: str, tmp_path: Path) -> None:
    note = tmp_path / "note"
    code = (
        f"open({str(note)!r}, 'w').write("
        "f'{sys.stdin is None} {sys.stdout is None} {sys.stderr is None}')"
    )
    assert run_without_terminal(python(code), redirection, env=ENV).status == 0
    assert note.read_text() == told


def test_one_stream_can_go_elsewhere_while_the_others_stay_on_the_terminal() -> None:
    code = "print(os.isatty(0), os.isatty(1), os.isatty(2))"
    with Terminal(redirected(python(code), "2>/dev/null"), env=ENV) as run:
        assert run.wait_exit() == 0
        assert run.screen_text() == "True True False"


def test_bytes_can_be_waited_for_that_nobody_sees() -> None:
    with terminal(f"print('\\x1b[?2004h'){WAIT}") as run:
        run.wait_written(b"\x1b[?2004h")
        with pytest.raises(NotSeenError):
            run.wait_written(b"\x1b[?2004l", timeout=0)


@pytest.mark.parametrize(("seconds", "least", "most"), [(0, 0, 0.3), (0.5, 0.5, 0.8)])
def test_the_processor_time_of_the_program_is_told(
    seconds: float, least: float, most: float
) -> None:
    busy = f"import time\nwhile time.process_time() < {seconds}: pass"
    with Terminal([sys.executable, "-c", busy], env=ENV) as run:
        assert run.wait_exit() == 0
        assert least <= run.cpu_seconds() <= most
