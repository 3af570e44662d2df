"""Loading code without looking for garbage in it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What is imported meanwhile stays: it is not searched for garbage, neither now nor later.

    Of the time until the app is there, the searching was a sixth.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
