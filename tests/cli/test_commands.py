import json
import os
import re
import signal
from collections.abc import Callable, Iterator
from itertools import chain, combinations
from pathlib import Path

import pytest

from calmcli import __version__
from calmcli.cli.commands import COMMANDS
from calmcli.cli.home import parser as home_parser
from calmcli.cli.home import run as run_home
from calmcli.cli.main import run
from calmcli.cli.planning import usual_script
from calmcli.cli.sessions import FLAGS, only_flags, parser
from calmcli.content.library import Library
from calmcli.content.shipped import SHIPPED
from calmcli.errors import CalmError
from calmcli.first import FirstFrame
from calmcli.kinds import KIND_OF
from calmcli.paths import NO_HOME
from calmcli.settings import Look
from calmcli.words.session import ratings_told

Type = Callable[..., tuple[int, str, str]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    monkeypatch.delenv("CALMCLI_PLAIN", raising=False)
    return tmp_path


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """Signal handlers and the umask belong to the process of all tests."""
    names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    umask = os.umask(0o077)
    yield
    os.umask(umask)
    for number, handler in handlers.items():
        signal.signal(number, handler)


@pytest.fixture
def typing(capsys: pytest.CaptureFixture[str]) -> Type:
    """Type a command: its exit code, what it said, what it complained of."""

    def type_command(*argv: str) -> tuple[int, str, str]:
        code = run(list(argv), FirstFrame())
        return code, *capsys.readouterr()

    return type_command


@pytest.mark.parametrize("argv", [[], ["--help"], ["-h"]])
def test_help_names_every_command_and_its_second_line_is_for_screen_readers(
    typing: Type, argv: list[str]
) -> None:
    code, out, err = typing(*argv)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert "screen reader" in lines[1]
    assert "settings set plain true" in lines[1]
    for name in COMMANDS:
        assert any(line.startswith(f"  {name}") for line in lines)
    assert max(map(len, lines)) <= 80


def test_help_can_be_typed_as_a_command(typing: Type) -> None:
    for named in ([], ["breathe"], ["visit", "new"]):
        assert typing("help", *named) == typing(*named, "--help")
    assert typing("help", "brethe")[2].startswith("calmcli: no command called 'brethe'")


@pytest.mark.parametrize("name", ["journal", "visit", "scripts"])
def test_a_command_with_a_list_shows_it_where_nothing_follows(
    home: Path, typing: Type, name: str
) -> None:
    shown = typing(name)
    assert shown == typing(name, "list")
    assert (shown[0], shown[2]) == (0, "")


@pytest.mark.parametrize("length", [["--minutes", "1"], ["--minutes", "0.5"]])
def test_where_none_is_that_short_it_says_what_could_be_typed(
    home: Path, typing: Type, length: list[str]
) -> None:
    code, _, err = typing("relax", *length)
    assert code == 2
    shortest = re.search(r"'calmcli (relax [a-z0-9-]+)' is the shortest", err)
    assert shortest is not None
    parser("relax").parse_strictly(shortest[1].split()[1:])
    assert f"'calmcli breathe {' '.join(length)}' is a breath of that length" in err


def test_version(typing: Type) -> None:
    assert typing("--version") == (0, f"calmcli {__version__}\n", "")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["brethe"], "no command called 'brethe'; did you mean 'breathe'?"),
        (["xyzzy"], "no command called 'xyzzy'."),
        (["--stil"], "'--stil' is not known here; did you mean '--still'?"),
        (["--plain", "breathe"], "'breathe' is not known here"),
        (["--"], "no command called '--'."),
        (["breathe", "bx"], "no script called 'bx'; did you mean 'box'?"),
        (["breathe", "--minuts", "3"], "did you mean '--minutes'?"),
        (["breathe", "--min", "3"], "'--min' is not known here"),
        (["breathe", "box", "even"], "'even' is not known here"),
        (["breathe", "--minutes", "0.4"], "a number from 0.5 to 60"),
        (["breathe", "--minutes", "61"], "a number from 0.5 to 60"),
        (["breathe", "--minutes", "nan"], "a number from 0.5 to 60"),
        (["breathe", "--minutes", "5", "--cycles", "3"], "not allowed with"),
        (["breathe", "--cycles", "0"], "a whole number from 1 to 1000"),
        (["breathe", "--cycles", "٣"], "a whole number from 1 to 1000"),
        (["breathe", "--until", "25:00"], "a time such as 14:25"),
        (["breathe", "--until", "noonish"], "a time such as 14:25"),
        (["breathe", "../box"], "no script called '../box'"),
        (["scripts", "show", "bx"], "did you mean 'box'?"),
        (["journal", "list", "extra"], "'extra' is not known here"),
    ],
)
def test_what_was_mistyped_is_named_in_one_line_with_what_to_do(
    home: Path, typing: Type, argv: list[str], words: str
) -> None:
    code, out, err = typing(*argv)
    assert (code, out) == (2, "")
    assert words in err
    assert err.startswith("calmcli: ")
    assert err.count("\n") == 1
    assert list(home.iterdir()) == []


