"""A script of each kind, to change in tests one line at a time."""

GOOD = """\
format: 1
language: en
kind: breathing
id: my-own
title: My own
about: A soft breath in and a longer one out.
minutes: 5
breath:
  - phase: in
    seconds: 4
    words: Breathe in
  - phase: out
    seconds: 6
    words: Breathe out
tags: []
sources:
  - Our convention.
"""


def changed(*changes: tuple[str, str]) -> str:
    """The good script with pieces of it replaced; each piece has to be there."""
    return altered(GOOD, *changes)


def breathing(*phases: str, more: str = "minutes: 5", tags: str = "[]") -> str:
    """A script of phases written as 'in 4' or 'in 3>4', the second in a ramp from 3."""
    items = ""
    for phase in phases:
        name, _, seconds = phase.partition(" ")
        start, _, stays = seconds.rpartition(">")
        items += f"  - phase: {name}\n    seconds: {stays}\n    words: Words\n"
        items += f"    start_seconds: {start}\n" if start else ""
    head = GOOD[: GOOD.index("minutes: 5\n")]
    return f"{head}{more}\nbreath:\n{items}tags: {tags}\n"


RELAXATION = """\
format: 1
language: en
kind: relaxation
id: my-hands
title: My hands
about: Two hands, one after the other.
parts:
  - name: Left hand
    areas: [hand]
    steps:
      - phase: tense
        seconds: 5
        words: Make a loose fist with the left hand
      - phase: let_go
        seconds: 15
        words: Let the hand open
  - name: Both
    times: 2
    steps:
      - phase: settle
        seconds: 10
        words: Notice how it is now
tags: [muscle_tension]
"""

VISUALIZATION = """\
format: 1
language: en
kind: visualization
id: my-lake
title: My lake
about: A lake on a still day.
inputs:
  - name: lake
    ask: Which lake comes to mind?
    otherwise: a lake
parts:
  - name: The shore
    lines:
      - words: Picture {lake}
      - words: Notice the water
        pause: 6
tags: [imagery]
"""

GROUNDING = """\
format: 1
language: en
kind: grounding
id: my-room
title: My room
about: Things in the room.
parts:
  - name: Shapes
    lines:
      - words: Look around the room
        seconds: 5
      - words: Find something round
        seconds: 12
        waits: true
"""


def altered(text: str, *changes: tuple[str, str]) -> str:
    """A script with pieces of it replaced; each piece has to be there."""
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text
