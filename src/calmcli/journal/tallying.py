"""The trends of the whole journal."""

from dataclasses import dataclass

from calmcli.journal.reading import read_entries
from calmcli.journal.trends import Trend, trends_of
from calmcli.paths import Places


@dataclass(frozen=True, slots=True)
class TrendsRead:
    """Trends, and what there is to say about the reading."""

    trends: list[Trend]
    """One for each exercise of the journal, in the order of exercises."""
    messages: list[str]
    """Calm sentences for the person about what is wrong with the journal, if anything."""


def read_trends(places: Places) -> TrendsRead:
    """The trends of the journal and of what waits for it. Never raises, changes nothing."""
    reading = read_entries(places)
    return TrendsRead(trends_of(reading.entries), reading.messages)
