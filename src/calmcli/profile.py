"""What someone may say of themselves, so that the kinder variant of a script is offered first.

Everything in it can be left open, and nothing in it ever forbids.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct, ValidationError, convert

MATTERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "breath_hold": frozenset({"heart", "pregnancy", "lungs", "panic"}),
        "rest_after": frozenset(),
        "slow_pace": frozenset({"lungs", "panic"}),
        "muscle_tension": frozenset({"surgery", "injury", "heart", "pregnancy", "glaucoma"}),
        "lowers_arousal": frozenset({"fainting"}),
        "imagery": frozenset({"flashbacks", "dissociation"}),
        "eyes_closed": frozenset({"flashbacks", "dissociation"}),
        "body_focus": frozenset({"flashbacks", "dissociation"}),
    }
)
"""To whom it matters that a script has a tag, by the tag."""


class Profile(Struct, frozen=True, kw_only=True):
    """Yes, no, or None for what was left open."""

    heart: bool | None = None
    """A heart condition, or trouble with blood pressure."""
    pregnancy: bool | None = None
    lungs: bool | None = None
    """Asthma or another condition of the lungs."""
    panic: bool | None = None
    """Panic attacks."""
    surgery: bool | None = None
    """An operation not long ago."""
    injury: bool | None = None
    """An injury or a hernia."""
    glaucoma: bool | None = None
    fainting: bool | None = None
    """Fainting at blood or needles."""
    flashbacks: bool | None = None
    dissociation: bool | None = None
    """Feeling far away or unreal."""

    @property
    def cautions(self) -> frozenset[str]:
        """What was answered with yes."""
        return frozenset(name for name in ITEMS if getattr(self, name))

    @property
    def is_empty(self) -> bool:
        """Whether everything was left open."""
        return all(getattr(self, name) is None for name in ITEMS)


ITEMS: tuple[str, ...] = Profile.__struct_fields__
"""Everything that can be said, in the order it is asked."""


def matters(tags: Iterable[str], profile: Profile) -> Iterator[tuple[str, frozenset[str]]]:
    """Each tag that matters to someone, and the cautions it matters for."""
    for tag in tags:
        if concerned := MATTERS.get(tag, frozenset()) & profile.cautions:
            yield tag, concerned


def has_tension_caution(profile: Profile) -> bool:
    """Whether tensing muscles may not suit them, whatever else is offered."""
    return bool(MATTERS["muscle_tension"] & profile.cautions)


def from_content(content: Mapping[str, Any]) -> Profile:
    """The profile in a record; what cannot be understood in it is left open."""
    kept = {name: value for name, value in content.items() if isinstance(value, bool)}
    try:
        return convert(kept, Profile)
    except ValidationError:
        return Profile()


def to_content(profile: Profile) -> dict[str, Any]:
    """What a record holds: only what was answered."""
    answers = {name: getattr(profile, name) for name in ITEMS}
    return {name: answer for name, answer in answers.items() if answer is not None}
