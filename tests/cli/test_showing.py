import pytest

from calmcli.cli.showing import lines_to_show
from calmcli.content.library import shipped_script
from calmcli.content.loader import read_script
from calmcli.content.shipped import SHIPPED
from calmcli.content.texts import spoken_words
from content.samples import GROUNDING, RELAXATION, altered, breathing


def shown(text: str) -> list[str]:
    """A script as it is shown, line by line."""
    return list(lines_to_show(read_script(text, "my.yaml")))


@pytest.mark.parametrize("script_id", SHIPPED)
def test_a_shipped_script_is_shown_whole_in_eighty_columns(script_id: str) -> None:
    script = shipped_script(script_id).script
    lines = list(lines_to_show(script))
    assert max(map(len, lines)) <= 80
    assert all(line == line.rstrip() for line in lines)
    told = " ".join(" ".join(lines).split())
    names = [] if script.kind == "breathing" else [part.name for part in script.parts]
    for words in (script.title, script.about, *names, *script.sources):
        assert " ".join(words.split()) in told
    for _, words in spoken_words(script):
        assert words.partition("{")[0].strip() in told


def test_a_breath_is_shown_once_and_how_many_there_are() -> None:
    lines = shown(breathing("in 4", "out 6.5", more="cycles: 3\nmax_cycles: 8"))
    assert lines[3:] == [
        "Breathing, 32 seconds, 3 breaths.",
        "",
        "One breath, 10 seconds:",
        " 0:00  Words, 4",
        " 0:04  Words, 6.5",
        "",
        "It ends after 8 breaths at most, whatever is asked for.",
        "",
        "Contains: nothing to hold, tense or imagine",
    ]


def test_of_breaths_that_change_the_first_is_shown_and_what_they_come_to() -> None:
    lines = shown(breathing("in 3>4", "out 4>6", more="open_ended: true\nramp_seconds: 60"))
    assert lines[3:12] == [
        "Breathing, as long as you like.",
        "",
        "The first breath, 7 seconds:",
        " 0:00  Words, 3",
        " 0:03  Words, 4",
        "",
        "Little by little it becomes, 10 seconds:",
        " 0:00  Words, 4",
        " 0:04  Words, 6",
    ]


def test_a_single_breath_and_one_beyond_the_usual_bounds_are_said_so() -> None:
    lines = shown(
        breathing("in 10", "out 20", more="cycles: 1\nadvanced: true", tags="[slow_pace]")
    )
    assert "Breathing, 30 seconds, 1 breath." in lines
    assert "It goes beyond the bounds that suit most people." in lines


def test_a_relaxation_is_shown_part_by_part_with_times_areas_and_tension() -> None:
    assert shown(altered(RELAXATION, ("tags:", "rounds: 2\ntags:")))[3:] == [
        "Relaxation, 1 minute 20 seconds, 2 parts.",
        "",
        " 0:00  Left hand",
        "       Make a loose fist with the left hand",
        "       Let the hand open",
        " 0:20  Both, 2 times",
        "       Notice how it is now",
        "",
        "Tensing lasts 5 seconds at most.",
        "",
        "All of it is gone through 2 times.",
        "",
        "Contains: tensing muscles",
        "Better left out with heart or blood pressure trouble, pregnancy, recent surgery,",
        "an injury, a hernia or glaucoma.",
        "Works with: hand.",
    ]


def test_a_relaxation_without_an_end_says_how_long_once_through_takes() -> None:
    lines = shown(altered(RELAXATION, ("tags:", "open_ended: true\ntags:")))
    assert "Relaxation, as long as you like, 2 parts." in lines
    assert "Then it begins again, for as long as you like. Once through takes 40 seconds." in lines


def test_what_is_asked_first_is_shown_and_its_place_in_the_words_is_filled() -> None:
    lines = list(lines_to_show(shipped_script("steady-place").script))
    assert any(line.startswith("Asked first, if you like: ") for line in lines)
    assert not any("{" in line for line in lines)


@pytest.mark.parametrize(("more", "times"), [("", "once"), ("        waits: true\n", "2 times")])
def test_lines_that_wait_are_counted(more: str, times: str) -> None:
    text = altered(GROUNDING, ("        seconds: 5\n", f"        seconds: 5\n{more}"))
    assert f"It waits for you {times} where keys can come;" in "\n".join(shown(text))


def test_a_part_is_shown_at_the_second_in_which_it_begins() -> None:
    script = shipped_script("then-and-now").script
    lines = list(lines_to_show(script))
    assert " 0:23  One difference" in lines
