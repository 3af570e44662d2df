import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from calmcli.cli.main import run
from calmcli.content.starter import starter
from calmcli.first import FirstFrame
from calmcli.words import papers
from calmcli.words import visits as said
from interpreters import QUICK

Type = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    return tmp_path


@pytest.fixture
def typing(home: Path, capsys: pytest.CaptureFixture[str]) -> Type:
    """Type `calmcli visit`: its exit code, what it said, what it complained of."""

    def type_command(*argv: str) -> tuple[int, str, str]:
        code = run(["visit", *argv], FirstFrame())
        return code, *capsys.readouterr()

    return type_command


@pytest.fixture
def made(typing: Type) -> Type:
    """One visit is there already."""
    code, _, err = typing(
        *("new", "--name", "Needle", "--template", "blood-test", "--at", "2026-12-03 14:20"),
        *("--with", "My sister", "--need", "Please ask first.", "--need", "I like to look away."),
        *("--signal", "a raised hand", "--question", "What for?", "--breath", "in 4, out 6"),
        *("--way-out", "down the stairs", "--faint", "--add-step", "Tea"),
    )
    assert (code, err) == (0, "")
    return typing


def test_a_day_that_has_passed_is_kept_and_said(typing: Type) -> None:
    past, future = (typing("new", "--name", "X", "--at", f"3 March {y}")[1] for y in (2001, 2090))
    assert said.HAS_PASSED in past
    assert said.HAS_PASSED not in future
    assert said.HAS_PASSED not in typing("edit", "1", "--with", "My sister")[1]


