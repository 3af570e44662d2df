"""The colours: quiet, one soft accent, nothing red, nothing that depends on colour alone."""

from textual.theme import Theme

DARK = Theme(
    name="calm-dark",
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
LIGHT = Theme(
    name="calm-light",
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
