"""A way to each screen there is, by keys and by time, for tests that try every one."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace
from textual.screen import Screen

from calmcli.content.library import Library
from calmcli.course import Plan
from calmcli.paths import Places, find_places
from calmcli.profile import Profile
from calmcli.shelves import keep_profile
from calmcli.tui.app import CalmApp
from calmcli.tui.keymap import rooms
from calmcli.tui.look import Look
from calmcli.visits.appointments import Appointments
from calmcli.visits.rooms import ROOMS
from fakes import HERE
from journals import keep, several
from sittings import NOBODYS_SCRIPTS, Sitting, plan_for
from tui.driver import SUPPORT, Driver, running

Step = str | float
"""A key, or so many seconds that pass."""
AN_HOUR_AWAY = "(an hour away)"


@dataclass(frozen=True)
class Way:
    """A way to one screen."""

    screen: str
    steps: tuple[Step, ...] = ()
    plan: Plan | None = None
    """The session the app begins with; without one it begins at home."""
    kept: Callable[[Places], None] | None = None
    """What is on the disk by then."""
    begins: tuple[int, int] = (20, 5)
    """The size it begins at: a way that leads there leads everywhere, but for what needs room."""


def journal(places: Places) -> None:
    """A handful of sessions."""
    keep(places, several())


def surgery(places: Places) -> None:
    """An operation in the last weeks."""
    keep_profile(places, Profile(surgery=True))


def blood_test(places: Places) -> None:
    """One visit, on a day that is known."""
    appointments = Appointments(places, Sitting(plan_for()).clock.local)
    visit = appointments.begin(appointments.template("blood-test"))
    appointments.keep(replace(visit, at=datetime(2026, 11, 21, 14, 40, tzinfo=HERE)))


def found(name: str, *steps: Step) -> tuple[Step, ...]:
    """From home to what is called so."""
    return ("slash", *name, "enter", *steps)


def in_a_visit(room: str, *steps: Step) -> tuple[Step, ...]:
    """From home into a room of the only visit."""
    to_room = ["down"] * ROOMS.index(room)
    return found("visits", "home", "enter", "home", *to_room, "enter", *steps)


def to_a_question(*answers: str) -> tuple[Step, ...]:
    """From home to the question about a new blood test that comes after so many answers."""
    lines = [key for answer in answers for key in (*answer, "enter")]
    return found("visits", "end", "enter", "down", "enter", *lines)


LONG_OUT, PURSED = plan_for("long-out"), plan_for("pursed")
UNASKED = {"ask_before": False, "ask_after": False}
MINE = plan_for("long-out", own_pace_else=NOBODYS_SCRIPTS.find("ramp"), **UNASKED)
BREATHE: tuple[Step, ...] = ("7", "enter", 46)
ONE_MORE = ("enter", *"Aroha", "enter", *"027 12", "enter", "enter")
WAYS = {
    "home": Way("HomeScreen"),
    "find": Way("FindScreen", ("slash",)),
    "rating": Way("BeginningScreen", plan=LONG_OUT),
    "picking": Way("PickingScreen", ("slash",), plan_for("pmr-7"), surgery),
    "asking": Way("AskingScreen", plan=plan_for("steady-place", **UNASKED)),
    "tapping": Way("TappingScreen", ("space",), MINE),
    "session": Way("SessionScreen", BREATHE, LONG_OUT),
    "blank": Way("BlankScreen", ("7", "enter", "b"), LONG_OUT),
    "after": Way("RatingScreen", ("7", "enter", "q"), LONG_OUT),
    "reply": Way("ReplyScreen", ("7", "enter", "q", "7", "enter"), LONG_OUT),
    "medians": Way("ReadingScreen", ("j", "enter", "m"), kept=journal),
    "help": Way("HelpScreen", ("h",)),
    "learn": Way("LearnScreen", found("learn")),
    "page": Way("PageScreen", found("learn", "slash", *"panic", "enter")),
    "settings": Way("SettingsScreen", found("settings")),
    "setting-typed": Way("TypingScreen", found("settings", "down", "enter")),
    "setting-values": Way("ValueScreen", found("settings", "l", "enter")),
    "setting-keys": Way("KeysScreen", found("settings", "end", "enter")),
    "journal": Way("JournalScreen", ("j", "enter", "down"), kept=journal),
    "note": Way("NoteScreen", ("j", "enter", "down", "e"), kept=journal),
    "profile": Way("ProfileScreen", found("profile", "down", "y")),
    "people": Way("PeopleScreen", found("your people", *ONE_MORE)),
    "sound": Way("SoundScreen", found("sound", "down")),
    "taking": Way("TakingScreen", found("take", "down")),
    "forgetting": Way("ForgettingScreen", found("forget")),
    "visits": Way("VisitsScreen", found("visits"), kept=blood_test),
    "visit-rooms": Way("RowsScreen", found("visits", "home", "enter"), kept=blood_test),
    "visit-today": Way("DayScreen", in_a_visit("today"), kept=blood_test),
    "visit-question": Way("QuestionScreen", to_a_question("", "", "")),
    "visit-code": Way(
        "CodeScreen", in_a_visit("code", *"Please ask.", "enter"), kept=blood_test, begins=(80, 24)
    ),
}
"""One to each screen, by the name of its pictures."""

MORE_WAYS = {
    "found": Way("FindScreen", ("slash", *"pm")),
    "nothing-found": Way("FindScreen", ("ctrl+p", *"xyzzy")),
    "rating-7": Way("BeginningScreen", ("7",), LONG_OUT),
    "kinder": Way("BeginningScreen", plan=plan_for("pmr-7"), kept=surgery),
    "session-at-9": Way("SessionScreen", ("9", "enter", 5), PURSED),
    "relaxation": Way("SessionScreen", (21,), plan_for("pmr-7", **UNASKED)),
    "visualization": Way("SessionScreen", (30,), plan_for("leaves", **UNASKED)),
    "grounding": Way("SessionScreen", (60,), plan_for("five-senses", **UNASKED)),
    "away": Way("SessionScreen", ("9", "enter", 5, AN_HOUR_AWAY), PURSED),
    "paused": Way("SessionScreen", (*BREATHE, "space"), LONG_OUT),
    "reply-at-10": Way("ReplyScreen", ("9", "enter", "q", *"10", "enter"), PURSED),
    "keys": Way("ReadingScreen", ("7", "enter", "question_mark"), LONG_OUT),
    "learn-found": Way("FindScreen", found("learn", "slash", *"panic")),
    "page-further": Way("PageScreen", found("learn", "slash", *"panic", "enter", "space")),
    "journal-empty": Way("JournalScreen", ("j", "enter")),
    "journal-deleted": Way("JournalScreen", ("j", "enter", "down", "d"), kept=journal),
    "visit-sorts": Way("RowsScreen", found("visits", "end", "enter")),
    "visit-card": Way("ReadingScreen", in_a_visit("card"), kept=blood_test),
    "visit-ladder": Way("ReadingScreen", in_a_visit("ladder"), kept=blood_test),
    "visit-write": Way("AskingScreen", in_a_visit("write"), kept=blood_test),
    "visit-calendar": Way("AskingScreen", in_a_visit("calendar"), kept=blood_test),
    "visit-ask-code": Way("AskingScreen", in_a_visit("code"), kept=blood_test, begins=(80, 24)),
    "visit-no-code": Way("ReadingScreen", in_a_visit("code"), kept=blood_test),
}
"""The same screens at other moments, which have pictures too."""


def shown_screens() -> set[str]:
    """Every screen that shows something: all but those that are only there to be built on."""
    classes = [room for room in rooms() if issubclass(room, Screen)]
    built_on = {base for each in classes for base in each.__mro__[1:]}
    return {each.__name__ for each in classes if each not in built_on or _is_whole(each)}


def _is_whole(screen: type[Screen[object]]) -> bool:
    """Whether it lays something out, with nothing left for others to say."""
    is_open = any(
        getattr(getattr(screen, name, None), "__isabstractmethod__", False) for name in dir(screen)
    )
    return screen.compose is not Screen.compose and not is_open


@asynccontextmanager
async def on_its_way(way: Way, home: Path) -> AsyncIterator[Driver]:
    """The app, with the screen a way leads to on top."""
    places = find_places({"CALMCLI_HOME": str(home)})
    if way.kept is not None:
        way.kept(places)
    sitting = Sitting(way.plan or plan_for())
    session = sitting.session if way.plan else None
    house = sitting.house(SUPPORT, places=places, library=Library(places.scripts))
    app = CalmApp(house, look=Look(), session=session)
    async with running(app, sitting, way.begins) as driver:
        for step in way.steps:
            if step == AN_HOUR_AWAY:
                driver.clock.forward(3600)
                await driver.wake()
            else:
                await (driver.press(step) if isinstance(step, str) else driver.forward(step))
        yield driver
