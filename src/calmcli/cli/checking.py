"""`calmcli scripts check`: what is wrong in a file, in one's own of an id, or in all of them."""

import json
import os
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from calmcli.cli.new_script import own_folders
from calmcli.content.library import Library
from calmcli.content.loader import check_script
from calmcli.content.personal import drafts, script_paths
from calmcli.content.problems import Problem, whole_file
from calmcli.content.shelf import Shelf
from calmcli.content.templates import Templates
from calmcli.output import JSON_VERSION, complain, remark, say
from calmcli.text import clean
from calmcli.words import scripts as said
from calmcli.words.session import counted

_Make = Callable[[Path], Shelf[Any]]
"""What looks after a folder, in the order of the folders."""


class Own(Struct, frozen=True):
    """A file of one's own, and all there is to say about it."""

    path: Path
    claims: str | None
    """The id it seems to give itself."""
    problems: tuple[Problem, ...]

    def is_called(self, typed: str) -> bool:
        """Whether a person may mean this file: by its id, or its name with or without ending."""
        return typed in (self.claims, self.path.name, self.path.stem)


def check(options: Namespace) -> int:
    """Tell what is wrong, and hints; 1 when there is an error."""
    found, of_folders = ([], []) if options.files else _own()
    problems = list(_all_of(options.files, found, of_folders, whole_paths=options.json))
    if options.json:
        told = [_for_programs(problem) for problem in problems]
        say(json.dumps({"schema_version": JSON_VERSION, "problems": told}, ensure_ascii=False))
    else:
        say(
            *("\n".join(["", str(problem)][index == 0 :]) for index, problem in enumerate(problems))
        )
        if not problems and (count := len(options.files or found)):
            remark(counted(said.ALL_FINE, count))
    return 1 if any(problem.severity == "error" for problem in problems) else 0


def _all_of(
    typed: list[str], found: list[Own], folders: list[Problem], *, whole_paths: bool
) -> Iterator[Problem]:
    for name in typed:
        yield from _problems_of(name, whole_paths=whole_paths)
    if typed:
        return
    yield from folders
    for one in found:
        yield from _named(one, whole_path=whole_paths)
    if not found and not folders and (where := own_folders()):
        complain(said.NONE_YET.format(scripts=clean(str(where[0]))))


def _problems_of(name: str, *, whole_paths: bool) -> Iterator[Problem]:
    path = Path(name)
    if os.path.lexists(name) and not path.is_dir():
        yield from check_script(path, name)
        return
    meant = [one for one in _own()[0] if one.is_called(name)]
    for one in meant:
        yield from _named(one, whole_path=whole_paths)
    where = own_folders()
    if meant:
        return
    if where and not os.path.lexists(name):
        scripts, visits = (clean(str(folder)) for folder in where)
        yield whole_file(name, said.NOT_FOUND, said.KEPT_IN.format(scripts=scripts, visits=visits))
    else:
        yield from check_script(path, name)


def _own() -> tuple[list[Own], list[Problem]]:
    """All files of one's own, and what is wrong with their folders."""
    found: list[Own] = []
    of_folders: list[Problem] = []
    shelves: tuple[_Make, ...] = (Library, Templates)
    for folder, shelf in zip(own_folders(), shelves, strict=False):
        paths, wrong = script_paths(folder)
        claims = {draft.path: draft.claims() for draft in drafts(folder)[0]}
        in_the_way = shelf(folder).problems()
        of_folders += wrong
        found += [Own(path, claims.get(path), _said_of(path, in_the_way)) for path in paths]
    return found, of_folders


def _said_of(path: Path, in_the_way: list[Problem]) -> tuple[Problem, ...]:
    """All of one file: a sound one may still bear an id that is taken, or lie where none looks."""
    problems = check_script(path)
    if any(problem.severity == "error" for problem in problems):
        return problems
    name = clean(path.name)
    return (*(problem for problem in in_the_way if problem.name == name), *problems)


def _named(own: Own, *, whole_path: bool) -> Iterator[Problem]:
    """Its problems under a name that also says which of the folders it is in."""
    shown = own.path if whole_path else own.path.relative_to(own.path.parent.parent)
    for problem in own.problems:
        yield replace(problem, name=clean(str(shown)))


def _for_programs(problem: Problem) -> dict[str, str | int]:
    return {
        "file": problem.name,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }
