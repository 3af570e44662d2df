"""`calmcli support`, and the people of one's own, as they are typed."""

import json
from pathlib import Path

import pytest

from calmcli.cli.main import run
from calmcli.first import FirstFrame
from calmcli.settings.keys import setting_keys
from calmcli.support import countries
from calmcli.words import people as said


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    return tmp_path


def support(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = run(["support", *argv], FirstFrame())
    return code, *capsys.readouterr()


def test_a_person_is_added_listed_changed_and_taken_off(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = support(capsys, "add", "--name", "Aroha", "--reach", "027 1")
    assert (code, out, err) == (0, said.ADDED["journal"].format(name="Aroha") + "\n", "")
    support(capsys, "add", "--name", "Sam", "--note", "next door")
    assert support(capsys, "list")[1] == "1 Aroha, 027 1\n2 Sam, next door\n"
    support(capsys, "edit", "sam", "--reach", "knock")
    assert support(capsys, "list")[1] == "1 Aroha, 027 1\n2 Sam, knock, next door\n"
    assert support(capsys)[1].startswith("Your people:\n  Aroha: 027 1\n  Sam: knock\n")
    assert support(capsys, "remove", "1")[1] == said.REMOVED["journal"].format(name="Aroha") + "\n"
    assert support(capsys, "list")[1] == "1 Sam, knock, next door\n"


def test_what_was_not_typed_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answers = tmp_path / "answers"
    answers.write_text("Aroha\n027 1\n\n")
    with answers.open() as lines:
        monkeypatch.setattr("sys.stdin", lines)
        code, out, _ = support(capsys, "add")
    assert code == 0
    assert out.splitlines()[:3] == [said.ASK_NAME, said.ASK_REACH, said.ASK_NOTE]
    answers.write_text("\n\nthe one with the dog\n")
    with answers.open() as lines:
        monkeypatch.setattr("sys.stdin", lines)
        support(capsys, "edit", "1")
    assert support(capsys, "list")[1] == "1 Aroha, 027 1, the one with the dog\n"


def test_no_name_keeps_nothing(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    code, out, _ = support(capsys, "add")
    assert (code, out.splitlines()[-1]) == (0, said.NOTHING_KEPT)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["remove", "Arohaa"], "nobody called 'Arohaa' is on your list; did you mean 'Aroha'?"),
        (["edit", "7", "--note", "x"], "nobody called '7' is on your list. 'calmcli support list'"),
        (["add", "--name", "x" * 61], "--name takes 60 characters at most"),
        (["ad"], "invalid choice"),
        (["--jsn"], "did you mean '--json'?"),
        (["remove"], "WHO"),
    ],
)
def test_what_was_mistyped_is_named_in_one_line(
    argv: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    support(capsys, "add", "--name", "Aroha")
    code, out, err = support(capsys, *argv)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_programs_get_the_page_and_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    support(capsys, "add", "--name", "Aroha")
    person = {"name": "Aroha", "reach": "", "note": ""}
    answer = json.loads(support(capsys, "--country", "NZ", "--json")[1])
    assert answer["schema_version"] == 1
    assert answer["support"]["people"] == [person]
    assert answer["support"]["lines"][0]["reach"][0] == {"by": "call", "to": "1737", "words": None}
    assert answer["support"]["lines"][0]["status"] == "unverified"
    listed = json.loads(support(capsys, "list", "--json")[1])
    assert listed == {"schema_version": 1, "people": [person]}


def test_an_empty_list_says_how_to_fill_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert support(capsys, "list")[1] == f"{said.NONE_YET}\n"


def test_the_country_can_be_set(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "support.country" in setting_keys()
    run(["settings", "set", "support.country", "nz"], FirstFrame())
    capsys.readouterr()
    assert "call 111," in support(capsys)[1]
    assert "call 112," in support(capsys, "--country", "SE")[1]
    assert run(["settings", "set", "support.country", "Zealand"], FirstFrame()) == 2


@pytest.mark.parametrize("typed", ["ZZ", "XX", "EU", "1Z"])
def test_what_is_no_country_is_refused_with_where_to_find_those_there_are(
    home: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert run(["settings", "set", "support.country", typed], FirstFrame()) == 2
    assert "'calmcli support' names those it has lines for" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [*countries(), "UK", "zm"])
def test_every_country_is_taken_with_lines_or_without(
    home: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert run(["settings", "set", "support.country", typed], FirstFrame()) == 0


@pytest.mark.parametrize("typed", ["Germany", "d1", "G", ""])
def test_a_country_that_is_not_two_letters_is_refused_with_what_is_needed(
    capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    code, out, err = support(capsys, "--country", typed)
    assert (code, out) == (2, "")
    assert "two letters of a country are needed, such as DE" in err
