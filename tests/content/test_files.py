import os
import socket
from pathlib import Path

import pytest

from calmcli.content.files import MOST_BYTES, read_bytes
from calmcli.content.loader import check_script
from calmcli.content.problems import ScriptError


def refusal(path: Path) -> str:
    with pytest.raises(ScriptError) as raised:
        read_bytes(path, "my.yaml")
    [problem] = raised.value.problems
    told = str(problem)
    assert told.startswith("my.yaml:1:1: ")
    return told.removeprefix("my.yaml:1:1: ")


def test_a_file_is_read_up_to_its_last_allowed_byte(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_bytes(b"a" * MOST_BYTES)
    assert len(read_bytes(path, "my.yaml")) == MOST_BYTES
    path.write_bytes(b"a" * (MOST_BYTES + 1))
    assert refusal(path) == ("this file is longer than 256 KB\na script is a page or two of text")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "my.yaml") == "there is no file of this name"


def test_a_link_to_nowhere_is_told_and_one_to_a_file_is_followed(tmp_path: Path) -> None:
    link = tmp_path / "my.yaml"
    link.symlink_to(tmp_path / "other.yaml")
    assert refusal(link) == "there is no file of this name"
    (tmp_path / "other.yaml").write_bytes(b"words")
    assert read_bytes(link, "my.yaml") == b"words"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) in {"this is not an ordinary file", "this is a folder, not a file"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_a_pipe_that_nobody_writes_to_holds_nothing_up(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    os.mkfifo(path)
    assert refusal(path) == "this is not an ordinary file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_without_end_is_not_read() -> None:
    assert refusal(Path("/dev/zero")) == "this is not an ordinary file"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no such sockets")
def test_a_socket_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("my.yaml")
        assert refusal(Path("my.yaml")) == "this file cannot be opened"


def test_a_path_no_system_allows_is_told() -> None:
    assert refusal(Path("a\0b")) == "this file cannot be opened"


def test_a_file_that_may_not_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr(os, "open", refuse)
    assert refusal(Path("my.yaml")) == "this file may not be opened\nlook at its permissions"


def test_checking_a_file_tells_what_reading_it_met(tmp_path: Path) -> None:
    [problem] = check_script(tmp_path / "my.yaml")
    assert str(problem) == "my.yaml:1:1: there is no file of this name"


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts descriptors in /proc")
def test_a_refused_file_leaves_nothing_open(tmp_path: Path) -> None:
    def open_now() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    before = open_now()
    for path in (tmp_path, Path("/dev/null"), tmp_path / "none.yaml"):
        with pytest.raises(ScriptError):
            read_bytes(path, path.name)
    assert open_now() == before
