"""The house keeps to what it holds today: `make counts` prints where it stands."""

import ast
from collections import Counter
from collections.abc import Mapping

import pytest

from house_pages import tool

house = tool("tools/house")
HOUSE = house.read_house()


def made_of(texts: Mapping[str, str]) -> dict[str, object]:
    return {
        name: house.Module(name, lines=len(text.splitlines()), tree=ast.parse(text))
        for name, text in texts.items()
    }


def test_no_module_is_loaded_in_a_ring_neither_at_once_nor_late() -> None:
    assert len(HOUSE) > 200
    assert house.cycles(HOUSE, deferred=True) == []


def test_every_function_says_what_it_returns() -> None:
    assert [
        f"{module.name}.{each.name}"
        for module in HOUSE.values()
        for each in module.functions
        if each.returns is None
    ] == []


def test_every_public_function_and_class_says_what_it_is() -> None:
    assert [
        f"{module.name}.{each.name}"
        for module in HOUSE.values()
        for each in (*module.public, *module.classes)
        if not each.name.startswith("_") and ast.get_docstring(each) is None
    ] == []


def test_no_name_is_given_twice_at_the_top_of_a_module() -> None:
    for module in HOUSE.values():
        targets = [each.targets for each in module.tree.body if isinstance(each, ast.Assign)]
        names = [each.id for some in targets for each in some if isinstance(each, ast.Name)]
        assert [name for name, count in Counter(names).items() if count > 1] == [], module.name


@pytest.mark.parametrize(
    ("text", "at_the_top", "anywhere"),
    [
        ("import b", 1, 1),
        ("from b import name", 1, 1),
        ("if True:\n    import b", 1, 1),
        ("def late():\n    import b", 0, 1),
        ("if TYPE_CHECKING:\n    import b", 0, 0),
        ("import c", 0, 0),
    ],
)
def test_a_ring_is_found_where_there_is_one(text: str, at_the_top: int, anywhere: int) -> None:
    modules = made_of({"a": text, "b": "import a", "c": ""})
    rings = [len(house.cycles(modules, deferred=deferred)) for deferred in (False, True)]
    assert rings == [at_the_top, anywhere]
