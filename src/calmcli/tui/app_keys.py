"""The keys of the app itself, which it has on every screen."""

from textual.binding import Binding, BindingType

APP_KEYS: list[BindingType] = [
    Binding(
        "ctrl+c",
        "end_at_once",
        show=False,
        priority=True,
        key_display="Ctrl+C",
        id="end",
        tooltip="End at once; all is kept",
    ),
    Binding(
        "ctrl+z",
        "suspend_process",
        show=False,
        priority=True,
        key_display="Ctrl+Z",
        id="suspend",
        tooltip="Back to the shell for a while; fg returns",
    ),
]
