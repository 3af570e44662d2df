"""`calmcli scripts`: which scripts there are, what one of them does, what is wrong with a file."""

import json
import os
from argparse import Namespace
from pathlib import Path
from typing import TypedDict

from calmcli import words
from calmcli.cli.parser import Parser
from calmcli.content.library import Found, Library
from calmcli.content.loader import check_script
from calmcli.exercises import timeline_of
from calmcli.exercises.length import default_length, of_length
from calmcli.first import FirstFrame
from calmcli.output import JSON_VERSION, complain, say
from calmcli.paths import find_places
from calmcli.text import clean
from calmcli.timeline import MS_PER_S, Timeline


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


def parser(name: str) -> Parser:
    """What may follow `scripts`."""
    typed = Parser(prog=f"calmcli {name}", description=words.HELP_SCRIPTS)
    commands = typed.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    listing = commands.add_parser("list", help=words.HELP_SCRIPTS_LIST)
    listing.add_argument("--json", action="store_true", help=words.HELP_JSON)
    listing.set_defaults(carry_out=_list)
    showing = commands.add_parser("show", help=words.HELP_SCRIPTS_SHOW)
    showing.add_argument("id", metavar="ID", help=words.HELP_SCRIPT)
    showing.add_argument("--yaml", action="store_true", help=words.HELP_YAML)
    showing.set_defaults(carry_out=_show)
    checking = commands.add_parser("check", help=words.HELP_SCRIPTS_CHECK)
    checking.add_argument("files", metavar="FILE", nargs="+", help=words.HELP_FILES)
    checking.set_defaults(carry_out=_check)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """List, show or check; `check` answers 1 when a file has an error."""
    options = parser(name).parse_strictly(argv)
    carried_out: int = options.carry_out(options)
    return carried_out


def _library() -> Library:
    return Library(find_places(os.environ).scripts)


def _planned(found: Found) -> Timeline:
    return of_length(timeline_of(found.script), default_length(found.script))


def _described(found: Found) -> Description:
    length_ms = _planned(found).length_ms
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
    }


def _list(options: Namespace) -> int:
    library = _library()
    found_scripts, problems = library.all_and_problems()
    scripts = [_described(found) for found in found_scripts]
    for problem in problems:
        complain(str(problem))
    if options.json:
        say(json.dumps({"schema_version": JSON_VERSION, "scripts": scripts}, ensure_ascii=False))
        return 0
    width = max(len(script["id"]) for script in scripts)
    for script in scripts:
        seconds = script["seconds"]
        length = words.OPEN if seconds is None else words.clock_length(seconds)
        own = words.OWN if script["origin"] == "personal" else ""
        say(f"{script['id']:<{width}}  {length:>5}  {script['title']}{own}")
    return 0


def _show(options: Namespace) -> int:
    found = _library().find(options.id)
    if options.yaml:
        say(clean(found.path.read_text(encoding="utf-8-sig"), lines=True).rstrip("\n"))
        return 0
    script, timeline = found.script, _planned(found)
    length_ms = timeline.length_ms
    say(f"{script.title} ({script.id})", script.about, "")
    say(words.OPEN_ENDED if length_ms is None else words.spoken_length(length_ms / MS_PER_S), "")
    for cue in timeline.first_parts(1).head:
        say(f"{words.clock_length(cue.start_ms / MS_PER_S):>5}  {cue.spoken()}")
    say("", words.contents(script.tags), *(f"Source: {source}" for source in script.sources))
    return 0


def _check(options: Namespace) -> int:
    problems = [problem for name in options.files for problem in check_script(Path(name), name)]
    say(*("\n".join(["", str(problem)][index == 0 :]) for index, problem in enumerate(problems)))
    return 1 if any(problem.severity == "error" for problem in problems) else 0
