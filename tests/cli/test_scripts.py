import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from calmcli.cli.scripts import parser, run
from calmcli.content.model import SCRIPT_SHAPES
from calmcli.content.shipped import SCHEMA, SHIPPED
from calmcli.content.starter import starter
from calmcli.errors import CalmError, UsageError
from calmcli.first import FirstFrame
from calmcli.words.scripts import STANDS_IN
from content.samples import GOOD, GROUNDING, altered

Type = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def typing(capsys: pytest.CaptureFixture[str]) -> Type:
    """Type what follows `scripts`: the exit code and what it said; nothing was complained of."""

    def type_command(*argv: str) -> tuple[int, str]:
        code = run("scripts", list(argv), FirstFrame())
        out, err = capsys.readouterr()
        assert err == ""
        return code, out

    return type_command


def written(folder: Path, text: str, name: str = "my.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# the list


def test_the_scripts_are_listed_kind_by_kind_under_headings(typing: Type) -> None:
    _, out = typing("list")
    groups = [group.splitlines() for group in out.split("\n\n")]
    assert [heading.split()[0].casefold() for heading, *_ in groups] == list(SCRIPT_SHAPES)
    assert [line.split()[0] for _, *lines in groups for line in lines] == list(SHIPPED)
    assert max(map(len, out.splitlines())) <= 80


def test_a_script_of_ones_own_is_marked_and_one_in_place_of_another_too(
    home: Path, typing: Type
) -> None:
    written(home / "scripts", GOOD, "mine.yaml")
    written(home / "scripts", altered(GOOD, ("id: my-own", "id: box")), "box.yaml")
    _, out = typing("list")
    (mine,) = [line for line in out.splitlines() if line.startswith("  my-own ")]
    (box,) = [line for line in out.splitlines() if line.startswith("  box ")]
    assert mine.endswith("5:00  My own  (yours)")
    assert box.endswith(f"5:00  My own{STANDS_IN}")
    assert out.index("  box ") < out.index("\nRelaxation")


# the check


def test_hints_alone_leave_a_script_playable_and_the_check_content(
    tmp_path: Path, typing: Type
) -> None:
    path = written(tmp_path, altered(GROUNDING, ("Look around", "Just look around")))
    code, out = typing("check", str(path))
    assert code == 0
    assert out.startswith(f"{path}:10:16: hint: ")


def test_a_check_for_programs_names_file_place_and_what_to_do(tmp_path: Path, typing: Type) -> None:
    broken = written(tmp_path, altered(GOOD, ("seconds: 4", "secnds: 4")))
    hinted = written(tmp_path, altered(GROUNDING, ("Look", "Just look")), "other.yaml")
    code, out = typing("check", str(broken), str(hinted), "--json")
    told = json.loads(out)
    assert (code, told["schema_version"]) == (1, 1)
    assert told["problems"] == [
        {
            "file": str(broken),
            "line": 10,
            "column": 5,
            "severity": "error",
            "message": "unknown key 'secnds'",
            "hint": "did you mean 'seconds'?",
        },
        {
            "file": str(hinted),
            "line": 10,
            "column": 16,
            "severity": "hint",
            "message": "'Just' is among the words to avoid",
            "hint": "leave it out: it makes light of what may be hard",
        },
    ]


def test_a_check_for_programs_has_a_list_even_when_nothing_is_wrong(
    tmp_path: Path, typing: Type
) -> None:
    code, out = typing("check", str(written(tmp_path, GROUNDING)), "--json")
    assert (code, json.loads(out)) == (0, {"schema_version": 1, "problems": []})


@pytest.mark.parametrize("name", ["my-own", "morning", "morning.yaml"])
def test_ones_own_is_checked_by_its_id_or_its_name_from_any_folder(
    home: Path, typing: Type, name: str
) -> None:
    path = written(home / "scripts", altered(GOOD, ("seconds: 4", "secnds: 4")), "morning.yaml")
    code, out = typing("check", name)
    assert (code, out.partition(": ")[0]) == (1, f"{Path('scripts', 'morning.yaml')}:10:5")
    (problem,) = json.loads(typing("check", name, "--json")[1])["problems"]
    assert problem["file"] == str(path)


def test_a_template_of_ones_own_is_checked_by_its_id_too(home: Path, typing: Type) -> None:
    typing("new", "visit", "hearing", "--own")
    assert typing("check", "hearing") == (0, "")
    written(home / "visits", "format: 1\n", "hearing.yaml")
    assert typing("check", "hearing")[0] == 1


def test_a_person_at_a_terminal_is_told_that_there_is_nothing_to_mend(
    home: Path,
    typing: Type,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = [str(written(home, GOOD, name)) for name in ("one.yaml", "two.yaml")]
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert run("scripts", ["check", *paths], FirstFrame()) == 0
    assert capsys.readouterr() == ("", "2 files checked, nothing to mend.\n")
    assert run("scripts", ["check", *paths, "--json"], FirstFrame()) == 0
    assert capsys.readouterr().err == ""


def test_a_file_that_is_named_goes_before_ones_own_of_this_name(
    home: Path, typing: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(home / "scripts", "format: 1\n", "my.yaml")
    written(home, GOOD, "my.yaml")
    monkeypatch.chdir(home)
    assert typing("check", "my.yaml") == (0, "")


def test_a_check_of_nothing_named_goes_through_all_of_ones_own(home: Path, typing: Type) -> None:
    written(home / "scripts", altered(GOOD, ("seconds: 4", "secnds: 4")), "broken.yaml")
    written(home / "scripts", GROUNDING, "sound.yaml")
    written(home / "visits", "format: 1\n", "hearing.yaml")
    code, out = typing("check", "--json")
    files = {Path(problem["file"]).name for problem in json.loads(out)["problems"]}
    assert (code, files) == (1, {"broken.yaml", "hearing.yaml"})


def test_a_check_of_all_tells_of_an_id_that_is_taken_and_of_a_file_in_the_wrong_folder(
    home: Path, typing: Type
) -> None:
    written(home / "scripts", GOOD, "my-own.yaml")
    written(home / "scripts", GOOD, "again.yaml")
    written(home / "visits", GROUNDING, "ground.yaml")
    code, out = typing("check")
    first, second = out.split("\n\n")
    assert code == 1
    assert "its id 'my-own' is already that of my-own.yaml" in first
    assert second.startswith(f"{Path('visits', 'ground.yaml')}:")


def test_a_check_with_nothing_written_yet_says_where_it_would_belong(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("scripts", ["check"], FirstFrame()) == 0
    assert str(home / "scripts") in capsys.readouterr().err


def test_a_name_that_nothing_has_is_answered_with_where_ones_own_belong(
    home: Path, typing: Type
) -> None:
    code, out = typing("check", "blood-test")
    assert code == 1
    assert "nothing of yours has this id" in out
    assert str(home / "scripts") in out
    assert str(home / "visits") in out


def test_a_folder_is_said_to_be_one(home: Path, typing: Type) -> None:
    (home / "scripts").mkdir()
    code, out = typing("check", str(home / "scripts"))
    assert (code, "this is a folder" in out) == (1, True)


def test_a_file_that_is_not_there_is_an_error_of_the_check(tmp_path: Path, typing: Type) -> None:
    code, out = typing("check", str(tmp_path / "gone.yaml"), "--json")
    (problem,) = json.loads(out)["problems"]
    assert (code, problem["severity"]) == (1, "error")


# a new one


@pytest.mark.parametrize("kind", SCRIPT_SHAPES)
def test_a_starter_is_printed_and_checks_well_once_saved(
    tmp_path: Path, typing: Type, kind: str
) -> None:
    code, out = typing("new", kind, "slow-morning")
    assert (code, out) == (0, starter(kind, "slow-morning"))
    assert typing("check", str(written(tmp_path, out))) == (0, "")


def test_a_starter_is_written_for_its_owner_alone(tmp_path: Path, typing: Type) -> None:
    path = tmp_path / "my room.yaml"
    assert typing("new", "grounding", "-o", str(path)) == (0, f"{path} is written.\n")
    assert path.read_bytes() == starter("grounding").encode()
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_starter_for_the_folder_of_ones_own_scripts_makes_that_folder(
    home: Path, typing: Type
) -> None:
    typing("new", "breathing", "slow-morning", "-o", str(home / "scripts" / "slow-morning.yaml"))
    assert "slow-morning" in typing("list")[1]
    if os.name == "posix":
        assert (home / "scripts").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("kind", "folder"), [("grounding", "scripts"), ("visit", "visits")])
def test_a_starter_goes_straight_among_ones_own(
    home: Path, typing: Type, kind: str, folder: str
) -> None:
    path = home / folder / "slow-morning.yaml"
    assert typing("new", kind, "slow-morning", "--own") == (0, f"{path} is written.\n")
    assert path.read_text(encoding="utf-8") == starter(kind, "slow-morning")
    with pytest.raises(UsageError, match="is there already"):
        typing("new", kind, "slow-morning", "--own")


@pytest.mark.parametrize("argv", [(), ("../out",)], ids=["no id", "no id that can be one"])
def test_a_starter_among_ones_own_needs_an_id(
    home: Path, typing: Type, argv: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError):
        typing("new", "grounding", *argv, "--own")
    assert not list(home.iterdir())


@pytest.mark.parametrize("argv", [("new", "grounding"), ("schema",)])
def test_nothing_is_ever_written_over(tmp_path: Path, typing: Type, argv: tuple[str, ...]) -> None:
    path = written(tmp_path, "mine\n")
    with pytest.raises(UsageError, match="is there already") as caught:
        typing(*argv, "-o", str(path))
    assert caught.value.exit_code == 2
    assert path.read_text(encoding="utf-8") == "mine\n"


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path, typing: Type) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        typing("new", "grounding", "-o", str(tmp_path / "gone" / "my.yaml"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_said_so_calmly(tmp_path: Path, typing: Type) -> None:
    in_the_way = written(tmp_path, "", "not-a-folder")
    for name in (str(in_the_way / "my.yaml"), str(tmp_path / "my\0.yaml")):
        with pytest.raises(CalmError, match="cannot be written") as caught:
            typing("new", "grounding", "-o", name)
        assert caught.value.exit_code == 1


def test_without_a_home_a_starter_is_still_written(
    tmp_path: Path, typing: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALMCLI_HOME", "~nobody-of-this-name/x")
    path = tmp_path / "my.yaml"
    assert typing("new", "grounding", "-o", str(path))[0] == 0
    assert path.exists()
    with pytest.raises(UsageError, match="there is no folder"):
        typing("new", "grounding", "-o", str(tmp_path / "gone" / "my.yaml"))


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["new"], "KIND"),
        (["new", "grunding"], "no kind is called 'grunding'; did you mean 'grounding'?"),
        (["new", "yoga"], "breathing, relaxation, visualization, grounding"),
        (["new", "grounding", "one", "two"], "'two' is not known here"),
    ],
)
def test_a_kind_that_is_mistyped_is_named_with_those_there_are(argv: list[str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parser("scripts").parse_strictly(argv)
    assert words in str(caught.value)
    assert "invalid" not in str(caught.value)
    assert "\n" not in str(caught.value)


# the schema


def test_the_schema_is_printed_and_written_as_it_is_shipped(tmp_path: Path, typing: Type) -> None:
    path = tmp_path / SCHEMA.name
    assert typing("schema", "-o", str(path))[0] == 0
    assert typing("schema") == (0, SCHEMA.read_text(encoding="utf-8"))
    assert path.read_bytes() == SCHEMA.read_bytes()


def test_a_favourite_stands_first_in_its_kind_and_can_be_taken_back(
    home: Path,
    typing: Type,
) -> None:
    assert typing("favourite", "ramp")[1] == "Slowly longer is a favourite now.\n"
    listed = typing("list")[1].splitlines()
    assert listed[1].endswith("Slowly longer  (favourite)")
    described = json.loads(typing("list", "--json")[1])["scripts"]
    assert [each["id"] for each in described if each["favourite"]] == ["ramp"]
    assert typing("unfavourite", "ramp")[0] == 0
    assert "favourite" not in typing("list")[1]
