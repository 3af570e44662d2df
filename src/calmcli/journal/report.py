"""What a report says, before it takes a form."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from calmcli.journal.entries import Entry
from calmcli.journal.telling import TitleOf
from calmcli.journal.trends import Summary, Trend, trends_of
from calmcli.rating import Change, change
from calmcli.words import journal as journal_says
from calmcli.words import report as said
from calmcli.words.session import clock_length

MOST_SHOWN = 25
"""Sessions that fit one by one on two sheets of paper; all of them are summed up."""


BRIEF_SECONDS = 15
"""What was left sooner, with nothing rated or written, is counted and not listed."""
LONGEST_NOTE = 1000
"""Letters of a note on paper."""
_LINES = 68
"""Lines for exercises, sessions and notes on two sheets, as Chromium prints them."""
_LINES_OF_ONE = {"exercise": 2.0, "session": 1.6, "note": 0.4}
_LETTERS_OF_A_LINE = 100


class Report(Struct, frozen=True):
    """A stretch of a journal, summed up."""

    made_at: datetime
    """When it was made."""
    sessions: int
    """How many sessions there are; at least one."""
    first: datetime
    """When the oldest of them began."""
    last: datetime
    """When the newest of them began."""
    seconds: float
    """How long was practised in all."""
    skipped: list[tuple[str, int]]
    """The parts that were skipped, by name, each with how many times."""
    trends: list[Trend]
    """What the ratings of each exercise come to."""
    brief: int
    """How many of them were left so soon, with nothing told, that they are not listed."""
    shown: list[Entry]
    """The newest of the others, newest first, at most MOST_SHOWN."""

    @property
    def period(self) -> str:
        """From when to when."""
        return said.PERIOD.format(first=said.day(self.first), last=said.day(self.last))


def report_on(entries: Iterable[Entry], made_at: datetime) -> Report | None:
    """The report on sessions that come newest first, read once; None when there are none."""
    shown: list[Entry] = []
    skipped = Counter[str]()
    sessions, brief, seconds, first, last = 0, 0, 0.0, made_at, made_at

    def noted() -> Iterator[Entry]:
        nonlocal sessions, brief, seconds, first, last
        for entry in entries:
            last = last if sessions else entry.started_at
            sessions, seconds, first = sessions + 1, seconds + entry.done_seconds, entry.started_at
            skipped.update(entry.skipped)
            if is_brief(entry):
                brief += 1
            elif len(shown) < MOST_SHOWN:
                shown.append(entry)
            yield entry

    trends = trends_of(noted())
    if not sessions:
        return None
    parts = sorted(skipped.items())
    return Report(made_at, sessions, first, last, seconds, parts, trends, brief, shown)


def is_brief(entry: Entry) -> bool:
    """Whether it was left almost at once with nothing told: a slip of a key, as far as is known."""
    told = (entry.before, entry.after, entry.note) != (None, None, None) or bool(entry.during)
    return entry.ended != "completed" and entry.done_seconds < BRIEF_SECONDS and not told


def listed(report: Report) -> str:
    """How many sessions are listed, and how many are only counted."""
    return said.shown(len(report.shown), report.sessions, report.brief, BRIEF_SECONDS)


def with_room_for_notes(report: Report) -> Report:
    """The report with as many sessions one by one as fit on two sheets with their notes."""
    room = _LINES - _LINES_OF_ONE["exercise"] * len(report.trends)
    shown: list[Entry] = []
    for entry in map(_with_less, report.shown):
        room -= _LINES_OF_ONE["session"] + _lines_of(entry.note or "")
        if shown and room < 0:
            break
        shown.append(entry)
    return replace(report, shown=shown)


def _with_less(entry: Entry) -> Entry:
    """The entry with the end of a long note left out, which is said."""
    if len(entry.note or "") <= LONGEST_NOTE:
        return entry
    return replace(entry, note=f"{(entry.note or '')[:LONGEST_NOTE]}{said.MORE}")


def _lines_of(note: str) -> float:
    """How many lines a note takes on paper."""
    lines = sum(max(1, -(-len(line) // _LETTERS_OF_A_LINE)) for line in note.splitlines())
    return lines + _LINES_OF_ONE["note"] if lines else 0


def totals(report: Report) -> list[tuple[str, str]]:
    """What there is in all, each with its name."""
    pairs = sum(trend.pairs for trend in report.trends)
    skipped = (said.SKIPPED_ONE.format(name=name, count=n) for name, n in report.skipped)
    return [
        (said.SESSIONS, f"{report.sessions}"),
        (said.BOTH, said.OF.format(pairs=pairs, sessions=report.sessions)),
        (said.PRACTISED, said.long_time(report.seconds)),
        (said.SKIPPED, ", ".join(skipped) or said.NONE_SKIPPED),
    ]


def trend_cells(trend: Trend, title_of: TitleOf) -> list[str]:
    """An exercise as cells under EXERCISE_HEADINGS; without a summary the last one says why."""
    cells = [
        title_of(trend.exercise.script, trend.exercise.origin),
        str(trend.sessions),
        str(trend.pairs),
    ]
    if trend.summary is not None:
        return cells + _summary_cells(trend.summary)
    pairs = ", ".join(said.PAIR.format(before=p.before, after=p.after) for p in trend.listed)
    return [*cells, said.LISTED.format(pairs=pairs) if pairs else said.NO_PAIRS]


def session_cells(entry: Entry, title_of: TitleOf) -> list[str]:
    """A session as cells under HEADINGS."""
    how = change(entry.before, entry.after)
    ended = journal_says.ENDINGS[entry.ended]
    if entry.skipped:
        ended += "; " + said.SKIPPED_HERE.format(parts=", ".join(entry.skipped))
    return [
        f"{entry.started_at:%Y-%m-%d %H:%M}",
        title_of(entry.script, entry.origin),
        clock_length(entry.done_seconds),
        _rating(entry.before),
        _rating(entry.after),
        said.NOT_RATED if how is None else journal_says.CHANGES[how],
        ended,
    ]


def _summary_cells(summary: Summary) -> list[str]:
    lower, median, upper = map(journal_says.moved, summary.change)
    counts = {way.value: summary.counts[way] for way in Change}
    return [
        journal_says.number(summary.before),
        journal_says.number(summary.after),
        said.CHANGE.format(median=median, lower=lower, upper=upper),
        said.COUNTS.format(**counts),
    ]


def _rating(rating: int | None) -> str:
    return said.NOT_RATED if rating is None else str(rating)
