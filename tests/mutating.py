"""How the tests are run while the code is changed bit by bit: `make mutants`."""

import json
import os
import signal
from pathlib import Path

import pytest

ENDLESS_S = 15
"""Processor time one test may take beyond twenty times what it took before."""


class Hurry:
    """Quick tests come first, since most changes are noticed by any; an endless one is ended."""

    def __init__(self) -> None:
        known = Path("mutmut-stats.json")  # tests run in the folder of the changed code
        told = json.loads(known.read_text(encoding="utf-8")) if known.exists() else {}
        self._took: dict[str, float] = told.get("duration_by_test", {})

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: self._took.get(item.nodeid, 1.0))

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        signal.signal(signal.SIGPROF, _give_up)
        signal.setitimer(signal.ITIMER_PROF, ENDLESS_S + 20 * self._took.get(item.nodeid, 1.0))


def _give_up(*_: object) -> None:
    """End as mutmut ends what takes too long, so that it is counted as such."""
    os.kill(os.getpid(), signal.SIGXCPU)
