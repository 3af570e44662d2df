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
from house_pages import HOUSE, PAGES

BY_KIND: dict[str, Collection[str]] = {
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


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_known_everywhere(kind: str) -> None:
    command = KINDS[kind].command
    missing = [f"{place} needs '{kind}'" for place, known in BY_KIND.items() if kind not in known]
    missing += [
        f"{place} needs '{command}'" for place, known in BY_COMMAND.items() if command not in known
    ]
    if f"kind: {kind}\n" not in PAGES["docs/writing-scripts.md"]:
        missing.append(f"docs/writing-scripts.md needs an example with 'kind: {kind}'")
    if not (HOUSE / f"src/calmcli/content/starters/{kind}.yaml").exists():
        missing.append(f"src/calmcli/content/starters/{kind}.yaml is not there")
    assert not missing, "\n".join(["to a new kind belongs:", *missing])