def test_escape_sequences_in_what_was_typed_are_not_echoed(home: Path, typing: Type) -> None:
    for argv in (["\x1b]0;x\x07"], ["breathe", "\x1b[2J"], ["breathe", "--\x1b[2J"]):
        code, _, err = typing(*argv)
        assert code == 2
        assert "\x1b" not in err
        assert "\x07" not in err


def test_a_session_in_lines_is_told_kept_and_listed(
    home: Path, typing: Type, quick_script: str
) -> None:
    code, out, err = typing("breathe", quick_script, "--plain", "--no-rating")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        out.splitlines()[0],
        "Breathe in, 1.5",
        "Breathe out, 1.5",
        "Quick, 3 seconds, in the journal",
    ]
    _, listed, _ = typing("journal", "list", "--json")
    (entry,) = json.loads(listed)["entries"]
    assert (entry["script"], entry["origin"], entry["ended"]) == ("quick", "personal", "completed")
    assert (entry["planned_seconds"], entry["before"], entry["after"]) == (3, None, None)
    assert entry["done_seconds"] == 3


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [(7, 4, "7 → 4"), (0, None, "0 before"), (None, 5, "5 after"), (None, None, "")],
)
def test_one_rating_alone_is_told_as_a_word(
    before: int | None, after: int | None, told: str
) -> None:
    assert ratings_told(before, after, spoken=False) == told


def test_nothing_is_kept_and_nothing_said_of_it_with_no_journal(
    home: Path, typing: Type, quick_script: str
) -> None:
    _, out, _ = typing("breathe", quick_script, "--plain", "--no-rating", "--no-journal")
    assert out.splitlines()[-1] == "Breathe out, 1.5"
    assert [path.name for path in home.iterdir()] == ["scripts"]


