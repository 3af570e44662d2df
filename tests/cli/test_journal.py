import io
import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from calmcli.cli.journal import parser, run
from calmcli.errors import CalmError, UsageError
from calmcli.first import FirstFrame
from calmcli.journal.editing import keep_entry
from calmcli.journal.entries import Entry, as_json_object, to_row
from calmcli.journal.table import table
from calmcli.store.keeper import Kept
from calmcli.store.pending import put_pending
from calmcli.visits.keeping import keep_visit
from calmcli.words.journal import DELETING
from calmcli.words.session import A_PERSON_PLAIN
from sample_entries import BEGAN, an_entry
from sample_rows import places_in, row_id
from visits.samples import AT, a_visit

Type = Callable[..., str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    monkeypatch.delenv("CALMCLI_PLAIN", raising=False)
    return tmp_path


@pytest.fixture
def typing(home: Path, capsys: pytest.CaptureFixture[str]) -> Type:
    """Type what follows `journal`: what it said; nothing was complained of."""

    def type_command(*argv: str) -> str:
        assert run("journal", list(argv), FirstFrame()) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return type_command


@pytest.fixture
def sessions(home: Path) -> list[Entry]:
    """Thirty sessions in the journal, newest first."""
    kinds = ["breathing", "grounding"]
    kept = [an_entry(number, kind=kinds[number % 2], note="dark") for number in range(30)]
    for entry in kept:
        keep_entry(places_in(home), entry)
    return kept[::-1]


def ids(listed: str) -> list[str]:
    return [entry["id"] for entry in json.loads(listed)["entries"]]


def test_in_a_pipe_the_newest_twenty_are_told_in_lines_that_read_well_aloud(
    typing: Type, sessions: list[Entry]
) -> None:
    lines = typing("list").splitlines()
    assert lines[0] == (
        "Sun 20 Dec 2026 14:22, Box breathing, 4 minutes, 7 before, 4 after, id 0000001d"
    )
    assert len(lines) == 21
    assert lines[-1] == "There are older ones: 'calmcli journal list --limit 40' shows more."


def test_json_streams_every_session_as_it_is(typing: Type, sessions: list[Entry]) -> None:
    told = json.loads(typing("list", "--json"))
    assert told["schema_version"] == 1
    assert told["entries"] == [as_json_object(entry) for entry in sessions]


def test_what_is_shown_can_be_narrowed_by_kind_time_and_number(
    typing: Type, sessions: list[Entry]
) -> None:
    def narrowed(*options: str) -> list[str]:
        return ids(typing("list", "--json", *options))

    every = [entry.id for entry in sessions]
    assert narrowed("--limit", "3") == every[:3]
    assert narrowed("--kind", "grounding") == every[::2]
    since = (BEGAN + timedelta(days=20)).isoformat()
    assert narrowed("--since", since) == every[:10]
    assert narrowed("--until", since) == every[10:]
    assert narrowed("--kind", "breathing", "--since", since, "--limit", "2") == every[1:5:2]


def test_where_nothing_fits_it_says_so(typing: Type, sessions: list[Entry]) -> None:
    assert typing("list", "--kind", "relaxation") == "Nothing in the journal fits that.\n"
    assert ids(typing("list", "--kind", "relaxation", "--json")) == []


def test_a_table_has_room_in_80_columns_and_a_picture_in_more() -> None:
    rows = [(an_entry(1, after=7), "Long out-breath", "0199b421"), (an_entry(2), "Box", "0199b4")]
    rows.append((an_entry(3, before=0, after=None, ended="stopped"), "[b]x[/b]", "0199b5"))
    narrow, wide = (table(rows, width, pictures=True, year=2026) for width in (80, 110))
    assert narrow == [
        "id        when              exercise         length  rating",
        "0199b421  Sun 22 Nov 14:22  Long out-breath   4:00   7 → 7",
        "0199b4    Mon 23 Nov 14:22  Box               4:00   7 → 4",
        "0199b5    Tue 24 Nov 14:22  [b]x[/b]          4:00   0 → -   stopped",
    ]
    assert wide == [
        "id        when              exercise         length  rating",
        "0199b421  Sun 22 Nov 14:22  Long out-breath   4:00   ·······◉···  7 → 7",
        "0199b4    Mon 23 Nov 14:22  Box               4:00   ····○··●···  7 → 4",
        "0199b5    Tue 24 Nov 14:22  [b]x[/b]          4:00   ●··········  0 → -  stopped",
    ]
    long = [
        (
            an_entry(1, after=7, ended="stopped"),
            "A title of several words again and again, further on",
            "0199b421",
        )
    ]
    assert table(long, 80, pictures=True, year=2026)[1:] == [
        "0199b421  Sun 22 Nov 14:22  A title of several words      4:00   7 → 7   stopped",
        "                            again and again, further on",
    ]
    assert "22 Nov 2026 14:22" in table(rows, 80, pictures=True, year=2027)[1]


def test_one_session_is_shown_whole_by_the_beginning_of_its_id(
    home: Path, typing: Type, sessions: list[Entry]
) -> None:
    visit = a_visit(at=AT)
    keep_visit(places_in(home), visit, visit.started_at)
    entry = an_entry(
        99,
        note="one\ntwo",
        skipped=["neck", "belly"],
        pace=1.1,
        place="waiting",
        before=None,
        visit=visit.id,
        visit_step=visit.steps[0].id,
    )
    keep_entry(places_in(home), entry)
    assert typing("show", "00000063").splitlines() == [
        "Exercise: Box breathing (box)",
        "Began: Sun 28 Feb 2027 14:22 (UTC+02:00)",
        "Ended: 14:26, to its end",
        "Practised: 4 minutes",
        "Pace: 110 percent",
        "After: 4",
        "Skipped: neck, belly",
        "Where: in the waiting room",
        f"Appointment: A visit, Thu 3 Dec 2026, 14:20, {visit.steps[0].name}",
        "Note: one",
        "  two",
        f"Id: {row_id(99)}",
    ]
    told = json.loads(typing("show", "00000063", "--json"))
    assert told == {"schema_version": 1, "entry": as_json_object(entry)}


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["show", "ffff"], "no session has an id that begins with 'ffff'"),
        (["show", "0000%"], "no session has an id that begins with '0000%'"),
        (["show", ""], "no session has an id that begins with ''"),
        (["show", "0000"], "several sessions have an id that begins with '0000'"),
        (["edit", "0000001d"], "--note TEXT or --after N"),
        (["edit", "0000001d", "--after", "11"], "a whole number from 0 to 10"),
        (["edit", "0000001d", "--after", "x\x1b[2J"], "not 'x'"),
        (["edit", "0000001d", "--note", "x" * 20_001], "nothing was changed"),
        (["delete", "0000001d", "0000"], "several sessions"),
        (["delete"], "an ID, several, or --all"),
        (["delete", "--all", "0000001d"], "no ID is needed"),
        (["list", "--kind", "breath"], "did you mean 'breathing'?"),
        (["list", "--limit", "0"], "a whole number from 1"),
        (["list", "--since", "then"], "--since: a day such as 2026-11-21"),
        (["list", "--until", "2026-02-30"], "--until: a day such as 2026-11-21"),
    ],
)
def test_what_does_not_fit_is_told_in_one_line_and_changes_nothing(
    typing: Type, sessions: list[Entry], argv: list[str], words: str
) -> None:
    with pytest.raises(UsageError) as told:
        run("journal", argv, FirstFrame())
    assert words in str(told.value)
    assert str(told.value).isprintable()
    assert ids(typing("list", "--json")) == [entry.id for entry in sessions]


