import io
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from calmcli.cli.journal import run
from calmcli.errors import CalmError, UsageError
from calmcli.first import FirstFrame
from calmcli.journal.editing import delete_entries, keep_entry
from calmcli.store.connection import Store
from sample_entries import an_entry
from sample_rows import places_in, row_id

Type = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two sessions, one that was deleted, and files beside them."""
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    places = places_in(tmp_path / "home")
    for number in (1, 2, 3):
        keep_entry(places, an_entry(number))
    delete_entries(places, [an_entry(3)])
    return tmp_path


@pytest.fixture
def typing(capsys: pytest.CaptureFixture[str]) -> Type:
    def type_command(*argv: str) -> tuple[int, str, str]:
        code = run("journal", list(argv), FirstFrame())
        return code, *capsys.readouterr()

    return type_command


def test_an_export_is_written_for_its_owner_alone_and_never_over_another_file(
    home: Path, typing: Type
) -> None:
    assert typing("export", "-o", "mine.json") == (0, "mine.json is written.\n", "")
    written = home / "mine.json"
    told = written.read_bytes()
    assert len(json.loads(told)["entries"]) == 2
    if os.name == "posix":
        assert written.stat().st_mode & 0o777 == 0o600
    with pytest.raises(UsageError, match=r"'mine\.json' is there already"):
        run("journal", ["export", "-o", "mine.json"], FirstFrame())
    assert written.read_bytes() == told
    assert sorted(path.name for path in home.iterdir()) == ["home", "mine.json"]


def test_an_export_without_a_file_is_the_same_on_standard_output(home: Path, typing: Type) -> None:
    for form in ("json", "csv", "md"):
        typing("export", "--format", form, "-o", f"mine.{form}")
        told = (home / f"mine.{form}").read_bytes().decode()
        code, out, err = typing("export", "--format", form)
        assert (code, err) == (0, "")
        assert out.splitlines() == told.splitlines()


@pytest.mark.parametrize("name", ["nowhere/mine.json", "mine\0.json", ".", ""])
def test_where_no_file_can_be_written_it_says_so(home: Path, name: str) -> None:
    with pytest.raises(CalmError):
        run("journal", ["export", "-o", name], FirstFrame())


def test_what_is_imported_is_counted(
    home: Path, typing: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing("export", "-o", "mine.json")
    monkeypatch.setenv("CALMCLI_HOME", str(home / "other"))
    for number in (1, 3):
        keep_entry(places_in(home / "other"), an_entry(number))
    code, out, err = typing("import", "mine.json")
    assert (code, err) == (0, "")
    copies = sorted((home / "other" / "backups").iterdir())
    assert out.splitlines() == [
        "Sessions: 1 new, 0 newer than here, 1 left as they were.",
        "Deleted there, and now here too: 1.",
        f"Before that a copy of the journal was made: {copies[-1]}",
    ]
    with Store.open_to_read(copies[-1]) as store:  # neither what is gone nor what is new
        assert [row["id"] for row in store.rows("entries")] == [row_id(1)]
    stdin = io.TextIOWrapper(io.BytesIO((home / "mine.json").read_bytes()))
    monkeypatch.setattr("sys.stdin", stdin)
    assert typing("import", "-")[1] == "Sessions: 0 new, 0 newer than here, 2 left as they were.\n"
    assert sorted((home / "other" / "backups").iterdir()) == copies


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere.json", "nowhere.json: there is no such file."),
        (".", ".: this is no ordinary file; with - as its name, standard input is read."),
        ("\x1b[2Jx", "x: there is no such file."),
        ("a\0b", "ab: it cannot be read here."),
    ],
)
def test_a_file_that_is_not_there_is_named(home: Path, name: str, words: str) -> None:
    with pytest.raises(CalmError) as told:
        run("journal", ["import", name], FirstFrame())
    assert str(told.value) == words


def test_what_does_not_fit_is_told_with_its_place_and_nothing_is_imported(
    home: Path, typing: Type
) -> None:
    typing("export", "--format", "csv", "-o", "mine.csv")
    table = (home / "mine.csv").read_text(encoding="utf-8-sig")
    (home / "spoiled.csv").write_text(table.replace('"7"', '"70"'), encoding="utf-8")
    with pytest.raises(UsageError) as told:
        run("journal", ["import", "spoiled.csv"], FirstFrame())
    assert str(told.value) == (
        "spoiled.csv: line 2: 'before' has to be a whole number from 0 to 10, or nothing;"
        " nothing was imported."
    )


def test_what_only_a_newer_calmcli_knows_is_left_out_and_said(home: Path, typing: Type) -> None:
    typing("export", "-o", "mine.json")
    told = json.loads((home / "mine.json").read_bytes())
    told["entries"][0]["mood"] = "blue"
    (home / "newer.json").write_text(json.dumps(told))
    code, _, err = typing("import", "newer.json")
    assert (code, err.count("newer calmcli")) == (0, 1)


def test_an_export_of_which_a_part_could_not_be_read_says_so(home: Path, typing: Type) -> None:
    (home / "home" / "pending").mkdir(exist_ok=True)
    (home / "home" / "pending" / "notes.txt").write_text("mine")
    code, out, err = typing("export")
    assert (code, len(json.loads(out)["entries"])) == (1, 2)
    assert err.endswith("it may not be everything.\n")
