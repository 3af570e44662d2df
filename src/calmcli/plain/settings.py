"""Settings in lines: a numbered list, then one value, then the list again."""

from collections.abc import Sequence

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask, by_number, numbered
from calmcli.settings.keys import get_setting, keymap_keys, meaning_of, setting_keys
from calmcli.settings.offering import choices_of, takes
from calmcli.settings.writing import set_setting
from calmcli.words import home as named
from calmcli.words import settings as said


def change_settings(house: House, lines: Lines) -> None:
    """Show what is set and change one after another, until an empty line."""
    keys = setting_keys()
    every = {*keys, *keymap_keys()}
    if house.places is None:
        lines.say(said.NOWHERE)
        return
    told = _told(house, keys)
    lines.say(named.ROOMS["settings"][0], *told)
    question = said.ASK
    while typed := ask(lines, question, told):
        chosen = by_number(keys, typed) or (typed if typed in every else None)
        question = said.ASK if chosen else said.ASK_AGAIN
        if chosen:
            _change(house, lines, chosen)
            told = _told(house, keys)


def _told(house: House, keys: Sequence[str]) -> list[str]:
    settings = house.settings()
    return numbered(f"{key}: {get_setting(settings, key)}" for key in keys)


def _change(house: House, lines: Lines, key: str) -> None:
    """Ask for one value and keep it."""
    now = said.NOW.format(key=key, value=get_setting(house.settings(), key))
    lines.say(f"{now}. {meaning_of(key)}.")
    choices = choices_of(key)
    lines.say(*numbered(choices))
    question = said.CHOICES if choices else said.TYPE.format(needs=takes(key))
    typed = (lines.ask(question) or "").strip()
    if not typed or house.places is None:
        return
    value = by_number(choices, typed) or typed
    try:
        set_setting(house.places.settings, key, value)
    except CalmError as error:
        lines.say(str(error))
        return
    lines.say(said.NOW.format(key=key, value=get_setting(house.settings(), key)))
