"""`calmcli man`: the manual page, made of what can be typed, so that it is never out of date."""

import argparse
from collections.abc import Iterator

from calmcli import __version__
from calmcli.cli.parser import Parser
from calmcli.cli.whole import arguments, subcommands, whole_parser
from calmcli.first import FirstFrame
from calmcli.output import say
from calmcli.words import session as words
from calmcli.words import shell as said


def parser(name: str) -> Parser:
    """What may follow `man`."""
    return Parser(prog=f"calmcli {name}", description=said.HELP_MAN)


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Print it as roff, which `man` reads."""
    parser(name).parse_strictly(argv)
    say(*_page())
    return 0


def _page() -> Iterator[str]:
    yield f'.TH CALMCLI 1 "" "calmcli {_safe(__version__)}" "calmcli"'
    for section in said.SECTIONS:
        yield f'.SH "{section}"'
        yield from _SECTIONS[section]()


def _name() -> Iterator[str]:
    yield _safe(f"calmcli - {said.SHORT}")


def _synopsis() -> Iterator[str]:
    for typed in ("", "COMMAND [OPTIONS]", "COMMAND --help"):
        yield from (".B calmcli", _safe(typed), ".br") if typed else (".B calmcli", ".br")


def _description() -> Iterator[str]:
    yield from (_safe(said.DESCRIPTION), ".PP", _safe(said.LIMITS))


def _commands() -> Iterator[str]:
    whole = whole_parser()
    yield '.SS "calmcli"'
    for action in arguments(whole):
        yield from (".TP", rf"\fB{_spelling(action)}\fR", _safe(action.help or ""))
    for name, typed in subcommands(whole).items():
        yield from _command(f"calmcli {name}", typed, ".SS")


def _command(prog: str, typed: argparse.ArgumentParser, heading: str) -> Iterator[str]:
    """One command: what it does, what may follow, and the commands below it."""
    inner = subcommands(typed)
    places = " ".join(_place(each) for each in arguments(typed) if not each.option_strings)
    yield f'{heading} "{_safe(f"{prog} {places}".rstrip())}"'
    if typed.description:
        yield _safe(typed.description)
    for action in arguments(typed):
        if action.help:
            yield from (".TP", rf"\fB{_spelling(action)}\fR", _safe(action.help))
    helps = _helps(typed)
    for name, below in inner.items():
        below.description = below.description or helps.get(name, "")
        yield from _command(f"{prog} {name}", below, ".SS")


def _helps(typed: argparse.ArgumentParser) -> dict[str, str]:
    """What each command below is for, as the help says it."""
    return {
        str(choice.dest): choice.help or ""
        for action in typed._actions  # noqa: SLF001  argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
        for choice in action._choices_actions  # noqa: SLF001
    }


def _metavar(action: argparse.Action) -> str:
    if isinstance(action.metavar, str):
        return action.metavar
    return "|".join(map(str, action.choices)) if action.choices else action.dest.upper()


def _place(action: argparse.Action) -> str:
    return f"[{_metavar(action)}]" if action.nargs in ("?", "*") else _metavar(action)


def _spelling(action: argparse.Action) -> str:
    takes = "" if action.nargs == 0 else _metavar(action)
    if not action.option_strings:
        return _safe(takes)
    return _safe(f"{', '.join(action.option_strings)} {takes}".rstrip())


def _keys() -> Iterator[str]:
    from calmcli.settings.bindings import DEFAULT_KEYS, SCREENS  # noqa: PLC0415  only here
    from calmcli.settings.key_names import spelled  # noqa: PLC0415
    from calmcli.tui.keymap import meanings  # noqa: PLC0415

    does = meanings()
    yield _safe(said.KEYS)
    for each in SCREENS["session"]:
        if each in DEFAULT_KEYS:
            keys = ", ".join(map(spelled, DEFAULT_KEYS[each]))
            yield from (".TP", rf"\fB{_safe(keys)}\fR", _safe(does[each]))
    yield from (".PP", _safe(said.IN_LINES))
    for line in words.KEYS_PLAIN[1:-1]:
        key, _, meaning = line.strip().partition("  ")
        yield from (".TP", rf"\fB{_safe(key)}\fR", _safe(meaning.strip()))


def _environment() -> Iterator[str]:
    for name, meaning in said.ENVIRONMENT.items():
        yield from (".TP", rf"\fB{name}\fR", _safe(meaning))


def _exits() -> Iterator[str]:
    for code, meaning in said.EXITS.items():
        yield from (".TP", rf"\fB{code}\fR", _safe(meaning))


def _safe(text: str) -> str:
    """Text of which roff takes nothing for a command of its own."""
    text = text.replace("%%", "%").replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq")
    text = text.replace("'", r"\(aq").replace("~", r"\(ti").replace("^", r"\(ha")
    return rf"\&{text}" if text.startswith(".") else text


_SECTIONS = dict(
    zip(
        said.SECTIONS,
        (_name, _synopsis, _description, _commands, _keys, _environment, _exits),
        strict=True,
    )
)
