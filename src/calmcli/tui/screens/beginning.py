"""The rating before, with what is about to begin: what is inside, and what could come instead."""

from textual.app import ComposeResult
from textual.content import Content

from calmcli.choosing import Choosing, Suggestion
from calmcli.content.library import Found
from calmcli.errors import UsageError
from calmcli.house import House
from calmcli.inside import caution
from calmcli.session import Session
from calmcli.tui.screens.picking import PickingScreen
from calmcli.tui.screens.rating import RatingScreen
from calmcli.tui.widgets.words import Words
from calmcli.words import session as words


class BeginningScreen(RatingScreen):
    """Answers with a rating as any other does; until then the script can be changed."""

    def __init__(self, house: House, session: Session) -> None:
        super().__init__(words.ASK_BEFORE, self._about_to_begin)
        self._session = session
        self._choosing = Choosing(house, session)
        self._inside = self._choosing.inside()
        self._suggestion: Suggestion | None = None

    def beneath(self) -> ComposeResult:
        """Who had better leave it out, what it is like, what may be kinder, each in its place."""
        yield Words(id="caution")
        yield Words(self._session.plan.found.script.about, id="more")
        yield Words(id="kinder")

    def on_mount(self) -> None:
        """Look for what is kinder once the question is there: it may take a moment."""
        self._tell_caution()
        self.call_after_refresh(self._look_for_kinder)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is there can be taken."""
        match action:
            case "take_kinder":
                return self._suggestion is not None and self._suggestion.found is not None
            case "pick_another":
                return True
        return super().check_action(action, parameters)

    def action_take_kinder(self) -> None:
        """Take the kinder one."""
        if self._suggestion is not None:
            self._take(self._suggestion.found)

    def action_pick_another(self) -> None:
        """Choose among all scripts."""
        self.app.push_screen(PickingScreen(self._choosing, self._session.title), self._take)

    def _take(self, found: Found | None) -> None:
        """Let it be that one; what cannot be left out of it is said instead."""
        if found is None:
            return
        try:
            self._choosing.take(found)
        except UsageError as error:
            self.query_one("#kinder", Words).update(Content(str(error)))
            return
        self._inside = self._choosing.inside()
        self.query_one("#about", Words).update(Content(self._about_to_begin()))
        self.query_one("#more", Words).update(Content(self._session.plan.found.script.about))
        self._tell_caution()
        self._look_for_kinder()

    def _tell_caution(self) -> None:
        careful = caution(self._session.plan.found.script)
        self.set_class(bool(careful), "-caution")
        self.query_one("#caution", Words).update(Content(careful))

    def _look_for_kinder(self) -> None:
        self._suggestion = self._choosing.suggestion()
        lines = self._suggestion.words if self._suggestion else ()
        self.set_class(bool(lines), "-kinder")
        self.query_one("#kinder", Words).update(Content("\n".join(lines)))
        self.keys_changed()

    def _about_to_begin(self) -> str:
        session = self._session
        if session.plan.until is not None:  # each moment spent here leaves room for fewer breaths
            self._inside = self._choosing.inside()
        if not self.calm_app.numbers:
            unnumbered = (line for line in self._inside if not any(map(str.isdigit, line)))
            return "\n".join([session.title, *unnumbered])
        length = words.length_and_end(session.timeline().length_ms, session.ends_at())
        return "\n".join([session.title, length, *self._inside])
