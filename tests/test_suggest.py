"""Cautions as data: what they speak for, and that a caution outranks an offer."""

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content.described import Tag
from calmcli.kinds import KINDS
from calmcli.profile import ITEMS, MATTERS, Profile, from_content, matters, to_content
from calmcli.suggest import Offer, kinder_first, may_be_suggested, next_kinds
from calmcli.words import cautions as said
from sittings import NOBODYS_SCRIPTS

SCRIPTS = {found.script.id: found.script for found in NOBODYS_SCRIPTS.all()}
profiles = st.builds(Profile, **dict.fromkeys(ITEMS, st.sampled_from([True, False, None])))


def who(*cautions: str) -> Profile:
    return Profile(**dict.fromkeys(cautions, True))


def offered(script: str, *cautions: str) -> Offer | None:
    return kinder_first(SCRIPTS[script], who(*cautions), SCRIPTS.get)


def offered_id(script: str, *cautions: str) -> str | None:
    offer = offered(script, *cautions)
    return offer.script.id if offer and offer.script else None


def test_every_tag_is_known_to_matter_or_not_to() -> None:
    assert set(MATTERS) == set(get_args(Tag))
    assert frozenset().union(*MATTERS.values()) == set(ITEMS)


def test_each_item_has_a_question() -> None:
    assert tuple(said.QUESTIONS) == ITEMS


@pytest.mark.parametrize(
    ("script", "caution", "kinder"),
    [
        ("box", "heart", "long-out"),
        ("box", "pregnancy", "long-out"),
        ("box-three", "panic", "long-out"),
        ("box", "panic", "ramp"),
        ("four-seven-eight", "lungs", "ramp"),
        ("pmr-7", "surgery", "release-only"),
        ("pmr-16", "injury", "release-only"),
        ("pmr-quick", "glaucoma", "release-only"),
        ("pmr-4", "heart", "release-only"),
        ("applied-tension", "pregnancy", "five-senses"),
        ("pmr-7", "fainting", "applied-tension"),
        ("steady-place", "fainting", "applied-tension"),
        ("steady-place", "flashbacks", "five-senses"),
        ("leaves", "dissociation", "five-senses"),
        ("release-only", "dissociation", "five-senses"),
    ],
)
def test_the_kinder_variant_is_offered_first(script: str, caution: str, kinder: str) -> None:
    assert offered_id(script, caution) == kinder


@pytest.mark.parametrize(
    ("script", "caution"),
    [("long-out", "heart"), ("even", "panic"), ("rest-after", "lungs"), ("facts", "flashbacks")],
)
def test_where_nothing_matters_nothing_is_offered(script: str, caution: str) -> None:
    assert offered(script, caution) is None


@pytest.mark.parametrize("tension", sorted(MATTERS["muscle_tension"]))
@pytest.mark.parametrize("script", ["pmr-7", "release-only", "applied-tension", "leg-tension"])
def test_who_faints_and_should_not_tense_is_told_what_to_say_instead(
    script: str, tension: str
) -> None:
    offer = offered(script, "fainting", tension)
    assert offer is not None
    assert offer.say_you_faint
    assert offer.script is not None
    assert "muscle_tension" not in offer.script.tags


@given(st.sampled_from(sorted(SCRIPTS)), profiles)
def test_what_is_offered_never_speaks_against_the_same_person(
    script: str, profile: Profile
) -> None:
    offer = kinder_first(SCRIPTS[script], profile, SCRIPTS.get)
    speaks = list(matters(SCRIPTS[script].tags, profile))
    assert (offer is not None) == bool(speaks)
    if offer is not None:
        assert offer.script is not None
        assert offer.script.id != script
        assert not list(matters(offer.script.tags, profile))


@given(profiles)
def test_with_no_script_to_be_found_there_is_still_something_to_say(profile: Profile) -> None:
    offer = kinder_first(SCRIPTS["pmr-7"], profile, lambda _id: None)
    assert offer is None or offer.script is None


def test_scripts_that_name_one_another_as_kinder_end_somewhere() -> None:
    box = msgspec.structs.replace(SCRIPTS["box"], kinder="other")
    other = msgspec.structs.replace(SCRIPTS["box"], id="other", kinder="box")
    found = {"box": box, "other": other}
    assert kinder_first(box, who("heart"), found.get) == Offer(None, ("breath_hold",))


@pytest.mark.parametrize(
    ("rating", "may"), [(None, False), (0, True), (6, True), (7, False), (10, False)]
)
def test_a_rehearsal_is_brought_up_at_six_or_below(rating: int | None, may: bool) -> None:
    assert may_be_suggested(SCRIPTS["visit-rehearsal"], Profile(), rating) is may


def test_what_matters_is_not_brought_up() -> None:
    assert may_be_suggested(SCRIPTS["box"], Profile(), 5)
    assert not may_be_suggested(SCRIPTS["box"], who("heart"), 5)


@pytest.mark.parametrize("kind", KINDS)
def test_another_kind_is_another(kind: str) -> None:
    assert kind not in next_kinds(kind)
    assert len(next_kinds(kind)) == len(KINDS) - 1


@given(profiles)
def test_a_profile_survives_its_record(profile: Profile) -> None:
    assert from_content(to_content(profile)) == profile


@given(st.dictionaries(st.sampled_from([*ITEMS, "other"]), st.none() | st.booleans() | st.text()))
def test_whatever_a_record_holds_the_rest_of_it_counts(content: dict[str, object]) -> None:
    profile = from_content(content)
    for item in ITEMS:
        answer = content.get(item)
        assert getattr(profile, item) is (answer if isinstance(answer, bool) else None)


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_each_offer_can_be_said(script: str) -> None:
    for item in ITEMS:
        offer = kinder_first(SCRIPTS[script], who(item), SCRIPTS.get)
        if offer is not None and offer.script is not None:
            line = said.kinder(offer.script.title, offer.script.kind, offer.tags)
            assert offer.script.title in line
            assert "{" not in line
