"""One question about a visit. Nothing typed leaves it as it is, and one key ends the questions."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
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
            "up",
            "go_back",
            said.BACK_KEY,
            key_display="Up",
            id="question.back",
            tooltip="The question before, once more",
            priority=True,
        ),
        Binding(
            "down,pagedown",
            "read_on",
            said.MORE_KEY,
            key_display="Down",
            id="question.more",
            tooltip=said.MORE_TIP,
            priority=True,
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

    def __init__(
        self,
        visit: Visit,
        question: Question,
        kept: Callable[[Visit], None] | None = None,
        told: str = "",
    ) -> None:
        super().__init__()
        self.goes_back = False
        """Whether the question before is wished for once more."""
        self._visit, self._question, self._kept = visit, question, kept
        self._told = told
        """How the answer before was understood."""

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
        self.set_class(bool(self._question.offered), "-offers")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Put it in, or say why not and stay; one of several is followed by the next."""
        typed = message.value
        if not typed.strip():
            self.dismiss(self._visit)
            return
        try:
            self._visit = self._question.answered(self._visit, typed)
        except UsageError as error:
            self._tell(str(error))
            self.remove_class("-offers")
            return
        if self._kept is not None:
            self._kept(self._visit)
        if not self._question.again:
            self.dismiss(self._visit)
            return
        message.input.clear()
        understood = self._question.understood(self._visit)
        self._tell(" ".join(filter(None, (self._question.again, understood))))

    def _tell(self, line: str) -> None:
        """Say something under the line, in as many rows as it takes."""
        self.query_one("#takes", Words).update(Content(line))

    def action_go_back(self) -> None:
        """The question before, once more."""
        self.goes_back = True
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is more only where something is offered, and not all of it has room."""
        if action == "read_on" and self.is_mounted:
            return self.query_one("#offered", VerticalScroll).max_scroll_y > 0
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        """Name the keys anew: there is room for more, or for less."""
        self.call_after_refresh(self.query_one(Keys).refresh)

    def action_read_on(self) -> None:
        """Show what else is offered, and after the last of it the first again."""
        offered = self.query_one("#offered", VerticalScroll)
        at_end = offered.scroll_y >= offered.max_scroll_y
        offered.scroll_to(y=0 if at_end else offered.scroll_y + offered.size.height, animate=False)

    def action_end_questions(self) -> None:
        """Ask no more."""
        self.dismiss(None)

    def _help(self) -> str:
        now = said.THERE_NOW.format(now=self._question.now) if self._question.now else ""
        choose = said.HOW_TO_CHOOSE if self._question.offered else ""
        return " ".join(filter(None, (self._told, now, choose))) or said.LEAVE_OPEN
