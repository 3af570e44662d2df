"""`calmcli forget` on a real terminal, in lines and on its screen: what is said, what is gone."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.journal.entries import to_row
from calmcli.paths import find_places
from calmcli.store.pending import put_pending
from calmcli.store.tables import ENTRIES
from calmcli.words import forgetting as said
from calmcli.words import home as named
from faults.program import COMMAND, assert_left_as_found, world
from harness.terminal import Terminal
from journals import entry, keep

CTRL_C = "\x03"
LEAVE = "\rq"
WORDS = "the scan on the third floor"
NOT_OURS = "letter.txt"
MINE = "scripts/mine.yaml"
OURS = 9
"""So many files of ours hold the words; a script of their own, and what is not ours, do too."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Something of everything that is kept, with the same words in all of it."""
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, [entry(0, note=WORDS)])
    put_pending(places.pending, ENTRIES, to_row(entry(1, note=WORDS)))
    for folder, name in (
        (places.backups, "journal-2026-11-19.db"),
        (places.visits, "mine.yaml"),
        (places.logs, "calmcli.log"),
        (places.scripts, "mine.yaml"),
    ):
        folder.mkdir()
        (folder / name).write_text(WORDS, encoding="utf-8")
    places.settings.write_text(f'# {WORDS}\n[look]\ntheme = "night"\n', encoding="utf-8")
    places.support.write_text(f"# {WORDS}\n", encoding="utf-8")
    for name in ("journal-set-aside-2026-11-20.db", ".journal.db.0123abcd.new", NOT_OURS):
        (tmp_path / name).write_text(WORDS, encoding="utf-8")
    return tmp_path


def files(home: Path) -> list[str]:
    return sorted(str(each.relative_to(home)) for each in home.rglob("*") if each.is_file())


def with_the_words(home: Path) -> list[str]:
    """The files in which the words can still be found, byte by byte."""
    return [name for name in files(home) if WORDS.encode() in (home / name).read_bytes()]


def in_lines(home: Path) -> Terminal:
    return Terminal([*COMMAND, "forget"], env=world(home))


def on_its_screen(home: Path) -> Terminal:
    """From home, by the key that finds anything."""
    run = Terminal([*COMMAND], env=world(home))
    run.wait_for(re.escape(named.HOME))
    run.send("/")
    run.send(said.WORD)
    run.wait_for(rf"(?s){said.WORD}.*{named.RARE_ROOMS['forget'][0]}")
    run.send("\r")
    return run


def seen(text: str) -> str:
    """A pattern for a text wherever its lines break."""
    return r"\s+".join(map(re.escape, text.split()))


@pytest.mark.parametrize(("front", "leave"), [(in_lines, ""), (on_its_screen, LEAVE)])
def test_one_typed_word_removes_all_of_it_and_another_one_the_scripts(
    home: Path, front: Callable[[Path], Terminal], leave: str
) -> None:
    assert len(with_the_words(home)) == OURS + 2
    with front(home) as run:
        for line in said.WHAT:
            run.wait_for(seen(line))
        run.wait_for(seen(said.ASK.format(word=said.WORD)))
        assert len(with_the_words(home)) == OURS + 2
        run.send(f"{said.WORD}\r")
        run.wait_for(seen(said.GONE.format(count=OURS)))
        run.wait_for(rf"Type\s+'{said.SCRIPTS_WORD}'")
        assert files(home) == [NOT_OURS, MINE]
        run.send(f"{said.SCRIPTS_WORD}\r")
        run.wait_for(seen(said.GONE.format(count=1)))
        run.send(leave)
        assert run.wait_exit() == 0
        assert_left_as_found(run)
    assert [each.name for each in home.iterdir()] == [NOT_OURS]


@pytest.mark.parametrize(
    ("front", "typed"), [(in_lines, CTRL_C), (on_its_screen, f"forge\r{CTRL_C}")]
)
def test_anything_else_leaves_everything_as_it_is(
    home: Path, front: Callable[[Path], Terminal], typed: str
) -> None:
    before = files(home)
    with front(home) as run:
        run.wait_for(seen(said.ASK.format(word=said.WORD)))
        run.send(typed)
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    assert files(home) == before