def test_a_note_and_a_rating_can_be_given_late_and_taken_back(
    typing: Type, sessions: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = typing("edit", "0000001d", "--note", "a light", "--after", "0").splitlines()
    assert shown[0] == "Changed in the journal:"
    assert "7 before, 0 after" in shown[1]
    edited = json.loads(typing("show", "0000001d", "--json"))["entry"]
    assert (edited["note"], edited["after"], edited["before"]) == ("a light", 0, 7)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbfone\ntwo\n")))
    typing("edit", "0000001d", "--note", "-", "--after", "none")
    edited = json.loads(typing("show", "0000001d", "--json"))["entry"]
    assert (edited["note"], edited["after"]) == ("one\ntwo", None)


def test_a_note_that_is_no_text_changes_nothing(
    typing: Type, sessions: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe")))
    with pytest.raises(CalmError, match="nothing was changed"):
        run("journal", ["edit", "0000001d", "--note", "-"], FirstFrame())
    assert "Note: dark" in typing("show", "0000001d")


@pytest.mark.parametrize(("after", "offered"), [("8", False), ("9", True), ("10", True)])
def test_from_9_on_a_person_is_offered_plainly(
    typing: Type, sessions: list[Entry], after: str, *, offered: bool
) -> None:
    assert (A_PERSON_PLAIN in typing("edit", "0000001d", "--after", after)) is offered


def test_a_person_who_waits_for_a_long_journal_is_told_what_for(
    home: Path,
    sessions: list[Entry],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("calmcli.store.deleting.LONG_BYTES", 0)
    assert run("journal", ["delete", "0000001d"], FirstFrame()) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert run("journal", ["delete", "0000001c"], FirstFrame()) == 0
    assert capsys.readouterr().err == f"{DELETING}\n"


def test_deleted_sessions_are_named_and_gone(typing: Type, sessions: list[Entry]) -> None:
    told = typing("delete", "0000001d", "0000001b", "0000001d").splitlines()
    assert told[0] == "Gone from the journal:"
    assert [line.rpartition(" ")[2] for line in told[1:]] == ["0000001d", "0000001b"]
    left = [entry.id for entry in sessions if entry.id not in (row_id(0x1D), row_id(0x1B))]
    assert ids(typing("list", "--json")) == left


def test_what_cannot_be_kept_now_waits_and_is_said_to(
    home: Path, typing: Type, capsys: pytest.CaptureFixture[str]
) -> None:
    places = places_in(home)
    places.journal.write_bytes(b"")
    keep_entry(places, an_entry(1))
    assert typing("edit", row_id(1), "--after", "3").startswith("Set aside")
    assert typing("delete", row_id(1)).startswith("Hidden from now on")
    with pytest.raises(CalmError, match="left as it is"):
        run("journal", ["show", row_id(1)], FirstFrame())


def test_where_nothing_can_be_kept_it_is_said_and_the_exit_code_is_1(
    home: Path,
    typing: Type,
    sessions: list[Entry],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("calmcli.cli.journal_entry.keep_entry", lambda *_: Kept.LOST)
    assert run("journal", ["edit", "0000001d", "--after", "3"], FirstFrame()) == 1
    assert "so it is not changed: Sun 20 Dec 2026" in capsys.readouterr().err


def test_trends_are_told_in_words_and_as_json(typing: Type, sessions: list[Entry]) -> None:
    assert "  15 of 15 sessions have both ratings." in typing("trends").splitlines()
    told = json.loads(typing("trends", "--json"))
    assert told["schema_version"] == 1
    assert [each["kind"] for each in told["exercises"]] == ["breathing", "grounding"]


def test_help_names_every_command() -> None:
    assert "list" in parser("journal").format_help()


def test_everything_goes_after_the_word_was_typed_and_no_trace_of_it_stays(
    home: Path, typing: Type, sessions: list[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "settings.toml").write_text("")
    put_pending(places_in(home).pending, "entries", to_row(an_entry(77)))
    typing("delete", "0000001d")
    monkeypatch.setattr("sys.stdin", io.StringIO("Delete\n"))
    told = typing("delete", "--all")
    assert "cannot be brought back" in told
    assert told.endswith("All of it is gone from here.\n")
    assert [path.name for path in home.iterdir()] == ["settings.toml"]
    assert typing("list") == "There is nothing in the journal yet.\n"


@pytest.mark.parametrize("typed", ["", "\n", "y\n", "yes\n", "dele\n"])
def test_anything_but_the_word_leaves_it_all_as_it_is(
    typing: Type, sessions: list[Entry], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    assert typing("delete", "--all").endswith("Nothing was deleted.\n")
    assert ids(typing("list", "--json")) == [entry.id for entry in sessions]


def test_what_could_not_be_removed_is_named(
    home: Path,
    sessions: list[Entry],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("delete\n"))
    left = [home / "journal.db"]
    monkeypatch.setattr("calmcli.cli.journal_all.delete_everything", lambda _places: left)
    assert run("journal", ["delete", "--all"], FirstFrame()) == 1
    assert f"could not be removed: {left[0]}" in capsys.readouterr().err
