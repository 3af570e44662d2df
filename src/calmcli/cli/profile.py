"""`calmcli profile`: what someone may say of themselves, each item open unless they answer it."""

import json
import os
import sys
from argparse import ArgumentTypeError, Namespace

from msgspec.structs import replace

from calmcli.cli.parser import Parser, did_you_mean
from calmcli.clock import steady_ns
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.output import JSON_VERSION, say
from calmcli.paths import find_places
from calmcli.profile import ITEMS, Profile, to_content
from calmcli.shelves import keep_profile, read_profile
from calmcli.text import clean
from calmcli.words import cautions as said
from calmcli.words import helps

ANSWERS: dict[str, bool | None] = {"yes": True, "no": False, "open": None}


def parser(name: str) -> Parser:
    """What may follow `profile`; nothing shows it."""
    prog = f"calmcli {name}"
    usage = f"{prog} [show | set [ITEM yes|no|open] | clear]"
    typed = Parser(prog=prog, usage=usage, description=helps.PROFILE)
    typed.set_defaults(carry_out=_show, json=False)
    commands = typed.add_subparsers(prog=prog, metavar="COMMAND", parser_class=Parser)
    showing = commands.add_parser("show", help=said.HELP_SHOW)
    showing.add_argument("--json", action="store_true", help=helps.JSON)
    showing.set_defaults(carry_out=_show)
    setting = commands.add_parser("set", help=said.HELP_SET)
    setting.add_argument("item", metavar="ITEM", nargs="?", type=_item, help=said.HELP_ITEM)
    setting.add_argument("answer", metavar="ANSWER", nargs="?", type=_answer, help=said.HELP_ANSWER)
    setting.set_defaults(carry_out=_set)
    clearing = commands.add_parser("clear", help=said.HELP_CLEAR)
    clearing.set_defaults(carry_out=_clear)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Show the profile, answer one or all of its questions, or leave everything open again."""
    options = parser(name).parse_strictly(argv)
    options.carry_out(options)
    return 0


def _item(typed: str) -> str:
    if typed not in ITEMS:
        meant = did_you_mean(typed, ITEMS) or "."
        word, items = clean(typed)[:40], ", ".join(ITEMS)
        raise ArgumentTypeError(said.NO_ITEM.format(word=word, meant=meant, items=items))
    return typed


def _answer(typed: str) -> str:
    if typed not in ANSWERS:
        raise ArgumentTypeError(said.NO_ANSWER.format(word=clean(typed)[:40]))
    return typed


def _show(options: Namespace) -> None:
    profile = read_profile(find_places(os.environ))
    if options.json:
        answers = {item: getattr(profile, item) for item in ITEMS}
        say(json.dumps({"schema_version": JSON_VERSION, "profile": answers}))
    elif profile.is_empty:
        say(said.EMPTY)
    else:
        width = max(map(len, ITEMS))
        for item in to_content(profile):
            answer = said.ANSWERS[getattr(profile, item)]
            say(f"{item:<{width}}  {answer:<4} {said.QUESTIONS[item]}")


def _set(options: Namespace) -> None:
    places = find_places(os.environ)
    profile = read_profile(places)
    if options.item is None:
        changed = _asked(profile)
    elif options.answer is None:
        raise UsageError(said.ANSWER_MISSING.format(item=options.item))
    else:
        changed = replace(profile, **{options.item: ANSWERS[options.answer]})
    if changed == profile:
        say(said.KEPT["nothing"])
    else:
        say(said.KEPT[keep_profile(places, changed).value])


def _asked(profile: Profile) -> Profile:
    from calmcli.plain.lines import StandardLines  # noqa: PLC0415  only where something is asked
    from calmcli.plain.profile import ask_profile  # noqa: PLC0415

    return ask_profile(StandardLines(sys.stdout, sys.stdin, steady_ns), profile)


def _clear(_options: Namespace) -> None:
    kept = keep_profile(find_places(os.environ), Profile())
    say(said.KEPT["lost"] if kept.value == "lost" else said.CLEARED)
