"""Which entries are asked for."""

from datetime import datetime

from msgspec import Struct

from calmcli.journal.entries import Entry
from calmcli.store.filters import Filter
from calmcli.store.instants import instant_ms


class Wanted(Struct, frozen=True):
    """What an entry must be to be shown; nothing set shows every one."""

    kind: str | None = None
    """The kind of exercise."""
    script: str | None = None
    """The id of the script."""
    since: datetime | None = None
    """It began at this moment or later."""
    until: datetime | None = None
    """It began before this moment."""

    def fits(self, entry: Entry) -> bool:
        """Whether an entry is one of them."""
        began = instant_ms(entry.started_at)
        return (
            self.kind in (None, entry.kind)
            and self.script in (None, entry.script)
            and (self.since is None or began >= instant_ms(self.since))
            and (self.until is None or began < instant_ms(self.until))
        )

    def filter(self) -> Filter:
        """The same, for the store."""
        often = {"kind": self.kind, "script": self.script}
        return Filter(
            since_ms=None if self.since is None else instant_ms(self.since),
            until_ms=None if self.until is None else instant_ms(self.until),
            often={name: value for name, value in often.items() if value is not None},
        )


ALL = Wanted()
