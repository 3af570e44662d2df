"""From a file to a script, or to every problem in it."""

from pathlib import Path

from calmcli.content.described import FORMAT
from calmcli.content.fields import read_keys
from calmcli.content.files import MOST_BYTES, read_bytes
from calmcli.content.model import KINDS, Script
from calmcli.content.nodes import read_tree
from calmcli.content.places import Entry, Items, Keys, Words, end_of, place_of
from calmcli.content.problems import Findings, Problem, ScriptError, TooManyProblems, whole_file
from calmcli.content.wording import did_you_mean, nearest, quoted

_EXAMPLE = "write a line such as '{}'"


def load_script(path: Path, name: str | None = None) -> Script:
    """The script in a file, called `name` in problems; ScriptError with all that is wrong in it."""
    name = path.name if name is None else name
    return read_script(read_bytes(path, name), name)


def check_script(path: Path, name: str | None = None) -> tuple[Problem, ...]:
    """All that is wrong in a file; empty when it can be played."""
    try:
        load_script(path, name)
    except ScriptError as error:
        return error.problems
    return ()


def read_script(written: bytes | str, name: str) -> Script:
    """The script in a text, called `name` in problems; ScriptError with all that is wrong in it."""
    if len(written) > MOST_BYTES:
        raise ScriptError([whole_file(name, "this is longer than 256 KB")])
    text, findings = _decode(written, name)
    script = None
    try:
        tree = None if len(findings) else read_tree(text, findings)
        if tree is not None:
            script = _read(tree, findings)
    except TooManyProblems:
        script = None
    if script is None:
        raise ScriptError(findings.in_order())
    return script


def _decode(written: bytes | str, name: str) -> tuple[str, Findings]:
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


def _read(tree: Keys, findings: Findings) -> Script | None:
    if not _format_is_known(tree, findings):
        return None
    shape = _kind(tree, findings)
    values = read_keys(shape, tree, findings)
    for rule in shape.rules:
        if all(key in values for key in rule.needs):
            for fault in rule.check(**{key: values[key] for key in rule.needs}):
                findings.add(place_of(tree, fault.at), fault.message, fault.hint)
    return None if len(findings) else shape(**values)  # type: ignore[arg-type]


def _format_is_known(tree: Keys, findings: Findings) -> bool:
    match tree.entries.get("format"):
        case Entry(value=Words(text=text, place=place)) if text and text != str(FORMAT):
            message = f"this calmcli reads format {FORMAT}, not {quoted(text)}"
            findings.add(place, message, _EXAMPLE.format(f"format: {FORMAT}"))
            return False
    return True


def _kind(tree: Keys, findings: Findings) -> type[Script]:
    """The struct a script is read as; where its kind is not known, the likeliest."""
    example = _EXAMPLE.format(f"kind: {next(iter(KINDS))}")
    match tree.entries.get("kind"):
        case None:
            findings.add(tree.place, "'kind' is missing", example)
        case Entry(value=Words(text=kind)) if kind in KINDS:
            return KINDS[kind]
        case Entry(value=Words(text="")) as entry:
            findings.add(entry.place, "'kind' needs a value", example)
        case Entry(value=Words(text=kind, place=place)):
            findings.add(
                place, f"unknown kind {quoted(kind)}", did_you_mean(nearest(kind, KINDS), KINDS)
            )
        case Entry(value=Keys(place=place)) | Entry(value=Items(place=place)):
            findings.add(place, "'kind' needs one value here, not several", example)
    return max(KINDS.values(), key=lambda shape: len(tree.entries.keys() & shape.__struct_fields__))
