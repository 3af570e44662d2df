"""What could come next, when a shell asks as someone presses Tab.

The shell sets variables and runs calmcli; only then is argcomplete imported.
"""

import argparse
import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from calmcli.cli.whole import arguments, subcommands, whole_parser
from calmcli.kinds import KIND_OF, KINDS

SHELLS = ("bash", "zsh", "fish")

Offer = Callable[[argparse.Namespace], Iterable[str]]
"""What could stand in one place, by what was typed before it."""


def complete() -> None:
    """Answer the shell, and end."""
    import argcomplete  # noqa: PLC0415  only when a shell asks

    typed = os.environ.get("COMP_LINE", "").split()
    whole = whole_parser(typed[1:2], helps_too=True)
    _offer_all(whole, ())
    argcomplete.autocomplete(whole, always_complete_options="long")


def shell_code(shell: str) -> str:
    """What the shell has to be told once."""
    from argcomplete.shell_integration import shellcode  # noqa: PLC0415

    code: str = shellcode(["calmcli"], use_defaults=False, shell=shell)
    return code


def _offer_all(typed: argparse.ArgumentParser, path: tuple[str, ...]) -> None:
    """Say of each argument what could stand there; files and fixed choices are found without."""
    for action in arguments(typed):
        if action.metavar != "FILE" and action.choices is None:
            offer = _OFFERS.get(" ".join((*path, action.dest)), _nothing)
            action.completer = _completer(offer)  # type: ignore[attr-defined]
    for name, inner in subcommands(typed).items():
        _offer_all(inner, (*path, name))


def _completer(offer: Offer) -> Callable[..., list[str]]:
    def completer(*, parsed_args: argparse.Namespace, **_more: Any) -> list[str]:
        return list(offer(parsed_args))

    return completer


def _nothing(_typed: argparse.Namespace) -> tuple[str, ...]:
    return ()


def _scripts(_typed: argparse.Namespace, kind: str | None = None) -> list[str]:
    from calmcli.content.library import Library  # noqa: PLC0415  each only where it is asked for
    from calmcli.paths import find_places  # noqa: PLC0415

    found, _problems = Library(find_places(os.environ).scripts).all_and_problems()
    return [each.script.id for each in found if kind in (None, each.script.kind)]


def _kinds(_typed: argparse.Namespace) -> list[str]:
    return list(KINDS)


def _templates(_typed: argparse.Namespace) -> list[str]:
    from calmcli.content.templates import Templates  # noqa: PLC0415
    from calmcli.paths import find_places  # noqa: PLC0415

    found, _problems = Templates(find_places(os.environ).visits).all_and_problems()
    return [each.script.id for each in found]


def _topics(_typed: argparse.Namespace) -> Iterable[str]:
    from calmcli.learn.pages import TOPICS  # noqa: PLC0415

    return TOPICS


def _settings(_typed: argparse.Namespace) -> Iterable[str]:
    from calmcli.settings.keys import keymap_keys, setting_keys  # noqa: PLC0415

    return (*setting_keys(), *keymap_keys())


def _values(typed: argparse.Namespace) -> Iterable[str]:
    from calmcli.settings.keys import keymap_keys, setting_keys  # noqa: PLC0415
    from calmcli.settings.offering import choices_of  # noqa: PLC0415

    key: str = typed.key
    if key not in (*setting_keys(), *keymap_keys()):
        return ()
    if key.endswith(".script"):
        kind = key.partition(".")[0]
        return (*_scripts(typed, kind if kind in KINDS else None), "default")
    return choices_of(key) or ("default",)


def _countries(_typed: argparse.Namespace) -> list[str]:
    from calmcli.support import countries  # noqa: PLC0415

    return countries()


def _items(_typed: argparse.Namespace) -> Iterable[str]:
    from calmcli.profile import ITEMS  # noqa: PLC0415

    return ITEMS


_OFFERS: dict[str, Offer] = {
    **{f"{command} script": partial(_scripts, kind=kind) for command, kind in KIND_OF.items()},
    "audio script": _scripts,
    "scripts show id": _scripts,
    "scripts favourite id": _scripts,
    "scripts unfavourite id": _scripts,
    "scripts new kind": lambda typed: [*_kinds(typed), "visit"],
    "journal list kind": _kinds,
    "visit new template": _templates,
    "visit edit exercise": _scripts,
    "learn topic": _topics,
    "settings get key": _settings,
    "settings set key": _settings,
    "settings set value": _values,
    "support country": _countries,
    "profile set item": _items,
    "profile set answer": lambda _typed: ("yes", "no", "open"),
}
"""What could stand for an argument, by the command and the argument's name; else nothing."""
