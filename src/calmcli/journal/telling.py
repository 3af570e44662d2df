"""The journal in lines that read well aloud."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from calmcli.journal.entries import Entry
from calmcli.journal.trends import ENOUGH, Summary, Trend
from calmcli.words import journal as said
from calmcli.words import session as words

_NUMBERED = ("length", "pace", "before", "during", "after")
TitleOf = Callable[[str, str], str]
"""The title of a script, by its id and origin."""
VisitOf = Callable[[Entry], str]
"""The visit of an entry in words."""


def trend_lines(trends: Iterable[Trend], title_of: TitleOf) -> Iterator[str]:
    """What there is to say of each exercise, and what the numbers are not."""
    trends = list(trends)
    if not trends:
        yield said.NO_ENTRIES
        return
    for trend in trends:
        yield title_of(trend.exercise.script, trend.exercise.origin)
        yield from (f"  {line}" for line in lines_of(trend))
        yield ""
    yield said.SAME_MEANS
    yield said.REMINDER


def lines_of(trend: Trend) -> Iterator[str]:
    """What there is to say of one exercise."""
    few = f" {said.FEW_PAIRS.format(enough=ENOUGH)}" if trend.listed else ""
    yield said.have_both(trend.pairs, trend.sessions) + few
    for pair in trend.listed:
        yield f"{when(pair.started_at)}: {words.ratings(pair.before, pair.after, spoken=True)}"
    if trend.summary is not None:
        yield from _summary_lines(trend.summary)


def when(moment: datetime) -> str:
    """A day and a time, as they were where the person was."""
    return f"{moment:%a %d %b %Y %H:%M}"


def line_of(entry: Entry, title: str, short_id: str) -> str:
    """One session in one line."""
    return words.summary(
        when(entry.started_at),
        title,
        words.went(entry.done_seconds, entry.planned_seconds, spoken=True),
        words.ratings(entry.before, entry.after, spoken=True),
        how_it_ended(entry),
        said.ID.format(id=short_id),
    )


def how_it_ended(entry: Entry) -> str:
    """Said of a session that did not come to its end, and nothing of one that did."""
    return "" if entry.ended == "completed" else said.ENDINGS[entry.ended]


def facts_of(entry: Entry, title: str, visit: str, *, numbers: bool = True) -> Iterator[str]:
    """Everything known of one session, a fact a line; what is not known is left out.

    Without numbers, so are ratings, lengths and pace.
    """
    facts = _facts(entry, title) | {"visit": visit}
    for name, label in said.SHOWN.items():
        if not numbers and name in _NUMBERED:
            continue
        first, *further = facts.get(name, "").split("\n")
        if first or further:
            yield f"{label}: {first}"
            yield from (f"  {line}" for line in further)


def _facts(entry: Entry, title: str) -> dict[str, str]:
    offset = entry.started_at.isoformat(timespec="minutes")[len("2026-11-21T14:22") :]
    length = words.went(entry.done_seconds, entry.planned_seconds, spoken=True)
    during = (
        said.DURING.format(rating=one.rating, when=words.spoken_length(one.at_seconds))
        for one in entry.during
    )
    return {
        "exercise": f"{title} ({entry.script})",
        "began": f"{when(entry.started_at)} (UTC{offset})",
        "ended": words.summary(_end(entry), said.ENDINGS[entry.ended]),
        "length": length,
        "pace": "" if entry.pace in (None, 1) else said.PERCENT.format(percent=entry.pace * 100),
        "before": _number(entry.before),
        "during": ", ".join(during),
        "after": _number(entry.after),
        "skipped": ", ".join(entry.skipped),
        "place": "" if entry.place is None else said.PLACES[entry.place],
        "note": entry.note or "",
        "id": entry.id,
    }


def _end(entry: Entry) -> str:
    if entry.ended_at is None:
        return ""
    same_day = entry.ended_at.date() == entry.started_at.date()
    return words.clock_time(entry.ended_at) if same_day else when(entry.ended_at)


def _number(rating: int | None) -> str:
    return "" if rating is None else str(rating)


def _summary_lines(summary: Summary) -> Iterator[str]:
    before, after = said.number(summary.before), said.number(summary.after)
    yield said.MEDIANS.format(before=before, after=after)
    lower, median, upper = map(said.moved, summary.change)
    yield said.MEDIAN_CHANGE.format(lower=lower, median=median, upper=upper)
    yield said.counted(dict(summary.counts))
