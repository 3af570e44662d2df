"""The colours: quiet, one soft accent, nothing red, nothing that depends on colour alone."""

from typing import Any

from textual.app import App
from textual.theme import Theme

DARK = Theme(
    name="dark",
    dark=True,
    primary="#7fb5ae",
    secondary="#9fb3c8",
    accent="#7fb5ae",
    foreground="#ccd4d2",
    background="#12181a",
    surface="#243033",
    panel="#243033",
    warning="#c8b88a",
    error="#c9a89a",
    success="#7fb5ae",
)
NIGHT = Theme(
    name="night",
    dark=True,
    primary="#9a8468",
    secondary="#8f8577",
    accent="#a08560",
    foreground="#b3a795",
    background="#0b0907",
    surface="#191510",
    panel="#191510",
    warning="#a08560",
    error="#a08560",
    success="#9a8468",
)
"""Dim and warm, for a dark room and eyes that were asleep."""
LIGHT = Theme(
    name="light",
    dark=False,
    primary="#2f6f68",
    secondary="#41596e",
    accent="#2f6f68",
    foreground="#2a3233",
    background="#f5f3ec",
    surface="#e4e4da",
    panel="#e4e4da",
    warning="#6d5a1e",
    error="#7a4a38",
    success="#2f6f68",
)
CONTRAST = Theme(
    name="contrast",
    dark=True,
    primary="#9fe8ff",
    secondary="#ffffff",
    accent="#9fe8ff",
    foreground="#ffffff",
    background="#000000",
    surface="#4a4a4a",
    panel="#4a4a4a",
    warning="#ffe9a0",
    error="#ffe9a0",
    success="#9fe8ff",
)
OURS = (DARK, NIGHT, LIGHT, CONTRAST)


def add_themes(app: App[Any], wished: str) -> str:
    """Make ours known; the theme of the wished name, or ours where Textual has it no more."""
    for theme in OURS:
        app.register_theme(theme)
    return wished if wished in app.available_themes else DARK.name
