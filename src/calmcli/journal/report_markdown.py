"""A report as Markdown."""

from collections.abc import Iterable, Iterator

from calmcli.journal.report import Report, listed, session_cells, totals, trend_cells
from calmcli.journal.telling import TitleOf
from calmcli.markdown import as_it_is
from calmcli.words import journal as journal_says
from calmcli.words import report as said


def as_markdown(report: Report, title_of: TitleOf, *, notes: bool) -> Iterator[str]:
    """The report, piece by piece; notes only when they are asked for."""
    made = said.MADE.format(day=said.day(report.made_at))
    yield f"# {said.TITLE}\n\n{report.period}\n"
    for text in (made, said.SCALE, journal_says.REMINDER):
        yield f"\n{text}\n"
    yield f"\n## {said.IN_ALL}\n\n"
    for name, value in totals(report):
        yield f"- {name}: {as_it_is(value)}\n"
    yield f"\n## {said.BY_EXERCISE}\n\n{said.RULES}\n\n"
    rows = (trend_cells(trend, title_of) for trend in report.trends)
    yield from _table(said.EXERCISE_HEADINGS, rows)
    yield f"\n## {said.ONE_BY_ONE}\n\n{listed(report)}\n\n"
    headings = (*said.HEADINGS, "")
    yield from _table(
        headings,
        (
            [*session_cells(entry, title_of), journal_says.dots(entry.before, entry.after)]
            for entry in report.shown
        ),
    )
    if notes:
        for entry in report.shown:
            if entry.note:
                lines = "  \n".join(as_it_is(line) for line in entry.note.split("\n"))
                yield f"\n{said.NOTE}, {entry.started_at:%Y-%m-%d %H:%M}: {lines}\n"


def _table(headings: Iterable[str], rows: Iterable[list[str]]) -> Iterator[str]:
    headings = list(headings)
    yield _row(headings)
    yield _row(["---"] * len(headings))
    for cells in rows:
        missing = [""] * (len(headings) - len(cells))
        yield _row([*map(as_it_is, cells), *missing])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
