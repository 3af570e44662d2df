"""Taking away everything calmcli keeps of someone, and nothing that is not its own."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from calmcli.paths import Places
from calmcli.store.forgetting import files_of, is_folder
from calmcli.store.forgotten import being_forgotten
from calmcli.text import clean
from calmcli.words import forgetting as said


class Forgotten(Struct, frozen=True):
    """What became of it."""

    removed: int
    """How many files are gone."""
    left: tuple[Path, ...]
    """What could not be removed."""


class Forgetting:
    """Everything goes at one typed word, and scripts of one's own at another; both front ends ask.

    `let_go` closes what is open and is called before anything is removed.
    """

    def __init__(self, places: Places, let_go: Callable[[], None] = lambda: None) -> None:
        self._places, self._let_go = places, let_go
        self._word = said.WORD
        self.question: str | None = said.ASK.format(word=said.WORD)
        """What is to be asked now; None when that is all."""
        self.is_whole = True
        """Whether all could be removed that was to be."""

    def answer(self, typed: str) -> list[str]:
        """Take the word, or anything else; the lines that say what became of it."""
        is_wished, word = typed.strip().casefold() == self._word, self._word
        self.question = None
        if not is_wished:
            return [said.AS_IT_WAS if word == said.WORD else said.SCRIPTS_STAY]
        if word == said.SCRIPTS_WORD:
            return self._tell(forget_scripts(self._places))
        self._let_go()
        told = self._tell(forget(self._places))
        if has_scripts(self._places):
            self._word = said.SCRIPTS_WORD
            self.question = said.ASK_SCRIPTS.format(folder=clean(str(self._places.scripts)))
        return told

    def _tell(self, forgotten: Forgotten) -> list[str]:
        left = [said.LEFT.format(path=clean(str(path))) for path in forgotten.left]
        self.is_whole = self.is_whole and not left
        if forgotten.removed:
            return [said.GONE.format(count=forgotten.removed), *left]
        return left or [said.NOTHING_THERE]


def forget(places: Places) -> Forgotten:
    """Remove journal, visits, people, settings, backups, pending and logs; scripts stay."""
    folders = (places.visits, places.backups, places.pending, places.logs)
    found = [*_beside(places.settings), *_beside(places.support)]
    found += [path for folder in folders for path in _files_in(folder)]
    with being_forgotten(places.journal):
        return _remove([*found, *files_of(places.journal)], folders)


def forget_scripts(places: Places) -> Forgotten:
    """Remove the person's own scripts."""
    return _remove(list(_files_in(places.scripts)), (places.scripts,))


def has_scripts(places: Places) -> bool:
    """Whether there are scripts of their own."""
    return next(_files_in(places.scripts), None) is not None


def _beside(path: Path) -> Iterator[Path]:
    """A file, and what of it was left half written."""
    name = re.escape(path.name)
    either = re.compile(rf"{name}|\.{name}\.[0-9a-f]{{8}}\.new")
    for each in _listed(path.parent):
        if either.fullmatch(each.name) and not is_folder(each):
            yield each


def _files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder of ours; a link is itself, never what it leads to."""
    for path in _listed(folder):
        if is_folder(path):
            yield from _files_in(path)
        else:
            yield path


def _listed(folder: Path) -> list[Path]:
    """What lies in a real folder; a link that stands in its place is not followed."""
    if not is_folder(folder):
        return []
    try:
        return sorted(folder / name for name in os.listdir(folder))  # noqa: PTH208
    except OSError:
        return []


def _remove(files: list[Path], folders: tuple[Path, ...]) -> Forgotten:
    left, removed = [], 0
    for path in files:
        try:
            path.unlink()
            removed += 1
        except OSError:
            left.append(path)
    for folder in filter(is_folder, folders):
        inner = sorted(filter(is_folder, folder.rglob("*")), reverse=True)
        for each in (*inner, folder):
            with suppress(OSError):  # something is left in it
                each.rmdir()
    return Forgotten(removed, tuple(left))
