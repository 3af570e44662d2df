"""Someone with a wound leaves an area out: whatever names it, of whichever kind, is not played."""

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from calmcli import content
from calmcli.cli.sessions import parser
from calmcli.content.area_looks import areas_are_named
from calmcli.content.areas import areas_of, parts_of_body
from calmcli.content.loader import read_script
from calmcli.content.model import SCRIPT_SHAPES as MODELS
from calmcli.content.model import PartOfBody, Script
from calmcli.content.shipped import SHIPPED
from calmcli.errors import UsageError
from calmcli.exercises import timeline_of
from calmcli.exercises.choices import Choices
from calmcli.exercises.skipping import parts_left_out
from calmcli.kinds import KINDS

STARTERS = {
    f"{kind}-starter": Path(content.__file__).parent / "starters" / f"{kind}.yaml" for kind in KINDS
}
WRITTEN = {name: path.read_text(encoding="utf-8") for name, path in {**SHIPPED, **STARTERS}.items()}
AREAS = [
    (name, area)
    for name, text in WRITTEN.items()
    for area in dict.fromkeys(re.findall(r"\w+", " ".join(re.findall(r"areas: \[(.*?)\]", text))))
]
"""As they stand in the files, whatever the code makes of them."""


def script_of(name: str) -> Script:
    return read_script(WRITTEN[name].encode(), f"{name}.yaml")


def areas_of_every_part(script: Script) -> set[str]:
    parts = [set(map(str, part.areas)) for part in parts_of_body(script)]
    return set[str].intersection(*parts)


def test_there_are_areas_to_leave_out() -> None:
    assert len(AREAS) > 50
    assert all("areas:\n" not in text for text in WRITTEN.values())


@pytest.mark.parametrize(("name", "area"), AREAS)
def test_every_area_a_script_names_can_be_left_out_for_always(name: str, area: str) -> None:
    script = script_of(name)
    assert area in areas_of(script), "src/calmcli/content/areas.py passes this kind by"
    words = (area.replace("_", " "),)
    if area in areas_of_every_part(script):
        with pytest.raises(UsageError, match="Nothing of "):
            parts_left_out(script, (), words)
        return
    left_out = parts_left_out(script, (), words)
    assert left_out, "src/calmcli/exercises/skipping.py passes this kind by"
    assert area not in areas_of(script, left_out)
    timeline = timeline_of(script, Choices(left_out=left_out))
    assert not {cue.part_name for cue in timeline.head + timeline.tail} & set(left_out)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_whose_parts_have_areas_offers_to_leave_them_out(kind: str) -> None:
    part = get_args(get_type_hints(MODELS[kind]).get("parts"))[:1]
    has_areas = bool(part) and issubclass(part[0], PartOfBody)
    asked = "src/calmcli/kinds.py: has_areas says whether the parts of the kind are a PartOfBody"
    assert KINDS[kind].has_areas == has_areas, asked
    offered = "--skip" in parser(KINDS[kind].command).format_help()
    assert offered == has_areas, "src/calmcli/cli/sessions.py offers --skip where there are areas"
    looks = areas_are_named in (look.check for look in MODELS[kind].advice)
    assert looks == has_areas, f"'advice' of {MODELS[kind].__name__} has areas_are_named in it"
