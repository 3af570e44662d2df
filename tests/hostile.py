"""A home full of words that were written to hurt, and what of them may reach no terminal."""

import re
from datetime import datetime
from pathlib import Path

import msgspec

from calmcli.paths import Places, find_places
from calmcli.visits.beginning import from_template
from calmcli.visits.keeping import blank_visit, keep_visit
from fakes import HERE
from journals import entry, keep, several
from visits.samples import template

ESCAPES = (
    "\x1b]52;c;T1dORUQ=\x07\x1b]8;;http://evil.invalid\x1b\\link\x1b]8;;\x1b\\"
    "\x1b]0;OWNED\x07\x9d2;OWNED\x9c\x1b[31;5;201m\x9b2J\x1b[2J\x1bc\x1bP+q544e\x1b\\"
    "\x1b_Gf=100;AAAA\x1b\\\x1b[?1003h\x1b[6n\x07\x0e\x08\x7f\x85"
)
"""What a terminal would act on: clipboard, links, titles, colours, screen clears, questions."""
DIRECTIONS = "\u202eleft\u202c\u2066right\u2069\u202d\u202a\u202b\u2067\u2068"
"""What would turn a line around."""
MARKUP = "[@click=app.quit]x[/] [/] [b]y[/b] [link=https://evil.invalid]z [bold red on blue]"
"""What a widget would obey."""
FLOOD = "\u200b\u200d\u2060\ufeff" * 50
STORM = "e" + "\u0301\u0334\u0489" * 40
FOUR_BYTES = "👩‍👩‍👧‍👦🏳️‍🌈𝕏𠜎" * 6
ENDLESS = "w" * 100_000
OPTION = "--help"
FORMULA = "=cmd|' /C calc'!A0"
SCRIPT_TAG = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"
FOLDED = "one\r\nBEGIN:VALARM\r\nACTION:EMAIL\nX-EVIL:1;,\\"
WORDS = {
    "escapes": f"words {ESCAPES} words",
    "directions": f"words {DIRECTIONS} words",
    "markup": f"words {MARKUP} words",
    "zero width": f"words {FLOOD} words",
    "combining": f"words {STORM} words",
    "four bytes": f"words {FOUR_BYTES} words",
    "endless": ENDLESS,
    "option": OPTION,
    "formula": FORMULA,
    "tags": SCRIPT_TAG,
    "folded": FOLDED,
}

FORBIDDEN = [
    *(b"\x1b]52", b"\x1b]8;", b"\x1b]0;", b"\x1b]2;", b"\x1bc", b"\x1bP+q", b"\x1b_G"),
    *(b"\x1b[31;5;201m", b"\x1b[6n", b"\x07", b"\x0e", b"\x7f"),
    *(f"{chr(code)}".encode() for code in range(0x80, 0xA0)),
    *(f"{chr(code)}".encode() for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))),
]
"""Bytes that only the words above can have brought to a terminal: no screen of ours writes them."""


_POINTER = re.compile(rb"\x1b\]22;[a-z]*\x07")
"""How the app asks for the shape of the mouse pointer: the one such sequence that is its own."""


def found_in(raw: bytes) -> list[bytes]:
    """Those of the forbidden bytes that are there."""
    raw = _POINTER.sub(b"", raw)
    return [each for each in FORBIDDEN if each in raw]


def hostile_settings(path: Path) -> None:
    """Settings of which nothing can be used, and every part of which is told of."""
    path.write_text(SETTINGS, encoding="utf-8")


def hostile_home(home: Path) -> Places:
    """Fill a home with such words, wherever there is room for any."""
    places = find_places({"CALMCLI_HOME": str(home)})
    hostile_journal(places)
    hostile_visit(places)
    hostile_scripts(home / "scripts")
    hostile_templates(home / "visits")
    hostile_support(places.support)
    return places


def hostile_journal(places: Places) -> None:
    """Sessions as a stranger's journal holds them: by hand, past every border."""
    notes = [
        entry(100 + at, note=words, script=SCRIPT_IDS[at % len(SCRIPT_IDS)], origin="personal")
        for at, words in enumerate(WORDS.values())
    ]
    keep(places, [*several(), *notes])


