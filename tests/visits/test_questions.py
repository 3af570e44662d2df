import pytest

from calmcli.visits.questions import steps_question
from visits.samples import a_visit, template


@pytest.mark.parametrize(
    ("sort", "asks"),
    [("blood-test", "Which would you like to add?"), (None, "a step of your own?")],
)
def test_further_steps_are_asked_for_by_what_there_is_to_choose(
    sort: str | None, asks: str
) -> None:
    visit = a_visit("blood-test", steps=())
    question = steps_question(visit, None if sort is None else template(sort))
    assert asks in question.ask
    assert bool(question.offered) == (sort is not None)
