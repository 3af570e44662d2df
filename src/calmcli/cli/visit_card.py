"""`calmcli visit card`: shown, then written where it was asked for; or a text as a QR code."""

import sys
from argparse import Namespace
from shutil import get_terminal_size

from calmcli.cli.new_file import WRITTEN, write_new, write_over
from calmcli.errors import UsageError
from calmcli.output import say
from calmcli.plain.lines import Lines
from calmcli.text import clean
from calmcli.visits.card import Card, card_of, markdown, text_lines
from calmcli.visits.card_html import html
from calmcli.visits.qr import code_for, coloured, half_blocks, most_bytes, svg
from calmcli.visits.visit import Visit
from calmcli.words import visits as said

MOST_ON_PAPER = 400
"""Bytes of a code whose modules a phone can still tell apart at the size it is printed."""


def card(visit: Visit, options: Namespace, lines: Lines) -> int:
    """Show the card; write it where asked; or draw a code."""
    made = card_of(visit, options.half)
    if options.qr is not None and options.format != "html":
        if options.output is not None:
            raise UsageError(said.ONLY_TEXT)
        _draw(options.qr or _ask(lines))
        return 0
    text = _form(made, options, lines)
    if options.output is None:
        say(text.rstrip("\n"))
        return 0
    say(*text_lines(made))
    if made.left_out:
        say(said.NOT_ON_CARD.format(count=made.left_out))
    say("")
    write_out(options, text)
    return 0


def write_out(options: Namespace, text: str) -> None:
    """Write to the file that was named, over another one only on wish."""
    if options.replace:
        write_over(options.output, text)
    else:
        write_new(options.output, [text])
    say(WRITTEN.format(path=clean(options.output)))


def _form(made: Card, options: Namespace, lines: Lines) -> str:
    if options.format == "html":
        picture = ""
        if options.qr is not None:
            chosen = options.qr or _words(lines.ask(said.ASK_QR))
            picture = svg(code_for(_words(chosen), MOST_ON_PAPER))
        return html(made, picture)
    return markdown(made) if options.format == "markdown" else "\n".join(text_lines(made)) + "\n"


def _ask(lines: Lines) -> str:
    """Say how much fits, and ask for the text."""
    most = most_bytes(*get_terminal_size())
    lines.say(said.HOLDS.format(most=most) if most else said.TOO_SMALL)
    return lines.ask(said.ASK_QR) or "" if most else ""


def _draw(text: str) -> None:
    """Draw a text so that it is dark on light on any terminal."""
    stream = sys.stdout
    try:
        "█▀▄".encode(getattr(stream, "encoding", None) or "ascii")
    except (UnicodeEncodeError, LookupError):
        raise UsageError(said.NO_BLOCKS) from None
    drawn = half_blocks(code_for(_words(text), most_bytes(*get_terminal_size())))
    if stream is not None and stream.isatty():
        drawn = coloured(drawn)
    say(*drawn)


def _words(text: str | None) -> str:
    return clean(text or "", lines=True)