SCRIPT_IDS = ("long-out", "../../etc/passwd", "--help", "\x1b]0;OWNED\x07", "w" * 300)


def hostile_visit(places: Places) -> None:
    """A visit with such words in every field."""
    every = tuple(WORDS.values())
    now = datetime(2026, 11, 21, 12, 0, tzinfo=HERE)
    visit = from_template(blank_visit(WORDS["markup"], now), template("blood-test"))
    steps = tuple(
        msgspec.structs.replace(step, name=words[:400], say=words, who=words)
        for step, words in zip(visit.steps, every * 2, strict=False)
    )
    fields = dict.fromkeys(("who", "signal", "breath"), WORDS["escapes"] + WORDS["markup"])
    fields |= dict.fromkeys(("way_out", "last_time"), WORDS["tags"] + WORDS["folded"])
    visit = msgspec.structs.replace(
        visit, at=now, needs=every, questions=every, steps=steps, **fields
    )
    keep_visit(places, visit, now)


def hostile_scripts(folder: Path) -> None:
    """Scripts that read well, but for their words, and files that are none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in WORDS.items():
        written = msgspec.json.encode(words.removeprefix("words ")[:40]).decode()
        (folder / f"{name.replace(' ', '-')}.yaml").write_text(
            SCRIPT.replace("ID", name.replace(" ", "-")).replace("WORDS", written),
            encoding="utf-8",
        )
    (folder / "bomb.yaml").write_text(BOMB)
    (folder / "wall.yaml").write_text("[" * 60_000)
    (folder / "a-folder.yaml").mkdir(exist_ok=True)
    (folder / "--help.yaml").write_text("title: no")
    (folder / "\x1b]0;OWNED\x07.yaml").write_text("title: no")


def hostile_templates(folder: Path) -> None:
    """Visits of one's own, written the same way."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in WORDS.items():
        written = msgspec.json.encode(words.removeprefix("words ")[:40]).decode()
        (folder / f"{name.replace(' ', '-')}.yaml").write_text(
            TEMPLATE.replace("ID", name.replace(" ", "-")).replace("WORDS", written),
            encoding="utf-8",
        )
    (folder / "bomb.yaml").write_text(BOMB)


def hostile_support(path: Path) -> None:
    """Support lines of one's own with such words in every field that may be read as a whole."""
    lines = [support_line(words) for name, words in WORDS.items() if name not in REFUSED]
    path.write_text("lines:\n" + "".join(lines), encoding="utf-8")


def support_line(words: str) -> str:
    """One line of support with these words in every field."""
    written = msgspec.json.encode(words.removeprefix("words ")[:40]).decode()
    return SUPPORT_LINE.replace("WORDS", written)


REFUSED = ("escapes", "folded")
"""Words that no file may hold: they are refused with their place."""
SCRIPT = """\
format: 1
language: en
kind: breathing
id: ID
title: WORDS
about: WORDS
cycles: 1
advanced: true
breath:
  - phase: in
    seconds: 1
    words: WORDS
  - phase: out
    seconds: 2
    words: WORDS
tags: []
sources:
  - WORDS
"""
TEMPLATE = """\
format: 1
language: en
kind: visit
id: ID
title: WORDS
about: WORDS
signal: WORDS
needs:
  - WORDS
questions:
  - WORDS
steps:
  - name: WORDS
    place: home
    say: WORDS
sources:
  - WORDS
"""
SUPPORT_LINE = """\
  - name: WORDS
    reach:
      - by: text
        to: WORDS
        words: WORDS
    hours: WORDS
    languages: WORDS
    note: WORDS
    source: WORDS
"""
SETTINGS = """\
theme = "\\u001b]0;OWNED\\u0007"
"\\u001b]52;c;x\\u0007" = 1
[look]
theme = "\\u009b2J"
shape = "[@click=app.quit]x[/]"
[skip]
always = ["\\u001b[31;5;201m", "\\u202eneck", "--help"]
[sound]
volume = 1e999
[breathing]
minutes = -99999999999999999999
script = "../../etc/passwd"
"""
BOMB = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
"""Nine times nine times nine, until there is no memory left."""
