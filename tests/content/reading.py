"""What a person is told about a script, for tests."""

from calmcli.content.loader import read_script
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
