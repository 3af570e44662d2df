from collections.abc import Callable
from pathlib import Path

import pytest

from calmcli.cli.settings import parser, run
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.settings import Sound
from calmcli.settings.keys import meaning_of, setting_keys
from calmcli.voice.checking import Result

Type = Callable[..., str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def typing(home: Path, capsys: pytest.CaptureFixture[str]) -> Type:
    """Type what follows `settings`: what it said; nothing was complained of."""

    def type_command(*argv: str) -> str:
        assert run("settings", list(argv), FirstFrame()) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return type_command


def test_every_setting_is_listed_with_its_value_and_its_meaning(typing: Type) -> None:
    *lines, last = typing().splitlines()
    assert "'calmcli keys' lists them" in last
    assert [line.split()[0] for line in lines] == list(setting_keys())
    assert all(line.endswith(meaning_of(line.split()[0])) for line in lines)
    assert all(meaning_of(key) for key in setting_keys())
    assert "plain                  false    plain lines: for screen readers" in lines


def test_the_list_stays_within_eighty_columns_however_much_is_set(typing: Type) -> None:
    typing("set", "breathing.script", "a" * 40)
    names = [f"a rather long name, {number}" for number in range(20)]
    typing("set", "skip.always", ", ".join(names))
    lines = typing().splitlines()
    assert max(map(len, lines)) <= 80
    listed = " ".join(" ".join(lines).split())
    assert ", ".join(names) in listed
    start = [line.split()[0] for line in lines].index("breathing.script")
    assert lines[start + 1].strip() == meaning_of("breathing.script")
    assert len({line.find(line.split(maxsplit=1)[1]) for line in lines if line[0] != " "}) == 1


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["plain", "true"], "plain is now true"),
        (["breathing.minutes", "7.50"], "breathing.minutes is now 7.5"),
        (["breathing.minutes", "5"], "breathing.minutes is now 5"),
        (["skip.always", "neck,", "left", "knee"], "skip.always is now neck, left knee"),
        (["skip.always", ""], "skip.always is now default"),
        (["journal", "default"], "journal is now true"),
    ],
)
def test_one_quiet_line_says_what_is_now_set(typing: Type, typed: list[str], told: str) -> None:
    assert typing("set", *typed) == f"{told}\n"
    assert typing("get", typed[0]) == f"{told.partition(' is now ')[2]}\n"


def test_the_path_is_told_before_there_is_a_file(typing: Type, home: Path) -> None:
    assert typing("path") == f"{home / 'settings.toml'}\n"
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    "typed",
    [
        ["set"],
        ["set", "plain"],
        ["set", "plain", "maybe"],
        ["set", "breathing.minutes", "-5"],
        ["get"],
        ["get", "plian"],
        ["gte", "plain"],
        ["path", "more"],
    ],
)
def test_what_cannot_be_carried_out_is_refused_and_nothing_is_made(
    home: Path, typed: list[str]
) -> None:
    with pytest.raises(UsageError):
        run("settings", typed, FirstFrame())
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("argv", [[], ["get", "journal"]])
def test_what_does_not_count_in_the_file_is_told_beside_what_does(
    home: Path, capsys: pytest.CaptureFixture[str], argv: list[str]
) -> None:
    (home / "settings.toml").write_text("journal = false\nplain = 1\n", encoding="utf-8")
    assert run("settings", argv, FirstFrame()) == 0
    out, err = capsys.readouterr()
    assert "false" in out
    assert err == (
        "calmcli: settings.toml:2: 'plain' needs true or false, not '1'; the default is used\n"
    )


@pytest.mark.parametrize("argv", [["--help"], ["set", "--help"]])
def test_help_fits_and_shows_how_to_set_something(
    capsys: pytest.CaptureFixture[str], argv: list[str]
) -> None:
    with pytest.raises(SystemExit):
        parser("settings").parse_strictly(argv)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("usage: calmcli settings")
    assert "KEY VALUE" in lines[0]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(("failed", "code"), [(0, 0), (2, 1)])
def test_sound_check_lets_sound_be_heard_and_its_exit_code_says_whether_it_could(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failed: int,
    code: int,
) -> None:
    (home / "settings.toml").write_text("[sound]\nvolume = 12\n")

    def checked(choice: Sound, say: Callable[[str], None]) -> Result:
        say(f"at {choice.volume:g}")
        return Result(heard=4, failed=failed)

    monkeypatch.setattr("calmcli.voice.checking.sound_check", checked)
    assert run("settings", ["sound-check"], FirstFrame()) == code
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "at 12"
    assert "sound.chimes true" in lines[1]
