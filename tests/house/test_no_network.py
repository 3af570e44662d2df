"""calmcli reaches no network: no part of it can, and none of its commands tries."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from calmcli.cli.commands import COMMANDS
from interpreters import QUICK, environment

SOURCE = Path(__file__).parents[2] / "src" / "calmcli"
REACHING = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip
WATCHED = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.bind", "socket.sendto")):
        print("reached out:", event, arguments, file=sys.stderr)
        raise RuntimeError(event)
sys.addaudithook(refuse)
sys.argv[1:] = {arguments!r}
{before}
from calmcli.__main__ import main
sys.exit(main())
"""
CARRIED_OUT = [
    *((name, "--help") for name in COMMANDS),
    ("breathe", "quick", "--plain", "--no-rating"),
    ("journal", "list"),
    ("journal", "check"),
    ("scripts", "list"),
    ("visit", "templates"),
    ("support", "--country", "GB"),
    ("paths",),
    ("settings",),
    ("profile",),
]


def watched(tmp_path: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    script = tmp_path / "scripts" / "quick.yaml"
    script.parent.mkdir()
    script.write_text(QUICK)
    return subprocess.run(
        [sys.executable, "-c", WATCHED.format(arguments=list(arguments), before=before)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**environment(), "CALMCLI_HOME": str(tmp_path)},
        timeout=60,
    )


def imports(path: Path) -> set[str]:
    """Everything a file imports, anywhere in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                found |= {each.name for each in names}
            case ast.ImportFrom(module=str(module)):
                found.add(module)
    return found


def test_no_part_of_it_imports_what_reaches_a_network() -> None:
    found = {path: imports(path) for path in SOURCE.rglob("*.py")}
    assert len(found) > 200
    for path, names in found.items():
        assert not {name.partition(".")[0] for name in names} & REACHING, path
        assert not any(name.startswith("urllib.request") for name in names), path


@pytest.mark.parametrize("arguments", CARRIED_OUT, ids=" ".join)
def test_no_command_reaches_out(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert "reached out" not in watched(tmp_path, *arguments).stderr


def test_whoever_reached_out_would_be_seen(tmp_path: Path) -> None:
    trial = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert "reached out" in watched(tmp_path, "--version", before=trial).stderr
