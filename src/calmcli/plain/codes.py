"""A QR code in lines: how much fits is said first, then it is drawn."""

import sys
from shutil import get_terminal_size

from calmcli.errors import UsageError
from calmcli.plain.lines import Lines
from calmcli.text import clean
from calmcli.visits.qr import code_for, coloured, half_blocks, most_bytes
from calmcli.words import papers as on_paper


def ask_for_code(lines: Lines) -> str:
    """Say how much fits, and ask for the text; empty where none is wished or none fits."""
    most = most_bytes(*get_terminal_size())
    lines.say(on_paper.HOLDS.format(most=most) if most else on_paper.TOO_SMALL)
    return (lines.ask(on_paper.ASK_CODE) or "").strip() if most else ""


def draw_code(lines: Lines, text: str) -> None:
    """Draw a text so that it is dark on light on any terminal. Raises UsageError."""
    stream = sys.stdout
    try:
        "█▀▄".encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        raise UsageError(on_paper.NO_BLOCKS) from None
    code = code_for(clean(text, lines=True), most_bytes(*get_terminal_size()))
    drawn = half_blocks(code)
    lines.say(*(coloured(drawn) if stream is not None and stream.isatty() else drawn))
