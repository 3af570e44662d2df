from unittest.mock import patch

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content import nodes
from calmcli.content.nodes import DEEPEST, MOST_NODES, MOST_TOGETHER, read_tree
from calmcli.content.places import Items, Keys, Place, Refused, Words, place_of
from calmcli.content.problems import Findings, TooManyProblems


def read(text: str) -> tuple[object, list[str]]:
    findings = Findings("a.yaml", text)
    tree = read_tree(text, findings)
    return tree, [f"{one.line}:{one.column}: {one.message}" for one in findings.in_order()]


def value(text: str) -> object:
    tree, problems = read(f"key: {text}\n")
    assert problems == []
    assert isinstance(tree, Keys)
    node = tree.entries["key"].value
    assert isinstance(node, Words)
    return node.text


@pytest.mark.parametrize("word", ["no", "1:30", "0x10", "1e3", "yes", "2026-01-01", ".inf"])
def test_every_word_stays_as_it_was_written(word: str) -> None:
    assert value(word) == word


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL", '""', '"  "', "# nothing"])
def test_nothing_is_the_empty_text(word: str) -> None:
    assert value(word) == ""


def test_a_quoted_null_is_a_word() -> None:
    assert value('"null"') == "null"


def test_words_over_several_lines_become_one_line() -> None:
    assert value("|\n  one\n  two") == "one two"


def test_direction_overrides_are_dropped_from_words() -> None:
    assert value('"a\\u202eb"') == "ab"


@pytest.mark.parametrize(
    "written", ['"\\e]0;x"', '"\\x1b"', '"\\u009b"', '"\\0"', '"\\x7f"', '"\\r"']
)
def test_an_escaped_control_character_is_refused(written: str) -> None:
    problems = read(f"key: {written}\n")[1]
    assert problems == ["1:6: a control character cannot be shown or spoken"]


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x9b", "\x7f", "\ud800", "\uffff"])
def test_a_raw_control_character_is_refused_at_its_place(character: str) -> None:
    tree, problems = read(f"one: 1\nkey: a{character}b\n")
    assert tree is None
    assert problems == ["2:7: a control character cannot be shown or spoken"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &x b\n", "1:4: '&' gives a name to what follows, and names are not used here"),
        ("a: *x\n", "1:4: '*x' stands for words from another place"),
        ("a: !!str b\n", "1:4: '!' gives a type to what follows, and types are not used here"),
        ("a: !x b\n", "1:4: '!' gives a type to what follows, and types are not used here"),
        ("a: ! b\n", "1:4: '!' gives a type to what follows, and types are not used here"),
        ("a: &x [b]\n", "1:4: '&' gives a name to what follows, and names are not used here"),
        ("<<: {a: b}\n", "1:1: '<<' brings in keys from another place"),
        ("a: 1\nb: 2\na: 3\n", "3:1: 'a' is already in line 1"),
        ("[a]: b\n", "1:1: a key needs to be a word"),
        ("{a: b}: c\n", "1:1: a key needs to be a word"),
        ("'': c\n", "1:1: a key needs to be a word"),
        ("*x : c\n", "1:1: '*x' stands for words from another place"),
        ("a: 1\n---\nb: 2\n", "2:1: a second script begins here"),
        ("", "1:1: there is nothing in this file"),
        ("# a comment\n", "1:1: there is nothing in this file"),
    ],
)
def test_what_is_not_used_is_refused_with_its_place(text: str, problem: str) -> None:
    assert read(text)[1] == [problem]


def test_refusals_do_not_hide_one_another() -> None:
    problems = read("a: *x\nb: &y c\nb: d\n")[1]
    assert [problem[:4] for problem in problems] == ["1:4:", "2:4:", "3:1:"]


def test_as_many_levels_as_allowed_are_read_and_one_more_is_refused() -> None:
    lists = DEEPEST - 1
    assert read("a: " + "[" * lists + "]" * lists)[1] == []
    one_more = read("a: " + "[" * (lists + 1) + "]" * (lists + 1))
    assert one_more == (None, [f"1:{lists + 4}: too many lists or keys inside one another"])


def test_as_many_words_as_allowed_are_read_and_one_more_is_refused() -> None:
    row = "- [" + "a, " * 998 + "a]\n"  # a thousand with the list that holds them
    last = "- [" + "a, " * 996 + "a]\n"  # two fewer: the key and the list of lists count too
    rows = MOST_NODES // 1_000 - 1
    assert read("a:\n" + row * rows + last)[1] == []
    problems = read("a:\n" + row * (rows + 1))[1]
    assert problems == [f"{rows + 2}:2995: this file holds far more than a script can"]


def test_a_list_holds_as_many_items_as_allowed_and_no_more() -> None:
    assert read("a:\n" + "- a\n" * MOST_TOGETHER)[1] == []
    problems = read("a:\n" + "- a\n" * (MOST_TOGETHER + 1))[1]
    assert problems == [f"{MOST_TOGETHER + 2}:3: this file holds far more than a script can"]


def test_a_group_holds_as_many_keys_as_allowed_and_no_more() -> None:
    keys = "".join(f"key{number}: 1\n" for number in range(MOST_TOGETHER))
    assert read(keys)[1] == []
    problems = read(keys + "more: 1\n")[1]
    assert problems == [f"{MOST_TOGETHER + 1}:1: this file holds far more than a script can"]


@pytest.mark.parametrize("text", ["- a\n", "words\n", "*a\n"])
def test_a_file_without_keys_is_not_read_on(text: str) -> None:
    no_keys = "1:1: a script is made of lines such as 'title: Long out-breath'"
    assert read(text) == (None, [no_keys])


def test_a_named_script_is_refused_with_its_place() -> None:
    problem = "1:1: '&' gives a name to what follows, and names are not used here"
    assert read("&x\na: b\n")[1] == [problem]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_places_are_counted_as_the_parser_counts_them(end: str) -> None:
    tree, _ = read(f"a: 1{end}b:{end}  - 日: x{end}  - y{end}")
    assert isinstance(tree, Keys)
    assert place_of(tree, ("b", 0, "日")) == Place(3, 8)
    assert place_of(tree, ("b", 1)) == Place(4, 5)


def test_the_place_of_what_is_not_there_is_that_of_what_is_around_it() -> None:
    tree = Keys(Place(1, 1), {})
    assert place_of(tree, ("a", 0)) == Place(1, 1)
    assert place_of(Items(Place(2, 2), ()), (0,)) == Place(2, 2)
    assert place_of(Refused(Place(3, 3)), ("a",)) == Place(3, 3)


PIECES = st.sampled_from(
    [
        *" \n\t:-?[]{},&*!|>'\"%@`#~\\<ab1\x85\r\x00é日",
        "---",
        "...",
        "\\x",
        "\\uD800",
        "\\U00110000",
        "%YAML 1.",
        "%TAG ",
        "!<",
        "<<: ",
        "a: ",
        "- ",
        "9" * 30,
    ]
)


@given(st.lists(PIECES).map("".join), st.sampled_from(["CSafeLoader", "SafeLoader"]))
def test_any_text_ends_in_a_tree_or_in_a_problem(text: str, loader: str) -> None:
    findings = Findings("a.yaml", text)
    with patch.object(nodes, "_LOADER", getattr(yaml, loader)):
        try:
            tree = read_tree(text, findings)
        except TooManyProblems:
            tree = None
    assert tree is not None or len(findings)
