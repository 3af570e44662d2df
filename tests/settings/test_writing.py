from pathlib import Path

import hypothesis
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calmcli.settings import read_settings
from calmcli.settings.keys import get_setting, setting_keys
from calmcli.settings.writing import set_setting

TYPED = {
    "script": ["box", "my-own-2"],
    "minutes": ["0.5", "7.25", "12", "60"],
    "before": ["true", "false"],
    "after": ["true", "false"],
    "inside": ["true", "false"],
    "plain": ["true", "false"],
    "journal": ["true", "false"],
    "always": ["neck", "neck, left knee, 'hip'"],
    "theme": ["dark", "light", "nord"],
    "shape": ["ring", "bar"],
    "motion": ["full", "still"],
    "ascii": ["true", "false"],
    "numbers": ["true", "false"],
    "mouse": ["true", "false"],
    "voice": ["true", "false"],
    "chimes": ["true", "false"],
    "volume": ["0", "37.5", "100"],
    "bell": ["true", "false"],
    "last_used": ["true", "false"],
    "visit_name": ["true", "false"],
    "country": ["NZ", "gb"],
}
EVERY_VALUE = [(key, value) for key in setting_keys() for value in TYPED[key.rpartition(".")[2]]]
MINE = """\
# my settings

plain = true   # for the reader

# how I breathe
[breathing] # every day
script = "box"   # since May
# minutes = 4

# what is sore
[skip]
always = [ "neck" ]

# how it looks
[look]
theme = "light"
"""
ROOT = ["# a\nplain = true # b\n", "\njournal = false\n", ""]
FORMS = [
    "# c\n[look] # d\n# e\ntheme = 'light' # f\n# g\n\n",
    "[look]\n",
    "[ 'look' ]\nother = 1\n\n# h\n",
    "[breathing]\nminutes = 5\nscript = 'box'\n",
    "[breathing.more]\nx = 1\n# i\n[breathing]\nscript = 'box'\n",
    "[skip]\nalways = [\n  'neck', # j\n]\n",
    "[ask]\n# k",
    "[[other]]\nx = '''\n[look]\n'''\n[[other]]\n",
]
DOTTED = [
    "ask.before = false # l\n",
    "ask = { before = false } # m\n",
    "skip = {}\n",
    "relaxation . script = 'pmr-4'\nrelaxation.minutes = 4\n# n\n",
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "settings.toml"


def shown(path: Path) -> dict[str, str]:
    """Every setting in a file, as it would be typed."""
    settings, problems = read_settings(path)
    assert problems == ()
    return {key: get_setting(settings, key) for key in setting_keys()}


def written(path: Path, text: str | bytes = MINE) -> bytes:
    """Put a file there; its bytes."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path.read_bytes()


@pytest.mark.parametrize(("key", "value"), EVERY_VALUE)
def test_what_is_set_is_read_and_nothing_else_changes(path: Path, key: str, value: str) -> None:
    usual = shown(path)
    set_setting(path, key, value)
    assert shown(path) == {**usual, key: value}
    written(path)
    mine = shown(path)
    set_setting(path, key, value)
    assert shown(path) == {**mine, key: value}


@pytest.mark.parametrize("taken_back", ["", "  ", "default"])
@pytest.mark.parametrize(("key", "value"), EVERY_VALUE)
def test_what_is_taken_back_leaves_the_default(
    path: Path, key: str, value: str, taken_back: str
) -> None:
    usual = shown(path)
    set_setting(path, key, value)
    set_setting(path, key, taken_back)
    assert shown(path) == usual


@pytest.mark.parametrize(
    ("key", "value", "before", "after"),
    [
        ("plain", "false", "plain = true ", "plain = false "),
        ("plain", "default", "plain = true   # for the reader\n", ""),
        ("journal", "false", "the reader\n", "the reader\njournal = false\n"),
        ("breathing.script", "even", '"box"', '"even"'),
        ("breathing.minutes", "5", "# minutes", "minutes = 5\n# minutes"),
        ("breathing.minutes", "5.5", "# minutes", "minutes = 5.5\n# minutes"),
        ("skip.always", "neck, hip", '[ "neck" ]', '["neck", "hip"]'),
        ("skip.always", ",", 'always = [ "neck" ]\n', ""),
        ("look.theme", "dark", '"light"\n', '"dark"\n'),
        ("ask.after", "false", '"light"\n', '"light"\n\n[ask]\nafter = false\n'),
    ],
)
def test_comments_order_and_spacing_stay(
    path: Path, key: str, value: str, before: str, after: str
) -> None:
    written(path)
    set_setting(path, key, value)
    assert path.read_text(encoding="utf-8") == MINE.replace(before, after)


@pytest.mark.parametrize(
    ("text", "key", "value", "after"),
    [
        ("", "plain", "true", "plain = true\n"),
        ("# mine", "plain", "true", "# mine\nplain = true\n"),
        ("journal = false", "plain", "true", "journal = false\nplain = true\n"),
        ("[look]", "plain", "true", "plain = true\n\n[look]"),
        ("# a\n\n# b\n[look]", "plain", "true", "# a\n\nplain = true\n\n# b\n[look]"),
        ("[ask]", "ask.after", "true", "[ask]\nafter = true\n"),
        ("ask = {}", "ask.after", "true", "ask = {after = true}"),
        ("ask = { before = true }", "ask.before", "false", "ask = { before = false }"),
        ("ask = {before = true, after = true}", "ask.after", "", "ask = {before = true }"),
        ("ask.before = true # a\n", "ask.before", "", ""),
        ("ask = 5 # a\nx = 1", "ask.after", "true", "x = 1\n\n[ask]\nafter = true\n"),
        ("[[ask]]\nx = 1", "ask.after", "true", "[ask]\nafter = true\n"),
        ("  plain = true\r\n[ask]\r\n", "plain", "", "[ask]\r\n"),
        ("[ask]\r\n", "ask.after", "true", "[ask]\r\nafter = true\r\n"),
    ],
)
def test_each_way_of_writing_a_table_is_kept(
    path: Path, text: str, key: str, value: str, after: str
) -> None:
    written(path, text)
    set_setting(path, key, value)
    assert path.read_bytes().decode() == after


@hypothesis.settings(deadline=None)  # disks take the time they take
@given(
    st.lists(st.sampled_from(ROOT + DOTTED), unique=True),
    st.lists(st.sampled_from(FORMS), unique=True),
    st.sampled_from(EVERY_VALUE)
    | st.sampled_from(setting_keys()).map(lambda key: (key, "default")),
)
def test_however_a_file_is_written_one_thing_changes_and_no_comment_is_lost(
    tmp_path_factory: pytest.TempPathFactory,
    root: list[str],
    tables: list[str],
    wanted: tuple[str, str],
) -> None:
    path = tmp_path_factory.getbasetemp() / "settings.toml"
    text = written(path, "".join(root + tables)).decode()
    before = read_settings(path)
    assume(not any("cannot be read" in problem for problem in before.problems))
    key, value = wanted
    set_setting(path, key, value)
    after = read_settings(path).settings
    for name in setting_keys():
        now = get_setting(after, name)
        if name != key:
            assert now == get_setting(before.settings, name)
        elif value != "default":
            assert now == value
    new = path.read_text(encoding="utf-8")
    comments = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
    assert [line for line in map(str.strip, new.splitlines()) if line.startswith("#")] == comments


@pytest.mark.parametrize(
    ("typed", "value"), [("yes", True), ("ON", True), ("True", True), ("no", False), ("off", False)]
)
def test_what_people_type_for_true_and_false_is_taken(
    tmp_path: Path, typed: str, *, value: bool
) -> None:
    path = tmp_path / "settings.toml"
    set_setting(path, "plain", typed)
    assert read_settings(path).settings.plain is value
    assert path.read_text() == f"plain = {str(value).lower()}\n"
