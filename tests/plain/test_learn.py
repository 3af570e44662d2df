"""Pages to read in lines: numbers, words to look for, and the way back."""

from collections.abc import Sequence

from calmcli.learn.pages import TOPICS, find_page
from calmcli.plain.home import Home
from calmcli.words import home
from calmcli.words import learn as said
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines

HELP = "In an emergency: 112."


def learning(*answers: str) -> tuple[Sitting, list[str]]:
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, ["learn", *answers])
    Home(sitting.house([HELP]), lines).run()
    return sitting, lines.lines


def number(topic: str) -> str:
    return str(TOPICS.index(topic) + 1)


def way(topic: str, target: str) -> str:
    return str([link.target for link in find_page(topic).links].index(target) + 1)


def positions(lines: Sequence[str], line: str) -> list[int]:
    return [at for at, each in enumerate(lines) if each == line]


def test_the_pages_are_listed_by_number_and_one_of_them_is_told() -> None:
    _, lines = learning("1")
    assert lines[lines.index(said.LEARN) + 1] == "1 It is tomorrow, or in an hour"
    assert "In the waiting room" in lines
    assert "1 Breathe now" in lines


def test_a_way_on_leads_to_another_page_and_back() -> None:
    _, lines = learning(number("how-it-shows"), way("how-it-shows", "learn/small-steps"), "", "")
    told = [*positions(lines, "How it can show"), *positions(lines, "Small steps")]
    assert positions(lines, "Small steps")
    assert len(positions(lines, "How it can show")) == 2
    assert max(told) < len(lines)


def test_a_way_on_begins_an_exercise() -> None:
    page = "how-it-shows"
    sitting, lines = learning(number(page), way(page, "ground/five-senses"), "5", "4", "", "", "")
    assert sitting.kept[-1].script == "five-senses"
    assert len(positions(lines, "How it can show")) == 2


def test_a_way_on_says_who_can_be_reached() -> None:
    _, lines = learning(number("grounding"), way("grounding", "support"))
    assert HELP in lines


def test_words_find_pages_and_what_finds_none_is_asked_again() -> None:
    _, lines = learning("xyzzy", "needles", "1")
    assert said.ASK_AGAIN in lines
    assert "How they differ" in lines


def test_a_number_that_is_none_of_the_page_is_asked_again() -> None:
    _, lines = learning(number("grounding"), "77", "")
    assert said.ASK_ON_AGAIN in lines


def test_enter_alone_goes_back_home() -> None:
    _, lines = learning(number("grounding"), "", "", "q")
    assert lines[-1] == f"{home.ASK} {home.LIST_AGAIN}"
