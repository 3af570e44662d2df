"""Keys by name: as people write them, and as Textual calls them."""

import re
import unicodedata

RESERVED = ("escape", "ctrl+c", "ctrl+z", "ctrl+q")
"""Keys that leave, whatever is set; they can be given to nothing else."""

_NAMED = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *("enter", "space", "tab", "shift+tab", "backspace", "delete", "insert"),
    *(f"f{number}" for number in range(1, 13)),
)
_SAME_KEY = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}
"""What a terminal sends one code for."""
_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "page up": "pageup",
    "page down": "pagedown",
    "comma": "comma",
}
_SPELLED = {"pageup": "Page Up", "pagedown": "Page Down", "space": "space"}
_UNICODE_TO_KEY = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_CTRL = re.compile(r"ctrl\+[a-z]")
_CHARACTERS = {chr(code) for code in range(0x21, 0x7F)}


def key_called(written: str) -> str | None:
    """What Textual calls a key that someone wrote; None where there is no such key."""
    if len(written) == 1:
        return _character(written)
    name = " ".join(written.lower().split())
    name = _OTHER_NAMES.get(name, name.replace(" ", ""))
    name = re.sub(r"^(control|strg|c)[+-]", "ctrl+", name)
    name = _SAME_KEY.get(name, name)
    is_one = name in _NAMED or name in RESERVED or _CTRL.fullmatch(name)
    return name if is_one or name in _BY_NAME else None


def spelled(key: str) -> str:
    """A key as a person reads it: ?, q, Right, Ctrl+P."""
    if key in _BY_NAME:
        return _BY_NAME[key]
    return _SPELLED.get(key) or (key if len(key) == 1 else key.title())


def _character(character: str) -> str | None:
    if character.isalnum():
        return character
    if not character.isprintable() or character == " ":
        return "space" if character == " " else None
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _UNICODE_TO_KEY.get(name, name) or None


_BY_NAME = {str(_character(each)): each for each in sorted(_CHARACTERS) if not each.isalnum()}
"""Punctuation by its name."""
