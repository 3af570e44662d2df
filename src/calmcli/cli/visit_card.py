"""`calmcli visit card`: shown, then written where it was asked for; or a text as a QR code."""

from argparse import Namespace
from os.path import lexists

from calmcli.errors import UsageError
from calmcli.new_file import WRITTEN, write_new, write_over
from calmcli.output import complain, say
from calmcli.plain.codes import ask_for_code, draw_code
from calmcli.plain.lines import Lines
from calmcli.text import clean
from calmcli.visits.card import text_lines
from calmcli.visits.papers import card_for, form_of, in_form, to_be_written
from calmcli.visits.qr import MOST_ON_PAPER
from calmcli.visits.visit import Visit
from calmcli.words import papers as on_paper


def card(visit: Visit, options: Namespace, lines: Lines) -> int:
    """Show the card; write it where asked; or draw a code."""
    form = options.format or form_of(options.output or "")
    made = card_for(visit, form, options.half)
    if options.qr is not None and form != "html":
        if options.output is not None:
            raise UsageError(on_paper.ONLY_TEXT)
        draw_code(lines, options.qr or ask_for_code(lines))
        return 0
    code = options.qr or ""
    if options.qr == "":
        code = lines.ask(on_paper.ASK_PAGE_CODE.format(most=MOST_ON_PAPER)) or ""
    text = in_form(made, form, code)
    if made.left_out:
        complain(on_paper.NOT_ON_CARD.format(count=made.left_out))
    if options.output is None:
        say(text.rstrip("\n"))
        return 0
    to_be_written(made)
    say(*text_lines(made), "")
    write_out(options, text)
    return 0


def write_out(options: Namespace, text: str) -> None:
    """Write to the file that was named, over another one only on wish."""
    if options.replace:
        write_over(options.output, text)
    elif lexists(options.output):
        raise UsageError(on_paper.THERE_ALREADY.format(path=clean(options.output)))
    else:
        write_new(options.output, [text])
    say(WRITTEN.format(path=clean(options.output)))
