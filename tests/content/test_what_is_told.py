"""Broken scripts, and everything that a person is told about each, as it was looked at."""

import os
from pathlib import Path

from calmcli.content.loader import check_text

LOOKED_AT = Path(__file__).with_name("looked_at") / "problems.txt"
TOLD = "\n=== is told\n"
NEXT = "\n=== next\n"


def told(written: str) -> str:
    return "\n\n".join(map(str, check_text(written, "my.yaml")))


def test_a_broken_script_is_told_where_it_is_broken_and_what_to_do() -> None:
    looked_at = LOOKED_AT.read_bytes().decode()
    scripts = [case.partition(TOLD)[0] for case in looked_at.split(NEXT)]
    now = NEXT.join(f"{written}{TOLD}{told(written)}" for written in scripts)
    if os.environ.get("CALMCLI_UPDATE_TRANSCRIPTS"):
        LOOKED_AT.write_bytes(now.encode())
        looked_at = now
    assert now == looked_at, "if this is right: make looked-at"
    assert len(scripts) > 60
