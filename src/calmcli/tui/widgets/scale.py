"""The scale from 0 to 10, with nothing chosen at first."""

from typing import ClassVar

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from calmcli.rating import HIGHEST, LOWEST, TypedDigits
from calmcli.words import session as words

_WIDEST_STEP = 5
_NUMBERS = range(LOWEST, HIGHEST + 1)


class Scale(Widget):
    """The numbers in a row; the chosen one is marked by a line below it as well as by weight."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scale--chosen", "scale--ends"}

    _ROWS = 2
    """Of numbers and their mark; what the ends mean stands below."""

    chosen: reactive[int | None] = reactive(None)

    class Chosen(Message):
        """A number was chosen."""

        def __init__(self, rating: int) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self, *, blocks: bool) -> None:
        super().__init__()
        self._mark = "▔" if blocks else "^"
        self._typed = TypedDigits()

    def type_digit(self, digit: int) -> None:
        """Choose by a number key; 1 and then 0 is 10."""
        self.chosen, _ = self._typed.read(digit)

    def move(self, by: int) -> None:
        """Choose by an arrow; the first one comes in from its own side."""
        start = (LOWEST - 1 if by > 0 else HIGHEST + 1) if self.chosen is None else self.chosen
        self.chosen, self._typed = min(HIGHEST, max(LOWEST, start + by)), TypedDigits()

    def on_click(self, event: Click) -> None:
        """Choose the number under the pointer, or the nearest one in its row."""
        step = self._step
        if event.y < self._ROWS and 0 <= event.x < step * (HIGHEST + 1) and self._is_a_row:
            self.chosen, self._typed = min(HIGHEST, event.x // step), TypedDigits()

    @property
    def _step(self) -> int:
        """How many cells a number has."""
        return min(_WIDEST_STEP, (self.size.width - 2) // HIGHEST)

    @property
    def _is_a_row(self) -> bool:
        return self._step > len(str(HIGHEST))

    def watch_chosen(self, chosen: int | None) -> None:
        """Tell the screen."""
        if chosen is not None:
            self.post_message(self.Chosen(chosen))

    def render(self) -> Content:
        """The row of numbers, or the chosen one alone where a row has no room."""
        step = self._step
        style = self._chosen_style()
        if not self._is_a_row:
            chosen = "-" if self.chosen is None else str(self.chosen)
            return Content(f"{LOWEST} to {HIGHEST}:  ") + Content.styled(chosen, style)
        numbers, marks = Content(""), ""
        for value in _NUMBERS:
            text = str(value).ljust(step if value < HIGHEST else 0)
            if value == self.chosen:
                numbers += Content.styled(text.rstrip(), style) + " " * (step - len(str(value)))
                marks = " " * step * value + self._mark * len(str(value))
            else:
                numbers += text
        return Content("\n").join([numbers, Content(marks), self._ends(step * HIGHEST + 2)])

    def _chosen_style(self) -> Style:
        """Reversed as well as bold; Textual's own way to a visual style loses that."""
        style = self.get_component_rich_style("scale--chosen")
        return Style.from_rich_style(style)

    def _ends(self, width: int) -> Content:
        """What 0 and 10 mean, under the two ends of the row where both fit."""
        low, high = words.SCALE_LOW, words.SCALE_HIGH
        gap = width - len(low) - len(high)
        style = self.get_visual_style("scale--ends")
        return Content.styled(f"{low}{' ' * gap}{high}" if gap > 0 else "", style)
