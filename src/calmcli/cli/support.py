"""`calmcli support`: who can be reached now."""

from calmcli import words
from calmcli.cli.parser import Parser
from calmcli.clock import local_time
from calmcli.first import FirstFrame
from calmcli.output import say
from calmcli.support import find_support, support_lines


def parser(name: str) -> Parser:
    """What may follow `support`."""
    typed = Parser(prog=f"calmcli {name}", description=words.HELP_SUPPORT)
    typed.add_argument("--country", metavar="CC", help=words.HELP_COUNTRY)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Emergency numbers and support lines of one country, or what holds everywhere."""
    options = parser(name).parse_strictly(argv)
    say(*support_lines(find_support(options.country), local_time().date()))
    return 0
