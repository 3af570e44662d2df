import pytest

from calmcli.content.imagery import VisualizationLine
from calmcli.content.loader import read_script
from calmcli.content.speaking import speaking_seconds, word_count
from calmcli.content.texts import spoken_words
from content.samples import GOOD, GROUNDING, RELAXATION, VISUALIZATION


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("one", 1),
        ("one two", 2),
        ("one - two", 2),
        ("one, two: 3", 3),
        ("it's ear-to-ear", 2),
    ],
)
def test_words_are_counted_as_they_are_said(words: str, count: int) -> None:
    assert word_count(words) == count


@pytest.mark.parametrize(("count", "seconds"), [(0, 0), (1, 0.45), (8, 3.6), (14, 6.3)])
def test_each_word_takes_as_long_as_any_other(count: int, seconds: float) -> None:
    assert speaking_seconds(" ".join(["word"] * count)) == seconds


@pytest.mark.parametrize(
    ("count", "pause", "seconds"),
    [(1, 2, 6), (8, 0, 4), (9, 0, 4.05), (14, 60, 66.3), (3, 0.5, 4.5)],
)
def test_a_line_stays_until_it_is_said_and_its_pause_is_over(
    count: int, pause: float, seconds: float
) -> None:
    line = VisualizationLine(words="shown with an {answer} in it", pause=pause)
    assert line.lasts_ms(" ".join(["word"] * count)) == seconds * 1000


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (GOOD, ["Breathe in", "Breathe out"]),
        (
            RELAXATION,
            ["Make a loose fist with the left hand", "Let the hand open", "Notice how it is now"],
        ),
        (VISUALIZATION, ["Picture {lake}", "Notice the water"]),
        (GROUNDING, ["Look around the room", "Find something round"]),
    ],
)
def test_all_words_of_every_kind_are_found_in_their_order(written: str, words: list[str]) -> None:
    assert [said for _, said in spoken_words(read_script(written, "my.yaml"))] == words


def test_words_are_found_with_their_place() -> None:
    places = [at for at, _ in spoken_words(read_script(RELAXATION, "my.yaml"))]
    assert places == [
        ("parts", 0, "steps", 0, "words"),
        ("parts", 0, "steps", 1, "words"),
        ("parts", 1, "steps", 0, "words"),
    ]
