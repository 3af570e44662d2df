"""What to offer: the kinder variant first, and what may suit next. Pure; it never forbids."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from calmcli.content.model import Script
from calmcli.profile import Profile, has_tension_caution, matters

FIND_GROUND = frozenset({"imagery", "eyes_closed", "body_focus"})
"""What may bring the past closer: grounding first, eyes open."""
GROUNDING = "five-senses"
TENSION = "applied-tension"
"""For people who faint: it keeps the blood pressure up where others let it fall."""
SHORT_BREATHS = ("ramp", "pursed")
REHEARSAL = "visit-rehearsal"
REHEARSAL_UP_TO = 6
"""A rating above this is no moment to rehearse a visit."""
NEXT_KINDS = ("grounding", "breathing", "relaxation", "visualization")
"""The order in which another kind is offered: what needs least first."""

Find = Callable[[str], Script | None]
"""The script of an id; None where there is none that can be played."""


class Offer(NamedTuple):
    """What is offered first, because of what someone said of themselves."""

    script: Script | None
    """None where there is nothing but something to say."""
    tags: tuple[str, ...]
    """What in the script asked for speaks for it."""
    say_you_faint: bool = False
    """Whether to say beforehand that one faints, and to ask to lie down."""


def kinder_first(script: Script, profile: Profile, find: Find) -> Offer | None:
    """What to offer before a script; None where nothing in it matters to this person.

    A caution outranks an offer: who faints and should not tense is told what to say instead.
    """
    tags = tuple(tag for tag, _ in matters(script.tags, profile))
    faints = "fainting" in profile.cautions and has_tension_caution(profile)
    say = faints and bool({"lowers_arousal", "muscle_tension"}.intersection(tags))
    if not tags:
        return None
    for other_id in _candidates(script, tags, profile, find):
        other = None if other_id == script.id else find(other_id)
        if other is not None and not any(matters(other.tags, profile)):
            return Offer(other, tags, say)
    return Offer(None, tags, say)


def _candidates(
    script: Script, tags: tuple[str, ...], profile: Profile, find: Find
) -> Iterator[str]:
    """Ids of what may be kinder, the likeliest first."""
    if FIND_GROUND.intersection(tags):
        yield GROUNDING
    if "lowers_arousal" in tags and not has_tension_caution(profile):
        yield TENSION
    if "slow_pace" in tags:
        yield from SHORT_BREATHS
    seen = {script.id}
    here: Script | None = script
    while here is not None and here.kinder is not None and here.kinder not in seen:
        seen.add(here.kinder)
        yield here.kinder
        here = find(here.kinder)
    yield GROUNDING


def may_be_suggested(script: Script, profile: Profile, rating: int | None) -> bool:
    """Whether to bring a script up unasked: nothing in it speaks against it at this moment."""
    if script.id == REHEARSAL and (rating is None or rating > REHEARSAL_UP_TO):
        return False
    beyond = script.kind == "breathing" and script.advanced
    return not beyond and not any(matters(script.tags, profile))


def next_kinds(kind: str) -> tuple[str, ...]:
    """The other kinds, in the order they are offered after one that changed little."""
    return tuple(each for each in NEXT_KINDS if each != kind)
