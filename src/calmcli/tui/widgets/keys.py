"""The few keys a screen names at its foot, in as many words as there is room for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

from calmcli.settings.key_names import spelled

_GAPS = ("    ", "  ")


class Keys(Widget):
    """Names the keys of its screen that ask to be shown."""

    _now: Mapping[str, str | None] = {}

    def call(self, words: Mapping[str, str | None]) -> None:
        """For now, show these keys too, or by other words, or not at all: by their binding ids."""
        if words != self._now:
            self._now = words
            self.refresh()

    def render(self) -> Content:
        """Keys with words; where room is short, the later ones lose theirs first, but "? keys"."""
        line = ""
        for at, text, _ in self._laid_out():
            line = line.ljust(at) + text
        return Content(line)

    async def on_click(self, event: Click) -> None:
        """Do what the key under the pointer does."""
        for at, text, binding in self._laid_out():
            if at <= event.x < at + len(text):
                await self.screen.run_action(binding.action)
                return

    def _laid_out(self) -> list[tuple[int, str, Binding]]:
        """Where each key stands, what is said of it, and what it does; none where none fits."""
        named = [
            (key_name(each), words, each)
            for each in bindings_of(self.screen)
            if (each.show or each.id in self._now)
            and (words := self._now.get(each.id or "", each.description)) is not None
        ]
        in_full = [f"{key} {words}".rstrip() for key, words, _ in named]
        keys = [key for key, _, _ in named]
        for gap in _GAPS:
            texts = in_full
            if sum(map(len, texts)) + len(gap) * (len(texts) - 1) <= self.size.width:
                return list(_placed(texts, [len(gap)] * len(texts), named))
        for worded in range(len(named) - 1, -1, -1):
            for last in (in_full[-1:], keys[-1:]):  # "? keys" leads to all that is left out
                texts = [*in_full[:worded], *keys[worded:-1], *last]
                gaps = [len(_GAPS[-1])] * worded + [1] * (len(texts) - worded)
                placed = list(_placed(texts, gaps, named))
                if placed and placed[-1][0] + len(placed[-1][1]) <= self.size.width:
                    return placed
        return []


def _placed(
    texts: list[str], gaps: list[int], named: list[tuple[str, str, Binding]]
) -> Iterator[tuple[int, str, Binding]]:
    at = 0
    for text, gap, (_, _, binding) in zip(texts, gaps, named, strict=True):
        yield at, text, binding
        at += len(text) + gap


def bindings_of(screen: Screen[Any]) -> list[Binding]:
    """A binding for each thing a screen of ours does: its own first, then the shared ones.

    Where a person chose other keys, those.
    """
    ours = [
        room
        for room in (*type(screen).__mro__, *type(screen.app).__mro__)
        if room.__module__.startswith("calmcli.")
    ]
    declared = [binding for room in ours for binding in vars(room).get("BINDINGS", ())]
    keymap = screen.app._keymap  # noqa: SLF001
    first: dict[str, Binding] = {}
    for binding in declared:
        if isinstance(binding, Binding) and screen.check_action(binding.action, ()) is not False:
            first.setdefault(binding.id or binding.key, _with_own_key(binding, keymap))
    return list(first.values())


def _with_own_key(binding: Binding, keymap: Mapping[str, str]) -> Binding:
    keys = keymap.get(binding.id or "")
    return replace(binding, key=keys, key_display=None) if keys else binding


def key_name(binding: Binding) -> str:
    """What to call a key."""
    return binding.key_display or spelled(binding.key.partition(",")[0])
