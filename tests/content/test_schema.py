import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from calmcli.content.described import ID_PATTERN, MOST_ID
from calmcli.content.loader import check_text, read_script, read_template
from calmcli.content.model import SCRIPT_SHAPES, SHAPES
from calmcli.content.schema import schema_text
from calmcli.content.shipped import SCHEMA, SHIPPED, SHIPPED_VISITS
from calmcli.content.starter import starter
from calmcli.errors import UsageError
from content.reading import problems_of
from content.samples import GOOD, GROUNDING, RELAXATION, VISUALIZATION, altered

WRITE_IT_ANEW = "schema_text() of calmcli.content.schema is no longer what the file holds"
SCHEMA_SHIPPED = json.loads(SCHEMA.read_text(encoding="utf-8"))
GROUPS = SCHEMA_SHIPPED["definitions"]
EDITOR = Draft7Validator(SCHEMA_SHIPPED)


def complaints(written: str) -> list[Any]:
    """What an editor says that guesses the types of words, as editors do."""
    return list(EDITOR.iter_errors(yaml.safe_load(written)))


def pointed_at(written: str, kind: str) -> set[str]:
    """Where an editor finds something wrong in a script that is meant to be of a kind."""
    (problem,) = complaints(written)
    branch = list(SHAPES).index(kind)
    inside = [inner for inner in problem.context if inner.schema_path[0] == branch]
    return {"/".join(map(str, inner.absolute_path)) for inner in inside}


def everything_in(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from everything_in(inner)


def test_the_shipped_schema_is_what_the_model_says() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema_text(), WRITE_IT_ANEW


def test_the_schema_is_a_schema_of_draft_seven() -> None:
    Draft7Validator.check_schema(SCHEMA_SHIPPED)
    assert SCHEMA_SHIPPED["$schema"] == "http://json-schema.org/draft-07/schema#"
    for part in everything_in(SCHEMA_SHIPPED):
        assert not part.keys() & {"$defs", "discriminator", "anyOf", "prefixItems"}
        assert part.get("$ref", "#/definitions/").startswith("#/definitions/")


def test_every_kind_is_told_from_the_others_by_its_kind() -> None:
    references = [choice["$ref"] for choice in SCHEMA_SHIPPED["oneOf"]]
    kinds = [GROUPS[ref.rpartition("/")[2]]["properties"]["kind"]["const"] for ref in references]
    assert kinds == list(SHAPES)


@pytest.mark.parametrize(("name", "group"), GROUPS.items())
def test_every_group_of_keys_and_every_key_is_explained(name: str, group: dict[str, Any]) -> None:
    assert group["additionalProperties"] is False
    assert group["title"].replace(" ", "").casefold() == name.casefold()
    told = [group["description"], *(key["description"] for key in group["properties"].values())]
    for words in told:
        assert words.strip()
        assert "None" not in words
        assert "\n" not in words


def test_a_key_without_a_value_is_no_choice() -> None:
    assert "null" not in SCHEMA.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "path", [*SHIPPED.values(), *SHIPPED_VISITS.values()], ids=lambda path: path.stem
)
def test_an_editor_has_nothing_to_say_about_a_shipped_file(path: Path) -> None:
    assert complaints(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("written", "old", "new"),
    [
        (GOOD, "seconds: 4", "seconds: 5.5"),
        (GOOD, "minutes: 5", "minutes: 2.5"),
        (GOOD, "minutes: 5", "open_ended: true"),
        (GOOD, "minutes: 5", "minutes: 5\nopen_ended: false"),
        (GOOD, "minutes: 5", "cycles: 4\nmax_cycles: 8"),
        (GOOD, "language: en", "language: pt-BR"),
        (GOOD, "tags: []", "kinder: box-three\nvariant_of: even"),
        (RELAXATION, "times: 2", "times: 10"),
        (GROUNDING, "waits: true", "waits: false"),
        (VISUALIZATION, "pause: 6", "pause: 0"),
    ],
)
def test_what_can_be_played_is_accepted_with_numbers_and_true_and_false(
    written: str, old: str, new: str
) -> None:
    changed = altered(written, (old, new))
    assert complaints(changed) == []
    assert problems_of(changed) == ()


