"""All scripts there are: the shipped ones, and a person's own beside them or in their place."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from calmcli.content.described import ID_PATTERN
from calmcli.content.loader import read_script
from calmcli.content.model import Script
from calmcli.content.personal import Draft, drafts, own_drafts
from calmcli.content.problems import Problem, ScriptError, whole_file
from calmcli.content.shipped import SHIPPED, read_shipped
from calmcli.content.wording import nearest, quoted
from calmcli.errors import UsageError
from calmcli.text import clean

Origin = Literal["shipped", "personal"]

_HASH_DIGITS = 16
_ID = re.compile(ID_PATTERN)


@dataclass(frozen=True, slots=True)
class Found:
    """A script and where it came from."""

    script: Script
    origin: Origin
    path: Path
    content_hash: str
    """The first 16 hexadecimal digits of the SHA-256 of its file."""


class Library:
    """The shipped scripts and those of one personal folder, read anew at each question."""

    def __init__(self, personal: Path) -> None:
        self._personal = personal

    def find(self, script_id: str) -> Found:
        """The script of an id; ScriptError when it is there with problems, UsageError when not."""
        if _ID.fullmatch(script_id):
            found = self._find_personal(script_id)
            if found is not None:
                return found
            if script_id in SHIPPED:
                return shipped_script(script_id)
        word = clean(script_id)
        close = nearest(word, self.ids())
        hint = f"; did you mean '{close}'?" if close else ""
        raise UsageError(f"no script called {quoted(word)}{hint}")

    def all(self) -> list[Found]:
        """Every script that can be played: the shipped in their order, then a person's by title."""
        return self.all_and_problems()[0]

    def problems(self) -> list[Problem]:
        """What is wrong in the personal folder, file by file."""
        return self._read_personal()[1]

    def all_and_problems(self) -> tuple[list[Found], list[Problem]]:
        """Both at once, reading each file only once."""
        personal, problems = self._read_personal()
        own = sorted(personal.values(), key=lambda found: found.script.title.casefold())
        shipped = [shipped_script(script_id) for script_id in SHIPPED if script_id not in personal]
        return shipped + own, problems

    def ids(self) -> list[str]:
        """Every id there seems to be, without reading the scripts: for guesses and completion."""
        claims = (draft.claims() for draft in drafts(self._personal)[0])
        own = {claim for claim in claims if claim is not None}
        return [*SHIPPED, *sorted(own.difference(SHIPPED))]

    def _find_personal(self, script_id: str) -> Found | None:
        for draft in own_drafts(self._personal, script_id):
            found = _personal(draft)
            if found.script.id == script_id:
                return found
        broken = None
        for draft in drafts(self._personal)[0]:
            if not draft.may_be(script_id):
                continue
            try:
                found = _personal(draft)
            except ScriptError as error:
                if draft.claims() == script_id:
                    broken = broken or error
                continue
            if found.script.id == script_id:
                return found
        if broken is not None:
            raise broken
        return None

    def _read_personal(self) -> tuple[dict[str, Found], list[Problem]]:
        readable, problems = drafts(self._personal)
        found: dict[str, Found] = {}
        readable.sort(key=lambda draft: draft.path.stem != draft.claims())
        for draft in readable:
            try:
                one = _personal(draft)
            except ScriptError as error:
                problems += error.problems
                continue
            first = found.setdefault(one.script.id, one)
            if first is not one:
                message = f"its id '{one.script.id}' is already that of {clean(first.path.name)}"
                problems.append(whole_file(one.path.name, message, "give one of them another id"))
        return found, problems


def shipped_script(script_id: str) -> Found:
    """A shipped script, whatever stands in for it; KeyError when there is none of this id."""
    data = read_shipped(script_id)
    path = SHIPPED[script_id]
    return Found(read_script(data, path.name), "shipped", path, _hash(data))


def _personal(draft: Draft) -> Found:
    return Found(draft.script(), "personal", draft.path, _hash(draft.data))


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()[:_HASH_DIGITS]
