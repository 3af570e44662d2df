"""Where the file lies, and who may read it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from calmcli.settings import read_settings
from calmcli.settings.writing import set_setting

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links are different there")

LOOK = """
import sys
from pathlib import Path
from calmcli.settings import read_settings
read_settings(Path(sys.argv[1]))
rooms = ("calmcli.settings.checking", "tomllib", "tomlkit", "difflib")
print(*(name for name in rooms if name in sys.modules))
"""


def modes(*paths: Path) -> list[int]:
    return [path.stat().st_mode & 0o777 for path in paths]


@posix
def test_the_file_and_its_folder_are_for_their_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "settings.toml"
    set_setting(path, "plain", "true")
    assert modes(path.parent, path) == [0o700, 0o600]


@posix
def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "settings.toml"
    path.parent.mkdir(mode=0o755)
    path.write_text("journal = false\n", encoding="utf-8")
    path.chmod(0o644)
    set_setting(path, "plain", "true")
    assert modes(path.parent, path) == [0o700, 0o600]


def test_nothing_is_made_to_take_back_what_was_never_set(tmp_path: Path) -> None:
    set_setting(tmp_path / "kept" / "settings.toml", "plain", "default")
    assert list(tmp_path.iterdir()) == []


@posix
def test_a_link_is_followed_and_kept_and_the_folder_it_leads_to_is_left_open(
    tmp_path: Path,
) -> None:
    shared = tmp_path / "dotfiles" / "calm.toml"
    shared.parent.mkdir()
    shared.parent.chmod(0o755)
    shared.write_text("# mine\nplain = false\n", encoding="utf-8")
    path = tmp_path / "kept" / "settings.toml"
    path.parent.mkdir()
    path.symlink_to(shared)
    set_setting(path, "plain", "true")
    assert path.is_symlink()
    assert shared.read_text(encoding="utf-8") == "# mine\nplain = true\n"
    assert modes(path.parent, shared.parent, shared) == [0o700, 0o755, 0o600]
    assert read_settings(path).settings.plain


@posix
def test_a_link_that_leads_nowhere_yet_is_followed_too(tmp_path: Path) -> None:
    shared = tmp_path / "dotfiles" / "calm.toml"
    path = tmp_path / "settings.toml"
    path.symlink_to(shared)
    assert read_settings(path).problems == ()
    set_setting(path, "plain", "true")
    assert path.is_symlink()
    assert shared.read_text(encoding="utf-8") == "plain = true\n"


def test_a_change_to_what_is_set_already_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text("plain = true\n", encoding="utf-8")
    before = path.stat()
    set_setting(path, "plain", "true")
    assert path.stat().st_ino == before.st_ino


@pytest.mark.parametrize(
    ("text", "imported"), [(None, ""), ("plain = true", "calmcli.settings.checking tomllib")]
)
def test_a_person_without_settings_waits_for_no_parser(
    tmp_path: Path, text: str | None, imported: str
) -> None:
    path = tmp_path / "settings.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", LOOK, str(path)], capture_output=True, text=True, check=True
    )
    assert ended.stdout.strip() == imported
