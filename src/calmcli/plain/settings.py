"""Settings in lines: a numbered list, then one value, then the list again."""

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.plain.lines import Lines
from calmcli.settings.keys import get_setting, keymap_keys, meaning_of, setting_keys
from calmcli.settings.offering import choices_of, takes
from calmcli.settings.writing import set_setting
from calmcli.text import whole_number
from calmcli.words import home as named
from calmcli.words import settings as said


def change_settings(house: House, lines: Lines) -> None:
    """Show what is set and change one after another, until an empty line."""
    keys = setting_keys()
    if house.places is None:
        lines.say(said.NOWHERE)
        return
    settings = house.settings()
    told = [f"{at} {key}: {get_setting(settings, key)}" for at, key in enumerate(keys, start=1)]
    lines.say(named.ROOMS["settings"][0], *told)
    question = said.ASK
    while typed := (lines.ask(question) or "").strip():
        chosen = [key for at, key in enumerate(keys, start=1) if typed in (str(at), key)]
        chosen += [key for key in keymap_keys() if typed == key]
        question = said.ASK if chosen else said.ASK_AGAIN
        for key in chosen:
            _change(house, lines, key)


def _change(house: House, lines: Lines, key: str) -> None:
    """Ask for one value and keep it."""
    now = said.NOW.format(key=key, value=get_setting(house.settings(), key))
    lines.say(f"{now}. {meaning_of(key)}.")
    choices = dict(enumerate(choices_of(key), start=1))
    if choices:
        lines.say(*(f"{at} {choice}" for at, choice in choices.items()))
    question = said.CHOICES if choices else said.TYPE.format(needs=takes(key))
    typed = (lines.ask(question) or "").strip()
    if not typed or house.places is None:
        return
    value = choices.get(whole_number(typed, len(choices)) or 0, typed)
    try:
        set_setting(house.places.settings, key, value)
    except CalmError as error:
        lines.say(str(error))
        return
    lines.say(said.NOW.format(key=key, value=get_setting(house.settings(), key)))
