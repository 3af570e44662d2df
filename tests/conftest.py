"""How the tests of every room are run."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# How long something takes is measured in bench/, never in a test: machines differ, and are shared.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")

WATCHED = ("content", "exercises", "journal", "settings", "store")
"""The rooms coverage is asked of, beside the tests of no room: being watched makes a test half as
slow again, or worse, and the others reach no line that these do not."""


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get("MUTANT_UNDER_TEST", "").startswith("calmcli."):
        from mutating import Hurry  # noqa: PLC0415  only while the code is changed on purpose

        config.pluginmanager.register(Hurry())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let only those tests be watched that reach the rooms that must not be wrong by themselves."""
    here = Path(__file__).parent
    for item in items:
        if item.path.parent != here and item.path.relative_to(here).parts[0] not in WATCHED:
            item.add_marker(pytest.mark.no_cover)
