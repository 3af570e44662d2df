import sys
from contextlib import closing

import pytest

from calmcli.voice.chime_files import ChimeFiles
from calmcli.voice.chimes import CHIMES, wav_of


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_each_chime_is_a_file_while_it_is_needed_and_gone_after(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    if system == "linux" and sys.platform != "linux":
        pytest.skip("only Linux has files in memory")
    monkeypatch.setattr(sys, "platform", system)
    with closing(ChimeFiles(30)) as files:
        paths = [files.path(chime) for chime in CHIMES]
        for _ in range(2):  # each reader begins at the beginning
            assert [path.read_bytes() for path in paths] == [wav_of(each, 30) for each in CHIMES]
        assert [files.path(chime) for chime in CHIMES] == paths
    assert not any(path.exists() for path in paths)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has files in memory")
def test_on_linux_it_is_in_memory_so_that_a_kill_leaves_nothing() -> None:
    with closing(ChimeFiles(30)) as files:
        path = files.path(CHIMES[0])
        assert path.is_relative_to("/proc")
        assert "memfd" in str(path.readlink())
