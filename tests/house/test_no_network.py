"""No part of calmcli can reach a network; that no command tries is seen where faults are."""

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "calmcli"
REACHING = {
    "aiohttp", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip


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
