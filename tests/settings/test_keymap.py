"""Keys of a person's own: known, spelled as keys, and never two alike on one screen."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.errors import UsageError
from calmcli.settings import read_settings
from calmcli.settings.bindings import DEFAULT_KEYS, SCREENS, STEADY, default_keys
from calmcli.settings.key_names import RESERVED, key_called, spelled
from calmcli.settings.keymap import check_keys, keys_of
from calmcli.settings.keys import get_setting, keymap_keys
from calmcli.settings.writing import set_setting

KEYS = ["p", "?", "q", "space", " ", "right", "Ctrl+L", "f5", "x", "h", "enter", "escape", "ctrl+c"]
spellings = st.one_of(st.sampled_from(KEYS), st.text(max_size=3))
tables = st.dictionaries(
    st.sampled_from(list(DEFAULT_KEYS)),
    st.one_of(spellings, st.lists(spellings, max_size=5), st.integers(), st.none()),
    max_size=8,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.mark.parametrize("screen", SCREENS)
def test_as_they_come_no_two_things_on_a_screen_have_the_same_key(screen: str) -> None:
    keys = [key for each in SCREENS[screen] for key in default_keys(each)]
    assert len(keys) == len(set(keys))


@given(tables)
def test_whatever_is_written_no_two_things_on_a_screen_have_the_same_key(
    table: dict[str, object],
) -> None:
    chosen = check_keys(table).chosen
    for there in SCREENS.values():
        held = [key for each in there for key in keys_of(chosen, each)]
        assert len(held) == len(set(held))


@given(tables)
def test_whatever_is_written_leaving_keeps_its_key_and_nothing_else_gets_it(
    table: dict[str, object],
) -> None:
    chosen = check_keys(table).chosen
    for each in DEFAULT_KEYS:
        keys = keys_of(chosen, each)
        assert keys
        assert {*default_keys(each)} & {*STEADY} <= {*keys}
        assert {*keys} & {*RESERVED} <= {*default_keys(each)}


@given(tables)
def test_each_thing_written_counts_or_is_complained_of(table: dict[str, object]) -> None:
    chosen, problems = check_keys(table)
    assert {*chosen} | {str(each.at[0]) for each in problems} == {*table}
    assert len(chosen) + len(problems) == len(table)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("?", "question_mark"),
        ("+", "plus"),
        ("/", "slash"),
        ("P", "P"),
        ("é", "é"),
        ("Page Up", "pageup"),
        ("Esc", "escape"),
        ("Strg+L", "ctrl+l"),
        ("Ctrl+I", "tab"),
        ("question_mark", "question_mark"),
        (" ", "space"),
        ("", None),
        ("pq", None),
        ("ctrl+", None),
        ("ctrl+1", None),
        ("\x1b", None),
        ("hyper+x", None),
    ],
)
def test_a_key_is_understood_as_people_write_it(written: str, key: str | None) -> None:
    assert key_called(written) == key
    if key is not None:
        assert key_called(spelled(key)) == key


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('"session.pase" = "p"', "'session.pase' names nothing that has a key, and is left out;"),
        ('"session.pause" = 5', "'session.pause' needs a key such as p"),
        ('"session.pause" = "pp"', "not 'pp'; the default is used"),
        ('"session.pause" = []', "not that list; the default is used"),
        ('"session.pause" = "s"', "cannot be s: that is for 'session.skip' on the same screen"),
        ('"session.pause" = "h"', "cannot be h: that is for 'help-now' on the same screen"),
        ('"session.pause" = "5"', "cannot be 5: that is for 'session.rating-5'"),
        ('"session.pause" = "ctrl+c"', "cannot be Ctrl+C: that key always leaves"),
        ('session.pause = "s"', "cannot be s: that is for 'session.skip' on the same screen"),
    ],
)
def test_what_does_not_count_is_said_with_its_line_and_the_default_is_used(
    path: Path, line: str, said: str
) -> None:
    path.write_text(f'plain = true\n\n[keys]\n"session.skip" = "s"\n{line}\n')
    settings, problems = read_settings(path)
    assert len(problems) == 1
    assert problems[0].startswith("settings.toml:5: ")
    assert said in problems[0]
    assert get_setting(settings, "keys.session.pause") == "space"
    assert settings.plain


def test_two_things_may_change_places(path: Path) -> None:
    path.write_text('[keys]\n"session.pause" = "s"\n"session.skip" = "space"\n')
    settings, problems = read_settings(path)
    assert problems == ()
    assert get_setting(settings, "keys.session.pause") == "s"
    assert get_setting(settings, "keys.session.skip") == "space"


@pytest.mark.parametrize("table", ["keys = 5", 'keys = "p"', "keys = []"])
def test_keys_that_are_no_table_are_said_to_need_one(path: Path, table: str) -> None:
    path.write_text(f"{table}\n")
    assert "'keys' needs keys of its own, such as keys.session.pause" in read_settings(path)[1][0]


def test_keys_are_set_changed_and_taken_back_among_a_persons_own_words(path: Path) -> None:
    path.write_text("# mine\n\n[look]\ntheme = 'light' # as by day\n")
    set_setting(path, "keys.session.pause", "p")
    set_setting(path, "keys.blank", "f5, ctrl+l")
    assert path.read_text().endswith('\n[keys]\n"session.pause" = "p"\nblank = ["F5", "Ctrl+L"]\n')
    set_setting(path, "keys.session.pause", "default")
    assert '"session.pause"' not in path.read_text()
    assert path.read_text().startswith("# mine\n\n[look]\ntheme = 'light' # as by day\n")
    settings = read_settings(path).settings
    assert get_setting(settings, "keys.session.pause") == "space"
    assert get_setting(settings, "keys.blank") == "F5, Ctrl+L"


@pytest.mark.parametrize(
    "text",
    [
        'keys.session.pause = "x" # why\n',
        '[keys]\nsession.pause = "x" # why\nblank = "f5"\n',
        '[keys.session]\npause = "x" # why\nvoice = "o"\n',
    ],
)
def test_an_id_without_quotes_is_changed_where_it_stands(path: Path, text: str) -> None:
    path.write_text(text)
    assert read_settings(path).settings.keys["session.pause"] == ("x",)
    set_setting(path, "keys.session.pause", "p")
    assert path.read_text() == text.replace('"x"', '"p"')
    set_setting(path, "keys.session.pause", "default")
    assert "why" not in path.read_text()
    assert "session.pause" not in read_settings(path).settings.keys


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("keys.session.pase", "p", "did you mean 'keys.session.pause'?"),
        ("keys.0123456", "p", "'calmcli keys' lists them"),
        ("keys.session.pause", "r", "that is for 'session.repeat' on the same screen"),
        ("keys.session.pause", "escape", "that key always leaves"),
        ("keys.session.pause", "a, b, c, d, e", "needs a key such as p"),
        ("keys.session.skip", "default", "that is for 'session.pause' on the same screen"),
    ],
)
def test_what_cannot_be_set_is_refused_and_the_file_stays(
    path: Path, key: str, value: str, said: str
) -> None:
    path.write_text('[keys]\n"session.skip" = "space"\n"session.pause" = "s"\n')
    before = path.read_text()
    with pytest.raises(UsageError, match=re.escape(said)):
        set_setting(path, key, value)
    assert path.read_text() == before


def test_every_id_can_be_read_by_its_name() -> None:
    settings = read_settings(Path("/nowhere/at/all")).settings
    assert all(get_setting(settings, key) for key in keymap_keys())
