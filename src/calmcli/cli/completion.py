"""`calmcli completion`: what a shell has to be told so that Tab knows calmcli."""

from calmcli.cli.completing import SHELLS, shell_code
from calmcli.cli.parser import Parser
from calmcli.first import FirstFrame
from calmcli.output import say
from calmcli.words import shell as said


def parser(name: str) -> Parser:
    """What may follow `completion`."""
    typed = Parser(prog=f"calmcli {name}", description=said.HELP_COMPLETION)
    typed.add_argument("shell", choices=SHELLS, help=said.HELP_SHELL)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Print it, with how to have it for good in a comment."""
    shell = parser(name).parse_strictly(argv).shell
    say(said.ADD[shell], shell_code(shell).strip())
    return 0
