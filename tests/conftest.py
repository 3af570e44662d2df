"""How the tests of every room are run."""

import os

from hypothesis import settings

# How long something takes is measured in bench/, never in a test: machines differ, and are shared.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers for each core: half of the suite waits for a terminal, and not for a core."""
    return 2 * (os.cpu_count() or 1)
