"""`calmcli doctor`: what would not work here, before it is needed."""

import json
import os
import sys

from msgspec.structs import asdict

from calmcli.cli.parser import Parser
from calmcli.cli.surface import is_terminal
from calmcli.doctor import Finding, Surroundings, examine, worst
from calmcli.first import FirstFrame
from calmcli.output import JSON_VERSION, say, tell
from calmcli.words import doctor as said
from calmcli.words.session import counted

_INDENT = "  "


def parser(name: str) -> Parser:
    """What may follow `doctor`."""
    typed = Parser(prog=f"calmcli {name}", description=said.ABOUT)
    typed.add_argument("--json", action="store_true", help=said.HELP_DOCTOR_JSON)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Tell how each thing stands; 1 when something does not work."""
    options = parser(name).parse_strictly(argv)
    findings = examine(_surroundings())
    if options.json:
        checks = [asdict(finding) for finding in findings]
        standing = worst(findings)
        told = {"schema_version": JSON_VERSION, "standing": standing, "checks": checks}
        say(json.dumps(told))
    else:
        tell(*(line for finding in findings for line in _lines(finding)), _summary(findings))
    return 1 if worst(findings) == "fails" else 0


def _surroundings() -> Surroundings:
    streams = {"stdin": sys.__stdin__, "stdout": sys.__stdout__, "stderr": sys.__stderr__}
    return Surroundings(
        environ=os.environ,
        terminals={name: is_terminal(stream) for name, stream in streams.items()},
        encoding=getattr(sys.stdout, "encoding", None) or "ascii",
        size=_size(),
        has_terms=sys.platform != "win32",
    )


def _size() -> tuple[int, int] | None:
    for descriptor in range(3):
        try:
            columns, rows = os.get_terminal_size(descriptor)
        except OSError:
            continue
        return columns, rows
    return None


def _lines(finding: Finding) -> list[str]:
    standing = said.STANDINGS[finding.standing]
    return [
        f"{said.NAMES[finding.id]}: {standing}. {finding.told}",
        *(_INDENT + problem for problem in finding.problems),
        *([_INDENT + finding.to_do] if finding.to_do else []),
    ]


def _summary(findings: list[Finding]) -> str:
    match worst(findings):
        case "fails":
            count = sum(finding.standing == "fails" for finding in findings)
            return said.SOME_FAIL.format(count=count)
        case "look":
            count = sum(finding.standing == "look" for finding in findings)
            return counted(said.SOME_LOOK, count)
    return said.ALL_FINE
