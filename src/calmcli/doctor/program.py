"""The program itself, and what broke in it before."""

import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from calmcli import __version__
from calmcli.doctor.finding import Finding
from calmcli.store.checking import sqlite_version
from calmcli.text import clean
from calmcli.words import doctor as said


def look_at_program() -> Finding:
    """Which versions are at work."""
    versions = {"calmcli": __version__, "python": sys.version.split()[0]}
    try:
        textual = version("textual")
    except PackageNotFoundError:
        told = said.NO_TEXTUAL.format(**versions)
        return Finding("program", told, "fails", said.INSTALL_AGAIN)
    told = said.VERSIONS.format(**versions, textual=textual, sqlite=sqlite_version())
    return Finding("program", told)


def look_at_faults(logs: Path) -> Finding:
    """The descriptions of what broke here before."""
    try:
        faults = sorted(logs.glob("fault-*.txt"))
    except OSError:
        faults = []
    if not faults:
        return Finding("faults", said.NO_FAULTS)
    told = said.FAULTS.format(count=len(faults), path=clean(str(faults[-1])))
    return Finding("faults", told, "look", said.SEND_FAULTS)
