"""The keys of a session."""

from textual.binding import Binding, BindingType

from calmcli.tui.screens.calm import BLANK, HIDE_NUMBERS
from calmcli.words import looks, pace
from calmcli.words import session as words

SESSION_KEYS: list[BindingType] = [
    Binding(
        "space",
        "pause_or_go_on",
        "pause",
        key_display="space",
        id="session.pause",
        tooltip="Pause, and go on",
    ),
    Binding(
        "q,escape",
        "leave_session",
        "leave",
        key_display="q",
        id="session.leave",
        tooltip="End the session",
    ),
    Binding(
        "g",
        "ground_me",
        "ground me",
        id="session.ground",
        tooltip="Ground me: back to the room, with eyes open",
    ),
    Binding(
        "right,full_stop",
        "next_cue",
        "next",
        show=False,
        key_display="Right",
        id="session.next",
        tooltip="The next line now",
    ),
    Binding("s", "skip_part", show=False, id="session.skip", tooltip="Skip this part"),
    Binding("r", "repeat_part", show=False, id="session.repeat", tooltip="This part again"),
    Binding(
        "plus", "go_faster", show=False, key_display="+", id="session.faster", tooltip="Faster"
    ),
    Binding(
        "minus", "go_slower", show=False, key_display="-", id="session.slower", tooltip="Slower"
    ),
    Binding(
        "equals_sign",
        "keep_pace",
        show=False,
        key_display="=",
        id="session.keep-pace",
        tooltip=looks.KEEP_PACE,
    ),
    Binding("m", "tap_pace", show=False, id="session.own-pace", tooltip=pace.OWN_PACE),
    Binding("v", "switch_voice", show=False, id="session.voice", tooltip="The voice on, or off"),
    *(
        Binding(
            str(digit),
            f"rate_during({digit})",
            show=False,
            key_display="0 to 10" if digit == 0 else None,
            id=f"session.rating-{digit}",
            tooltip="" if digit else words.RATE_DURING,
        )
        for digit in range(10)
    ),
    HIDE_NUMBERS,
    BLANK,
]
