"""`calmcli journal trends`: what the ratings of each exercise come to."""

import os
from argparse import Namespace

from calmcli.journal.tallying import read_trends
from calmcli.output import JSON_VERSION, complain, pour, say
from calmcli.paths import find_places


def trends(options: Namespace) -> int:
    """Every exercise of the journal, in the order of exercises."""
    places = find_places(os.environ)
    read = read_trends(places)
    if options.json:
        import msgspec  # noqa: PLC0415  read along with the entries

        from calmcli.journal.trends import as_json_object  # noqa: PLC0415

        exercises = [as_json_object(trend) for trend in read.trends]
        told = {"schema_version": JSON_VERSION, "exercises": exercises}
        pour([msgspec.json.encode(told).decode() + "\n"])
    else:
        from calmcli.journal.telling import trend_lines  # noqa: PLC0415  not for JSON
        from calmcli.journal.titles import Titles  # noqa: PLC0415

        say(*trend_lines(read.trends, Titles(places.scripts).of))
    for message in read.messages:
        complain(message)
    return 0
