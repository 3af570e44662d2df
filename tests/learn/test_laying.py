"""Pages as lines: within their width, whole, and each way on with its number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.learn.laying import WIDEST, lay_out
from calmcli.learn.links import command_of
from calmcli.learn.pages import TOPICS, find_page


def told(topic: str, width: int, *, commands: bool = False, tables: bool = False) -> list[str]:
    laid = lay_out(find_page(topic), width, commands=commands, tables=tables)
    return [line.text for line in laid]


@given(st.sampled_from(TOPICS), st.integers(1, 200), st.booleans())
def test_nothing_is_wider_than_there_is_room_and_nothing_is_lost(
    topic: str, width: int, tables: bool
) -> None:
    lines = told(topic, width, tables=tables)
    assert max(map(len, lines)) <= max(8, min(width, WIDEST))
    letters = "".join(sorted("".join("".join(lines).split())))
    page = find_page(topic)
    for each in set("".join(page.prose()).replace(" ", "")):
        assert letters.count(each) >= (1 if tables else "".join(page.prose()).count(each))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_way_on_has_its_number_and_its_command(topic: str) -> None:
    lines = told(topic, WIDEST, commands=True)
    for number, link in enumerate(find_page(topic).links, start=1):
        (at,) = (at for at, line in enumerate(lines) if line.startswith(f"{number} {link.words}"))
        ends = (line for line in lines[at + 1 :] if line.startswith("  calmcli "))
        assert next(ends) == f"  {command_of(link.target)}"


@pytest.mark.parametrize("topic", TOPICS)
def test_headings_stand_apart_and_no_two_empty_lines_follow_each_other(topic: str) -> None:
    laid = lay_out(find_page(topic), 40, commands=False, tables=True)
    assert laid[0].is_heading
    for before, line in pairwise(laid):
        assert before.text or line.text
        assert not line.is_heading or before.is_heading or not before.text
    assert laid[-1].text


def test_a_table_has_columns_where_there_is_room_and_is_told_row_by_row_where_not() -> None:
    wide = told("faint-or-panic", 70, tables=True)
    assert any(line.split("  ")[0] == "heart" and "may be fast first" in line for line in wide)
    for narrow in (told("faint-or-panic", 20, tables=True), told("faint-or-panic", 70)):
        at = narrow.index("heart")
        assert narrow[at + 1].startswith("  panic: fast")


def test_rows_that_take_several_lines_stand_apart() -> None:
    wide = told("when-not-to", 70, tables=True)
    at = next(at for at, line in enumerate(wide) if line.startswith("lungs, panic"))
    assert wide[at - 1] == ""
