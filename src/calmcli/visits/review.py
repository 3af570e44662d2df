"""Looking back: what was expected, what came, what helped."""

from collections import Counter
from collections.abc import Iterator

from calmcli.cells import COLUMNS, wrapped
from calmcli.rating import HIGHEST, change
from calmcli.visits.visit import Step, Visit
from calmcli.words import looking_back as said

EXPECTED, CAME, BOTH, LINE = "●", "○", "◉", "·"
_ASCII = str.maketrans({EXPECTED: "x", CAME: "o", BOTH: "8", LINE: "."})


def review_lines(visit: Visit, *, blocks: bool = True, columns: int = COLUMNS) -> list[str]:
    """Step by step, as a picture and in words."""
    key = said.PICTURE_KEY.format(expected=EXPECTED, came=CAME, both=BOTH)
    lines = [*wrapped(said.REVIEW.format(name=visit.name), columns), "", *wrapped(key, columns)]
    for step in visit.steps:
        if (step.expected, step.came) == (None, None) and not (step.helped or step.noted):
            continue
        lines += ["", *wrapped(step.name, columns)]
        if step.expected is not None or step.came is not None:
            lines += wrapped(in_words(step), columns, f"  {picture(step)}  ")
        if step.noted:
            lines += wrapped(noted_then(step), columns, "  ")
        if step.helped:
            lines += wrapped(said.HELPED.format(words=step.helped), columns, "  ")
    lines += ["", *_sum(visit, columns)]
    if visit.next_time:
        lines += ["", *wrapped(said.NEXT_TIME.format(words=visit.next_time), columns)]
    return lines if blocks else [line.translate(_ASCII) for line in lines]


def noted_then(step: Step) -> str:
    """What was noted while a step went on, in order; empty where nothing was."""
    ratings = ", ".join(str(each.rating) for each in step.noted)
    return said.NOTED_THEN.format(ratings=ratings) if ratings else ""


def picture(step: Step) -> str:
    """Both numbers on a line from 0 to 10."""
    marks = [LINE] * (HIGHEST + 1)
    if step.expected is not None:
        marks[step.expected] = EXPECTED
    if step.came is not None:
        marks[step.came] = BOTH if step.came == step.expected else CAME
    return "".join(marks)


def in_words(step: Step) -> str:
    """Both numbers in words; one that was left open is not named."""
    how = change(step.expected, step.came)
    if how is not None:
        return said.EXPECTED_CAME[how].format(expected=step.expected, came=step.came)
    if step.expected is not None:
        return said.ONLY_EXPECTED.format(expected=step.expected)
    return said.NEITHER if step.came is None else said.ONLY_CAME.format(came=step.came)


def _sum(visit: Visit, columns: int) -> Iterator[str]:
    found = [change(step.expected, step.came) for step in visit.steps]
    counts = Counter(how.value for how in found if how is not None)
    if not counts:
        yield said.NO_PAIRS
        return
    told = {how: counts.get(how, 0) for how in ("lower", "same", "higher")}
    yield from wrapped(said.COUNTS.format(pairs=counts.total(), **told), columns)
    yield from wrapped(said.ABOUT_NUMBERS, columns)
