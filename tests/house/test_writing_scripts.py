"""Everything the guide shows can be typed and played, and its tables are those of the model."""

import re
import shlex
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

from calmcli import kinds
from calmcli.cli.commands import COMMANDS
from calmcli.content.avoided import avoided
from calmcli.content.breath_rules import LONGEST_MS, ORDER
from calmcli.content.breath_tags import COMPUTED
from calmcli.content.described import Described, Tag
from calmcli.content.imagery import IMAGINING
from calmcli.content.loader import check_text, read_script
from calmcli.content.model import SCRIPT_SHAPES, Area, BreathingScript, RelaxationScript, StepName
from calmcli.content.muscle_rules import TENSING
from calmcli.content.part_rules import MOST_WORDS
from calmcli.content.shipped import SHIPPED
from calmcli.content.speaking import SECONDS_A_WORD
from calmcli.exercises import timeline_of
from calmcli.exercises.length import default_length, of_length

GUIDE = (Path(__file__).parents[2] / "docs" / "writing-scripts.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```([a-z]*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
SCRIPTS = [text for sort, text in BLOCKS if sort == "yaml"]
TYPED = [
    shlex.split(line, comments=True)
    for sort, block in BLOCKS
    if sort == "sh"
    for line in block.splitlines()
] + [shlex.split(inline) for inline in re.findall(r"`(calmcli [^`]*)`", GUIDE)]


def named_in_table(heading: str) -> dict[str, list[str]]:
    """The rows of the table whose first column has this heading, by what stands in backquotes."""
    (table,) = re.findall(rf"^\| {heading} \|.*\n\|[-|]+\n((?:\|.*\n)+)", GUIDE, re.MULTILINE)
    rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    return {row[0].strip("`"): row[1:] for row in rows}


def section(heading: str) -> str:
    return GUIDE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def length_s(written: str) -> float:
    script = read_script(written, "guide")
    return (of_length(timeline_of(script), default_length(script)).length_ms or 0) / 1000


def test_the_guide_shows_every_kind() -> None:
    assert {read_script(written, "guide").kind for written in SCRIPTS} == set(SCRIPT_SHAPES)
    assert {sort for sort, _ in BLOCKS} == {"yaml", "sh", "text"}


@pytest.mark.parametrize("written", SCRIPTS)
def test_a_script_of_the_guide_is_whole_and_needs_no_second_look(written: str) -> None:
    assert written.startswith("format: 1\n")
    assert check_text(written, "guide") == ()
    assert read_script(written, "guide").id not in SHIPPED


def test_the_way_leads_to_three_minutes() -> None:
    first, second = SCRIPTS[:2]
    assert length_s(first) == 30
    assert length_s(second) == 180
    assert read_script(first, "guide").id == read_script(second, "guide").id
    assert [length_s(written) for written in SCRIPTS[2:4]] == [pytest.approx(180, abs=6), 180]


def test_the_answer_shown_is_the_answer_given() -> None:
    (shown,) = [text for sort, text in BLOCKS if sort == "text"]
    name = shown.partition(":")[0]
    (problem,) = check_text(SCRIPTS[0].replace("seconds: 10", "secnds: 10"), name)
    assert shown == f"{problem}\n"


@pytest.mark.parametrize("argv", TYPED, ids=" ".join)
def test_a_command_of_the_guide_exists_with_its_options(argv: list[str]) -> None:
    program, name, *rest = argv
    assert program == "calmcli"
    options = import_module(f"calmcli.cli.{COMMANDS[name].room}").parser(name).parse_strictly(rest)
    named = getattr(options, "script", None) or getattr(options, "id", None)
    assert named is None or named in {*SHIPPED, read_script(SCRIPTS[0], "guide").id}


def test_the_table_of_commands_names_that_of_each_kind() -> None:
    rows = named_in_table("kind")
    assert list(rows) == list(SCRIPT_SHAPES)
    for kind, (played,) in rows.items():
        _, command, script_id = shlex.split(played.strip("`"))
        assert command == kinds.KINDS[kind].command
        written = SHIPPED[script_id].read_bytes() if script_id in SHIPPED else SCRIPTS[0]
        assert read_script(written, "guide").kind == kind


def test_the_first_page_tells_how_long_words_may_be() -> None:
    assert f"**{MOST_WORDS} words**" in section("Begin")
    assert round(1 / SECONDS_A_WORD) == 2
    assert "**about two words a second**" in section("Begin")


def test_the_box_about_fainting_names_scripts_that_let_no_pressure_drop() -> None:
    box = section("For needles and blood: people who faint")
    for script_id in ("applied-tension", "leg-tension"):
        assert f"- `{script_id}`" in box
        assert "lowers_arousal" not in read_script(SHIPPED[script_id].read_bytes(), "it").tags
    assert "lowers_arousal" in read_script(SHIPPED["pmr-7"].read_bytes(), "it").tags


def test_the_words_of_a_step_are_said_each_time_and_its_seconds_add_up_as_told() -> None:
    (fists,) = [written for written in SCRIPTS if "kind: relaxation" in written]
    cues = timeline_of(read_script(fists, "guide")).head
    assert [cue.length_ms for cue in cues] == [6_000, 24_000] * 6
    assert all(cue.words for cue in cues)


@pytest.mark.parametrize(("key", "kind"), [("waits", "grounding"), ("pause", "visualization")])
def test_waits_and_pause_belong_to_the_kind_that_is_told(key: str, kind: str) -> None:
    assert re.search(rf"[Oo]nly a\s{kind} (may have )?`{key}`", GUIDE)
    value = "true" if key == "waits" else "3"
    for written in SCRIPTS:
        without = re.sub(rf"\n +{key}: .*", "", written)
        added = re.sub(
            r"\n( +)(- |)(words: .*)",
            lambda line: f"{line[0]}\n{line[1]}{' ' * len(line[2])}{key}: {value}",
            without,
        )
        refused = f"unknown key '{key}'" in {problem.message for problem in check_text(added, "it")}
        assert refused == (read_script(written, "guide").kind != kind)


def test_the_table_of_keys_has_all_that_every_script_has() -> None:
    assert set(named_in_table("key")) == {"kind", *Described.__struct_fields__}


@pytest.mark.parametrize("shape", [BreathingScript, RelaxationScript])
def test_every_further_key_of_a_kind_is_told_of_in_its_section(shape: type[Described]) -> None:
    told = section(str(shape.kind).capitalize())
    for key in set(shape.__struct_fields__) - set(Described.__struct_fields__) - {"open_ended"}:
        assert re.search(rf"\b{key}\b", told), key


def test_the_table_of_phases_has_their_order_and_bounds() -> None:
    rows = named_in_table("phase")
    assert list(rows) == list(ORDER)
    assert {phase: float(row[-1]) * 1000 for phase, row in rows.items()} == LONGEST_MS


def test_every_step_and_area_of_the_body_is_named() -> None:
    told = set(re.findall(r"`([a-z_]+)`", section("Relaxation")))
    assert {*get_args(StepName), *get_args(Area)} <= told


def test_the_table_of_tags_has_them_all_and_those_that_are_worked_out_come_first() -> None:
    tags = list(named_in_table("tag"))
    assert set(tags) == set(get_args(Tag))
    assert set(tags[:5]) == {*COMPUTED, *TENSING, *IMAGINING}


def test_the_words_to_avoid_are_those_that_the_check_points_out() -> None:
    told = section("Tags and words").partition("among them:")[2].partition(" Then")[0]
    named = re.findall(r"\*([^*]+)\*", told)
    assert len(named) > 8
    for words in named:
        assert list(avoided(" ".join(words.split()))), words
