"""The tables of the pages that follow from the code, and the schema: `make pages`.

They stand between two markers, so that the words around them can be written by hand.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import iter_modules

from textual.binding import Binding

from calmcli.content.breath_rules import CYCLE_MS, LONGEST_MS
from calmcli.content.library import Library
from calmcli.content.model import BreathingScript, Script
from calmcli.content.schema import schema_text
from calmcli.content.shipped import SCHEMA, SHIPPED
from calmcli.exercises import timeline_of
from calmcli.exercises.length import default_length, of_length
from calmcli.profile import MATTERS
from calmcli.settings.keys import all_keys, get_setting
from calmcli.settings.model import Settings
from calmcli.settings.offering import choices_of, takes
from calmcli.timeline import MS_PER_S
from calmcli.tui import screens
from calmcli.tui.app import CalmApp
from calmcli.tui.widgets.keys import key_name
from calmcli.words import scripts as of_scripts
from calmcli.words import session as words

PAGES = Path(__file__).parents[1] / "docs"
MARKED = re.compile(r"(<!-- made: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)

SCREENS = {
    "CalmApp": "Everywhere",
    "CalmScreen": "On every screen but where words are typed",
    "ChoosingScreen": "Wherever there is a list",
    "PlaceScreen": "In every room of home",
    "HomeScreen": "Home",
    "RatingScreen": "The rating",
    "SessionScreen": "While a session plays",
    "TappingScreen": "Tapping along with your breath",
    "ReplyScreen": "After the second rating",
    "JournalScreen": "The journal",
    "ProfileScreen": "What you may say of yourself",
    "SettingsScreen": "The settings",
    "VisitsScreen": "Visits",
    "LearnScreen": "Pages to read",
    "PageScreen": "A page",
}
"""The screens whose keys are listed; the others are told of by their own last line."""


def table(*rows: tuple[str, ...]) -> str:
    """A table of Markdown, its first row the heading."""
    heading, *below = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    return "\n".join(
        [f"| {heading} |", "|---" * len(rows[0]) + "|", *(f"| {row} |" for row in below)]
    )


def code(value: str) -> str:
    """A value as it is typed."""
    return f"`{value}`"


def settings() -> str:
    """Every setting, in the order of the model."""
    rows = [
        (code(name), key.meaning, _values(name), code(get_setting(Settings(), name)))
        for name, key in all_keys().items()
    ]
    return table(("setting", "what it is", "what it takes", "until you set it"), *rows)


def _values(name: str) -> str:
    values = [value for value in choices_of(name) if value != "default"]
    return ", ".join(map(code, values)) or takes(name)


def keys() -> str:
    """The keys of each screen that has some of its own."""
    tables = []
    rooms = screens_with_keys()
    for name, heading in SCREENS.items():
        rows = [
            (_key(each), each.tooltip)
            for each in vars(rooms[name])["BINDINGS"]
            if isinstance(each, Binding) and each.tooltip
        ]
        tables.append(f"### {heading}\n\n{table(('key', 'what it does'), *rows)}")
    return "\n\n".join(tables)


def _key(binding: Binding) -> str:
    return " or ".join(code(key) for key in key_name(binding).split(","))


def screens_with_keys() -> dict[str, type]:
    """The app, and every screen that says which keys it has."""
    modules = [
        import_module(f"{screens.__name__}.{each.name}") for each in iter_modules(screens.__path__)
    ]
    found = [
        value for module in modules for value in vars(module).values() if isinstance(value, type)
    ]
    return {room.__name__: room for room in (CalmApp, *found) if "BINDINGS" in vars(room)}


def plain_keys() -> str:
    """What can be typed while lines are told."""
    return "\n".join(["```text", *words.KEYS_PLAIN, "```"])


def exercises() -> str:
    """Every shipped script, kind by kind, with what is inside and where it comes from."""
    library = Library(Path("nobody"))
    scripts = [library.find(script_id).script for script_id in SHIPPED]
    heading = "id", "what it is", "length", "inside", "where it comes from"
    tables = []
    for kind, group in groupby(scripts, key=lambda script: script.kind):
        rows = [
            (
                code(each.id),
                each.about,
                length(each),
                ", ".join(_inside(each)),
                " ".join(each.sources),
            )
            for each in group
        ]
        tables.append(f"### {kind.capitalize()}\n\n{table(heading, *rows)}")
    return "\n\n".join(tables)


def length(script: Script) -> str:
    """How long it takes as it is written."""
    length_ms = of_length(timeline_of(script), default_length(script)).length_ms
    return "open" if length_ms is None else words.clock_length(length_ms / MS_PER_S)


def _inside(script: Script) -> Iterator[str]:
    if isinstance(script, BreathingScript):
        begins = _pattern(
            {each.phase: each.start_seconds or each.seconds for each in script.breath}
        )
        stays = _pattern({each.phase: each.seconds for each in script.breath})
        yield stays if begins == stays else f"{begins}, then {stays}"
    for tag in script.tags:
        yield of_scripts.TAGS[tag]


def _pattern(seconds: Mapping[str, float]) -> str:
    """A breath as in-hold-out-rest; what comes on top of the breath in stands beside it."""
    top_up = f"+{seconds['top_up']:g}" if "top_up" in seconds else ""
    rest = "-".join(f"{seconds.get(name, 0):g}" for name in ("hold", "out", "rest"))
    return f"{seconds['in']:g}{top_up}-{rest}"


def limits() -> str:
    """How far a breath may go that does not say it is advanced."""
    rows = [(code(phase), f"{most // 1000}") for phase, most in LONGEST_MS.items()]
    least, most = (edge // 1000 for edge in CYCLE_MS)
    return table(("phase", "seconds at most"), *rows, ("a whole breath", f"{least} to {most}"))


def cautions() -> str:
    """What a script may hold, and to whom that matters."""
    rows = [
        (code(tag), meaning, ", ".join(sorted(MATTERS[tag])) or "nobody in particular")
        for tag, meaning in of_scripts.TAGS.items()
    ]
    return table(("tag", "what it says", "matters to"), *rows)


BLOCKS: dict[str, Callable[[], str]] = {
    "settings": settings,
    "keys": keys,
    "plain keys": plain_keys,
    "exercises": exercises,
    "limits": limits,
    "cautions": cautions,
}
"""What may stand between two markers, by its name."""


def fresh(page: str) -> str:
    """A page with all its tables as the code has them now."""
    return MARKED.sub(lambda found: f"{found[1]}{BLOCKS[found[2]]()}\n{found[3]}", page)


def main() -> None:
    """Write the schema and every page that has such a table, and name those that changed."""
    made = {path: fresh(path.read_text(encoding="utf-8")) for path in sorted(PAGES.glob("*.md"))}
    for path, new in (*made.items(), (SCHEMA, schema_text())):
        if new != path.read_text(encoding="utf-8"):
            path.write_text(new, encoding="utf-8")
            sys.stdout.write(f"{path.name}\n")


if __name__ == "__main__":
    main()
