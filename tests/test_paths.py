import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from calmcli.errors import CalmError
from calmcli.paths import (
    close_to_others,
    create_private,
    find_places,
    private_folder,
    sync_folder,
    write_private,
)
from sample_rows import names_in

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_one_folder_holds_everything_when_it_is_chosen(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path / "my calm 🌿")})
    home = tmp_path / "my calm 🌿"
    assert places.journal == home / "journal.db"
    assert places.settings == home / "settings.toml"
    assert places.scripts == home / "scripts"
    assert places.visits == home / "visits"
    assert places.backups == home / "backups"
    assert places.pending == home / "pending"
    assert places.logs == home / "logs"
    assert not home.exists()


def test_a_relative_or_tilde_folder_becomes_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert find_places({"CALMCLI_HOME": "here"}).journal == tmp_path / "here" / "journal.db"
    assert find_places({"CALMCLI_HOME": "~/there"}).logs == tmp_path / "there" / "logs"


@pytest.mark.parametrize("environ", [{}, {"CALMCLI_HOME": ""}])
def test_the_system_says_where_when_nothing_is_chosen(
    environ: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind))
    places = find_places(environ)
    assert places.journal.name == "journal.db"
    assert places.journal.is_absolute()
    assert "calmcli" in places.journal.parts
    assert {places.scripts.parent, places.pending.parent} == {places.journal.parent}
    if os.name == "posix" and os.uname().sysname == "Linux":
        assert places.journal == tmp_path / "DATA" / "calmcli" / "journal.db"
        assert places.settings == tmp_path / "CONFIG" / "calmcli" / "settings.toml"
        assert places.logs == tmp_path / "STATE" / "calmcli" / "logs"


def nowhere(*_: object) -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_a_person_without_a_home_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "expanduser", nowhere)
    with pytest.raises(CalmError, match="Set CALMCLI_HOME"):
        find_places({"CALMCLI_HOME": "~/x"})


def test_a_tilde_that_nobody_could_expand_never_becomes_a_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unexpanded = property(lambda _places: Path("~/.local/share/calmcli"))
    monkeypatch.setattr("platformdirs.PlatformDirs.user_data_path", unexpanded)
    with pytest.raises(CalmError, match="Set CALMCLI_HOME"):
        find_places({})


def test_a_system_that_cannot_find_a_home_is_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.PlatformDirs.user_data_path", property(nowhere))
    with pytest.raises(CalmError, match="Set CALMCLI_HOME"):
        find_places({})


@needs_modes
@pytest.mark.usefixtures("umask")
def test_folders_we_make_are_private_whatever_the_umask(tmp_path: Path) -> None:
    private_folder(tmp_path / "one" / "two")
    assert mode_of(tmp_path / "one") == 0o700
    assert mode_of(tmp_path / "one" / "two") == 0o700


@needs_modes
def test_an_open_folder_is_closed_and_its_parents_left_alone(tmp_path: Path) -> None:
    parent, folder = tmp_path / "parent", tmp_path / "parent" / "folder"
    folder.mkdir(parents=True)
    parent.chmod(0o755)
    folder.chmod(0o755)
    private_folder(folder)
    assert (mode_of(parent), mode_of(folder)) == (0o755, 0o700)


@needs_modes
def test_a_folder_shared_by_many_is_left_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    private_folder(shared)
    assert mode_of(shared) == 0o1777


@needs_modes
def test_what_belongs_to_someone_else_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    close_to_others(tmp_path)
    assert mode_of(tmp_path) == 0o755


def test_a_file_where_the_folder_should_be_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OSError, match="file"):
        private_folder(tmp_path / "file")
    with pytest.raises(OSError, match="file"):
        private_folder(tmp_path / "file" / "below")


def test_a_linked_folder_is_used_where_it_leads(tmp_path: Path) -> None:
    real, link = tmp_path / "réal 🌊", tmp_path / "link"
    real.mkdir(mode=0o755)
    link.symlink_to(real, target_is_directory=True)
    private_folder(link)
    write_private(link / "a.txt", b"x")
    assert (real / "a.txt").read_bytes() == b"x"
    assert link.is_symlink()


@needs_modes
@pytest.mark.usefixtures("umask")
def test_a_private_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_private(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode_of(path) == 0o600
    assert names_in(tmp_path) == ["a.txt"]


def test_a_file_that_cannot_be_replaced_leaves_everything_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OSError, match=r"a\.txt"):
        write_private(tmp_path / "a.txt", b"new")
    assert names_in(tmp_path) == ["a.txt"]


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        create_private(tmp_path / "a.txt")


def test_a_stick_without_modes_is_put_up_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_modes(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    tmp_path.chmod(0o755)
    monkeypatch.setattr(Path, "chmod", no_modes)
    private_folder(tmp_path)
    monkeypatch.undo()
    tmp_path.chmod(0o700)


def test_a_system_that_opens_no_folders_is_put_up_with(tmp_path: Path) -> None:
    sync_folder(tmp_path / "not there")
    sync_folder(tmp_path)
