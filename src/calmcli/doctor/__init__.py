"""What would not work here, found before it is needed. It only looks: nothing is changed."""

from collections.abc import Iterator

from calmcli.doctor.finding import Finding, Standing, worst
from calmcli.doctor.hearing import look_at_sound
from calmcli.doctor.keeping import look_at_folders, look_at_journal
from calmcli.doctor.program import look_at_faults, look_at_program
from calmcli.doctor.reading import look_at_files
from calmcli.doctor.terminal import Surroundings, look_at_terminal
from calmcli.errors import CalmError
from calmcli.paths import find_places
from calmcli.settings import Settings, read_settings
from calmcli.words import doctor as said

__all__ = ["Finding", "Standing", "Surroundings", "examine", "worst"]


def examine(around: Surroundings) -> list[Finding]:
    """Look at everything, in the order it is needed."""
    return list(_findings(around))


def _findings(around: Surroundings) -> Iterator[Finding]:
    yield look_at_program()
    yield from look_at_terminal(around)
    try:
        places = find_places(around.environ)
    except CalmError as error:
        yield Finding("folders", str(error), "fails", said.NO_PLACE)
        yield from look_at_sound(Settings().sound)
        return
    settings = read_settings(places.settings).settings
    yield from look_at_folders(places)
    yield from look_at_journal(places, keeps=settings.journal)
    yield from look_at_files(places)
    yield from look_at_sound(settings.sound)
    yield look_at_faults(places.logs)
