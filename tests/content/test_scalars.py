import pytest
from msgspec import inspect

from calmcli.content.scalars import Unfit, scalar


def test_a_word_that_does_not_fit_says_why_and_what_to_do() -> None:
    with pytest.raises(Unfit) as raised:
        scalar(inspect.IntType(), "cycles", "four")
    assert raised.value.args == (
        "'cycles' needs a plain number, not 'four'",
        "use digits only, such as 4",
    )


def test_a_very_long_word_is_shortened_where_it_is_told() -> None:
    with pytest.raises(Unfit) as raised:
        scalar(inspect.BoolType(), "open_ended", "y" * 1000)
    assert len(raised.value.args[0]) < 80


def test_numbers_without_bounds_are_free() -> None:
    assert scalar(inspect.FloatType(), "seconds", "-999.5") == -999.5


def test_a_kind_of_key_nobody_has_taught_it_is_our_mistake_and_not_the_authors() -> None:
    with pytest.raises(TypeError):
        scalar(inspect.AnyType(), "title", "words")
