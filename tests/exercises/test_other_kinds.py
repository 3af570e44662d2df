import pytest

from calmcli.content.loader import read_script
from calmcli.errors import UsageError
from calmcli.exercises import timeline_of
from calmcli.exercises.choices import Choices
from calmcli.exercises.skipping import parts_left_out
from sittings import NOBODYS_SCRIPTS

HEAD = "format: 1\nlanguage: en\nid: mine\ntitle: Mine\nabout: One for a test.\n"
RELAXATION = (
    HEAD
    + """\
kind: relaxation
tags: [muscle_tension]
rounds: 2
parts:
  - name: Strong hand
    areas: [hand]
    times: 2
    steps:
      - {phase: tense, seconds: 5, words: Make a fist.}
      - {phase: let_go, seconds: 10, words: Let the hand open.}
      - {phase: settle, seconds: 5, words: Notice it.}
  - name: Neck
    areas: [neck]
    steps:
      - {phase: tense, seconds: 5, words: Press the head back.}
      - {phase: settle, seconds: 10, words: Let the neck ease.}
"""
)
IMAGERY = (
    HEAD
    + """\
kind: visualization
tags: [imagery]
inputs:
  - {name: place, ask: Which place?, otherwise: your place}
parts:
  - name: Arriving
    lines:
      - {words: "Think of {place}.", pause: 3}
      - {words: One two three four five six seven eight nine ten eleven twelve., pause: 0}
"""
)
GROUNDING = (
    HEAD
    + """\
kind: grounding
parts:
  - name: Seeing
    lines:
      - {words: Look around., seconds: 5}
      - {words: One thing that you see., seconds: 9, waits: true}
"""
)


def test_tension_rises_ebbs_and_stays_away() -> None:
    timeline = timeline_of(read_script(RELAXATION, "mine.yaml"))
    cues = timeline.head
    assert [(cue.level_from, cue.level_to) for cue in cues[:8]] == [
        (0, 1), (1, 0), (0, 0), (0, 1), (1, 0), (0, 0), (0, 1), (1, 0),
    ]  # fmt: skip
    assert [cue.part_name for cue in cues[::3][:3]] == ["Strong hand", "Strong hand", "Neck"]
    assert timeline.length_ms == 2 * (2 * 20_000 + 15_000)
    assert timeline.parts == 4


def test_a_part_left_out_is_nowhere_and_takes_no_time() -> None:
    script = read_script(RELAXATION, "mine.yaml")
    timeline = timeline_of(script, Choices(left_out=("Neck",)))
    assert timeline.length_ms == 2 * 40_000
    assert {cue.part_name for cue in timeline.head} == {"Strong hand"}
    assert timeline.parts == 2


def test_a_line_stays_as_long_as_it_takes_to_say_and_its_pause() -> None:
    cues = timeline_of(read_script(IMAGERY, "mine.yaml")).head
    assert [cue.length_ms for cue in cues] == [7000, 5400]
    assert not any(cue.waits or cue.counted for cue in cues)


def test_words_of_ones_own_stand_in_the_lines_and_the_scripts_own_stand_in_for_none() -> None:
    script = read_script(IMAGERY, "mine.yaml")
    assert timeline_of(script).head[0].words == "Think of your place."
    answered = timeline_of(
        script, Choices(answers={"place": "a long quiet beach at low tide in May"})
    )
    assert answered.head[0].words == "Think of a long quiet beach at low tide in May."
    assert answered.head[0].length_ms == 3000 + 4950


def test_a_line_of_grounding_waits_where_it_says_so() -> None:
    cues = timeline_of(read_script(GROUNDING, "mine.yaml")).head
    assert [(cue.length_ms, cue.waits) for cue in cues] == [(5000, False), (9000, True)]


def test_an_open_ended_relaxation_goes_on_until_it_is_left() -> None:
    timeline = timeline_of(NOBODYS_SCRIPTS.find("leg-tension").script)
    assert timeline.length_ms is None
    assert timeline.ending_near(100_000).length_ms == 100_000


@pytest.mark.parametrize(
    ("script", "words", "left_out"),
    [
        ("pmr-7", ["neck"], ("Neck",)),
        ("pmr-7", ["NECK", "neck"], ("Neck",)),
        ("pmr-16", ["feet"], None),
        ("pmr-16", ["foot"], ("Stronger side, foot", "Other foot")),
        ("five-senses", ["touching"], ("Touching",)),
        ("pmr-7", [], ()),
    ],
)
def test_areas_and_parts_are_left_out_by_the_words_people_have_for_them(
    script: str, words: list[str], left_out: tuple[str, ...] | None
) -> None:
    found = NOBODYS_SCRIPTS.find(script).script
    if left_out is None:
        with pytest.raises(UsageError, match="is no part of"):
            parts_left_out(found, words, ())
    else:
        assert parts_left_out(found, words, ()) == left_out


@pytest.mark.parametrize("script", ["pmr-4", "pmr-7", "pmr-16", "pmr-quick", "release-only"])
@pytest.mark.parametrize("word", ["arm", "face", "leg", "belly"])
def test_an_everyday_word_leaves_out_every_part_that_works_there(script: str, word: str) -> None:
    found = NOBODYS_SCRIPTS.find(script).script
    left_out = parts_left_out(found, [word], ())
    timeline = timeline_of(found, Choices(left_out))
    assert left_out
    assert not {cue.part_name for cue in timeline.cues()} & set(left_out)


def test_what_is_always_left_out_need_not_be_in_every_script() -> None:
    found = NOBODYS_SCRIPTS.find("pmr-7").script
    assert parts_left_out(found, (), ["a port", "neck"]) == ("Neck",)
    assert parts_left_out(NOBODYS_SCRIPTS.find("box").script, (), ["neck"]) == ()


def test_a_word_for_no_part_is_named_with_the_parts_there_are() -> None:
    found = NOBODYS_SCRIPTS.find("pmr-7").script
    with pytest.raises(UsageError, match=r"'elbow' is no part of Seven areas. Its parts: .*Neck"):
        parts_left_out(found, ["elbow"], ())


def test_leaving_everything_out_is_refused() -> None:
    script = read_script(RELAXATION, "mine.yaml")
    with pytest.raises(UsageError, match="Nothing of Mine would be left"):
        parts_left_out(script, ["hand", "neck"], ())
