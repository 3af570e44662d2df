"""From YAML text to a tree of places, by the parser's events alone.

Nothing is ever constructed from what a file asks for: no references are followed, no types are
guessed, and size and depth have an end. Every scalar stays the text it was written as.
"""

import re
from typing import Any, NamedTuple, NoReturn

import yaml

from calmcli.content.places import (
    BEGINNING,
    Entry,
    Items,
    Keys,
    Node,
    Place,
    Refused,
    Words,
    end_of,
)
from calmcli.content.problems import Findings
from calmcli.content.syntax import PARSER_FAULTS, explain
from calmcli.text import clean
from calmcli.words.wording import quoted

DEEPEST = 12
"""Lists and keys inside one another."""
MOST_NODES = 20_000
"""Words, lists and groups of keys in one file."""
MOST_TOGETHER = 1_000
"""Items in one list, or keys in one group."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_NO_CONTROLS = "a control character cannot be shown or spoken"


class _Stop(Exception):  # noqa: N818 - it ends the reading; what is wrong has been noted
    """There is no use in reading on."""


class Sort(NamedTuple):
    """What a file is, for the sentences about it."""

    name: str
    line: str
    """What its lines look like."""
    first: str
    """What it may begin with."""


SCRIPT = Sort("script", "title: Long out-breath", "format: 1")
SUPPORT_FILE = Sort("file of support lines", "country: NZ", "lines:")


def read_tree(text: str, findings: Findings, sort: Sort = SCRIPT) -> Keys | None:
    """The keys of a text; None when it has none, or could not be read to its end."""
    if odd := _UNREADABLE.search(text):
        findings.add(end_of(text[: odd.start()]), _NO_CONTROLS, "take it away")
        return None
    grower = _Grower(text, findings, sort)
    try:
        return grower.document()
    except _Stop:
        return None
    except PARSER_FAULTS as error:
        explain(error, findings, grower.reached)
        return None


class _Grower:
    """Grows the tree of one document, event by event."""

    def __init__(self, text: str, findings: Findings, sort: Sort) -> None:
        self._sort = sort
        self._next_event = _LOADER(text).get_event
        self._findings = findings
        self._mark: Any = None
        self._nodes = 0

    def document(self) -> Keys | None:
        """The keys of the only document of the text; None when there are none."""
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            self._findings.add(BEGINNING, "there is nothing in this file", self._how_to_begin())
            return None
        tree = self._next_keys()
        self._next()
        if not isinstance(self._next(), yaml.StreamEndEvent):
            self._findings.add(
                self.reached,
                f"a second {self._sort.name} begins here",
                f"keep each {self._sort.name} in a file of its own",
            )
        return tree

    def _next_keys(self) -> Keys:
        event = self._next()
        if not isinstance(event, yaml.MappingStartEvent):
            message = f"a {self._sort.name} is made of lines such as '{self._sort.line}'"
            self._findings.add(self.reached, message, self._how_to_begin())
            raise _Stop
        self._refuse_marks(event, self.reached)
        return self._keys(self.reached, depth=1)

    def _how_to_begin(self) -> str:
        return f"begin with '{self._sort.first}'"

    def _next(self) -> Any:  # the events' own types do not say what each of them carries
        event = self._next_event()
        self._mark = event.start_mark
        return event

    @property
    def reached(self) -> Place:
        """Where the latest event begins."""
        mark = self._mark
        return BEGINNING if mark is None else Place(mark.line + 1, mark.column + 1)

    def _node(self, event: Any, depth: int) -> Node:
        place = self.reached
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._stop_at(place)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(place, f"'*{event.anchor}' stands for words from another place")
            return Refused(place)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._words(event, place)
        if depth > DEEPEST:
            self._findings.add(place, "too many lists or keys inside one another")
            raise _Stop
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(place, depth)
        return self._keys(place, depth)

    def _stop_at(self, place: Place) -> NoReturn:
        self._findings.add(place, f"this file holds far more than a {self._sort.name} can")
        raise _Stop

    def _refuse_marks(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self._refuse(place, "'&' gives a name to what follows, and names are not used here")
        if event.tag is not None:
            self._refuse(place, "'!' gives a type to what follows, and types are not used here")

    def _refuse(self, place: Place, message: str) -> None:
        self._findings.add(place, message, "write it out in full, or put the words in quotes")

    def _words(self, event: yaml.ScalarEvent, place: Place) -> Node:
        written = event.value
        if not event.style and written in _NOTHING:
            return Words(place, "")
        if not written.isprintable():
            if _CONTROL.search(written):
                self._findings.add(place, _NO_CONTROLS, "take it out of the words")
                return Refused(place)
            written = clean(written)
        return Words(place, written.strip())

    def _items(self, place: Place, depth: int) -> Items:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if len(items) == MOST_TOGETHER:
                self._stop_at(self.reached)
            items.append(self._node(event, depth + 1))
        return Items(place, tuple(items))

    def _keys(self, place: Place, depth: int) -> Keys:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if len(entries) == MOST_TOGETHER:
                self._stop_at(self.reached)
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            word = self._key_word(key, entries)
            if word is not None:
                entries[word] = Entry(key.place, value)
        return Keys(place, entries)

    def _key_word(self, key: Node, entries: dict[str, Entry]) -> str | None:
        if isinstance(key, Refused):
            return None
        if not isinstance(key, Words) or not key.text:
            self._findings.add(key.place, "a key needs to be a word", "such as 'title'")
        elif key.text == "<<":
            self._refuse(key.place, "'<<' brings in keys from another place")
        elif key.text in entries:
            first = entries[key.text].place.line
            message = f"{quoted(key.text)} is already in line {first}"
            self._findings.add(key.place, message, "keep one of the two")
        else:
            return key.text
        return None
