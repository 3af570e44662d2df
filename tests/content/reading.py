"""What a person is told about a script, for tests."""

from typing import TypeVar

from calmcli.content.described import Described
from calmcli.content.loader import check_text, read_script
from calmcli.content.problems import Problem, ScriptError


def problems_of(written: bytes | str, name: str = "my.yaml") -> tuple[Problem, ...]:
    """All problems of a script, none when it can be played."""
    try:
        read_script(written, name)
    except ScriptError as error:
        return error.problems
    return ()


def told(written: bytes | str) -> list[str]:
    """Places and messages, as 'line:column: message'."""
    return [f"{one.line}:{one.column}: {one.message}" for one in problems_of(written)]


def hints_of(written: bytes | str, name: str = "my.yaml") -> tuple[Problem, ...]:
    """What is worth a second look, in a script that can be played."""
    problems = check_text(written, name)
    assert {problem.severity for problem in problems} <= {"hint"}
    return problems


def hinted(written: bytes | str) -> list[str]:
    """Places and messages of the hints, as 'line:column: message'."""
    return [f"{one.line}:{one.column}: {one.message}" for one in hints_of(written)]


Kind = TypeVar("Kind", bound=Described)


def script_of(kind: type[Kind], written: bytes | str) -> Kind:
    """A script that has to be of a kind."""
    script = read_script(written, "my.yaml")
    assert isinstance(script, kind)
    return script
