"""A person's own file of support lines: what it may say, and reading it."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from calmcli.content.fields import read_keys
from calmcli.content.files import read_bytes
from calmcli.content.loader import decode
from calmcli.content.nodes import SUPPORT_FILE, read_tree
from calmcli.content.places import place_of
from calmcli.content.problems import Problem, ScriptError, TooManyProblems
from calmcli.content.rules import Fault, Rule, faults_in

Status = Literal["verified", "unverified"]
Day = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}-\d{2}-\d{2}$",
        examples=["2026-01-31"],
        extra={"hint": "write a day such as 2026-01-31"},
    ),
]
Number = Annotated[str, Meta(min_length=1, max_length=80, examples=["116 123"])]
Label = Annotated[str, Meta(min_length=1, max_length=80, examples=["Someone to talk to"])]
Remark = Annotated[str, Meta(min_length=1, max_length=200)]


class OwnReach(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to reach a line."""

    by: Annotated[Literal["call", "text", "chat"], Meta(examples=["call"])]
    to: Number
    """A number, or the address of a chat."""
    words: Remark | None = None
    """What to write in a text message."""


class OwnEmergency(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The numbers for a medical emergency."""

    numbers: Annotated[
        tuple[Number, ...],
        Meta(min_length=1, max_length=5, extra={"hint": "write a line such as 'numbers: [112]'"}),
    ]
    source: Remark | None = None
    status: Status | None = None
    verified_on: Day | None = None


class OwnLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """People who answer."""

    name: Label
    reach: Annotated[
        tuple[OwnReach, ...],
        Meta(min_length=1, max_length=6, extra={"hint": "add an item with 'by: call' and 'to:'"}),
    ]
    hours: Remark | None = None
    """As in "open at all hours" without its first word."""
    languages: Remark | None = None
    note: Remark | None = None
    source: Remark | None = None
    status: Status | None = None
    verified_on: Day | None = None


def _days_fit(**values: object) -> Iterator[Fault]:
    """A day is one of the calendar, and goes with being verified."""
    emergency, lines = values["emergency"], values["lines"]
    checked = [(("emergency",), emergency)] if emergency else []
    named = enumerate(lines if isinstance(lines, tuple) else ())
    checked += [(("lines", at), line) for at, line in named if line]  # type: ignore[misc]
    for at, each in checked:
        day, status = each.verified_on, each.status  # type: ignore[attr-defined]
        if status == "verified" and day is None:
            yield Fault((*at, "status"), "'verified' needs the day", "add 'verified_on:'")
        if day is not None and status == "unverified":
            yield Fault((*at, "status"), "'unverified' has no day", "leave one of them out")
        if day is not None and not _is_day(day):
            yield Fault((*at, "verified_on"), f"there is no day {day}")


class OwnSupport(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What stands in the place of what came with calmcli."""

    rules: ClassVar[tuple[Rule, ...]] = (Rule(("emergency", "lines"), _days_fit),)

    country: (
        Annotated[
            str,
            Meta(
                pattern="^[A-Za-z]{2}$",
                examples=["NZ"],
                extra={"hint": "use the two letters of a country, such as NZ"},
            ),
        ]
        | None
    ) = None
    """The country it is for; without it, for every one."""
    emergency: OwnEmergency | None = None
    lines: Annotated[tuple[OwnLine, ...], Meta(max_length=20)] = ()


def read_own_support(path: Path) -> tuple[OwnSupport | None, tuple[Problem, ...]]:
    """What a person's own file says, or all that is wrong in it; neither when there is none."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None, ()
    except OSError:
        pass  # reading it tells what is wrong with it
    try:
        text, findings = decode(read_bytes(path, path.name), path.name)
    except ScriptError as error:
        return None, error.problems
    values: dict[str, object] = {}
    with suppress(TooManyProblems):
        tree = None if len(findings) else read_tree(text, findings, SUPPORT_FILE)
        if tree is not None:
            values = read_keys(OwnSupport, tree, findings)
            for fault in faults_in(values, OwnSupport.rules):
                findings.add(place_of(tree, fault.at), fault.message, fault.hint)
    if len(findings):
        return None, findings.in_order()
    return OwnSupport(**values), ()  # type: ignore[arg-type]


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