@pytest.mark.parametrize(
    ("written", "old", "new", "where"),
    [
        (GOOD, "format: 1", "format: 2", "format"),
        (GOOD, "kind: breathing", "kind: breathin", "kind"),
        (GOOD, "language: en", "language: English", "language"),
        (GOOD, "id: my-own", "id: My Own", "id"),
        (GOOD, "title: My own\n", "", ""),
        (GOOD, "title: My own", f"title: {'x' * 61}", "title"),
        (GOOD, "minutes: 5", "minutes: 61", "minutes"),
        (GOOD, "minutes: 5", "minutes:", "minutes"),
        (GOOD, "minutes: 5", "minutes: five", "minutes"),
        (GOOD, "minutes: 5", "minuts: 5", ""),
        (GOOD, "minutes: 5", "cycles: 2.5", "cycles"),
        (GOOD, "minutes: 5", "open_ended: perhaps", "open_ended"),
        (GOOD, "seconds: 4", "seconds: 31", "breath/0/seconds"),
        (GOOD, "seconds: 4", "seconds: 0", "breath/0/seconds"),
        (GOOD, "seconds: 4", "secnds: 4", "breath/0"),
        (GOOD, "phase: out", "phase: exhale", "breath/1/phase"),
        (GOOD, "tags: []", "tags: [breath-hold]", "tags/0"),
        (GOOD, "tags: []", "tags: imagery", "tags"),
        (GOOD, "tags: []", "parts: []", ""),
        (RELAXATION, "areas: [hand]", "areas: [hands]", "parts/0/areas/0"),
        (RELAXATION, "seconds: 15", "seconds: 61", "parts/0/steps/1/seconds"),
        (RELAXATION, "times: 2", "times: 0", "parts/1/times"),
        (VISUALIZATION, "name: lake", "name: My lake", "inputs/0/name"),
        (VISUALIZATION, "      - words: Picture {lake}\n", "      - pause: 3\n", "parts/0/lines/0"),
        (GROUNDING, "seconds: 5", "seconds: 2", "parts/0/lines/0/seconds"),
        (GROUNDING, "waits: true", "wait: true", "parts/0/lines/1"),
    ],
)
def test_what_cannot_be_played_is_pointed_out_where_it_stands(
    written: str, old: str, new: str, where: str
) -> None:
    broken = altered(written, (old, new))
    kind = written.partition("kind: ")[2].partition("\n")[0]
    assert pointed_at(broken, kind) == {where}
    assert problems_of(broken)


@pytest.mark.parametrize("kind", SCRIPT_SHAPES)
def test_a_starter_is_of_its_kind_and_needs_no_second_look(kind: str) -> None:
    written = starter(kind)
    assert check_text(written, "my.yaml") == ()
    assert read_script(written, "my.yaml").kind == kind
    assert complaints(written) == []
    assert read_script(written, "my.yaml").id not in SHIPPED


def test_a_starter_of_a_visit_needs_no_second_look() -> None:
    written = starter("visit", "my-own-visit")
    assert check_text(written, "my.yaml") == ()
    assert complaints(written) == []
    assert read_template(written, "my.yaml").id == "my-own-visit"


@pytest.mark.parametrize("kind", SHAPES)
def test_a_starter_names_the_schema_beside_it_in_its_first_line(kind: str) -> None:
    first, *_ = starter(kind).splitlines()
    assert first == f"# yaml-language-server: $schema={SCHEMA.name}"
    assert max(map(len, starter(kind).splitlines())) <= 100


@pytest.mark.parametrize(
    "changes",
    [
        [("minutes: 3", "# minutes: 3"), ("# cycles: 12", "cycles: 12")],
        [("minutes: 3", "# minutes: 3"), ("# open_ended: true", "open_ended: true")],
        [
            ("# - phase: hold", "- phase: hold"),
            ("  #   seconds: 2\n  #   words: Hold", "    seconds: 2\n    words: Hold"),
            ("tags: []", "tags: [breath_hold]"),
        ],
    ],
)
def test_what_the_breathing_starter_offers_in_its_notes_can_be_taken_up(
    changes: list[tuple[str, str]],
) -> None:
    written = altered(starter("breathing"), *changes)
    assert check_text(written, "my.yaml") == ()
    assert complaints(written) == []


@given(st.sampled_from(list(SCRIPT_SHAPES)), st.from_regex(ID_PATTERN, fullmatch=True))
def test_a_starter_under_any_id_has_that_id(kind: str, script_id: str) -> None:
    script_id = script_id.rstrip("\n")[:MOST_ID].rstrip("-")
    written = starter(kind, script_id)
    assert check_text(written, "my.yaml") == ()
    assert read_script(written, "my.yaml").id == script_id


@pytest.mark.parametrize("script_id", ["null", "true", "no", "12", "1e5", "0x1f", "2024-01-01"])
def test_an_id_that_looks_like_something_else_is_still_a_word_to_editors(script_id: str) -> None:
    written = starter("grounding", script_id)
    assert yaml.safe_load(written)["id"] == script_id
    assert complaints(written) == []
    assert check_text(written, "my.yaml") == ()


@pytest.mark.parametrize("script_id", ["", "My own", "a--b", "-a", "a\n", "ä", "a" * (MOST_ID + 1)])
def test_what_cannot_be_an_id_is_refused_in_one_line(script_id: str) -> None:
    with pytest.raises(UsageError, match="lower-case letters") as caught:
        starter("grounding", script_id)
    assert "\n" not in str(caught.value)
