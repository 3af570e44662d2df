"""`calmcli visit`: prepare a medical visit, go through it, look back."""

from calmcli.cli import visit_actions as actions
from calmcli.cli.parser import Parser
from calmcli.cli.visit_options import CLEARABLE, add_step_options, add_visit_options
from calmcli.first import FirstFrame
from calmcli.visits.card import WANTED
from calmcli.visits.papers import FORMS
from calmcli.words import HELP_JSON
from calmcli.words import visits as said


def parser(name: str) -> Parser:
    """What may follow `visit`."""
    typed = Parser(prog=f"calmcli {name}", description=said.HELP_VISIT)
    commands = typed.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)

    def command(sub: str, *, which: bool = True, json: bool = False) -> Parser:
        made: Parser = commands.add_parser(sub, help=said.HELP_SUB[sub])
        if which:
            made.add_argument("visit", metavar="VISIT", nargs="?", help=said.HELP_WHICH)
        if json:
            made.add_argument("--json", action="store_true", help=HELP_JSON)
        made.set_defaults(carry_out=actions.ACTIONS[sub])
        return made

    new = command("new", which=False, json=True)
    new.add_argument("--template", metavar="ID", help=said.HELP_TEMPLATE)
    add_visit_options(new)
    command("list", which=False, json=True)
    command("templates", which=False, json=True)
    command("show", json=True)
    _add_edit(command("edit", json=True))
    _add_today(command("today", json=True))
    _add_card(command("card"))
    _add_say(command("say", which=False))
    review = command("review", json=True)
    add_step_options(review, after=True)
    review.add_argument("--next-time", metavar="TEXT", help=said.HELP_NEXT_TIME)
    review.add_argument("--show", action="store_true", help=said.HELP_SHOW)
    command("ladder", json=True)
    _add_ics(command("ics"))
    command("delete").add_argument("--yes", action="store_true", help=said.HELP_YES)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Carry out what follows `visit`."""
    options = parser(name).parse_strictly(argv)
    carried_out: int = options.carry_out(options)
    return carried_out


def _add_edit(edit: Parser) -> None:
    add_visit_options(edit)
    edit.add_argument("--next-time", metavar="TEXT", help=said.HELP_NEXT_TIME)
    edit.add_argument("--clear", action="append", choices=CLEARABLE, help=said.HELP_CLEAR)
    add_step_options(edit, after=False)
    edit.add_argument("--drop-step", type=int, metavar="N", help=said.HELP_DROP_STEP)


def _add_today(today: Parser) -> None:
    today.add_argument("--step", type=int, metavar="N", help=said.HELP_BEGIN_STEP)
    today.add_argument("--list", action="store_true", help=said.HELP_LIST_STEPS)
    today.add_argument("--plain", action="store_true", help=said.HELP_PLAIN)


def _add_card(card: Parser) -> None:
    card.add_argument("--half", choices=WANTED, default="both", help=said.HELP_HALF)
    card.add_argument("--format", choices=FORMS, default="text", help=said.HELP_FORMAT)
    card.add_argument("--qr", metavar="TEXT", nargs="?", const="", help=said.HELP_QR)
    _add_output(card)


def _add_say(say: Parser) -> None:
    names = ", ".join(said.FRAMES)
    say.add_argument("--frame", metavar="NAME", help=said.HELP_FRAME.format(names=names))
    say.add_argument("--fill", metavar="WORDS", default="", help=said.HELP_FILL)
    say.add_argument("--visit", metavar="VISIT", help=said.HELP_ADD_TO)


def _add_ics(ics: Parser) -> None:
    ics.add_argument("--title", metavar="TEXT", default="", help=said.HELP_TITLE)
    ics.add_argument("--lasts", type=actions.minutes, metavar="MIN", help=said.HELP_LASTS)
    ics.add_argument(
        "--remind",
        type=actions.minutes,
        action="append",
        default=[],
        metavar="MIN",
        help=said.HELP_REMIND,
    )
    _add_output(ics)


def _add_output(typed: Parser) -> None:
    typed.add_argument("-o", "--output", metavar="FILE", help=said.HELP_OUTPUT)
    typed.add_argument("--replace", action="store_true", help=said.HELP_REPLACE)
