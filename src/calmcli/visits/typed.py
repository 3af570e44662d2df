"""What someone typed as an answer: numbers of what was offered, a rating."""

import re

from calmcli.content.described import ID_PATTERN, MOST_ID
from calmcli.content.visit_template import FURTHEST_MINUTES
from calmcli.errors import UsageError
from calmcli.rating import read_rating
from calmcli.text import clean, whole_number
from calmcli.visits.visit import EVENING, Evening
from calmcli.words import visits as said

MOST_WORDS = 200
"""Characters of one answer."""

_NUMBERS = re.compile(r"[0-9]{1,2}(?:[ ,;]+[0-9]{1,2})*")
_YES, _NO = {"y", "yes"}, {"n", "no"}


def own_words(typed: str) -> str:
    """One answer in words. Raises UsageError when it is too long for a page."""
    words = " ".join(clean(typed).split())
    if len(words) > MOST_WORDS:
        raise UsageError(said.TOO_LONG.format(count=len(words), most=MOST_WORDS))
    return words


def chosen(typed: str, offered: tuple[str, ...]) -> list[str]:
    """What was offered under the numbers that were typed, or else the person's own words."""
    if offered and _NUMBERS.fullmatch(typed.strip()):
        typed_numbers = [whole_number(each, len(offered)) for each in re.findall(r"[0-9]+", typed)]
        numbers = [number for number in typed_numbers if number is not None]
        if len(numbers) < len(typed_numbers):
            raise UsageError(said.NO_SUCH_NUMBER.format(most=len(offered)))
        return [offered[number - 1] for number in dict.fromkeys(numbers)]
    return [own_words(typed)]


def yes_or_no(typed: str) -> bool:
    """Yes or no. Raises UsageError for anything else."""
    word = typed.strip().casefold()
    if word in _YES | {"1"}:
        return True
    if word in _NO:
        return False
    raise UsageError(said.YES_OR_NO)


def distress(typed: str) -> int:
    """A rating. Raises UsageError when it is not one of 0 to 10."""
    rating = read_rating(typed)
    if rating is None:
        raise UsageError(said.NO_RATING)
    return rating


def exercise_id(typed: str) -> str:
    """What can be the id of a script; whether it is there is seen when it is played."""
    word = typed.strip()
    if len(word) > MOST_ID or not re.fullmatch(ID_PATTERN, word):
        raise UsageError(said.NO_EXERCISE_ID)
    return word


def minutes_from(typed: str) -> int | Evening:
    """Minutes from the time of the appointment, or the evening before it. Raises UsageError."""
    word = typed.strip()
    if word.casefold() == EVENING:
        return EVENING
    if not re.fullmatch(r"[+-]?[0-9]{1,5}", word) or abs(int(word)) > FURTHEST_MINUTES:
        raise UsageError(said.NO_MINUTES)
    return int(word)
