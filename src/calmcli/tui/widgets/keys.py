"""The few keys a screen names at its foot, in as many words as there is room for."""

from collections.abc import Mapping
from typing import Any

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

_GAPS = ("    ", "  ")


class Keys(Widget):
    """Names the keys of its screen that ask to be shown."""

    _now: Mapping[str, str] = {}

    def call(self, words: Mapping[str, str]) -> None:
        """For now, show these keys too, or by other words: binding ids and what they mean."""
        if words != self._now:
            self._now = words
            self.refresh()

    def render(self) -> Content:
        """Keys with words; where room is short, the later ones lose their words first."""
        named = [
            (key_name(binding), self._now.get(binding.id or "", binding.description))
            for binding in bindings_of(self.screen)
            if binding.show or binding.id in self._now
        ]
        in_full = [" ".join(pair) for pair in named]
        keys = [key for key, _ in named]
        for gap in _GAPS:
            if len(text := gap.join(in_full)) <= self.size.width:
                return Content(text)
        for worded in range(len(named) - 1, -1, -1):
            text = "  ".join([*in_full[:worded], " ".join(keys[worded:])])
            if len(text) <= self.size.width:
                return Content(text)
        return Content("")


def bindings_of(screen: Screen[Any]) -> list[Binding]:
    """A binding for each thing a screen of ours does: its own first, then the shared ones."""
    ours = [
        room
        for room in (*type(screen).__mro__, *type(screen.app).__mro__)
        if room.__module__.startswith("calmcli.")
    ]
    declared = [binding for room in ours for binding in vars(room).get("BINDINGS", ())]
    first: dict[str, Binding] = {}
    for binding in declared:
        if isinstance(binding, Binding) and screen.check_action(binding.action, ()) is not False:
            first.setdefault(binding.id or binding.key, binding)
    return list(first.values())


def key_name(binding: Binding) -> str:
    """What to call a key."""
    return binding.key_display or binding.key
