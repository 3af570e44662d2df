"""Keys that are typed before there is a screen to take them: each waits for the next one."""

from bisect import insort
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

from textual.events import Key
from textual.message_pump import MessagePump
from textual.screen import Screen

from calmcli.settings.keymap import keys_of
from calmcli.tui.screens.answering import AnsweringScreen

if TYPE_CHECKING:
    from textual.widget import Widget

    from calmcli.tui.app import CalmApp

_NEVER_LATE = ("end", "suspend")
"""The bindings that are followed even while no screen can take keys."""


class EarlyKeys:
    """Lets keys through to the screen they were typed on, and the others wait, in their order."""

    def __init__(self, app: "CalmApp", type_key: Callable[[Key], Awaitable[None]]) -> None:
        self._app, self._type_key = app, type_key
        self._waiting: list[Key] = []
        self._typed_on = WeakKeyDictionary[Key, Screen[Any]]()
        self._last: tuple[Screen[Any], Widget] | None = None
        """The screen of the last key, and what took it there, while it may still come back."""
        self._is_following = False

    async def let_through(self, key: Key) -> bool:
        """Whether a key is to be followed now; another waits, unless the app has followed it."""
        if key.is_forwarded:
            return self._is_still_meant(key)
        if not self._waiting and self._can_be_taken and self._none_is_underway():
            self._note(key)
            return True
        if not self._is_for_the_app(key) or not await self._app._check_bindings(  # noqa: SLF001
            key.key, priority=True
        ):
            self._keep(key)
        return False

    def _none_is_underway(self) -> bool:
        """Whether no key that was typed before can come back from another screen any more.

        While a screen opens, keys gather behind it; one that went to the screen below comes back
        from there after those, although it was typed before them.
        """
        if self._last is None or self._last[0] is self._app.screen:
            return True
        if not self._is_following:
            self._is_following = True
            # what has been taken away has none above it any more: the app is named beside them
            self._follow([*self._last[1].ancestors_with_self, self._app])
        return False

    def _follow(self, way: list[MessagePump]) -> None:
        """Go the way that keys come back, behind the last of them; what waited is typed then."""
        while way:
            if way.pop(0).call_later(self._follow, way):
                return
        self._last, self._is_following = None, False
        self._app.call_later(self.hand_over)

    def _note(self, key: Key) -> None:
        """Remember where a key goes to."""
        screen = self._app.screen
        self._typed_on[key], self._last = screen, (screen, self._app.focused or screen)

    def _is_still_meant(self, key: Key) -> bool:
        """Whether to do what a key is bound to: one that overtook a screen is typed there instead.

        So is one whose own screen has gone, until the next one is there.
        """
        app = self._app
        typed_on = self._typed_on.get(key, app.screen)
        has_gone = typed_on not in app.screen_stack
        if typed_on is app.screen:
            return True
        if has_gone and self._can_be_taken:
            return not cast("AnsweringScreen[Any]", app.screen).ignores(key)
        self._keep(key)
        return False

    def _is_for_the_app(self, key: Key) -> bool:
        """Whether it is for the app itself, which takes it at any moment."""
        chosen = self._app.house.settings().keys
        return any(key.key in keys_of(chosen, each) for each in _NEVER_LATE)

    @property
    def _can_be_taken(self) -> bool:
        screen = self._app.screen
        return isinstance(screen, AnsweringScreen) and screen.takes_keys

    def _keep(self, key: Key) -> None:
        """Let a key wait for the screen that is on top now, in the order of typing."""
        waiting = Key(key.key, key.character)
        waiting.time = key.time
        insort(self._waiting, waiting, key=lambda each: each.time)
        self._app.call_later(self.hand_over)

    async def hand_over(self) -> None:
        """Type what waited, as far as there is a screen to take it. Only the app calls it."""
        while self._waiting and self._can_be_taken and not self._is_following:
            key = self._waiting.pop(0)
            self._note(key)
            await self._type_key(key)
