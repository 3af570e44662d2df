"""What plain lines are read as is what the YAML parser reads, or nothing at all."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content import shipped
from calmcli.content.nodes import read_tree
from calmcli.content.places import Keys
from calmcli.content.plain_lines import plain_tree
from calmcli.content.problems import Findings

SHIPPED = sorted(Path(shipped.__file__).parent.rglob("*.yaml"))
PIECES = [
    *("key", "words", "list", "null", "a", "- ", "-", ": ", ":", " ", "  ", "    ", "\n", "\n  "),
    *("[]", "[a]", "[a, b]", "[a,b]", "{a: b}", "{", "}", "[", "]", ",", "#", " # why", '"', "'"),
    *("|", ">", "&", "*", "!", "%", "@", "`", "?", "~", "Null", "<<", "---", "...", "\t", "\r"),
    *("\u00a0", "\u0085", "\u2028", "\ufeff", "é", "— so", "1", "4.5", "yes", "\\", "=", "\u202e"),
]
SIMPLE = """\
a: b c
list:
  - d, e
  # why
  - f: g
    h: [a, b]
  -   words: i#j
      none: []
other:
- x

- y:z
last: "y: {z}"
more:
   - k: ""
"""


def by_the_parser(text: str) -> Keys | None:
    findings = Findings("a.yaml", text)
    tree = read_tree(text, findings)
    assert not len(findings), "what has a mistake in it is not simple"
    return tree


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_shipped_is_read_as_the_parser_reads_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert plain_tree(text) in (None, by_the_parser(text))


@pytest.mark.parametrize("script_id", shipped.SHIPPED)
def test_the_shipped_exercises_need_no_parser(script_id: str) -> None:
    assert plain_tree(shipped.SHIPPED[script_id].read_text(encoding="utf-8")) is not None


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_is_read_plainly_is_what_the_parser_reads(text: str) -> None:
    tree = plain_tree(text)
    assert tree is None or tree == by_the_parser(text)


@given(
    st.lists(
        st.tuples(st.integers(0, len(SIMPLE)), st.integers(0, 3), st.sampled_from(PIECES)),
        max_size=3,
    )
)
def test_what_is_simple_but_for_a_few_characters_is_what_the_parser_reads(
    changes: list[tuple[int, int, str]],
) -> None:
    text = SIMPLE
    for place, length, piece in changes:
        text = text[:place] + piece + text[place + length :]
    tree = plain_tree(text)
    assert tree is None or tree == by_the_parser(text)
    assert tree is not None or changes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b\na: c",
        "a: 'b'",
        "a: b\n  c",
        "a:\nb: c",
        "null: a",
        "a: ~",
        "a: [null]",
        "a: &b c",
        "a: b: c",
        "- a",
        "a: " + "b" * 16_384,
        "a:\n" + "- b\n" * 1_001,
        "\n".join(f"{' ' * deep}a:" for deep in range(20)) + " b",
    ],
)
def test_what_is_not_simple_is_left_to_the_parser(text: str) -> None:
    assert plain_tree(text) is None


def test_a_shipped_exercise_begins_without_the_parser() -> None:
    code = (
        "import sys; from calmcli.content.library import shipped_script;"
        " shipped_script('long-out'); sys.exit('yaml' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
