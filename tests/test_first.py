"""The first words are those the app is going to show, or there are none."""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.color import Color
from rich.console import Console
from rich.style import Style

from calmcli import first, first_line, first_settings
from calmcli.cli.asked import asked_by
from calmcli.cli.planning import make_plan
from calmcli.cli.sessions import parser
from calmcli.clock import Clock, steady_ns
from calmcli.content.library import Library
from calmcli.first_known import is_known, known_folders
from calmcli.kinds import KINDS
from calmcli.paths import find_places
from calmcli.plain.sitting import Sitting as PlainSitting
from calmcli.session import Session
from calmcli.settings import Settings
from calmcli.settings.checking import check
from calmcli.settings.contents import contents_of
from calmcli.tui.themes import DARK
from calmcli.words import session as words
from sittings import NOBODYS_SCRIPTS, Sitting
from spoken_lines import SpokenLines

if sys.platform == "win32":
    pytest.skip("nothing is shown early on Windows", allow_module_level=True)

TYPED = [
    [command, *options]
    for command, (_, allowed) in first._FIRST.items()
    for options in ([], list(allowed), *([each] for each in allowed))
]


def world(home: Path, **changes: str) -> dict[str, str]:
    return {"TERM": "xterm-256color", "HOME": "/", "CALMCLI_HOME": str(home)} | changes


@pytest.mark.parametrize("argv", TYPED, ids=" ".join)
def test_they_are_what_the_session_begins_with(tmp_path: Path, argv: list[str]) -> None:
    name, *rest = argv
    options = parser(name).parse_strictly(rest)
    plan = make_plan(name, asked_by(options), Settings(), Library(tmp_path), Clock())
    session = Session(plan, Clock(), lambda _entry: None)
    assert not options.plain
    assert not session.inputs
    cue = session.timeline().cue(0)
    assert cue is not None
    assert first.first_words(argv) == (words.ASK_BEFORE if plan.ask_before else cue.words)


@pytest.mark.parametrize("name", first_line.LINES)
def test_the_line_is_what_the_session_tells_first_and_is_told_once(name: str) -> None:
    whole, rest = (lines_of(name, told) for told in ("", first_line.LINES[name]))
    assert whole[0] == first_line.LINES[name]
    assert rest == whole[1:]
    assert lines_of(name, "Long out-breath: 4 minutes.") == whole


def test_so_is_the_line_of_what_begins_now_even_where_a_minute_has_gone_by_since() -> None:
    whole = lines_of("now", "")
    line, sooner = (first_line.NOW_LINE.format(ends=ends) for ends in ("14:27", "14:26"))
    assert whole[0] == line
    assert lines_of("now", line) == lines_of("now", sooner) == whole[1:]
    assert lines_of("now", first_line.LINES["relax"]) == whole


@given(st.integers(0, 4_000_000_000))
def test_the_time_in_it_is_the_local_one_of_a_session(at_s: int) -> None:
    ends = Clock().here(datetime.fromtimestamp(at_s, UTC) + timedelta(seconds=first_line.NOW_S))
    assert first_line.now_line(at_s) == first_line.NOW_LINE.format(ends=words.clock_time(ends))


