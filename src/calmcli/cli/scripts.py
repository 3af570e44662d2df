"""`calmcli scripts`: which there are, what one does, what is wrong with a file, a new one."""

import json
import os
from argparse import Namespace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypedDict

from calmcli.cli import new_script
from calmcli.cli.parser import Parser, a_kind
from calmcli.errors import CalmError
from calmcli.first import FirstFrame
from calmcli.kinds import KINDS
from calmcli.output import JSON_VERSION, complain, say
from calmcli.paths import find_places
from calmcli.text import clean
from calmcli.timeline import MS_PER_S
from calmcli.words import following, helps, inside
from calmcli.words import scripts as said
from calmcli.words import session as words

if TYPE_CHECKING:
    from calmcli.content.library import Found, Library


class Description(TypedDict):
    """A script as `scripts list --json` describes it."""

    id: str
    kind: str
    title: str
    seconds: float | None
    open_ended: bool
    tags: list[str]
    sources: list[str]
    origin: str
    path: str
    favourite: bool


def parser(name: str) -> Parser:
    """What may follow `scripts`."""
    typed = Parser(prog=f"calmcli {name}", description=helps.SCRIPTS)
    commands = typed.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    listing = commands.add_parser("list", help=helps.SCRIPTS_LIST)
    listing.add_argument("--json", action="store_true", help=helps.JSON)
    listing.set_defaults(carry_out=_list)
    showing = commands.add_parser("show", help=helps.SCRIPTS_SHOW)
    showing.add_argument("id", metavar="ID", help=helps.SCRIPT)
    showing.add_argument("--yaml", action="store_true", help=helps.YAML)
    showing.set_defaults(carry_out=_show)
    for command, meaning, wanted in (
        ("favourite", said.HELP_FAVOURITE, True),
        ("unfavourite", said.HELP_UNFAVOURITE, False),
    ):
        marking = commands.add_parser(command, help=meaning)
        marking.add_argument("id", metavar="ID", help=helps.SCRIPT)
        marking.set_defaults(carry_out=_mark, wanted=wanted)
    checking = commands.add_parser("check", help=helps.SCRIPTS_CHECK)
    checking.add_argument("files", metavar="FILE", nargs="*", help=helps.FILES)
    checking.add_argument("--json", action="store_true", help=helps.JSON)
    checking.set_defaults(carry_out=_check)
    beginning = commands.add_parser("new", help=said.HELP_NEW)
    of_sorts = partial(a_kind, known=(*KINDS, "visit"))
    beginning.add_argument("kind", metavar="KIND", type=of_sorts, help=said.HELP_KIND)
    beginning.add_argument("new_id", metavar="ID", nargs="?", help=said.HELP_NEW_ID)
    place = beginning.add_mutually_exclusive_group()
    place.add_argument("-o", "--output", metavar="FILE", help=said.HELP_OUTPUT)
    place.add_argument("--own", action="store_true", help=said.HELP_OWN)
    beginning.set_defaults(carry_out=new_script.new)
    format_of_all = commands.add_parser("schema", help=said.HELP_SCHEMA)
    format_of_all.add_argument("-o", "--output", metavar="FILE", help=said.HELP_OUTPUT)
    format_of_all.set_defaults(carry_out=new_script.schema)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Carry out what follows `scripts`; `check` answers 1 when a file has an error."""
    options = parser(name).parse_strictly(argv)
    carried_out: int = options.carry_out(options)
    return carried_out


def _library() -> "Library":
    from calmcli.content.library import Library  # noqa: PLC0415  not for help, schema and starters

    return Library(find_places(os.environ).scripts)


def _described(found: "Found", favourites: frozenset[str]) -> Description:
    from calmcli.exercises import usual_timeline  # noqa: PLC0415  not for a check

    length_ms = usual_timeline(found.script).length_ms
    return {
        "id": found.script.id,
        "kind": found.script.kind,
        "title": found.script.title,
        "seconds": None if length_ms is None else length_ms / MS_PER_S,
        "open_ended": length_ms is None,
        "tags": list(found.script.tags),
        "sources": list(found.script.sources),
        "origin": found.origin,
        "path": str(found.path),
        "favourite": found.script.id in favourites,
    }


def _list(options: Namespace) -> int:
    from calmcli.shelves import read_favourites  # noqa: PLC0415  only for this

    found_scripts, problems = _library().all_and_problems()
    favourites = read_favourites(find_places(os.environ))
    scripts = [_described(found, favourites) for found in found_scripts]
    scripts.sort(key=lambda script: not script["favourite"])
    for problem in problems:
        complain(str(problem))
    if options.json:
        say(json.dumps({"schema_version": JSON_VERSION, "scripts": scripts}, ensure_ascii=False))
    else:
        say(*_in_groups(scripts))
    return 0


def _in_groups(scripts: list[Description]) -> list[str]:
    """The scripts as lines, each kind under its heading."""
    kinds = list(KINDS)
    width = max(len(script["id"]) for script in scripts)
    lines: list[str] = []
    in_order = sorted(scripts, key=lambda script: kinds.index(script["kind"]))
    for kind, group in groupby(in_order, key=lambda script: script["kind"]):
        heading = said.HEADING.format(kind=kind.capitalize(), command=KINDS[kind].command)
        lines += [*[""][: len(lines)], heading]
        for script in group:
            seconds = script["seconds"]
            length = words.OPEN if seconds is None else words.clock_length(seconds)
            lines.append(
                f"  {script['id']:<{width}}  {length:>5}  {script['title']}"
                f"{_whose(script)}{_marks(script)}"
            )
    return lines


def _marks(script: Description) -> str:
    return f"  ({inside.FAVOURITE})" if script["favourite"] else ""


def _whose(script: Description) -> str:
    from calmcli.content.shipped import SHIPPED  # noqa: PLC0415  read along with the library

    if script["origin"] != "personal":
        return ""
    return said.STANDS_IN if script["id"] in SHIPPED else words.OWN


def _mark(options: Namespace) -> int:
    from calmcli.shelves import set_favourite  # noqa: PLC0415  only for this

    found = _library().find(options.id)
    kept = set_favourite(find_places(os.environ), found.script.id, wanted=options.wanted)
    if kept is kept.LOST:
        raise CalmError(said.NOT_MARKED)
    marked = following.MARKED if options.wanted else following.UNMARKED
    say(marked.format(title=found.script.title))
    return 0


def _show(options: Namespace) -> int:
    from calmcli.cli.showing import lines_to_show  # noqa: PLC0415  only for this

    found = _library().find(options.id)
    if options.yaml:
        say(clean(found.path.read_text(encoding="utf-8-sig"), lines=True).rstrip("\n"))
    else:
        say(*lines_to_show(found.script))
    return 0


def _check(options: Namespace) -> int:
    from calmcli.cli.checking import check  # noqa: PLC0415  not for help and starters

    return check(options)