def shown(typing: Type, *argv: str) -> Any:
    code, out, err = typing(*argv, "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["schema_version"] == 1
    return told


def test_a_card_with_nothing_on_it_is_not_written_and_it_says_what_to_do(
    home: Path, typing: Type
) -> None:
    typing("new", "--name", "Needle")
    code, out, err = typing("card", "-o", str(home / "card.txt"))
    assert (code, out) == (2, "")
    assert err == f"calmcli: {papers.EMPTY_CARD}\n"
    typing("edit", "--breath", "in 4, out 6")
    assert typing("card", "--half", "them", "-o", str(home / "card.txt"))[0] == 2
    assert not (home / "card.txt").exists()
    assert typing("card", "-o", str(home / "card.txt"))[0] == 0


def test_a_visit_is_made_of_options_and_nothing_is_asked(made: Type) -> None:
    visit = shown(made, "show")["visit"]
    assert visit["name"] == "Needle"
    assert visit["needs"] == ["Please ask first.", "I like to look away."]
    assert (visit["who"], visit["signal"], visit["faints"]) == ("My sister", "a raised hand", True)
    assert visit["at"].startswith("2026-12-03T14:20")
    assert visit["steps"][-1]["name"] == "Tea"
    assert [step["expected"] for step in visit["steps"]] == [None] * len(visit["steps"])


def test_what_was_not_typed_is_null_and_zero_stays_zero(made: Type) -> None:
    assert made("edit", "--step", "3", "--expected", "0")[0] == 0
    assert made("review", "--step", "3", "--came", "0")[0] == 0
    steps = shown(made, "review")["steps"]
    assert (steps[2]["expected"], steps[2]["came"]) == (0, 0)
    assert (steps[3]["expected"], steps[3]["came"], steps[3]["helped"]) == (None, None, None)


def test_a_visit_is_changed_and_emptied_by_options(made: Type) -> None:
    made("edit", "needle", "--clear", "who", "--clear", "needs", "--question", "How long?")
    made("edit", "--step", "4", "--exercise", "-", "--say", "Hello", "--place", "waiting")
    made("edit", "--drop-step", "1")
    visit = shown(made, "show")["visit"]
    assert (visit["who"], visit["needs"]) == (None, [])
    assert visit["questions"] == ["What for?", "How long?"]
    step = visit["steps"][2]
    assert (step["name"], step["exercise"], step["say"]) == ("Getting there", None, "Hello")
    assert visit["edited_at"] >= visit["started_at"]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["show", "nothing"], "no visit fits 'nothing'"),
        (["edit", "--step", "99", "--expected", "3"], "a step from 1 to 15 is needed, not '99'"),
        (["edit", "--expected", "3"], "which step is meant?"),
        (["edit", "--step", "1", "--expected", "11"], "0 to 10 fits here"),
        (["edit", "--at", "soon"], "'soon' is no day or time here"),
        (["edit", "--at", "2026-02-30"], "'2026-02-30' is no day or time"),
        (["edit", "--step", "x", "--say", "a"], "the number of a step is needed"),
        (["new", "--name", "a", "--template", "dentst"], "did you mean 'dentist'?"),
        (["new", "--name", "x" * 201], "201 characters"),
        (["today", "--step", "40"], "a step from 1 to 15 is needed"),
        (["say", "--frame", "ned"], "no sentence is called 'ned'"),
        (["card", "--qr", "x" * 107], "that is 107 bytes, and 106 fit"),
        (["card", "--qr", "x", "-o", "card.txt"], "--format html"),
        (["ics", "--remind", "0"], "a whole number of minutes from 1"),
        (["lst"], "lst"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(
    made: Type, argv: list[str], words: str
) -> None:
    before = shown(made, "list")
    code, out, err = made(*argv)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
    assert shown(made, "list") == before


def test_a_list_is_numbered_and_an_empty_one_says_so(typing: Type) -> None:
    assert typing("list") == (0, f"{said.NONE_YET}\n", "")
    typing("new", "--name", "Later", "--at", "2099-12-03 14:20")
    typing("new", "--name", "Sooner", "--at", "2099-12-02")
    assert typing("list")[1].splitlines() == [
        "  1 Sooner, Wed 2 Dec 2099",
        "  2 Later, Thu 3 Dec 2099, 14:20",
    ]


def test_the_templates_are_listed_with_ones_own(typing: Type, home: Path) -> None:
    folder = home / "home" / "visits"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(starter("visit", "mine"), encoding="utf-8")
    told = shown(typing, "templates")["templates"]
    assert [each["id"] for each in told][-1] == "mine"
    assert told[-1]["origin"] == "personal"
    assert len(told) == 9
    typing("new", "--name", "Own", "--template", "mine")
    assert [step["name"] for step in shown(typing, "show")["visit"]["steps"]] == [
        "Book",
        "The night before",
        "Waiting room",
    ]


def test_a_card_is_shown_then_written_for_its_owner_and_never_over_another(
    made: Type, home: Path
) -> None:
    for form, ending in (("text", "txt"), ("markdown", "md"), ("html", "html")):
        path = home / f"card.{ending}"
        code, out, _ = made("card", "--format", form, "-o", str(path))
        assert code == 0
        assert out.index("Please ask first.") < out.index(f"{path} is written.")
        assert "Please ask first." in path.read_text(encoding="utf-8")
        if os.name == "posix":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
    code, _, err = made("card", "-o", str(home / "card.txt"))
    assert (code, "is there already" in err, "--replace" in err) == (2, True, True)
    made("edit", "--need", "One more thing.")
    assert made("card", "-o", str(home / "card.txt"), "--replace")[0] == 0
    assert "One more thing." in (home / "card.txt").read_text(encoding="utf-8")


def test_each_form_of_the_card_can_be_piped(made: Type) -> None:
    assert made("card", "--half", "me")[1].startswith("Needle, Thu 3 Dec 2026, 14:20\n\nMy own")
    assert made("card", "--format", "markdown")[1].startswith("# Needle")
    page = made("card", "--format", "html", "--qr", "I may faint.")[1]
    assert page.startswith("<!DOCTYPE html>")
    assert "<svg" in page


def test_a_code_is_drawn_in_half_blocks(made: Type) -> None:
    code, out, _ = made("card", "--qr", "I may faint.")
    assert code == 0
    assert len(out.splitlines()) <= 23
    assert set(out) <= set(" ▀▄█\n")


def test_a_sentence_is_filled_in_and_put_on_the_card(made: Type) -> None:
    _, out, _ = made("say", "--frame", "need", "--fill", "to sit up", "--visit", "needle")
    assert out.startswith("Before we begin, I need to sit up.\n")
    assert "Before we begin, I need to sit up." in made("card")[1]
    assert made("say", "--frame", "stop")[1] == "When I ____, please stop until I say go on.\n"


def test_what_to_tell_them_next_time_is_carried_on_wish(made: Type) -> None:
    made("review", "--next-time", "The window seat helped.")
    made("new", "--name", "Following", "--carry")
    made("new", "--name", "Without")
    assert "From last time: The window seat helped." in made("card", "following")[1]
    assert "window" not in made("card", "without")[1]


def test_today_lists_the_steps_on_the_clock(made: Type) -> None:
    _, out, _ = made("today", "--list")
    assert "  6 14:10     Waiting room, facts" in out
    due = shown(made, "today")["steps"]
    assert due[5] == {
        "number": 6,
        "time": "14:10",
        "now": False,
        "step": "Waiting room",
        "place": "waiting",
        "exercise": "facts",
    }


def test_the_ladder_and_the_review_are_told_to_programs_too(made: Type) -> None:
    made("edit", "--step", "2", "--expected", "4")
    told = shown(made, "ladder")
    assert told["next"] == "Tell the clinic what I need"
    assert told["steps"] == [{"name": "Tell the clinic what I need", "expected": 4}]


def test_a_calendar_file_needs_a_day_and_has_lines_as_the_format_asks(
    made: Type, home: Path
) -> None:
    path = home / "visit.ics"
    assert made("ics", "-o", str(path), "--remind", "60", "--lasts", "30")[0] == 0
    written = path.read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    made("new", "--name", "Open")
    code, _, err = made("ics", "open")
    assert (code, "no day yet" in err) == (2, True)


def test_a_visit_is_deleted_with_yes(made: Type) -> None:
    assert made("delete", "needle", "--yes")[0] == 0
    assert made("list")[1] == f"{said.NONE_YET}\n"


ANSWERS = """\
2
Blood test
tomorrow 9:30
My sister
1

n
.

"""


def program(home: Path, typed: str, *argv: str) -> subprocess.CompletedProcess[str]:
    """The real program, fed from a file of lines."""
    source = home / "lines"
    source.write_text(typed, encoding="utf-8")
    with source.open(encoding="utf-8") as lines:
        return subprocess.run(
            [sys.executable, "-m", "calmcli", *argv],
            stdin=lines,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


def test_the_real_program_asks_from_a_file_of_lines(home: Path) -> None:
    ended = program(home, ANSWERS, "visit", "new")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert said.KEPT["journal"] in ended.stdout
    (visit,) = json.loads(program(home, "", "visit", "list", "--json").stdout)["visits"]
    assert (visit["name"], visit["who"], visit["faints"]) == ("Blood test", "My sister", False)
    assert visit["needs"] == ["I may faint. I would like to lie down for this."]


def test_the_real_program_begins_the_exercise_of_a_step_and_keeps_where_it_belongs(
    home: Path,
) -> None:
    folder = home / "home" / "scripts"
    folder.mkdir(parents=True)
    (folder / "quick.yaml").write_text(QUICK, encoding="utf-8")
    assert program(home, "", "visit", "new", "--name", "Scan", "--template", "scan").returncode == 0
    edited = program(home, "", "visit", "edit", "--step", "5", "--exercise", "quick")
    assert edited.returncode == 0
    ended = program(home, "5\n7\n4\n\n", "visit", "today", "--plain")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Lower than before: 7 then, 4 now." in ended.stdout
    visit = json.loads(program(home, "", "visit", "show", "--json").stdout)["visit"]
    listed = json.loads(program(home, "", "journal", "list", "--json").stdout)
    (entry,) = listed["entries"]
    step = visit["steps"][4]
    assert (entry["visit"], entry["visit_step"]) == (visit["id"], step["id"])
    assert entry["place"] == step["place"]


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", "<!DOCTYPE html>"), ("a.MD", "# Needle"), ("a.txt", "Needle")]
)
def test_a_card_has_the_form_that_its_file_is_named_for(
    made: Type, tmp_path: Path, name: str, begins: str
) -> None:
    assert made("card", "-o", str(tmp_path / name))[0] == 0
    assert (tmp_path / name).read_text().startswith(begins)


def test_a_form_that_is_not_made_is_refused_with_what_leads_there(
    made: Type, tmp_path: Path
) -> None:
    code, _, err = made("card", "-o", str(tmp_path / "card.pdf"))
    assert (code, list(tmp_path.glob("card.pdf"))) == (2, [])
    assert "saved as a PDF, by any browser" in err


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_what_a_page_has_no_room_for_is_said_beside_it(made: Type, form: str) -> None:
    for number in range(40):
        made("edit", "--need", f"{number} " + "word " * 30)
    _, out, err = made("card", "--format", form)
    assert "did not fit on the page" in err
    assert "did not fit on the page" not in out


def test_the_evening_before_can_be_typed_where_minutes_can(made: Type) -> None:
    assert made("edit", "--step", "1", "--minutes", "evening")[0] == 0
    step = shown(made, "show")["visit"]["steps"][0]
    assert (step["minutes"], step["evening_before"]) == (None, True)
    assert shown(made, "today")["steps"][0]["time"] == "Wed 20:00"
    made("edit", "--step", "1", "--minutes", "-30")
    step = shown(made, "show")["visit"]["steps"][0]
    assert (step["minutes"], step["evening_before"]) == (-30, False)
