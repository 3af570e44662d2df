import os
import sys
from collections.abc import Callable, Iterator
from errno import ENOSPC
from pathlib import Path

import pytest

from calmcli.audio.file import MOST_MS, Target, check_target, write_sound
from calmcli.endings import Ended
from calmcli.errors import CalmError, UsageError
from hearing import PER_MS, read_wav

SECOND = bytes(2 * 1_000 * PER_MS)


def nothing(_done_ms: int) -> None:
    pass


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def breaking(error: BaseException) -> Iterator[bytes]:
    yield SECOND
    raise error


@pytest.fixture
def fake_ffmpeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a program called ffmpeg, and nothing else, where programs are found."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(body: str) -> Path:
        program = folder / "ffmpeg"
        program.write_text(f"#!{sys.executable} -I\nimport sys\n{body}\n")
        program.chmod(0o755)
        return folder

    return put


def test_a_file_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    told: list[int] = []
    path = tmp_path / "box.wav"
    write_sound(Target(path), iter([SECOND, SECOND]), told.append)
    assert read_wav(path).tobytes() == SECOND * 2
    assert told == [1_000, 2_000]
    assert names(tmp_path) == ["box.wav"]
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("error", "raised", "words"),
    [
        (OSError(ENOSPC, "full"), CalmError, "not enough room"),
        (OSError("broken"), CalmError, "cannot be written here"),
        (Ended(130), Ended, "130"),
    ],
)
@pytest.mark.parametrize("overwrite", [False, True])
def test_whatever_goes_wrong_leaves_nothing_behind(
    tmp_path: Path, error: BaseException, raised: type[BaseException], words: str, overwrite: bool
) -> None:
    path = tmp_path / "box.wav"
    if overwrite:
        path.write_text("mine")
    before = names(tmp_path)
    with pytest.raises(raised, match=words):
        write_sound(Target(path, overwrite), breaking(error), nothing)
    assert names(tmp_path) == before
    assert not overwrite or path.read_text() == "mine"


def test_a_name_that_can_be_none_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CalmError, match="cannot be written here"):
        write_sound(Target(tmp_path / "box\0.wav"), iter([SECOND]), nothing)


def test_a_file_that_came_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "box.wav"

    def pieces() -> Iterator[bytes]:
        yield SECOND
        path.write_text("mine")

    with pytest.raises(UsageError, match="stays as it is"):
        write_sound(Target(path), pieces(), nothing)
    assert path.read_text() == "mine"
    assert names(tmp_path) == ["box.wav"]


def test_where_there_are_no_links_it_is_still_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "box.wav"
    write_sound(Target(path), iter([SECOND]), nothing)
    before = path.read_bytes()
    with pytest.raises(UsageError, match="stays as it is"):
        write_sound(Target(path), iter([SECOND * 2]), nothing)
    assert path.read_bytes() == before


def test_a_file_is_replaced_when_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "box.wav"
    path.write_text("old")
    write_sound(Target(path, overwrite=True), iter([SECOND]), nothing)
    assert len(read_wav(path)) == 1_000 * PER_MS


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("box", "has to end in .wav"),
        ("box.flac", "has to end in .wav"),
        ("-", "has to end in .wav"),
        ("no/box.wav", "There is no folder"),
        ("there.wav", "is there already"),
        ("folder.wav", "is a folder"),
        ("\x1b]0;x.txt", "has to end in"),
    ],
)
def test_what_stands_in_the_way_is_said_in_one_line_beforehand(
    tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "there.wav").touch()
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(CalmError, match=words) as caught:
        check_target(Target(tmp_path / name), 1_000)
    assert str(caught.value).isprintable()


def test_a_file_longer_than_a_wav_file_can_be_is_refused(tmp_path: Path) -> None:
    check_target(Target(tmp_path / "a.wav"), MOST_MS)
    with pytest.raises(UsageError, match="longer than"):
        check_target(Target(tmp_path / "a.wav"), MOST_MS + 1)


@pytest.mark.parametrize("ending", [".opus", ".mp3", ".MP3"])
def test_another_ending_needs_ffmpeg(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="needs ffmpeg, which is not installed"):
        check_target(Target(tmp_path / f"box{ending}"), 1_000)


@pytest.mark.skipif(sys.platform == "win32", reason="its programs are no scripts")
def test_ffmpeg_is_given_the_samples_and_its_output_is_the_file(
    tmp_path: Path, fake_ffmpeg: Callable[[str], Path]
) -> None:
    fake_ffmpeg("data = sys.stdin.buffer.read(); print(len(data), *sys.argv[1:])")
    path = tmp_path / "box.opus"
    check_target(Target(path), 2_000)
    write_sound(Target(path), iter([SECOND, SECOND]), nothing)
    count, *argv = path.read_text().split()
    assert int(count) == len(SECOND) * 2
    assert {"48000", "libopus", "pipe:0", "pipe:1"} <= set(argv)
    assert not any(str(tmp_path) in each for each in argv)


@pytest.mark.skipif(sys.platform == "win32", reason="its programs are no scripts")
@pytest.mark.parametrize("body", ["sys.exit(1)", "sys.stdin.buffer.read(9); sys.exit(1)"])
def test_an_ffmpeg_that_fails_leaves_nothing_behind(
    tmp_path: Path, fake_ffmpeg: Callable[[str], Path], body: str
) -> None:
    folder = fake_ffmpeg(body)
    with pytest.raises(CalmError, match="could not make"):
        write_sound(Target(tmp_path / "box.mp3"), iter([SECOND] * 9), nothing)
    assert names(tmp_path) == [folder.name]


@pytest.mark.skipif(sys.platform == "win32", reason="its programs are no scripts")
def test_an_ffmpeg_that_hangs_is_ended_with_what_asked_for_it(
    tmp_path: Path, fake_ffmpeg: Callable[[str], Path]
) -> None:
    number = tmp_path / "number"
    writes_it = f"open({str(number)!r}, 'w').write(str(os.getpid()))"
    folder = fake_ffmpeg(f"import os; {writes_it}; sys.stdin.buffer.read()")
    with pytest.raises(Ended):
        write_sound(Target(tmp_path / "box.mp3"), breaking(Ended(130)), nothing)
    assert names(tmp_path) in ([folder.name], ["number", folder.name])
    if number.exists() and (written := number.read_text()):
        with pytest.raises(ProcessLookupError):
            os.kill(int(written), 0)
