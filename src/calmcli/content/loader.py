"""From a file to a script, or to every problem in it."""

from contextlib import suppress
from pathlib import Path
from typing import cast

from calmcli.content.described import FORMAT, Identified
from calmcli.content.fields import read_keys
from calmcli.content.files import MOST_BYTES, read_bytes
from calmcli.content.kinds import EXAMPLE, Shapes, kind_of
from calmcli.content.model import SCRIPT_SHAPES, SHAPES, Script, VisitTemplate
from calmcli.content.places import Entry, Keys, Words, end_of, place_of
from calmcli.content.plain_lines import plain_tree
from calmcli.content.problems import Findings, Problem, ScriptError, TooManyProblems, whole_file
from calmcli.content.rules import faults_in
from calmcli.words.wording import quoted


def check_script(path: Path, name: str | None = None) -> tuple[Problem, ...]:
    """All that is wrong in a file, and hints; without an error it can be played."""
    name = path.name if name is None else name
    try:
        return check_text(read_bytes(path, name), name)
    except ScriptError as error:
        return error.problems


def read_script(written: bytes | str, name: str) -> Script:
    """The script in a text, called `name` in problems; ScriptError with all that is wrong in it."""
    return cast("Script", _read_wanted(written, name, SCRIPT_SHAPES))


def read_template(written: bytes | str, name: str) -> VisitTemplate:
    """The template in a text, called `name` in problems; ScriptError with all that is wrong."""
    return cast("VisitTemplate", _read_wanted(written, name, {VisitTemplate.kind: VisitTemplate}))


def check_text(written: bytes | str, name: str) -> tuple[Problem, ...]:
    """All that is wrong in a text, called `name`, and hints, in the order they stand there."""
    return _go_through(written, name, SHAPES, hints=True)[1]


def _read_wanted(written: bytes | str, name: str, wanted: Shapes) -> Identified:
    found, problems = _go_through(written, name, wanted, hints=False)
    if found is None:
        raise ScriptError(problems)
    return found


def _go_through(
    written: bytes | str, name: str, wanted: Shapes, *, hints: bool
) -> tuple[Identified | None, tuple[Problem, ...]]:
    if len(written) > MOST_BYTES:
        return None, (whole_file(name, "this is longer than 256 KB"),)
    text, findings = decode(written, name)
    script = None
    with suppress(TooManyProblems):
        tree = None if len(findings) else _tree(text, findings)
        if tree is not None:
            script = _read(tree, findings, wanted, hints=hints)
    return script, findings.in_order()


def _tree(text: str, findings: Findings) -> Keys | None:
    tree = plain_tree(text)
    if tree is None:
        from calmcli.content.nodes import read_tree  # noqa: PLC0415  the parser takes its time

        tree = read_tree(text, findings)
    return tree


def decode(written: bytes | str, name: str) -> tuple[str, Findings]:
    """The text in some bytes, and where to note what is wrong in it."""
    if isinstance(written, str):
        return written, Findings(name, written)
    try:
        text = written.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        readable = written[: error.start].decode("utf-8-sig", "replace")
        findings = Findings(name, readable)
        findings.add(
            end_of(readable), "this is not plain UTF-8 text", "save the file again as UTF-8"
        )
        return "", findings
    return text, Findings(name, text)


def _read(tree: Keys, findings: Findings, wanted: Shapes, *, hints: bool) -> Identified | None:
    if not _format_is_known(tree, findings):
        return None
    shape = kind_of(tree, findings, wanted)
    values = read_keys(shape, tree, findings)
    for fault in faults_in(values, shape.rules):
        place = findings.within(place_of(tree, fault.at), fault.piece)
        findings.add(place, fault.message, fault.hint)
    script = None if len(findings) else shape(**values)  # type: ignore[arg-type]
    if hints:
        from calmcli.content.advice import advise  # noqa: PLC0415 - only a check pays for it

        advise(shape, tree, values, findings)
    return script


def _format_is_known(tree: Keys, findings: Findings) -> bool:
    match tree.entries.get("format"):
        case Entry(value=Words(text=text, place=place)) if text and text != str(FORMAT):
            message = f"this calmcli reads format {FORMAT}, not {quoted(text)}"
            findings.add(place, message, EXAMPLE.format(f"format: {FORMAT}"))
            return False
    return True
