"""The journal in lines that read well aloud."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from calmcli.journal.trends import ENOUGH, Summary, Trend
from calmcli.words import journal as said
from calmcli.words import ratings

TitleOf = Callable[[str, str], str]
"""The title of a script, by its id and origin."""


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
        yield f"{when(pair.started_at)}: {ratings(pair.before, pair.after, spoken=True)}"
    if trend.summary is not None:
        yield from _summary_lines(trend.summary)


def when(moment: datetime) -> str:
    """A day and a time, as they were where the person was."""
    return f"{moment:%a %d %b %Y %H:%M}"


def _summary_lines(summary: Summary) -> Iterator[str]:
    before, after = said.number(summary.before), said.number(summary.after)
    yield said.MEDIANS.format(before=before, after=after)
    lower, median, upper = map(said.moved, summary.change)
    yield said.MEDIAN_CHANGE.format(lower=lower, median=median, upper=upper)
    yield said.counted(dict(summary.counts))
