"""`calmcli keys`: what each key of the screen does, and under which id it can be set."""

import json
import os
from collections.abc import Iterator

from calmcli.cli.parser import Parser
from calmcli.first import FirstFrame
from calmcli.output import JSON_VERSION, complain, say
from calmcli.paths import find_places
from calmcli.settings import read_settings
from calmcli.settings.bindings import DEFAULT_KEYS
from calmcli.settings.key_names import spelled
from calmcli.settings.keymap import Chosen, keys_of
from calmcli.words import helps
from calmcli.words import keys as said


def parser(name: str) -> Parser:
    """What may follow `keys`."""
    typed = Parser(prog=f"calmcli {name}", description=said.HELP_KEYS)
    typed.add_argument("--json", action="store_true", help=helps.JSON)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """List every key."""
    options = parser(name).parse_strictly(argv)
    settings, problems = read_settings(find_places(os.environ).settings)
    for problem in problems:
        complain(problem)
    from calmcli.tui.keymap import meanings  # noqa: PLC0415  not for --help

    does = meanings()
    if options.json:
        listed = [
            {
                "id": each,
                "keys": [spelled(key) for key in keys_of(settings.keys, each)],
                "default": [spelled(key) for key in DEFAULT_KEYS[each]],
                "does": does[each],
            }
            for each in DEFAULT_KEYS
        ]
        say(json.dumps({"schema_version": JSON_VERSION, "keys": listed}, ensure_ascii=False))
    else:
        say(*_lines(settings.keys, does))
    return 0


def _lines(chosen: Chosen, does: dict[str, str]) -> Iterator[str]:
    """Screen by screen, with what is the same everywhere last."""
    named = {each: ", ".join(map(spelled, keys_of(chosen, each))) for each in DEFAULT_KEYS}
    ids, keys = (max(map(len, each)) + 2 for each in (named, named.values()))
    for room, heading in said.SCREENS.items():
        yield heading
        for each, spelling in named.items():
            if each.rpartition(".")[0] == room:
                yield f"  {each:<{ids}}{spelling:<{keys}}{does[each]}"
        yield ""
    yield from said.HOW_TO_SET
