import tomllib
from collections.abc import Iterator

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from calmcli.settings.keys import Path
from calmcli.settings.places import lines_of, statements

LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t"))
SINGLE = st.booleans() | st.integers(-9, 99) | st.floats() | st.datetimes() | LETTERS
NESTED = st.recursive(
    SINGLE,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(LETTERS.filter(bool), inner, max_size=3)
    ),
    max_leaves=12,
)
PIECES = [
    "a = 1\n",
    "b . 'c d' = '''\n#'''  # ]\n",
    'e = ["x", # y\n  [1.5, {f = "}", "g.h" = []}],\n]\n',
    "i = { j.k = 2020-01-01 10:00:00, l = [ ] }\r\n",
    'm = """\n[n]\n\\""""""\n',
    "[o]\n",
    "  [ p . 'q' ] # [r]\n",
    "[[s]]\n",
    "\n\n",
    "# t = [\n",
]


def paths(value: object, above: Path = ()) -> Iterator[Path]:
    """Every key and item of a table."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for name, inner in items:
            yield (*above, name)
            yield from paths(inner, (*above, name))


def written(value: object) -> str:
    """A value as TOML, with every item of a list on a line of its own."""
    if isinstance(value, dict):
        pairs = (f"{written(key)} = {written(inner)}" for key, inner in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return "[ # [\n" + ",\n".join(map(written, value)) + "]"
    return tomlkit.item(value).as_string()


@given(st.dictionaries(LETTERS, NESTED, max_size=4))
def test_every_key_and_item_of_a_table_has_its_line(table: dict[str, object]) -> None:
    text = "".join(f"{written(key)} = {written(value)}\n" for key, value in table.items())
    lines = lines_of(text)
    assert set(lines) == set(paths(tomllib.loads(text)))
    assert all(1 <= line <= text.count("\n") for line in lines.values())


@given(st.permutations(PIECES))
def test_pieces_in_any_order_are_found_on_the_line_where_they_begin(pieces: list[str]) -> None:
    text = "".join(pieces)
    rows, lines = text.split("\n"), lines_of(text)
    for path in paths(tomllib.loads(text)):
        *_, name = path
        if path[0] != "s" and isinstance(name, str):  # tables in a list have no place of their own
            assert name in rows[lines[path] - 1]


@given(st.permutations(PIECES))
def test_statements_lie_in_order_and_leave_nothing_out_but_comments(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for statement in statements(text):
        between = text[end : statement.start].split("\n")
        assert all(not line.strip() or line.startswith("#") for line in between)
        assert statement.start < statement.end
        end = statement.end


@pytest.mark.parametrize(
    ("text", "path", "line"),
    [
        ("", ("a",), None),
        ("a = 1", ("a",), 1),
        ("\n# a = 1\na = 2", ("a",), 3),
        ("[t]\n\na = 1", ("t", "a"), 3),
        ("x = 1\nt.a = 1", ("t", "a"), 2),
        ("t = {\tb = [1, 2],a = 1}", ("t", "a"), 1),
        ("a = [\n1,\n\n[2,\n3]\n]", ("a", 1, 1), 5),
        ("a = '''\nb = 1\n'''\nb = 2", ("b",), 4),
        ('a = "\\"#"\nb = 2', ("b",), 2),
        ('"a\\u0062" = 1', ("ab",), 1),
        ("[[s]]\n[[s]]\n", ("s",), 1),
    ],
)
def test_a_key_stands_where_its_name_is(text: str, path: Path, line: int | None) -> None:
    assert lines_of(text).get(path) == line
