"""One question about a visit. Nothing typed leaves it as it is, and one key ends the questions."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from calmcli.errors import UsageError
from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.visits.question import Question
from calmcli.visits.typed import MOST_WORDS
from calmcli.visits.visit import Visit
from calmcli.words import visits as said


class QuestionScreen(AnsweringScreen[Visit | None]):
    """Answers with the visit, the answer in it; None ends the questions. Letters are letters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "answer",
            said.ANSWER_KEY,
            key_display="Enter",
            id="question.answer",
            tooltip="Go on with what was typed",
        ),
        Binding(
            "escape",
            "end_questions",
            said.END_KEY,
            key_display="Escape",
            id="question.end",
            tooltip="Ask no more",
            priority=True,
        ),
    ]

    def __init__(self, visit: Visit, question: Question) -> None:
        super().__init__()
        self.visit = visit
        """What it is, with every answer so far."""
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, what there is, what is offered, a line to type in."""
        question = self._question
        offered = [f"{number} {each}" for number, each in enumerate(question.offered, start=1)]
        with Vertical(id="question"):
            yield Words(question.ask, classes="heading")
            yield Input(max_length=MOST_WORDS, compact=True)
            yield Words(self._help(), id="takes")
            with VerticalScroll(id="offered", can_focus=False):
                yield Words("\n".join(offered))
        yield Keys()

    def on_mount(self) -> None:
        """Letters go into the line from the start."""
        self.query_one(Input).focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Put it in, or say why not and stay; one of several is followed by the next."""
        typed = message.value
        if not typed.strip():
            self.dismiss(self.visit)
            return
        try:
            self.visit = self._question.answered(self.visit, typed)
        except UsageError as error:
            self.query_one("#takes", Words).say(str(error))
            return
        if not self._question.again:
            self.dismiss(self.visit)
            return
        message.input.clear()
        self.query_one("#takes", Words).say(said.ONE_MORE)

    def action_end_questions(self) -> None:
        """Ask no more."""
        self.dismiss(None)

    def _help(self) -> str:
        now = said.THERE_NOW.format(now=self._question.now) if self._question.now else ""
        choose = said.HOW_TO_CHOOSE if self._question.offered else ""
        return " ".join(filter(None, (now, choose))) or said.LEAVE_OPEN
