"""From a timeline to a finished file: with a voice where there is one, chimes always."""

from msgspec import Struct

from calmcli.audio.file import Target, Told, check_target, write_sound
from calmcli.audio.recorders import Recorder, find_recorder
from calmcli.audio.speaking import Speech
from calmcli.audio.track import sound_of
from calmcli.errors import UsageError
from calmcli.text import clean
from calmcli.timeline import MS_PER_S, Timeline
from calmcli.words import sound as said
from calmcli.words.session import spoken_length


class Order(Struct, frozen=True):
    """What is to be made."""

    timeline: Timeline
    target: Target
    volume: float
    """Of the chimes, in percent."""
    recorder: Recorder | None
    """Who speaks; None leaves the chimes alone."""


class Made(Struct, frozen=True):
    """What has become of it."""

    is_spoken: bool
    complaints: tuple[str, ...] = ()
    """What could not be spoken, a line each."""


def recorder_for(voice: bool | None) -> Recorder | None:  # noqa: FBT001  three answers
    """Who is to speak: nobody, whoever can, or (None) whoever can if anyone.

    Raises UsageError when a voice is asked for and none can be had.
    """
    found = None if voice is False else find_recorder()
    if voice and found is None:
        raise UsageError(said.NO_RECORDER)
    return found


def check_order(order: Order, title: str) -> int:
    """How long the file of a finite session is to be, in milliseconds.

    Raises UsageError for one without an end, or for a name that cannot be.
    """
    length_ms = order.timeline.length_ms
    if length_ms is None:
        raise UsageError(said.NEEDS_A_LENGTH.format(title=title))
    check_target(order.target, length_ms)
    return length_ms


def make(order: Order, told: Told) -> Made:
    """Make the file; raises UsageError or CalmError, and then nothing is left behind.

    `told` is called again and again, and gives it all up by raising.
    """
    written_ms = 0

    def wrote(done_ms: int) -> None:
        nonlocal written_ms
        written_ms = done_ms
        told(done_ms)

    speech = None
    if order.recorder is not None:
        speech = Speech(order.recorder, waiting=lambda: told(written_ms))
    say = None if speech is None else speech.fitting
    write_sound(order.target, sound_of(order.timeline, order.volume, say), wrote)
    return Made(is_spoken=bool(speech and speech.spoken), complaints=_complaints(order, speech))


def told_of(order: Order, made: Made, title: str) -> list[str]:
    """What to say about a file that was made: what is in it, and what could not be spoken."""
    length_ms = order.timeline.length_ms or 0
    line = said.MADE.format(
        path=clean(str(order.target.path)),
        title=title,
        length=spoken_length(length_ms / MS_PER_S),
        sort=said.WITH_VOICE if made.is_spoken else said.CHIMES_ALONE,
    )
    return [line, *made.complaints]


def _complaints(order: Order, speech: Speech | None) -> tuple[str, ...]:
    if speech is None or order.recorder is None:
        return ()
    failed = said.SPEECH_FAILED.format(name=order.recorder.name) if speech.failures else ""
    return tuple(filter(None, (failed, said.left_out(speech.left_out))))
