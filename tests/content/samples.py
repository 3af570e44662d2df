"""A script to change in tests, one line at a time."""

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
    text = GOOD
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


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
