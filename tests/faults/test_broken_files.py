"""Scripts and settings that are broken: the place and the reason are told, the rest is usable."""

import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import home as at_home
from calmcli.words import session as words
from faults.program import COMMAND, SHORT, add_short_script, assert_left_as_found, world
from faults.watched import Watched
from harness.terminal import Terminal

BROKEN = SHORT.replace("id: short", "id: broken").replace("seconds: 1\n", "secnds: 1\n")
NAMES = SHORT.replace("title: Short", "title: &a Short").replace(
    "about: One short breath.", "about: *a"
)


def add_broken_files(home: Path) -> None:
    add_short_script(home)
    (home / "scripts" / "broken.yaml").write_text(BROKEN)
    (home / "scripts" / "names.yaml").write_text(NAMES)
    (home / "scripts" / "wall.yaml").write_text("[" * 60_000)
    (home / "settings.toml").write_text('[look]\ntheme = "drak"\nshpae = "orb"\n')


def test_broken_scripts_and_settings_tell_their_place_and_all_else_is_usable(
    tmp_path: Path,
) -> None:
    person = Watched(tmp_path / "home")
    add_broken_files(person.home)
    checked = person.command("scripts", "check", status=1)
    assert "broken.yaml:11:5: unknown key 'secnds'" in checked
    assert "names.yaml:5:8: '&' gives a name" in checked
    assert "broken.yaml:11:5" in person.command("breathe", "broken", status=2)
    person.command("settings", "get", "look.theme")
    with person.begin("breathe", "short", "--plain", "--no-rating") as run:
        seen = person.end(run, "breathe", "short", "--plain", "--no-rating")
    assert "settings.toml:2: " in seen
    assert "Breathe out, 2" in seen
    assert person.session().endswith(words.KEPT["journal"])
    person.is_what_was_looked_at("16-broken-files")


def test_home_names_them_in_one_line_and_plays_the_others(tmp_path: Path) -> None:
    add_broken_files(tmp_path)
    with Terminal([*COMMAND], env=world(tmp_path)) as run:
        run.wait_for(re.escape(at_home.HOME))
        run.wait_for("cannot be played")
        run.send("/short\r")
        run.wait_for(re.escape(words.ASK_BEFORE))
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