@pytest.mark.parametrize(
    ("typed", "is_told"), [([], True), (["--no-journal"], True), (["-x"], False)]
)
def test_the_line_of_now_is_told_early_too(
    typed: list[str], is_told: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told = first.first_frame(["now", "--plain", *typed], world(tmp_path)).told
    assert capfd.readouterr().out == (f"{told}\n" if is_told else "")
    assert told.startswith(first_line.NOW_LINE.partition("{")[0] if is_told else "")


def lines_of(name: str, told: str) -> list[str]:
    options = parser(name).parse_strictly(["--plain"])
    plan = make_plan(name, asked_by(options), Settings(), NOBODYS_SCRIPTS, Clock())
    sitting = Sitting(plan)
    lines = SpokenLines(sitting.clock, ["q"])
    PlainSitting(sitting.session, lines, sitting.house()).run(told=told)
    return lines.lines


@pytest.mark.parametrize(
    ("argv", "is_told"),
    [
        (["breathe", "--plain"], True),
        (["breathe", "--no-journal", "--plain"], True),
        (["breathe"], False),
        (["breathe", "--plain", "--no-rating"], False),
        (["breathe", "--plain", "box"], False),
        (["relax", "--plain"], True),
        (["relax", "--plain", "--skip", "jaw"], False),
        (["visualize", "--no-journal", "--plain"], True),
        (["ground", "--plain"], True),
        (["ground"], False),
        (["--plain"], False),
        ([], False),
    ],
)
def test_it_is_told_early_only_where_nothing_can_change_it(
    argv: list[str],
    is_told: bool,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    frame = first.first_frame(argv, world(tmp_path))
    assert frame.told == (first_line.LINES[argv[0]] if is_told else "")
    assert capfd.readouterr().out == (f"{first_line.LINES[argv[0]]}\n" if is_told else "")
    for changes in ({"CALMCLI_PLAIN": "1"}, {"PYTHONIOENCODING": "utf-16"}):
        assert not first.first_frame(argv, world(tmp_path, **changes)).told


def test_with_a_script_of_ones_own_no_line_is_told_early(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "mine.yaml").touch()
    assert not first.first_frame(["breathe", "--plain"], world(tmp_path)).told


def test_a_person_may_put_a_script_of_their_own_in_place_of_the_one_they_are_from() -> None:
    assert KINDS["breathing"].usual == first.SCRIPT


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--help"],
        ["breathe", "box"],
        ["breathe", "--no-rating"],
        ["breathe", "--plain"],
        ["now", "--minutes", "2"],
        ["now", "--my-pace"],
        ["now", "--no-jornal"],
        ["ground"],
    ],
    ids=" ".join,
)
def test_whatever_else_is_typed_takes_the_ordinary_road(argv: list[str]) -> None:
    assert first.first_words(argv) is None


def test_with_nothing_set_and_no_scripts_of_ones_own_they_are_known(tmp_path: Path) -> None:
    assert is_known(world(tmp_path), for_any_script=False)
    assert is_known(world(tmp_path), for_any_script=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TERM", ""),
        ("TERM", "dumb"),
        ("TERM", "unknown"),
        ("CALMCLI_PLAIN", "1"),
        ("NO_COLOR", "1"),
        ("TEXTUAL_ANIMATIONS", "none"),
        ("TEXTUAL_COLOR_SYSTEM", "256"),
        ("COLUMNS", "40"),
        ("LINES", "10"),
        ("CALMCLI_HOME", "~/calm"),
        ("CALMCLI_HOME", "calm"),
        ("CALMCLI_HOME", "/a\0b"),
    ],
)
def test_an_environment_that_may_change_them_is_not_known(
    tmp_path: Path, name: str, value: str
) -> None:
    for any_script in (True, False):
        assert not is_known(world(tmp_path, **{name: value}), for_any_script=any_script)


HARMLESS = [
    f"{table}\n{key} = {value}"
    for table, keys in first_settings.HARMLESS.items()
    for key, values in keys.items()
    for value in (*values[:3], '"GB"')
]
ODD = [
    *("plain = true", "[look]", "[sound]\nvolume = 101", "[sound]\nvolume = 07"),
    *("[sound]\nvoice = yes", "[sound]\nvoice  = true", "voice = true", "[ask]\nbefore = false"),
    *('[support]\ncountry = "ZZ"', '[support]\ncountry = "gb"', "[support]\ncountry = 'GB'"),
    *("# a remark", "# \x07", "[ask] # why", "\ufeff[ask]", "[sound.voice]", "[[sound]]", "\r"),
]


@given(st.lists(st.sampled_from([*HARMLESS, *ODD]), max_size=4))
def test_settings_are_harmless_only_where_they_leave_all_that_is_shown_first_as_it_is(
    said: list[str],
) -> None:
    data = "\n".join(said).encode()
    if first_settings.is_harmless(data):
        settings, problems = check(contents_of(data), "settings.toml")
        usual = Settings()
        assert not problems
        assert usual == replace(
            settings,
            ask=replace(settings.ask, after=usual.ask.after),
            home=usual.home,
            sound=usual.sound,
            support=usual.support,
        )


