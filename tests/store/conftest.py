"""What many tests of the store begin with."""

from pathlib import Path

import pytest

from calmcli.paths import Places
from calmcli.store.writer import Writer
from sample_rows import MemoryStore, places_in


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def writer(places: Places, store: MemoryStore) -> Writer:
    return Writer(places, store.open)
