"""`calmcli keys`: what each key does, with a person's own."""

import json
from pathlib import Path

import pytest

from calmcli.cli.keys import run
from calmcli.first import FirstFrame
from calmcli.settings.bindings import DEFAULT_KEYS
from calmcli.words import keys as said


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    return tmp_path


def test_everything_that_has_a_key_is_listed_once(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("keys", [], FirstFrame()) == 0
    lines = capsys.readouterr().out.splitlines()
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(listed) == sorted(DEFAULT_KEYS)
    assert lines[-len(said.HOW_TO_SET) :] == list(said.HOW_TO_SET)
    assert max(map(len, lines)) <= 100


def test_own_keys_are_named_and_what_does_not_count_is_complained_of(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "settings.toml").write_text('[keys]\n"session.pause" = "p"\nblank = "n"\n')
    assert run("keys", ["--json"], FirstFrame()) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert told["schema_version"] == 1
    keys = {each["id"]: each for each in told["keys"]}
    assert keys["session.pause"] == {
        "id": "session.pause",
        "keys": ["p"],
        "default": ["space"],
        "does": "Pause, and go on",
    }
    assert keys["blank"]["keys"] == ["b"]
    assert "settings.toml:3: 'blank' cannot be n" in err
