"""`calmcli support`: who can be reached now; and the people of one's own who are named first."""

import os
import sys
from argparse import ArgumentTypeError
from datetime import date
from importlib import import_module

from calmcli.cli.parser import Parser
from calmcli.first import FirstFrame
from calmcli.first_known import known_folders
from calmcli.helpnow import Where, help_now
from calmcli.output import JSON_VERSION, say, tell
from calmcli.support import support_lines
from calmcli.words import helps
from calmcli.words import people as said


def parser(name: str) -> Parser:
    """What may follow `support`; nothing shows the page."""
    prog = f"calmcli {name}"
    usage = f"{prog} [--country CC] [--json] | add | list | edit WHO | remove WHO"
    typed = Parser(prog=prog, usage=usage, description=helps.SUPPORT)
    typed.add_argument("--country", metavar="CC", type=_two_letters, help=helps.COUNTRY)
    typed.add_argument("--json", action="store_true", help=helps.JSON)
    typed.set_defaults(carry_out=None)
    commands = typed.add_subparsers(prog=prog, metavar="COMMAND", parser_class=Parser)

    def command(sub: str, meaning: str, *, which: bool = False) -> Parser:
        made: Parser = commands.add_parser(sub, help=meaning)
        if which:
            made.add_argument("who", metavar="WHO", help=said.HELP_WHO)
        made.set_defaults(carry_out=sub)
        return made

    for sub, meaning in (("add", said.HELP_ADD), ("edit", said.HELP_EDIT)):
        made = command(sub, meaning, which=sub == "edit")
        made.add_argument("--name", metavar="NAME", help=said.HELP_NAME)
        made.add_argument("--reach", metavar="TEXT", help=said.HELP_REACH)
        made.add_argument("--note", metavar="TEXT", help=said.HELP_NOTE)
    command("list", said.HELP_LIST).add_argument("--json", action="store_true", help=helps.JSON)
    command("remove", said.HELP_REMOVE, which=True)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Show the page, or see to the people of one's own; the exit code."""
    options = parser(name).parse_strictly(argv)
    if options.carry_out is not None:
        people = import_module("calmcli.cli.people")  # the page need not wait for it
        code: int = getattr(people, options.carry_out)(options)
        return code
    support, today = help_now(_where(), options.country), date.today()  # noqa: DTZ011  here
    if options.json:
        import json  # noqa: PLC0415  not for lines

        from calmcli.support.data import support_data  # noqa: PLC0415

        answer = {"schema_version": JSON_VERSION, "support": support_data(support, today)}
        say(json.dumps(answer))
    else:
        tell(*support_lines(support, today))
    return 0


def _two_letters(typed: str) -> str:
    if len(typed) != 2 or not typed.isascii() or not typed.isalpha():  # noqa: PLR2004
        raise ArgumentTypeError(helps.TWO_LETTERS.format(word=typed[:40]))
    return typed


def _where() -> Where | None:
    """Where things are kept, without the imports of `paths` where that is plain to see."""
    folders = None if sys.platform == "win32" else known_folders(os.environ)
    if folders is not None:
        return Where.under(*folders)
    from calmcli.cli.fronts import where_of  # noqa: PLC0415
    from calmcli.errors import CalmError  # noqa: PLC0415
    from calmcli.paths import find_places  # noqa: PLC0415

    try:
        return where_of(find_places(os.environ))
    except CalmError:
        return None