@pytest.mark.parametrize(
    "text", [each for each in HARMLESS if ('"GB"' in each) == ("country" in each)]
)
def test_with_settings_that_are_harmless_they_are_known(tmp_path: Path, text: str) -> None:
    for written in ("", f"# what is set\n\n{text}\n"):
        (tmp_path / "settings.toml").write_text(written)
        assert is_known(world(tmp_path), for_any_script=False)
        assert is_known(world(tmp_path), for_any_script=True)


@pytest.mark.parametrize("text", ["plain = true\n", "[look]\ntheme = 'light'\n", "#" * 5000])
def test_with_other_settings_they_are_not_known(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    assert not is_known(world(tmp_path), for_any_script=True)


def test_what_only_stands_in_the_place_of_settings_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    assert not is_known(world(tmp_path), for_any_script=True)


def test_with_settings_that_cannot_be_looked_at_they_are_not_known(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").symlink_to("settings.toml")
    assert not is_known(world(tmp_path), for_any_script=True)


@pytest.mark.parametrize("name", ["mine.yaml", "mine.YML", ".hidden.yaml"])
def test_with_scripts_of_ones_own_only_the_question_is_known(tmp_path: Path, name: str) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "notes.txt").touch()
    assert is_known(world(tmp_path), for_any_script=False)
    (tmp_path / "scripts" / name).touch()
    assert is_known(world(tmp_path), for_any_script=True)
    assert not is_known(world(tmp_path), for_any_script=False)


def test_with_a_file_where_scripts_should_be_the_cue_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "scripts").touch()
    assert not is_known(world(tmp_path), for_any_script=False)


PATHS = st.sampled_from(["", " ", "/", "/a b", "/ä/.", "~", "~/x", "x", "/a/../b"])


@given(
    st.fixed_dictionaries(
        {},
        optional=dict.fromkeys(("CALMCLI_HOME", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), PATHS),
    )
)
def test_the_folders_are_those_where_things_are_kept(environ: dict[str, str]) -> None:
    folders = known_folders(environ)
    if folders is not None:
        with replaced_environment(environ):
            places = find_places(environ)
        config, data = map(Path, folders)
        assert (config / "settings.toml", data / "scripts") == (places.settings, places.scripts)


def test_without_a_home_there_are_no_folders() -> None:
    assert known_folders({}) is None
    assert known_folders({"HOME": "relative"}) is None


class replaced_environment:  # noqa: N801  read as a verb
    """Another environment for a while, with which libraries that ask for it are answered."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ, self._before = dict(environ), dict(os.environ)

    def __enter__(self) -> None:
        os.environ.clear()
        os.environ.update(self._environ)

    def __exit__(self, *_fault: object) -> None:
        os.environ.clear()
        os.environ.update(self._before)


@pytest.mark.parametrize(
    "term", ["xterm", "xterm-256color", "xterm-kitty", "linux", " XTERM-Kitty"]
)
@pytest.mark.parametrize("more", [{}, {"COLORTERM": "truecolor"}, {"COLORTERM": " 24BIT"}])
def test_the_colours_are_those_of_the_app(term: str, more: dict[str, str]) -> None:
    environ = {"TERM": term} | more
    console = Console(force_terminal=True, _environ=environ)
    ours = Style.from_color(
        Color.parse(DARK.foreground or ""), Color.parse(DARK.background or "")
    ).render("", color_system=console._color_system)
    shown = Style.from_color(
        Color.parse(DARK.foreground or ""), Color.parse(DARK.background or "")
    ).render("x", color_system=console._color_system)
    assert not ours
    assert shown == f"\x1b[{first.colours(environ)}mx\x1b[0m"


def test_the_clock_is_the_one_that_sessions_go_by() -> None:
    assert steady_ns() <= first._steady_ns() <= steady_ns()
