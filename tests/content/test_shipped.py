import re
from typing import get_args

import pytest

from calmcli.content import model
from calmcli.content.areas import areas_of
from calmcli.content.described import Tag
from calmcli.content.library import shipped_script
from calmcli.content.loader import check_script
from calmcli.content.model import Script
from calmcli.content.shipped import SHIPPED
from calmcli.content.texts import spoken_words
from calmcli.kinds import KINDS
from calmcli.suggest import NEXT_KINDS
from calmcli.words import home
from calmcli.words.session import PARTS

PRAISE_AND_PROMISE = re.compile(
    r"\b(relax|calm|deep|good|nice|safe\w*|great|well done|perfect|heal\w*|cure\w*|wonderful"
    r"|victim|you will|pain-free|for me|try|must|should|warning|danger\w*|panic|fear|anxi\w*)\b",
    re.IGNORECASE,
)


def shipped(script_id: str) -> Script:
    return shipped_script(script_id).script


def words_of(script: Script) -> list[str]:
    """Everything it shows or says to a person."""
    parts = () if script.kind == "breathing" else script.parts
    asked = [text for one in script.inputs for text in (one.ask, one.otherwise)]
    said = [words for _, words in spoken_words(script)]
    return [script.title, script.about, *(part.name for part in parts), *asked, *said]


def cautions(script: Script) -> set[Tag]:
    """The tags that speak against a script for someone."""
    return set(script.tags) - {"rest_after"}


def test_every_shipped_file_is_listed_and_the_other_way_round() -> None:
    folders = {path.parent for path in SHIPPED.values()}
    files = {path for folder in folders for path in folder.iterdir()}
    assert files == set(SHIPPED.values())
    assert len(SHIPPED) == 28


def test_scripts_are_listed_kind_by_kind_with_the_usual_one_first() -> None:
    kinds: list[str] = [shipped(script_id).kind for script_id in SHIPPED]
    assert list(dict.fromkeys(kinds)) == list(KINDS)
    assert kinds == sorted(kinds, key=list(KINDS).index)
    first = {kind: list(SHIPPED)[kinds.index(kind)] for kind in KINDS}
    assert first == {name: kind.usual for name, kind in KINDS.items()}


def test_whatever_is_known_of_kinds_is_known_of_each() -> None:
    for known in (model.SCRIPT_SHAPES, PARTS, home.KINDS):
        assert list(known) == list(KINDS)
    assert set(NEXT_KINDS) == set(KINDS)


@pytest.mark.parametrize("script_id", SHIPPED)
def test_a_shipped_script_needs_no_second_look(script_id: str) -> None:
    assert check_script(SHIPPED[script_id]) == ()


@pytest.mark.parametrize("script_id", SHIPPED)
def test_a_shipped_script_is_named_after_its_id_and_has_sources(script_id: str) -> None:
    found = shipped_script(script_id)
    assert found.script.id == script_id == found.path.stem
    assert found.path.parent.name == found.script.kind
    assert found.script.sources
    assert found.script.language == "en"


@pytest.mark.parametrize("script_id", SHIPPED)
def test_a_shipped_script_speaks_gently_and_is_told_in_one_sentence(script_id: str) -> None:
    script = shipped(script_id)
    assert [text for text in words_of(script) if PRAISE_AND_PROMISE.search(text)] == []
    assert script.about.endswith(".")
    assert ". " not in script.about


@pytest.mark.parametrize("script_id", SHIPPED)
def test_the_parts_of_a_shipped_script_can_be_told_apart_by_name(script_id: str) -> None:
    script = shipped(script_id)
    names = [] if script.kind == "breathing" else [part.name.casefold() for part in script.parts]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("script_id", SHIPPED)
def test_a_variant_is_of_a_script_of_its_kind_that_is_none_itself(script_id: str) -> None:
    script = shipped(script_id)
    if script.variant_of is not None:
        family = shipped(script.variant_of)
        assert family.kind == script.kind
        assert family.variant_of is None
        assert family.tags == script.tags


@pytest.mark.parametrize("script_id", SHIPPED)
def test_every_caution_finds_a_script_that_does_not_bring_it(script_id: str) -> None:
    script = shipped(script_id)
    for caution in cautions(script):
        kinder = script
        while caution in kinder.tags:
            assert kinder.kinder is not None, (caution, kinder.id)
            kinder = shipped(kinder.kinder)


def test_what_is_kinder_to_those_who_faint_does_not_lower_arousal() -> None:
    for script_id in ("applied-tension", "leg-tension"):
        kinder = shipped(script_id).kinder
        assert kinder is not None
        assert "lowers_arousal" not in shipped(kinder).tags


def test_nothing_is_done_with_the_hips_unless_someone_writes_it() -> None:
    assert [script_id for script_id in SHIPPED if "hip" in areas_of(shipped(script_id))] == []


def test_the_tags_are_a_closed_list() -> None:
    assert len(get_args(Tag)) == 8
