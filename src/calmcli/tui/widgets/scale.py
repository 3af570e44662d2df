"""The scale from 0 to 10, with nothing chosen at first."""

from typing import ClassVar

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from calmcli import words
from calmcli.rating import HIGHEST, LOWEST

_WIDEST_STEP = 5
_NUMBERS = range(LOWEST, HIGHEST + 1)


class Scale(Widget):
    """The numbers in a row; the chosen one is marked by a line below it as well as by weight."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"scale--chosen", "scale--ends"}

    chosen: reactive[int | None] = reactive(None)

    class Chosen(Message):
        """A number was chosen."""

        def __init__(self, rating: int) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self, *, blocks: bool) -> None:
        super().__init__()
        self._mark = "▔" if blocks else "^"
        self._typed_one = False

    def type_digit(self, digit: int) -> None:
        """Choose by a number key; 1 and then 0 is 10."""
        ten = digit == 0 and self._typed_one and self.chosen == 1
        self.chosen = HIGHEST if ten else digit
        self._typed_one = digit == 1

    def move(self, by: int) -> None:
        """Choose by an arrow; the first one comes in from its own side."""
        start = (LOWEST - 1 if by > 0 else HIGHEST + 1) if self.chosen is None else self.chosen
        self.chosen = min(HIGHEST, max(LOWEST, start + by))
        self._typed_one = False

    def watch_chosen(self, chosen: int | None) -> None:
        """Tell the screen."""
        if chosen is not None:
            self.post_message(self.Chosen(chosen))

    def render(self) -> Content:
        """The row of numbers, or the chosen one alone where a row has no room."""
        step = min(_WIDEST_STEP, (self.size.width - 2) // HIGHEST)
        style = self.get_visual_style("scale--chosen")
        if step < len(str(HIGHEST)) + 1:
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

    def _ends(self, width: int) -> Content:
        """What 0 and 10 mean, under the two ends of the row where both fit."""
        low, high = words.SCALE_LOW, words.SCALE_HIGH
        gap = width - len(low) - len(high)
        style = self.get_visual_style("scale--ends")
        return Content.styled(f"{low}{' ' * gap}{high}" if gap > 0 else "", style)
