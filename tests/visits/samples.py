"""Visits for tests."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from calmcli.content.model import VisitTemplate
from calmcli.content.templates import Templates
from calmcli.visits.beginning import from_template
from calmcli.visits.keeping import blank_visit
from calmcli.visits.visit import Noted, Step, Visit

HERE = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=HERE)
AT = datetime(2026, 12, 3, 14, 20, tzinfo=HERE)


def template(template_id: str) -> VisitTemplate:
    return Templates(Path("nobody")).find(template_id).script


def a_visit(template_id: str = "blood-test", **fields: Any) -> Visit:
    """A visit from a template, with some of its fields set."""
    from msgspec.structs import replace  # noqa: PLC0415

    return replace(from_template(blank_visit("A visit", NOW), template(template_id)), **fields)


def full_visit(template_id: str) -> Visit:
    """Everything a template offers is ticked, and the longest answers stand everywhere."""
    from msgspec.structs import replace  # noqa: PLC0415

    offered = template(template_id)
    visit = a_visit(template_id, at=AT, who="My sister Alexandra", faints=True)
    steps = tuple(
        replace(step, expected=5, say=one.say, who="Alexandra")
        for step in visit.steps
        for one in offered.steps
        if one.name == step.name
    )
    return replace(
        visit,
        name=offered.title,
        needs=offered.needs,
        signal=offered.signal,
        questions=offered.questions,
        breath="In through the nose, out through pursed lips, longer out than in.",
        way_out="The stairs on the left, then the bus stop in front of the bakery.",
        last_time="Sitting up between the parts helped, and so did hearing the time that was left.",
        steps=steps,
    )


FEW = settings(max_examples=40)
"""A whole visit is long in the making, and each holds every sort of word and number."""

words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=120)
some_words = st.none() | words
ratings = st.none() | st.integers(0, 10)
steps = st.builds(
    Step,
    id=st.uuids().map(str),
    name=words,
    place=st.sampled_from(["home", "waiting", "room", "after"]),
    minutes=st.none() | st.integers(-3000, 3000),
    evening_before=st.booleans(),
    exercise=st.none() | st.sampled_from(["long-out", "facts", "pursed"]),
    if_faint=st.none() | st.sampled_from(["applied-tension", "leg-tension"]),
    needle=st.booleans(),
    expected=ratings,
    say=some_words,
    who=some_words,
    noted=st.lists(st.builds(Noted, at=st.just(NOW), rating=st.integers(0, 10)), max_size=3).map(
        tuple
    ),
    came=ratings,
    helped=some_words,
)
moments = st.datetimes(
    min_value=datetime(2001, 1, 1),  # noqa: DTZ001  the zone is added
    max_value=datetime(2099, 1, 1),  # noqa: DTZ001
    timezones=st.just(HERE),
)
visits = st.builds(
    Visit,
    id=st.uuids().map(str),
    started_at=st.just(NOW),
    edited_at=st.just(NOW),
    name=words,
    template=st.none(),
    at=st.none() | moments,
    all_day=st.booleans(),
    who=some_words,
    needs=st.lists(words, max_size=14).map(tuple),
    faints=st.booleans(),
    signal=some_words,
    questions=st.lists(words, max_size=14).map(tuple),
    breath=some_words,
    way_out=some_words,
    last_time=some_words,
    next_time=some_words,
    steps=st.lists(steps, max_size=26).map(tuple),
)
