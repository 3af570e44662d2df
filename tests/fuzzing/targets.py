"""Each border that bytes of other people cross, with what must hold there whatever they are.

A target takes any bytes and returns; what it raises is a finding.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import thread_time

from calmcli.content.described import Identified
from calmcli.content.loader import check_text, read_script, read_template
from calmcli.content.own_support import read_own_support
from calmcli.content.problems import ScriptError
from calmcli.errors import CalmError
from calmcli.exercises import timeline_of
from calmcli.helpnow import Where, help_now
from calmcli.journal.incoming import read_source
from calmcli.settings.checking import check
from calmcli.settings.contents import contents_of
from calmcli.support import support_lines
from calmcli.support.country import UnreadableSettings, country_set
from calmcli.support.reader import read_support
from calmcli.text import clean
from calmcli.words import journal as words
from fuzzing.typing_anything import lead_through_a_room, sit_through

Target = Callable[[bytes], None]

LONGEST_S = 0.1
"""Processor time that reading anything may take."""
MOST_CUES = 50


def script(data: bytes) -> None:
    """A script is played, or every problem in it has a place."""
    _read(data, read_script)


def template(data: bytes) -> None:
    """A visit can be led through, or every problem in its template has a place."""
    _read(data, read_template)


def settings(data: bytes) -> None:
    """Settings are read whatever stands there, and each problem begins with its place."""
    with _soon():
        _, problems = check(contents_of(data), "settings.toml")
    with _file(data) as path, _soon(), suppress(UnreadableSettings):
        country_set(path)
    for problem in problems:
        assert problem.startswith("settings.toml:"), problem
        _safe(problem)


def imported(data: bytes) -> None:
    """What comes into a journal is let in, or refused with the name of its file."""
    said: list[str] = []
    with _soon(), _refusing(said):
        for _ in read_source("their.file", data, None, said.append)():
            pass
    for line in said:
        assert line == words.LEFT_OUT or line.startswith("their.file"), line
        _safe(line)


def support(data: bytes) -> None:
    """Support lines are read, or the refusal says who can be reached nevertheless."""
    said: list[str] = []
    with _file(data) as path, _soon(), _refusing(said):
        read_support(path)
    for line in said:
        assert "112" in line
        _safe(line)


def own_support(data: bytes) -> None:
    """Support lines of one's own are read, or each problem has a place; there is always a page."""
    with _file(data, "support.yaml") as path, _soon():
        folder = str(Path(path).parent)
        read, problems = read_own_support(Path(path))
        page = support_lines(help_now(Where.under(folder, folder)), date(2026, 3, 1))
    assert (read is None) == bool(problems)
    for problem in problems:
        assert str(problem).startswith(f"support.yaml:{problem.line}:{problem.column}: ")
    assert any("In a medical emergency: call " in line for line in page)
    _safe("\n".join(page))


def cleaned(data: bytes) -> None:
    """Cleaned words hold nothing that a terminal acts on, and cleaning them again changes none."""
    text = data.decode(errors="surrogateescape")
    with _soon():
        words, lines = clean(text), clean(text, lines=True)
    _safe(words)
    _safe(lines)
    assert "\n" not in words
    assert clean(words) == words
    assert clean(lines, lines=True) == lines
    words.encode()


TARGETS: dict[str, Target] = {
    "script": script,
    "template": template,
    "settings": settings,
    "imported": imported,
    "support": support,
    "own_support": own_support,
    "cleaned": cleaned,
    "sitting": sit_through,
    "rooms": lead_through_a_room,
}


def _read(data: bytes, read: Callable[[bytes, str], Identified]) -> None:
    with _soon():
        try:
            found = read(data, "my.yaml")
        except ScriptError as error:
            _placed(data, error)
            return
    problems = check_text(data, "my.yaml")
    assert {problem.severity for problem in problems} <= {"hint"}, problems
    if found.kind != "visit":
        first = islice(timeline_of(found).cues(), MOST_CUES)  # type: ignore[arg-type]
        assert all(cue.length_ms > 0 for cue in first)


def _placed(data: bytes, error: ScriptError) -> None:
    lines = data.decode("utf-8-sig", "replace").splitlines() or [""]
    assert error.problems
    for problem in error.problems:
        assert 1 <= problem.line <= len(lines) + 1, problem
        assert problem.column >= 1, problem
        shown = str(problem)
        assert shown.startswith(f"my.yaml:{problem.line}:{problem.column}: "), shown
        assert problem.message
        _safe(shown)


def _safe(shown: str) -> None:
    assert clean(shown, lines=True) == shown, ascii(shown)


@contextmanager
def _refusing(said: list[str]) -> Iterator[None]:
    """Note a refusal in calm words; anything else that is raised is a finding."""
    try:
        yield
    except CalmError as error:
        said.append(str(error))


@contextmanager
def _soon() -> Iterator[None]:
    """Whatever happens inside takes less than a moment of the processor."""
    began = thread_time()
    yield
    took = thread_time() - began
    assert took < LONGEST_S, f"it took {took * 1000:.0f} ms"


@contextmanager
def _file(data: bytes, name: str = "XX.json") -> Iterator[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield os.fspath(path)
