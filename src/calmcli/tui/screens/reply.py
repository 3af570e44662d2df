"""What calmcli answers to the rating given after, and what may come next."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from calmcli.following import Following
from calmcli.tui.screens.asking import AskingScreen
from calmcli.tui.screens.calm import BLANK, HIDE_NUMBERS, CalmScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import following as said

_MOST_NOTE = 2_000
_OFFERED = {
    "ground_me": said.GROUND_KEY,
    "begin_another": said.ANOTHER_KEY,
    "write_note": said.NOTE_KEY,
    "turn_suggesting": said.STOP_KEY,
    "turn_favourite": said.FAVOURITE_KEY,
}
"""The key that stands for each action that is there only at times."""


class ReplyScreen(CalmScreen[str | None]):
    """A line or two; it answers with the key of what is to come next, None to finish."""

    DISCREET_ROWS = 5
    ENDS = ("leave",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,q,escape,space",
            "leave",
            "leave",
            key_display="Enter",
            id="reply.leave",
            tooltip="Leave",
        ),
        Binding(
            "g",
            "ground_me",
            said.GROUND,
            id="reply.ground",
            tooltip="Ground me: back to the room, with eyes open",
        ),
        Binding(
            "a", "begin_another", said.ANOTHER_HERE, id="reply.another", tooltip="Another kind"
        ),
        Binding("w", "write_note", said.NOTE_HERE, id="reply.note", tooltip="Write a note"),
        Binding(
            "u",
            "turn_suggesting",
            said.STOP_HERE,
            id="reply.suggesting",
            tooltip="Bring this one up no more, or again",
        ),
        Binding(
            "f",
            "turn_favourite",
            said.FAVOURITE_HERE,
            id="reply.favourite",
            tooltip="A favourite, or none any more",
        ),
        HIDE_NUMBERS,
        BLANK,
    ]

    def __init__(self, reply: Callable[[], list[str]], following: Following) -> None:
        super().__init__()
        self._reply, self._following = reply, following

    def compose(self) -> ComposeResult:
        """The reply, and what is offered because of it."""
        with VerticalScroll(id="reply"):
            for line in self._told():
                yield Words(line, classes="paragraph")
            yield Words(id="done")
        yield Keys()

    def on_mount(self) -> None:
        """Name the keys as they now stand."""
        self._name_keys()

    def show_numbers(self) -> None:
        """Say it with the two ratings, or without."""
        paragraphs = self.query(".paragraph").results(Words)
        for paragraph, line in zip(paragraphs, self._told(), strict=True):
            paragraph.say(line)

    def _told(self) -> list[str]:
        return [*self._reply(), *self._following.lines()]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Each thing is offered where it fits, and not otherwise."""
        if action in _OFFERED:
            return _OFFERED[action] in self._following.offers()
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)

    def action_ground_me(self) -> None:
        """Go to grounding."""
        self.dismiss(said.GROUND_KEY)

    def action_begin_another(self) -> None:
        """Go to another kind."""
        self.dismiss(said.ANOTHER_KEY)

    def action_write_note(self) -> None:
        """Write a few words about it."""
        self.app.push_screen(AskingScreen(said.NOTE, most=_MOST_NOTE), self._keep_note)

    def action_turn_suggesting(self) -> None:
        """Bring this one up no more, or again."""
        self._tell(said.UNSUGGESTED if self._following.turn_suggesting() else said.SUGGESTED)

    def action_turn_favourite(self) -> None:
        """A favourite, or none any more."""
        now = said.MARKED if self._following.turn_favourite() else said.UNMARKED
        self._tell(now.format(title=self._following.title))

    def _keep_note(self, note: str | None) -> None:
        if note and note.strip():
            self._following.note(note)
            self._tell(said.NOTED)

    def _tell(self, text: str) -> None:
        self.query_one("#done", Words).update(Content(text))
        self._name_keys()

    def _name_keys(self) -> None:
        following = self._following
        self.query_one(Keys).call(
            {
                "reply.suggesting": said.AGAIN_HERE if following.is_unsuggested else said.STOP_HERE,
                "reply.favourite": (
                    said.NO_FAVOURITE_HERE if following.is_favourite else said.FAVOURITE_HERE
                ),
            }
        )
