"""Something of ours breaks: calm words, the entry saved, a private trace that tells no secrets."""

import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)


from calmcli.paths import find_places
from calmcli.visits.beginning import from_template
from calmcli.visits.keeping import blank_visit, keep_visit
from calmcli.words import faults
from calmcli.words import home as at_home
from faults.program import APP, PLAIN, Front, assert_left_as_found, entries, world
from harness.terminal import Terminal
from journals import entry, keep
from visits.samples import template

NOTE = "a word nobody else may read"
BROKEN = f"""
import importlib, sys
module, kind, method = sys.argv.pop(1).split(":")

def broken(*_arguments, **_options):
    note = {NOTE!r}
    raise RuntimeError("broken on purpose")

setattr(getattr(importlib.import_module(module), kind), method, broken)
from calmcli.cli.main import run
from calmcli.first import FirstFrame
sys.exit(run(sys.argv[1:], FirstFrame()))
"""


def broken(method: str, home: Path, front: Front, at: Sequence[str] = ("breathe",)) -> Terminal:
    """`calmcli breathe`, or home, with a method replaced by one that raises."""
    argv = [sys.executable, "-c", BROKEN, method, *at, *front.options]
    return Terminal(argv, env=world(home))


def assert_it_was_owned_up_to(run: Terminal, home: Path) -> None:
    assert run.wait_exit() == 1
    assert_left_as_found(run)
    assert NOTE.encode() not in run.raw()
    assert b"RuntimeError" not in run.raw()
    told = " ".join(run.screen_text().split())
    assert faults.FAULT.split(".")[0] in told
    (report,) = (home / "logs").iterdir()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
    written = report.read_text(encoding="utf-8")
    assert "RuntimeError: broken on purpose" in written
    assert "in broken" in written
    assert NOTE not in written.replace(f"note = {NOTE!r}", "")


@pytest.mark.parametrize(
    ("front", "method", "keys"),
    [
        (APP, "calmcli.player:Player:next_change", ""),
        (APP, "calmcli.tui.screens.session:SessionScreen:_draw", ""),
        (APP, "calmcli.tui.screens.session:SessionScreen:action_skip_part", "s"),
        (APP, "calmcli.tui.screens.session:SessionScreen:action_pause_or_go_on", " "),
        (APP, "calmcli.tui.widgets.shape:Shape:render_line", ""),
        (APP, "calmcli.tui.journey:Journey:_rate_after", "q"),
        (PLAIN, "calmcli.timeline:Cue:spoken", ""),
        (PLAIN, "calmcli.plain.lines:StandardLines:wait", ""),
        (PLAIN, "calmcli.player:Player:again", "r\r"),
        (PLAIN, "calmcli.plain.ending:Ending:ask", "q\r"),
    ],
)
def test_in_mid_session_the_entry_is_saved(
    tmp_path: Path, front: Front, method: str, keys: str
) -> None:
    with broken(method, tmp_path, front) as run:
        front.go_to_rating(run)
        run.send("7\r")
        if keys:
            run.wait_for("Breathe in")
            run.send(keys)
        assert_it_was_owned_up_to(run, tmp_path)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


@pytest.mark.parametrize(
    "method",
    [
        "calmcli.tui.app:CalmApp:get_default_screen",
        "calmcli.tui.app:CalmApp:on_mount",
        "calmcli.tui.screens.rating:RatingScreen:compose",
        "calmcli.tui.screens.rating:RatingScreen:on_mount",
        "calmcli.tui.widgets.scale:Scale:render",
    ],
)
def test_before_anything_has_begun_there_is_no_entry(tmp_path: Path, method: str) -> None:
    with broken(method, tmp_path, APP) as run:
        assert_it_was_owned_up_to(run, tmp_path)
    assert entries(tmp_path) == []


def test_a_broken_reply_does_not_lose_the_rating_given_after(tmp_path: Path) -> None:
    with broken("calmcli.tui.screens.reply:ReplyScreen:compose", tmp_path, APP) as run:
        APP.go_to_after(run)
        run.send("4\r")
        assert_it_was_owned_up_to(run, tmp_path)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, 4, "stopped")


def test_where_no_report_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder")
    with broken("calmcli.tui.screens.rating:RatingScreen:compose", tmp_path, APP) as run:
        assert run.wait_exit() == 1
        assert_left_as_found(run)
        assert faults.FAULT_NOT_WRITTEN in run.screen_text()


ROOMS = [
    (APP, "calmcli.tui.screens.home:HomeScreen:_lay_out", ""),
    (APP, "calmcli.tui.screens.finding:FindScreen:compose", "/"),
    (APP, "calmcli.tui.screens.journal:JournalScreen:compose", "/journal\r"),
    (APP, "calmcli.tui.screens.journal:JournalRows:parts", "/journal\r"),
    (APP, "calmcli.tui.screens.visits:VisitsScreen:on_mount", "/visits\r"),
    (PLAIN, "calmcli.plain.home:Home:_list", ""),
    (PLAIN, "calmcli.plain.journal:Leafing:_line", "journal\r"),
    (PLAIN, "calmcli.plain.visits:VisitsInLines:open", "visits\r1\r"),
]


@pytest.mark.parametrize(("front", "method", "keys"), ROOMS)
def test_in_every_room_it_is_owned_up_to_and_what_was_kept_stays(
    tmp_path: Path, front: Front, method: str, keys: str
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, [entry()])
    now = entry().started_at
    keep_visit(places, from_template(blank_visit("The dentist", now), template("dentist")), now)
    with broken(method, tmp_path, front, at=()) as run:
        if keys:
            run.wait_for(re.escape(at_home.HOME))
            run.send(keys)
        assert_it_was_owned_up_to(run, tmp_path)
    (kept,) = entries(tmp_path)
    assert (kept["before"], kept["after"], kept["ended"]) == (7, 4, "completed")
