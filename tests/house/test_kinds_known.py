"""A kind of exercise is known wherever kinds are: each message names the file to change."""

from collections.abc import Collection

import pytest

from calmcli import first_line, suggest
from calmcli.cli.commands import COMMANDS
from calmcli.content import model, shipped
from calmcli.kinds import KINDS
from calmcli.settings import Settings
from calmcli.words import helps, home
from calmcli.words import session as words
from house_pages import HOUSE

BY_KIND: dict[str, Collection[str]] = {
    "src/calmcli/kinds.py: KINDS": KINDS,
    "src/calmcli/content/model.py: SCRIPT_SHAPES": model.SCRIPT_SHAPES,
    "src/calmcli/content/shipped.py: _ORDER": {
        path.parent.name for path in shipped.SHIPPED.values()
    },
    "src/calmcli/words/session.py: PARTS": words.PARTS,
    "src/calmcli/words/home.py: KINDS": home.KINDS,
    "src/calmcli/suggest.py: NEXT_KINDS": suggest.NEXT_KINDS,
    "src/calmcli/settings/model.py: Settings": [
        kind for kind in KINDS if hasattr(Settings(), kind)
    ],
}
BY_COMMAND: dict[str, Collection[str]] = {
    "src/calmcli/cli/commands.py: COMMANDS": COMMANDS,
    "src/calmcli/words/helps.py: SESSIONS": helps.SESSIONS,
    "src/calmcli/first_line.py: LINES": first_line.LINES,
}


SEEN: dict[str, str] = {
    "README.md": "`calmcli {command}`",
    "bench/speed.py": '"{command}"',
    "docs/writing-scripts.md": "kind: {kind}\n",
    "tools/pictures.py": '"{usual}"',
}


@pytest.mark.parametrize("kind", sorted({*KINDS, *model.SCRIPT_SHAPES}))
def test_a_kind_is_known_everywhere(kind: str) -> None:
    missing = [f"{place} needs '{kind}'" for place, known in BY_KIND.items() if kind not in known]
    if not (HOUSE / f"src/calmcli/content/starters/{kind}.yaml").exists():
        missing.append(f"src/calmcli/content/starters/{kind}.yaml is not there")
    if kind in KINDS:
        missing += unseen(kind, KINDS[kind].command, KINDS[kind].usual)
    assert not missing, "\n".join(["to a new kind belongs:", *missing])


def unseen(kind: str, command: str, usual: str) -> list[str]:
    """Where the command of a kind, or its usual script, is still missing."""
    missing = [
        f"{place} needs '{command}'" for place, known in BY_COMMAND.items() if command not in known
    ]
    for name, shape in SEEN.items():
        words = shape.format(kind=kind, command=command, usual=usual)
        if words not in (HOUSE / name).read_text(encoding="utf-8"):
            missing.append(f"{name} needs {words!r}")
    return missing
