"""`calmcli settings`: what can be set, what is set, and setting it."""

import os
from argparse import Namespace

from calmcli.cells import wrapped
from calmcli.cli.parser import Parser
from calmcli.first import FirstFrame
from calmcli.output import complain, say
from calmcli.paths import find_places
from calmcli.settings import Settings, read_settings
from calmcli.settings.keymap import TABLE
from calmcli.settings.keys import get_setting, meaning_of, setting_keys
from calmcli.settings.writing import set_setting
from calmcli.words import helps, sound
from calmcli.words import keys as of_keys
from calmcli.words import settings as said

USAGE = "[get KEY | set KEY VALUE | path | sound-check]"

_COLUMNS = 80
_WIDEST_VALUE = 16
_GAP = "  "


def parser(name: str) -> Parser:
    """What may follow `settings`; nothing shows them all."""
    prog = f"calmcli {name}"
    typed = Parser(prog=prog, usage=f"{prog} {USAGE}", description=helps.SETTINGS)
    typed.set_defaults(carry_out=_show_all)
    commands = typed.add_subparsers(prog=prog, metavar="COMMAND", parser_class=Parser)
    getting = commands.add_parser("get", help=said.HELP_SETTINGS_GET)
    getting.add_argument("key", metavar="KEY", help=said.HELP_KEY)
    getting.set_defaults(carry_out=_get)
    setting = commands.add_parser("set", help=said.HELP_SETTINGS_SET)
    setting.add_argument("key", metavar="KEY", help=said.HELP_KEY)
    setting.add_argument("value", metavar="VALUE", nargs="+", help=said.HELP_VALUE)
    setting.set_defaults(carry_out=_set)
    placing = commands.add_parser("path", help=said.HELP_SETTINGS_PATH)
    placing.set_defaults(carry_out=_path)
    hearing = commands.add_parser("sound-check", help=sound.HELP_SOUND_CHECK)
    hearing.set_defaults(carry_out=_sound_check)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Show all settings or one, set one, say where they are kept, or let sound be heard."""
    options = parser(name).parse_strictly(argv)
    return options.carry_out(options) or 0


def _read() -> Settings:
    settings, problems = read_settings(find_places(os.environ).settings)
    for problem in problems:
        complain(problem)
    return settings


def _show_all(_options: Namespace) -> None:
    settings = _read()
    own = [f"{TABLE}.{each}" for each in settings.keys]
    values = {key: get_setting(settings, key) for key in (*setting_keys(), *own)}
    indent = max(map(len, values)) + len(_GAP)
    width = min(_WIDEST_VALUE, max(map(len, values.values())))
    for key, value in values.items():
        start, meaning = f"{key:<{indent}}", meaning_of(key)
        if len(value) <= width:
            say(f"{start}{value:<{width}}{_GAP}{meaning}")
        else:
            rows = [*wrapped(value, _COLUMNS - indent), meaning]
            say(start + rows[0], *(" " * indent + row for row in rows[1:]))
    say(f"{f'{TABLE}.ID':<{indent}}{of_keys.SET_BY}")


def _get(options: Namespace) -> None:
    say(get_setting(_read(), options.key))


def _set(options: Namespace) -> None:
    path = find_places(os.environ).settings
    set_setting(path, options.key, " ".join(options.value))
    value = get_setting(read_settings(path).settings, options.key)
    say(said.NOW_SET.format(key=options.key, value=value))


def _path(_options: Namespace) -> None:
    say(str(find_places(os.environ).settings))


def _sound_check(_options: Namespace) -> int:
    from calmcli.voice.checking import sound_check  # noqa: PLC0415  no other setting pays for it

    result = sound_check(_read().sound, say)
    say(*sound.HOW_TO_CHOOSE)
    return 1 if result.failed else 0
