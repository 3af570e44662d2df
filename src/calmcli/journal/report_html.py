"""A report as one page that needs nothing but itself: to be printed, read or listened to."""

from collections.abc import Iterable, Iterator
from html import escape

from calmcli.html_page import END, beginning
from calmcli.journal.report import Report, listed, session_cells, totals, trend_cells
from calmcli.journal.report_picture import picture
from calmcli.journal.telling import TitleOf
from calmcli.journal.trends import pair_of
from calmcli.words import journal as journal_says
from calmcli.words import report as said

_STYLE = """\
@page { size: A4; margin: 14mm 14mm 16mm }
:root { color-scheme: light }
body { font: 10.5pt/1.4 system-ui, sans-serif; color: #1b1b1b; background: #fff;
  max-width: 182mm; margin: 1.5em auto; padding: 0 1em }
h1 { font-size: 17pt; margin: 0 0 .1em } h2 { font-size: 12.5pt; margin: 1.3em 0 .4em }
p { margin: .4em 0 } .quiet { color: #555 }
table { border-collapse: collapse; width: 100%; font-size: 9pt }
caption { text-align: left; color: #555; padding-bottom: .3em }
th, td { text-align: left; vertical-align: top; padding: .22em .7em .22em 0;
  border-bottom: 1px solid #ddd; overflow-wrap: anywhere }
thead th { border-bottom: 1px solid #888; overflow-wrap: normal } tbody th { font-weight: normal }
.sessions tbody th, .sessions td:nth-child(6) { white-space: nowrap }
.sessions { font-size: 8.5pt }
.sessions th, .sessions td { padding-top: .12em; padding-bottom: .12em }
.number { text-align: right; padding-right: 1.2em; font-variant-numeric: tabular-nums }
.note { white-space: pre-wrap; border-left: 2px solid #bbb; padding-left: .7em }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1.2em; margin: 0 }
dt { color: #555 } dd { margin: 0 }
figure { margin: 0 } figcaption { color: #555; font-size: 9pt } svg { width: 100%; height: auto }
svg text { font: 10px system-ui, sans-serif; fill: #555 }
.grid { stroke: #e2e2e2 } .change { stroke: #777; stroke-width: 1.5 }
.before { fill: #1b1b1b } .after { fill: #fff; stroke: #1b1b1b; stroke-width: 1.6 }
@media print { body { margin: 0; padding: 0; max-width: none }
  thead { display: table-header-group } tr, figure { break-inside: avoid }
  h2 { break-after: avoid } .noted { break-before: avoid } }
"""
_NUMBERS = {*said.EXERCISE_HEADINGS[1:5], *said.HEADINGS[2:5]}


def as_html(report: Report, title_of: TitleOf, *, notes: bool) -> Iterator[str]:
    """The page, piece by piece; notes only when they are asked for."""
    yield beginning(f"{said.TITLE}: {report.period}", _STYLE) + "<main>\n"
    yield f"<h1>{escape(said.TITLE)}</h1>\n<p>{escape(report.period)}</p>\n"
    made = said.MADE.format(day=said.day(report.made_at))
    yield f'<p class="quiet">{escape(made)}</p>\n'
    yield from _paragraphs(said.SCALE, journal_says.REMINDER)
    yield from _heading(said.IN_ALL)
    yield "<dl>\n"
    for name, value in totals(report):
        yield f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>\n"
    yield "</dl>\n"
    yield from _exercises(report, title_of)
    yield from _sessions(report, title_of, notes=notes)
    yield f"</main>\n{END}"


def _exercises(report: Report, title_of: TitleOf) -> Iterator[str]:
    yield from _heading(said.BY_EXERCISE)
    rows = [_row(trend_cells(trend, title_of), said.EXERCISE_HEADINGS) for trend in report.trends]
    yield from _table(said.RULES, said.EXERCISE_HEADINGS, rows)


def _sessions(report: Report, title_of: TitleOf, *, notes: bool) -> Iterator[str]:
    yield from _heading(said.ONE_BY_ONE)
    pairs = [pair for entry in report.shown[::-1] if (pair := pair_of(entry)) is not None]
    if pairs:
        yield "<figure>\n"
        yield from picture(pairs)
        yield f'<figcaption aria-hidden="true">{escape(said.KEY)}</figcaption>\n</figure>\n'
    else:
        yield from _paragraphs(said.NO_PICTURE)
    rows = []
    for entry in report.shown:
        rows.append(_row(session_cells(entry, title_of), said.HEADINGS))
        if notes and entry.note:
            rows.append(_note(entry.note))
    caption = listed(report)
    yield from _table(caption, said.HEADINGS, rows, ' class="sessions"')


def _heading(words: str) -> Iterator[str]:
    yield f"<h2>{escape(words)}</h2>\n"


def _paragraphs(*texts: str) -> Iterator[str]:
    for text in texts:
        yield f"<p>{escape(text)}</p>\n"


def _table(
    caption: str, headings: Iterable[str], rows: Iterable[str], style: str = ""
) -> Iterator[str]:
    yield f"<table{style}>\n<caption>{escape(caption)}</caption>\n<thead><tr>"
    for heading in headings:
        yield f'<th scope="col"{_side(heading)}>{escape(heading)}</th>'
    yield "</tr></thead>\n<tbody>\n"
    yield from rows
    yield "</tbody>\n</table>\n"


def _row(cells: list[str], headings: tuple[str, ...]) -> str:
    """A row whose first cell names it; a last cell that comes early takes the room that is left."""
    first, *others = cells
    told = [f'<tr><th scope="row">{escape(first)}</th>']
    missing = len(headings) - len(cells)
    for heading, cell in zip(headings[1:], others, strict=False):
        wide = missing and cell is others[-1]
        side = f' colspan="{missing + 1}"' if wide else _side(heading)
        told.append(f"<td{side}>{escape(cell)}</td>")
    return "".join(told) + "</tr>\n"


def _note(note: str) -> str:
    told = f'<div class="note">{escape(said.NOTE)}: {escape(note)}</div>'
    return f'<tr class="noted"><td colspan="{len(said.HEADINGS)}">{told}</td></tr>\n'


def _side(heading: str) -> str:
    return ' class="number"' if heading in _NUMBERS else ""
