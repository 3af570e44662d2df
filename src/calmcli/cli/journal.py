"""`calmcli journal`: what has been practised, and everything that can be done with it."""

from argparse import ArgumentTypeError
from functools import partial
from importlib import import_module

from calmcli.cli.parser import Parser, a_kind
from calmcli.first import FirstFrame
from calmcli.kinds import KINDS
from calmcli.text import whole_number
from calmcli.words import helps
from calmcli.words import journal_help as said

FORMATS = ("json", "csv", "md")
MOST_SHOWN = 1_000_000


def parser(name: str) -> Parser:
    """What may follow `journal`."""
    typed = Parser(prog=f"calmcli {name}", description=helps.JOURNAL)
    commands = typed.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)

    def command(name: str, room: str, carry_out: str) -> Parser:
        added: Parser = commands.add_parser(name, help=said.COMMANDS[name])
        added.set_defaults(room=room, carry_out=carry_out)
        return added

    _listing(command("list", "journal_list", "list_sessions"))
    _showing(command("show", "journal_entry", "show"))
    _editing(command("edit", "journal_entry", "edit"))
    _deleting(command("delete", "journal_entry", "delete"))
    _json(command("trends", "journal_trends", "trends"))
    _exporting(command("export", "journal_files", "export"))
    _importing(command("import", "journal_files", "import_file"))
    _reporting(command("report", "journal_report", "report"))
    _json(command("check", "journal_care", "check"))
    command("backup", "journal_care", "back_up").add_argument(
        "file", metavar="FILE", nargs="?", help=said.BACKUP_FILE
    )
    _restoring(command("restore", "journal_care", "put_back"))
    command("set-aside", "journal_care", "set_aside").add_argument(
        "--remove", action="store_true", help=said.REMOVE
    )
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Carry out what follows `journal`; each command imports only what it needs."""
    options = parser(name).parse_strictly(argv)
    room = import_module(f"calmcli.cli.{options.room}")
    code: int = getattr(room, options.carry_out)(options)
    return code


def count(typed: str) -> int:
    """How many to show."""
    number = whole_number(typed, MOST_SHOWN)
    if number is None:
        raise ArgumentTypeError(said.NO_COUNT.format(most=MOST_SHOWN, typed=typed[:20]))
    return number


def _listing(added: Parser) -> None:
    _json(added)
    added.add_argument("--plain", action="store_true", help=said.PLAIN)
    of_kinds = partial(a_kind, known=KINDS)
    added.add_argument("--kind", type=of_kinds, metavar="KIND", help=said.KIND)
    _times(added)
    added.add_argument("--limit", type=count, metavar="N", help=said.LIMIT)


def _showing(added: Parser) -> None:
    added.add_argument("session", metavar="ID", help=said.ID)
    _json(added)


def _editing(added: Parser) -> None:
    added.add_argument("session", metavar="ID", help=said.ID)
    added.add_argument("--note", metavar="TEXT", help=said.NOTE)
    added.add_argument("--after", metavar="N", help=said.AFTER)


def _deleting(added: Parser) -> None:
    added.add_argument("sessions", metavar="ID", nargs="*", help=said.IDS)
    added.add_argument("--all", action="store_true", help=said.ALL)


def _exporting(added: Parser) -> None:
    added.add_argument("--format", choices=FORMATS, default=FORMATS[0], help=said.FORMAT)
    added.add_argument("-o", "--output", metavar="FILE", help=said.OUTPUT)


def _importing(added: Parser) -> None:
    added.add_argument("file", metavar="FILE", help=said.FILE)


def _reporting(added: Parser) -> None:
    _times(added)
    added.add_argument("-o", "--output", metavar="FILE", help=said.OUTPUT)
    added.add_argument("--notes", action="store_true", help=said.NOTES)
    added.add_argument("--format", choices=("html", "md"), help=said.REPORT_FORMAT)


def _restoring(added: Parser) -> None:
    added.add_argument("file", metavar="FILE", nargs="?", help=said.RESTORE_FILE)
    added.add_argument("--empty", action="store_true", help=said.EMPTY)


def _times(added: Parser) -> None:
    added.add_argument("--since", metavar="WHEN", help=said.SINCE)
    added.add_argument("--until", metavar="WHEN", help=said.UNTIL)


def _json(added: Parser) -> None:
    added.add_argument("--json", action="store_true", help=helps.JSON)
