"""`calmcli visit`: prepare a medical visit, go through it, look back."""

from calmcli.cli import visit_actions as actions
from calmcli.cli.parser import Parser
from calmcli.cli.visit_options import CLEARABLE, add_step_options, add_visit_options
from calmcli.first import FirstFrame
from calmcli.visits.card import WANTED
from calmcli.visits.papers import FORMS
from calmcli.words import helps, visit_helps
from calmcli.words import visits as said


def parser(name: str) -> Parser:
    """What may follow `visit`."""
    typed = Parser(prog=f"calmcli {name}", description=visit_helps.VISIT)
    commands = typed.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)

    def command(sub: str, *, which: bool = True, json: bool = False) -> Parser:
        made: Parser = commands.add_parser(sub, help=visit_helps.SUB[sub])
        if which:
            made.add_argument("visit", metavar="VISIT", nargs="?", help=visit_helps.WHICH)
        if json:
            made.add_argument("--json", action="store_true", help=helps.JSON)
        made.set_defaults(carry_out=actions.ACTIONS[sub])
        return made

    new = command("new", which=False, json=True)
    new.add_argument("--template", metavar="ID", help=visit_helps.TEMPLATE)
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
    review.add_argument("--next-time", metavar="TEXT", help=visit_helps.NEXT_TIME)
    review.add_argument("--show", action="store_true", help=visit_helps.SHOW)
    command("ladder", json=True)
    _add_ics(command("ics"))
    command("delete").add_argument("--yes", action="store_true", help=visit_helps.YES)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Carry out what follows `visit`."""
    options = parser(name).parse_strictly(argv)
    carried_out: int = options.carry_out(options)
    return carried_out


def _add_edit(edit: Parser) -> None:
    add_visit_options(edit)
    edit.add_argument("--next-time", metavar="TEXT", help=visit_helps.NEXT_TIME)
    edit.add_argument("--clear", action="append", choices=CLEARABLE, help=visit_helps.CLEAR)
    add_step_options(edit, after=False)
    edit.add_argument("--drop-step", type=int, metavar="N", help=visit_helps.DROP_STEP)


def _add_today(today: Parser) -> None:
    today.add_argument("--step", type=int, metavar="N", help=visit_helps.BEGIN_STEP)
    today.add_argument("--list", action="store_true", help=visit_helps.LIST_STEPS)
    today.add_argument("--plain", action="store_true", help=visit_helps.PLAIN)


def _add_card(card: Parser) -> None:
    card.add_argument("--half", choices=WANTED, default="both", help=visit_helps.HALF)
    card.add_argument("--format", choices=FORMS, help=visit_helps.FORMAT)
    card.add_argument("--qr", metavar="TEXT", nargs="?", const="", help=visit_helps.QR)
    _add_output(card)


def _add_say(say: Parser) -> None:
    names = ", ".join(said.FRAMES)
    say.add_argument("--frame", metavar="NAME", help=visit_helps.FRAME.format(names=names))
    say.add_argument("--fill", metavar="WORDS", default="", help=visit_helps.FILL)
    say.add_argument("--visit", metavar="VISIT", help=visit_helps.ADD_TO)


def _add_ics(ics: Parser) -> None:
    ics.add_argument("--title", metavar="TEXT", default="", help=visit_helps.TITLE)
    ics.add_argument("--lasts", type=actions.minutes, metavar="MIN", help=visit_helps.LASTS)
    ics.add_argument(
        "--remind",
        type=actions.minutes,
        action="append",
        default=[],
        metavar="MIN",
        help=visit_helps.REMIND,
    )
    _add_output(ics)


def _add_output(typed: Parser) -> None:
    typed.add_argument("-o", "--output", metavar="FILE", help=visit_helps.OUTPUT)
    typed.add_argument("--replace", action="store_true", help=visit_helps.REPLACE)
