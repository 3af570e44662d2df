"""How distressed someone is right now: a whole number from 0 to 10, in their own judgement.

The scale is the Subjective Units of Distress (Wolpe 1969, 1990). A rating of 0 is a rating; one
that was skipped is None. Neither is ever the other.
"""

from enum import Enum

LOWEST, HIGHEST = 0, 10
OFFER_A_PERSON_FROM = 9
SAME_WITHIN = 1
"""A change of at most this much counts as "about the same": our convention, none is established."""

_TYPED = {str(value): value for value in range(LOWEST, HIGHEST + 1)}


class Change(Enum):
    """How the rating after compares with the one before."""

    LOWER = "lower"
    SAME = "same"
    HIGHER = "higher"


def read_rating(typed: str) -> int | None:
    """The rating someone typed, None when it is not one of 0 to 10 in plain digits."""
    return _TYPED.get(typed.strip())


def change(before: int | None, after: int | None) -> Change | None:
    """Lower, same or higher; None unless both were given."""
    if before is None or after is None:
        return None
    if abs(after - before) <= SAME_WITHIN:
        return Change.SAME
    return Change.LOWER if after < before else Change.HIGHER


def asks_for_a_person(rating: int | None) -> bool:
    """Whether a rating is high enough that a person is offered, plainly and without blocking."""
    return rating is not None and rating >= OFFER_A_PERSON_FROM


class Leave(Enum):
    """Instead of a rating: the person wants to leave."""

    LEAVE = "leave"


Answer = int | None | Leave
"""What comes of asking for a rating: 0 to 10, None when it was skipped, or leaving."""


TEN_WITHIN_NS = 2_000_000_000
"""A 0 typed so soon after a 1 makes it a 10."""


class TypedDigits:
    """Ratings typed one key at a time."""

    def __init__(self) -> None:
        self._one_ns: int | None = None

    def read(self, digit: int, now_ns: int = 0) -> tuple[int, bool]:
        """The rating so far, and whether it takes the place of the 1 that was its first digit.

        Without a clock there is no hurry.
        """
        is_ten = digit == 0 and self._one_ns is not None and now_ns - self._one_ns <= TEN_WITHIN_NS
        self._one_ns = now_ns if digit == 1 else None
        return (HIGHEST, True) if is_ten else (digit, False)
