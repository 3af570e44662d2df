"""What doctor says where something is amiss, with each fault made to be there."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from calmcli.cli import doctor
from calmcli.doctor import Finding, Surroundings, examine, hearing, worst
from calmcli.first import FirstFrame
from calmcli.paths import Places
from calmcli.store.care import look_after
from calmcli.store.checking import Checkup
from calmcli.store.connection import Store
from calmcli.store.pending import put_pending
from calmcli.words import doctor as said
from sample_rows import a_row, places_in

Capture = pytest.CaptureFixture[str]
NO_PROGRAMS: list[object] = []


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path / "home")


@pytest.fixture
def kept(places: Places) -> Places:
    """The places of a journal of one session, with one copy."""
    with Store.open(places.journal) as store:
        store.put("entries", a_row(1))
    look_after(places.journal)
    return places


def home_of(places: Places) -> Path:
    return places.journal.parent


def around(
    places: Places, environ: Mapping[str, str] | None = None, **changes: object
) -> Surroundings:
    usual = {"CALMCLI_HOME": str(home_of(places)), "TERM": "xterm-256color"}
    known: dict[str, object] = {
        "environ": usual | dict(environ or {}),
        "terminals": {"stdin": True, "stdout": True, "stderr": True},
        "encoding": "utf-8",
        "size": (80, 24),
    }
    return Surroundings(**known | changes)  # type: ignore[arg-type]


def found(
    places: Places, what: str, environ: Mapping[str, str] | None = None, **changes: object
) -> Finding:
    findings = {each.id: each for each in examine(around(places, environ, **changes))}
    return findings[what]


def everything_in(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path.relative_to(folder)): (
            path.stat().st_mode,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in folder.rglob("*")
    }


def test_where_nothing_is_amiss_all_of_it_is_fine_and_nothing_is_changed(kept: Places) -> None:
    before = everything_in(home_of(kept))
    findings = examine(around(kept))
    assert {finding.standing for finding in findings} == {"fine"}
    assert [finding.id for finding in findings] == list(said.NAMES)
    assert everything_in(home_of(kept)) == before


def test_before_anything_is_kept_nothing_is_made(places: Places) -> None:
    assert worst(examine(around(places))) == "fine"
    assert not home_of(places).exists()


@pytest.mark.parametrize(
    ("what", "environ", "changes", "told"),
    [
        ("terminal", {}, {"terminals": {"stdin": False, "stdout": True}}, "None for what is typed"),
        ("terminal", {"TERM": "dumb"}, {}, "TERM is dumb"),
        ("terminal", {"TERM": ""}, {}, "TERM is not set"),
        ("terminal", {}, {"size": (19, 24)}, "19 columns and 24 rows"),
        ("terminal", {}, {"size": None}, "0 columns and 0 rows"),
        ("letters", {}, {"encoding": "iso8859-1"}, "iso8859-1, so shapes are drawn in ASCII"),
        ("colours", {"CALMCLI_THEME": "\x1b[31mpink"}, {}, "CALMCLI_THEME names 'pink'"),
    ],
)
def test_a_terminal_that_can_do_less_is_worth_a_look(
    places: Places, what: str, environ: dict[str, str], changes: dict[str, object], told: str
) -> None:
    finding = found(places, what, environ, **changes)
    assert finding.standing == "look"
    assert told in finding.told


def test_on_windows_no_term_is_needed(places: Places) -> None:
    finding = found(places, "terminal", {"TERM": ""}, has_terms=False)
    assert (finding.standing, finding.told) == ("fine", "80 columns and 24 rows, Windows.")


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({"NO_COLOR": "1"}, "None, as NO_COLOR asks."),
        ({"COLORTERM": "truecolor"}, "All of them."),
        ({}, "256."),
        ({"TERM": "linux"}, "A few"),
    ],
)
def test_the_colours_there_are_are_told(places: Places, environ: dict[str, str], told: str) -> None:
    assert found(places, "colours", environ).told.startswith(told)


def test_a_locale_that_is_not_installed_is_worth_a_look(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "xx_XX.UTF-8")
    finding = found(places, "letters")
    assert (finding.standing, finding.told) == ("look", said.NO_LOCALE)


def test_a_file_where_a_folder_has_to_be_does_not_work(places: Places) -> None:
    home_of(places).mkdir()
    places.pending.write_text("")
    finding = found(places, "folders")
    assert (finding.standing, finding.told) == ("fails", said.A_FILE.format(path=places.pending))


def test_a_folder_that_cannot_be_written_to_does_not_work(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _mode: path != home_of(places).parent)
    finding = found(places, "folders")
    assert finding.standing == "fails"
    assert str(home_of(places).parent) in finding.told


@pytest.mark.parametrize(
    ("free", "standing"), [(999_999, "fails"), (19_000_000, "look"), (21_000_000, "fine")]
)
def test_too_little_room_is_told_before_it_runs_out(
    places: Places, monkeypatch: pytest.MonkeyPatch, free: int, standing: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=free))
    assert found(places, "space").standing == standing


def test_a_damaged_journal_does_not_work_and_its_newest_copy_is_named(kept: Places) -> None:
    kept.journal.write_bytes(b"not a journal")
    finding = found(kept, "journal")
    assert finding.standing == "fails"
    assert "calmcli journal restore" in finding.to_do


def test_a_damaged_journal_without_a_copy_can_be_begun_anew(places: Places) -> None:
    home_of(places).mkdir()
    places.journal.write_bytes(b"")
    assert "--empty" in found(places, "journal").to_do


def test_a_journal_that_is_not_wanted_is_not_missed(places: Places) -> None:
    home_of(places).mkdir()
    places.settings.write_text("journal = false\n")
    assert found(places, "journal").told == said.NOT_KEPT


def test_a_copy_that_cannot_be_used_is_worth_a_look(kept: Places) -> None:
    copy = next(kept.backups.glob("*.db"))
    copy.write_bytes(b"not a copy")
    finding = found(kept, "copies")
    assert (finding.standing, str(copy) in finding.told) == ("look", True)


def test_what_waits_is_fine_and_what_cannot_be_understood_is_worth_a_look(places: Places) -> None:
    put_pending(places.pending, "entries", a_row(1))
    assert found(places, "waiting").told == said.WAITS.format(count=1)
    (places.pending / "odd.json").write_text("{")
    assert found(places, "waiting").standing == "look"


@pytest.mark.skipif(os.name == "nt", reason="modes are a POSIX thing")
def test_a_journal_that_others_can_read_is_worth_a_look(kept: Places) -> None:
    home_of(kept).chmod(0o755)
    kept.journal.chmod(0o644)
    finding = found(kept, "privacy")
    assert finding.standing == "look"
    assert finding.to_do == said.CLOSE.format(folder=home_of(kept))


@pytest.mark.parametrize(
    ("checkup", "told"),
    [
        (Checkup(is_erasing=True), said.ERASING),
        (Checkup(set_aside=[Path("old.db")]), said.SET_ASIDE.format(path="old.db")),
    ],
)
def test_words_that_were_to_be_gone_are_worth_a_look(
    places: Places, monkeypatch: pytest.MonkeyPatch, checkup: Checkup, told: str
) -> None:
    monkeypatch.setattr("calmcli.doctor.keeping.check_up", lambda _places: checkup)
    finding = found(places, "privacy")
    assert (finding.standing, finding.told) == ("look", told)


def test_settings_that_do_not_count_are_told_with_their_line(places: Places) -> None:
    home_of(places).mkdir()
    places.settings.write_text("plain = true\ncolour = 1\n")
    finding = found(places, "settings")
    assert finding.standing == "look"
    assert finding.problems[0].startswith("settings.toml:2: unknown key 'colour'")


def test_scripts_and_visits_that_cannot_be_used_are_told_with_line_and_column(
    places: Places,
) -> None:
    for folder in (places.scripts, places.visits):
        folder.mkdir(parents=True)
        (folder / "mine.yaml").write_text("format: 1\nkind: nonsense\n")
    for what in ("scripts", "visits"):
        finding = found(places, what)
        assert finding.standing == "fails"
        assert any(problem.startswith("mine.yaml:2:7: ") for problem in finding.problems)


@pytest.mark.parametrize(("name", "programs"), [("voice", "speech"), ("chimes", "player")])
def test_sound_is_missed_only_where_it_is_switched_on(
    places: Places, monkeypatch: pytest.MonkeyPatch, name: str, programs: str
) -> None:
    monkeypatch.setattr(hearing, f"{programs}_programs", lambda: NO_PROGRAMS)
    assert found(places, name).standing == "fine"
    home_of(places).mkdir()
    places.settings.write_text(f"sound.{name} = true\n")
    assert found(places, name).standing == "fails"


def test_what_broke_before_is_named(places: Places) -> None:
    places.logs.mkdir(parents=True)
    (places.logs / "fault-1.txt").write_text("")
    finding = found(places, "faults")
    assert (finding.standing, str(places.logs / "fault-1.txt") in finding.told) == ("look", True)


def test_where_no_home_can_be_found_the_rest_is_told_nevertheless(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "expanduser", _no_home)
    findings = {each.id: each for each in examine(around(places))}
    assert findings["folders"].standing == "fails"
    assert {"terminal", "voice", "chimes"} <= set(findings)


def _no_home(path: Path) -> Path:
    raise RuntimeError(path)


def typed(*argv: str) -> int:
    return doctor.run("doctor", list(argv), FirstFrame())


def test_what_does_not_work_is_told_with_what_to_do_and_by_the_exit_code(
    kept: Places, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALMCLI_HOME", str(home_of(kept)))
    assert typed() == 0
    kept.journal.write_bytes(b"not a journal")
    assert typed() == 1
    lines = capsys.readouterr().out.splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("Journal: does not work. "))
    assert lines[at + 1].startswith("  'calmcli journal restore' puts the copy of ")
    assert lines[-1] == "What does not work here: 1."


def test_json_says_the_same(kept: Places, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALMCLI_HOME", str(home_of(kept)))
    kept.settings.write_text("colour = 1\n")
    assert typed("--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema_version"] == 1
    assert told["standing"] == "look"
    (settings,) = (check for check in told["checks"] if check["id"] == "settings")
    assert settings["standing"] == "look"
    assert settings["problems"] == [
        line for line in settings["problems"] if line.startswith("settings.toml:1: ")
    ]
