"""The files of one sort: the shipped ones, and a person's own beside them or in their place."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from msgspec import Struct

from calmcli.content.described import ID_PATTERN, Identified
from calmcli.content.files import read_bytes
from calmcli.content.personal import Draft, drafts, own_drafts
from calmcli.content.problems import Problem, ScriptError, whole_file
from calmcli.errors import UsageError
from calmcli.text import clean
from calmcli.words.wording import nearest, or_meant, quoted

Origin = Literal["shipped", "personal"]
Content = TypeVar("Content", bound=Identified)
Read = Callable[[bytes, str], Content]
"""Reads a file, given its bytes and its name; ScriptError with all that is wrong in it."""

_HASH_DIGITS = 16
_ID = re.compile(ID_PATTERN)


class Item(Struct, Generic[Content], frozen=True):
    """What stands in a file, and where it came from."""

    script: Content
    origin: Origin
    path: Path
    data: bytes
    """The file, as it was read."""

    @property
    def content_hash(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 of its file."""
        digits: str = _sha256()(self.data).hexdigest()
        return digits[:_HASH_DIGITS]


class Shelf(Generic[Content]):
    """The shipped files and those of one personal folder, read anew at each question."""

    def __init__(
        self, personal: Path, shipped: Mapping[str, Path], read: Read[Content], sort: str
    ) -> None:
        self._personal = personal
        self._shipped = shipped
        self._read = read
        self._sort = sort

    def find(self, script_id: str) -> Item[Content]:
        """The file of an id; ScriptError when it is there with problems, UsageError when not."""
        if _ID.fullmatch(script_id):
            found = self._find_personal(script_id)
            if found is not None:
                return found
            if script_id in self._shipped:
                return self._find_shipped(script_id)
        word = clean(script_id)
        hint = or_meant(nearest(word, self.ids()))
        raise UsageError(f"no {self._sort} called {quoted(word)}{hint}")

    def get(self, script_id: str) -> Item[Content] | None:
        """The file of an id; None where there is none that can be used."""
        try:
            return self.find(script_id)
        except UsageError:
            return None

    def all(self) -> list[Item[Content]]:
        """All that can be used: the shipped in their order, then a person's own by title."""
        return self.all_and_problems()[0]

    def problems(self) -> list[Problem]:
        """What is wrong in the personal folder, file by file."""
        return self._read_personal()[1]

    def all_and_problems(self) -> tuple[list[Item[Content]], list[Problem]]:
        """Both at once, reading each file only once."""
        personal, problems = self._read_personal()
        own = sorted(personal.values(), key=lambda found: found.script.title.casefold())
        shipped = [self._find_shipped(each) for each in self._shipped if each not in personal]
        return shipped + own, problems

    def ids(self) -> list[str]:
        """Every id there seems to be, without reading the files: for guesses and completion."""
        claims = (draft.claims() for draft in drafts(self._personal)[0])
        own = {claim for claim in claims if claim is not None}
        return [*self._shipped, *sorted(own.difference(self._shipped))]

    def _find_shipped(self, script_id: str) -> Item[Content]:
        return read_item(self._shipped[script_id], self._read)

    def _find_personal(self, script_id: str) -> Item[Content] | None:
        for draft in own_drafts(self._personal, script_id):
            found = self._own(draft)
            if found.script.id == script_id:
                return found
        broken = None
        for draft in drafts(self._personal)[0]:
            if not draft.may_be(script_id):
                continue
            try:
                found = self._own(draft)
            except ScriptError as error:
                if draft.claims() == script_id:
                    broken = broken or error
                continue
            if found.script.id == script_id:
                return found
        if broken is not None:
            raise broken
        return None

    def _read_personal(self) -> tuple[dict[str, Item[Content]], list[Problem]]:
        readable, problems = drafts(self._personal)
        found: dict[str, Item[Content]] = {}
        readable.sort(key=lambda draft: draft.path.stem != draft.claims())
        for draft in readable:
            try:
                one = self._own(draft)
            except ScriptError as error:
                problems += error.problems
                continue
            first = found.setdefault(one.script.id, one)
            if first is not one:
                message = f"its id '{one.script.id}' is already that of {clean(first.path.name)}"
                problems.append(whole_file(one.path.name, message, "give one of them another id"))
        return found, problems

    def _own(self, draft: Draft) -> Item[Content]:
        script = self._read(draft.data, draft.path.name)
        return Item(script, "personal", draft.path, draft.data)


def _sha256() -> Any:
    """Python's own, as `random` takes it: hashlib loads all of OpenSSL, and every session waits."""
    for name in ("_sha2", "_sha256", "hashlib"):  # since 3.12, before that, and where neither is
        with suppress(ImportError):
            return import_module(name).sha256
    raise ImportError("hashlib")


def read_item(path: Path, read: Read[Content]) -> Item[Content]:
    """What stands in a shipped file."""
    data = read_bytes(path, path.name)
    return Item(read(data, path.name), "shipped", path, data)
