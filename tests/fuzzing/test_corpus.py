"""What `make fuzz` begins with, and whatever it has found, tried in every run of the tests."""

from pathlib import Path

import pytest

from fuzzing.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(path.relative_to(CORPUS) for path in CORPUS.glob("*/*"))


@pytest.mark.parametrize("file", FILES, ids=str)
def test_nothing_in_the_corpus_breaks_a_promise(file: Path) -> None:
    target, data = TARGETS[file.parts[0]], (CORPUS / file).read_bytes()
    try:
        target(data)
    except AssertionError:  # what is imported as it is needed takes its time, once
        target(data)


def test_every_target_has_something_to_begin_with() -> None:
    assert {file.parts[0] for file in FILES} == set(TARGETS)
