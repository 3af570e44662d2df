"""What cannot be set, and files that cannot be changed: both are left as they were."""

import os
import stat
from pathlib import Path

import hypothesis
import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from calmcli.errors import CalmError, UsageError
from calmcli.settings import Settings, read_settings
from calmcli.settings.file import MOST_BYTES
from calmcli.settings.keys import get_setting, meaning_of
from calmcli.settings.writing import set_setting
from calmcli.text import clean


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "settings.toml"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("plain", "perhaps", "'plain' needs true or false, not 'perhaps'"),
        ("plain", "1", "needs true or false"),
        ("breathing.minutes", "0.4", "needs a number from 0.5 to 60, not '0.4'"),
        ("breathing.minutes", "61", "needs a number"),
        ("breathing.minutes", "nan", "needs a number"),
        ("breathing.minutes", "1e1", "needs a number"),
        ("breathing.minutes", "٣", "needs a number"),
        ("breathing.minutes", "7,5", "needs a number"),
        ("breathing.script", "../box", "needs the id of a script"),
        ("breathing.script", "a" * 41, "needs the id of a script"),
        (
            "look.theme",
            "drak",
            "needs dark, night, light, contrast, or ",
        ),
        ("skip.always", "neck, " + "x" * 61, "needs names of 1 to 60 characters"),
        ("skip.always", ",".join(map(str, range(51))), "takes 50 items at most, not 51"),
        ("plian", "true", "no setting called 'plian'; did you mean 'plain'?"),
        ("theme", "dark", "did you mean 'look.theme'?"),
        ("breathing", "box", "did you mean 'breathing.script'?"),
        ("xyzzy", "1", "there are: breathing.script, breathing.minutes"),
        ("\x1b[2Jplain", "1", "no setting called 'plain'"),
    ],
)
def test_what_a_setting_cannot_take_is_named_and_nothing_is_made(
    path: Path, key: str, value: str, said: str
) -> None:
    with pytest.raises(UsageError) as refused:
        set_setting(path, key, value)
    assert said in str(refused.value)
    assert clean(str(refused.value)) == str(refused.value)
    assert not path.parent.exists()


@pytest.mark.parametrize("ask", [lambda key: get_setting(Settings(), key), meaning_of])
def test_an_unknown_setting_can_neither_be_read_nor_explained(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(UsageError, match="did you mean 'plain'"):
        ask("plian")


@hypothesis.settings(deadline=None)  # disks take the time they take
@given(st.sampled_from(["plain", "breathing.minutes", "skip.always"]), st.text())
def test_whatever_is_typed_is_taken_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, key: str, value: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "typed.toml"
    said = ""
    try:
        set_setting(path, key, value)
    except UsageError as refused:
        said = str(refused)
    assert said == clean(said)
    assert read_settings(path).problems == ()


DEEP = "plain = true\nx = " + "[" * 150 + "]" * 150


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"journal = false\nplain = yes", "settings.toml:2: this cannot be read"),
        (b"journal = false # \xe9", "settings.toml:1: not all of this is UTF-8"),
        (b"#" * (MOST_BYTES + 1), "settings.toml: this is longer than 64 KB"),
        (b"#" * (MOST_BYTES - 3), "only an editor can change"),
        (DEEP.encode(), "only an editor can change"),
    ],
)
def test_a_file_that_cannot_be_changed_without_loss_stays_as_it_is(
    path: Path, text: bytes, said: str
) -> None:
    path.parent.mkdir()
    path.write_bytes(text)
    with pytest.raises(CalmError) as refused:
        set_setting(path, "plain", "false")
    assert said in str(refused.value)
    assert path.read_bytes() == text


def test_a_change_that_would_change_something_else_is_not_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text("plain = true\njournal = false\n", encoding="utf-8")
    monkeypatch.setattr(tomlkit, "dumps", lambda _document: "plain = false\n")
    with pytest.raises(CalmError, match="only an editor can change"):
        set_setting(path, "plain", "false")
    assert "journal = false" in path.read_text(encoding="utf-8")


def test_a_folder_in_the_place_of_the_file_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(CalmError, match="not an ordinary file"):
        set_setting(path, "plain", "true")
    assert list(path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_in_the_place_of_the_file_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path)
    with pytest.raises(CalmError, match="not an ordinary file"):
        set_setting(path, "plain", "true")
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_file_that_was_made_read_only_is_left_alone(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("plain = true\n", encoding="utf-8")
    path.chmod(0o400)
    with pytest.raises(CalmError, match="cannot be written to, so nothing was changed"):
        set_setting(path, "plain", "false")
    assert path.read_text(encoding="utf-8") == "plain = true\n"


def test_where_there_can_be_no_folder_nothing_is_set_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CalmError, match="cannot be written to, so nothing was changed"):
        set_setting(tmp_path / "file" / "settings.toml", "plain", "true")
