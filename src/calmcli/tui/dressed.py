"""How the app looks, whatever it shows: theme, colours, where sizes differ, names of keys."""

import os
import sys
from collections.abc import Sequence
from typing import Any

from textual.app import App
from textual.constants import TEXTUAL_ANIMATIONS
from textual.filter import LineFilter, Monochrome
from textual.reactive import reactive

from calmcli.house import House
from calmcli.settings.bindings import default_keys
from calmcli.settings.key_names import spelled
from calmcli.settings.keymap import keys_of
from calmcli.tui.colourless import Colourless
from calmcli.tui.look import Look, look_for
from calmcli.tui.themes import add_themes

_WIDE = 34
"""Columns from which on there is room beside the words."""


class DressedApp(App[None]):
    """Wears a look from the start, and another one when the settings change."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012  as Textual has it
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  as Textual has it
        (0, "-flat"),
        (4, "-short"),
        (13, "-middling"),
        (18, "-tall"),
        (30, "-high"),
    ]

    numbers: reactive[bool] = reactive(default=True, init=False)
    """Whether counts, times and earlier ratings are shown."""

    def __init__(self, *, house: House, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.house = house

    def wear(self, look: Look) -> None:
        """Be drawn like this from the start."""
        self.look, self.blocks = look, look.blocks
        self._begin_with(add_themes(self, look.theme))
        self.no_color = not look.colours
        self.set_class(not look.blocks, "-ascii")
        self.set_class(self.no_color, "-colourless")
        self.set_class(look.still, "-still")
        self.set_class(look.discreet, "-discreet")
        self.animation_level = "none" if look.still else TEXTUAL_ANIMATIONS
        self.numbers = look.numbers

    def _take_keys(self) -> None:
        """Use the keys that are set."""
        chosen = self.house.settings().keys
        self.set_keymap({each: ",".join(keys_of(chosen, each)) for each in chosen})

    def key_for(self, binding: str) -> str:
        """What to call the key that something has."""
        keys = self._keymap.get(binding) or default_keys(binding)[0]
        return spelled(keys.partition(",")[0])

    def _begin_with(self, theme: str) -> None:
        """Have the colours of a theme from the start.

        Set the usual way, all styles would be read twice: a tenth of the time until it is drawn.
        """
        self.set_reactive(DressedApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode")
        self.set_class(not self.current_theme.dark, "-light-mode")
        self._refresh_truecolor_filter(self.ansi_theme)

    def watch_numbers(self, numbers: bool) -> None:  # noqa: FBT001  as Textual has it
        """Let them stay in their places, unseen."""
        self.set_class(not numbers, "-no-numbers")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's, but that without colour there is none at all."""
        if not self.look.colours:
            return [Colourless()]
        return [each for each in super().get_line_filters() if not isinstance(each, Monochrome)]

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for two columns."""
        return self.size.width < _WIDE

    def look_again(self) -> None:
        """Take up how things are to be drawn, after the settings have changed."""
        look = look_for(os.environ, sys.__stderr__, self.house.settings().look)
        self.look, self.blocks = look, look.blocks
        self.set_class(not look.blocks, "-ascii")
        self.theme = add_themes(self, look.theme)
        self._take_keys()