def test_where_nothing_can_be_kept_the_session_runs_and_says_so_quietly(
    home: Path, typing: Type, quick_script: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_home(_environ: object) -> None:
        raise CalmError(NO_HOME)

    library = Library(home / "scripts")
    monkeypatch.setattr("calmcli.cli.desk.find_places", no_home)
    monkeypatch.setattr("calmcli.cli.desk.Library", lambda _folder: library)
    code, out, err = typing("breathe", quick_script, "--plain", "--no-rating")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "Quick, 3 seconds, not kept: nothing could be written here"


def test_now_asks_nothing_first_and_offers_the_rating_after(
    home: Path, typing: Type, quick_script: str
) -> None:
    _, out, _ = typing("now", quick_script, "--plain")
    assert out.splitlines()[1] == "Breathe in, 1.5"
    assert out.splitlines()[3].startswith("Distress goes from 0, none, to 10")
    assert out.splitlines()[4].startswith("And now?")


@pytest.fixture
def quick_script(home: Path) -> str:
    folder = home / "scripts"
    folder.mkdir()
    (folder / "quick.yaml").write_text(
        "format: 1\nlanguage: en\nkind: breathing\nid: quick\ntitle: Quick\n"
        "about: A breath for a test.\ncycles: 1\nadvanced: true\nbreath:\n"
        "  - {phase: in, seconds: 1.5, words: Breathe in}\n"
        "  - {phase: out, seconds: 1.5, words: Breathe out}\n",
        encoding="utf-8",
    )
    return "quick"


def test_an_empty_journal_is_an_empty_list_and_makes_no_file(home: Path, typing: Type) -> None:
    code, out, _ = typing("journal", "list", "--json")
    assert (code, json.loads(out)) == (0, {"schema_version": 1, "entries": []})
    assert typing("journal", "list")[1] == "There is nothing in the journal yet.\n"
    assert list(home.iterdir()) == []


def test_scripts_as_json_have_every_field(home: Path, typing: Type) -> None:
    _, out, _ = typing("scripts", "list", "--json")
    listed = json.loads(out)
    assert listed["schema_version"] == 1
    scripts = {script["id"]: script for script in listed["scripts"]}
    assert list(scripts) == list(SHIPPED)
    assert set(scripts["box"]) == {
        "id",
        "kind",
        "title",
        "seconds",
        "open_ended",
        "tags",
        "sources",
        "origin",
        "path",
        "favourite",
    }
    assert (scripts["box"]["seconds"], scripts["box"]["tags"]) == (
        240,
        ["breath_hold", "slow_pace"],
    )
    assert (scripts["pursed"]["seconds"], scripts["pursed"]["open_ended"]) == (None, True)


def test_the_scripts_are_listed_with_their_lengths(home: Path, typing: Type) -> None:
    _, out, _ = typing("scripts", "list")
    assert "long-out           5:00  Long out-breath" in out


def test_a_script_is_shown_as_it_is_breathed(home: Path, typing: Type) -> None:
    _, out, _ = typing("scripts", "show", "four-seven-eight")
    for line in ("0:00  Breathe in, 4", "0:04  Hold, 7", "0:11  Breathe out, 8"):
        assert line in out
    assert "a held breath" in out


def test_a_script_shown_as_yaml_is_its_file_and_checks_well(
    home: Path, typing: Type, tmp_path: Path
) -> None:
    _, out, _ = typing("scripts", "show", "box", "--yaml")
    assert out == SHIPPED["box"].read_text(encoding="utf-8")
    copy = tmp_path / "copy.yaml"
    copy.write_text(out, encoding="utf-8")
    assert typing("scripts", "check", str(copy)) == (0, "", "")


def test_a_check_says_where_what_and_what_to_do(home: Path, typing: Type, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(
        SHIPPED["box"].read_text(encoding="utf-8").replace("    seconds: 4", "    secnds: 4", 1),
        encoding="utf-8",
    )
    code, out, err = typing("scripts", "check", str(SHIPPED["even"]), str(bad))
    assert (code, err) == (1, "")
    line = 1 + bad.read_text(encoding="utf-8").splitlines().index("    secnds: 4")
    assert out == (
        f"{bad}:{line}:5: unknown key 'secnds'\n    secnds: 4\n    ^\ndid you mean 'seconds'?\n"
    )


def test_a_script_with_an_error_is_not_played_and_the_others_still_are(
    home: Path, typing: Type, quick_script: str
) -> None:
    (home / "scripts" / "mine.yaml").write_text("format: 1\nid: mine\n", encoding="utf-8")
    code, out, err = typing("breathe", "mine", "--plain")
    assert (code, out) == (2, "")
    assert "mine.yaml:1:1" in err
    assert typing("breathe", quick_script, "--plain", "--no-rating")[0] == 0
    code, out, err = typing("scripts", "list")
    assert (code, "quick" in out) == (0, True)
    assert "mine.yaml:1:1" in err


def test_a_broken_script_in_the_place_of_the_usual_one_keeps_nobody_waiting(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = home / "scripts"
    folder.mkdir()
    (folder / "long-out.yaml").write_text("id: long-out\n", encoding="utf-8")
    found = usual_script(Library(folder), "breathing")
    assert "long-out.yaml:1:1" in capsys.readouterr().err
    assert (found.origin, found.script.id) == ("shipped", "long-out")


def test_support_works_with_nothing_set_up(typing: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALMCLI_HOME", "/dev/null/nowhere")
    code, out, err = typing("support", "--country", "nz")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].startswith("In a medical emergency")
    assert "1737" in out


def test_paths_names_every_place(home: Path, typing: Type) -> None:
    _, out, _ = typing("paths")
    named = dict(line.split(maxsplit=1) for line in out.splitlines())
    assert named["journal"] == str(home / "journal.db")
    assert set(named) == {
        "journal",
        "settings",
        "scripts",
        "support",
        "visits",
        "backups",
        "pending",
        "logs",
    }


def test_a_fault_of_ours_is_owned_up_to_without_anybodys_words(
    home: Path, typing: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "what nobody else may read"  # noqa: S105

    def break_down(*_asked: object) -> None:
        words = secret
        raise RuntimeError(len(words))

    monkeypatch.setattr("calmcli.cli.journal_list.read_entries", break_down)
    code, out, err = typing("journal", "list")
    assert (code, out) == (1, "")
    assert "not your doing" in err
    assert "Traceback" not in err
    (trace,) = (home / "logs").iterdir()
    assert str(trace) in err
    assert "break_down" in trace.read_text(encoding="utf-8")
    assert secret not in trace.read_text(encoding="utf-8")
    if os.name == "posix":
        assert trace.stat().st_mode & 0o777 == 0o600


def test_alone_with_lines_to_read_it_opens_the_menu_of_home(
    home: Path, typing: Type, quick_script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing("settings", "set", "breathing.script", quick_script)
    answers = tmp_path / "answers"
    answers.write_text("1\n7\n4\nq\n", encoding="utf-8")
    with answers.open(encoding="utf-8") as lines:
        monkeypatch.setattr("sys.stdin", lines)
        monkeypatch.setattr("sys.__stdin__", lines)
        code, out, err = typing()
    assert (code, err) == (0, "")
    assert "1 Quick" in out
    assert out.splitlines()[-1] == "Quick, 3 seconds, 7 before, 4 after, in the journal"


@pytest.mark.parametrize("argv", [[], ["--plain"], ["--ascii", "--still", "--no-mouse"]])
def test_alone_with_nothing_that_could_answer_it_prints_the_help(
    home: Path, typing: Type, argv: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.__stdin__", nothing)
        code, out, _ = typing(*argv)
    assert (code, "breathe [SCRIPT]" in out) == (0, True)
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("name", KIND_OF)
def test_flags_alone_mean_what_the_parser_makes_of_them(name: str) -> None:
    whole = parser(name)
    typed = chain.from_iterable(combinations(FLAGS, some) for some in range(len(FLAGS) + 1))
    for flags in map(list, typed):
        quickly, parsed = only_flags(flags), vars(whole.parse_strictly(flags))
        assert quickly is not None
        assert parsed == {**dict.fromkeys(parsed), **vars(quickly)} | {
            unasked: parsed[unasked] for unasked in ("skip", "my_pace") if unasked in parsed
        }
        assert not any(parsed.get(unasked) for unasked in ("skip", "my_pace"))


@pytest.mark.parametrize("typed", [["box"], ["--help"], ["--plain", "--minutes", "3"], ["--pla"]])
def test_whatever_is_more_than_flags_is_left_to_the_parser(typed: list[str]) -> None:
    assert only_flags(typed) is None


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("delete", "'calmcli journal delete'"),
        ("remove", "'calmcli forget'"),
        ("stop", "q ends a session"),
        ("quit", "Ctrl+C"),
        ("uninstall", "'calmcli forget'"),
        ("panic", "'calmcli now'"),
    ],
)
def test_what_people_type_that_is_no_command_leads_on(
    home: Path, typing: Type, typed: str, named: str
) -> None:
    for argv in ((typed,), ("help", typed)):
        code, out, err = typing(*argv)
        assert (code, out) == (2, "")
        assert named in err


def test_help_with_words_that_are_no_command_shows_the_pages_that_speak_of_them(
    home: Path, typing: Type
) -> None:
    code, out, err = typing("help", "helping", "someone")
    assert (code, err) == (0, "")
    assert "Helping someone you love" in out
    assert "did you mean 'breathe'" in typing("help", "brethe")[2]


def test_privacy_is_a_command_and_where_it_was_looked_for_is_said(home: Path, typing: Type) -> None:
    assert f"It lies in {home}" in typing("privacy")[1]
    assert "'calmcli privacy' is a command" in typing("learn", "privacy")[2]


def test_home_looks_as_it_was_typed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Look] = []

    class Seen:
        def __init__(self, _house: object, look: Look) -> None:
            looks.append(look)
            self.on_screen = self.in_lines = lambda: 0

    monkeypatch.setattr("calmcli.cli.home.Fronts", Seen)
    for argv in ([], ["--ascii", "--still", "--no-mouse"]):
        assert run_home(home_parser().parse_strictly(argv)) == 0
    as_set, typed = looks
    assert (as_set.ascii, as_set.motion, as_set.mouse) == (False, "full", True)
    assert (typed.ascii, typed.motion, typed.mouse) == (True, "still", False)
