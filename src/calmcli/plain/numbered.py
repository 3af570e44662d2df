"""Lists in lines: each row has a number, and the number chooses it."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from calmcli.plain.lines import Lines
from calmcli.text import whole_number
from calmcli.words.lists import NUMBER_AGAIN

LEAVES = ("q", ".")
"""What leads back from any list or question, as Enter alone does."""
ONCE_MORE = "?"
"""What tells a list once more."""

Each = TypeVar("Each")


def numbered(rows: Iterable[str]) -> list[str]:
    """Rows with their numbers before them."""
    return [f"{number} {row}" for number, row in enumerate(rows, start=1)]


def by_number(items: Sequence[Each], typed: str) -> Each | None:
    """The one whose number was typed; None where none has it."""
    number = whole_number(typed, len(items))
    return None if number is None else items[number - 1]


def ask(lines: Lines, question: str, told: Sequence[str] = ()) -> str:
    """What was typed; empty where it leads back, as the end of input does.

    Where there is a list, `?` tells it once more.
    """
    while (typed := (lines.ask(question) or "").strip()) == ONCE_MORE and told:
        lines.say(*told)
    return "" if typed.lower() in LEAVES else typed


def choose(
    lines: Lines, question: str, rows: Sequence[str], names: Sequence[tuple[str, ...]] = ()
) -> int | None:
    """The position of what was chosen by its number or one of its names; None when nothing was."""
    told = numbered(rows)
    lines.say(*told)
    while typed := ask(lines, question, told):
        if (at := by_number(range(len(rows)), typed)) is not None:
            return at
        if (at := _named(typed.casefold(), names)) is not None:
            return at
        lines.say(NUMBER_AGAIN)
    return None


def _named(typed: str, names: Sequence[tuple[str, ...]]) -> int | None:
    """The position of what is called so, or of the only thing whose names hold what was typed."""
    known = [[name.casefold() for name in each] for each in names]
    exact = [at for at, each in enumerate(known) if typed in each]
    held = [at for at, each in enumerate(known) if any(typed in name for name in each)]
    return next((found[0] for found in (exact, held) if len(found) == 1), None)
