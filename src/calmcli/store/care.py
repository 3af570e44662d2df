"""What a journal needs from time to time, while nobody waits for it."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from calmcli.clock import local_time
from calmcli.store.backups import back_up, folder_beside, is_due
from calmcli.store.erasing import erase
from calmcli.store.hurry import Hurry, never
from calmcli.store.leftovers import remove_leftovers
from calmcli.store.opening import calm_faults, open_to_write


def look_after(
    journal: Path, hurry: Hurry = never, local: Callable[[], datetime] = local_time
) -> None:
    """Finish what deletions left to do, and keep a copy once a day; breaks off when hurried.

    Raises StoreError when it cannot be done now; it is done the next time.
    """
    if not os.path.lexists(journal):
        return
    erase(journal, hurry)
    folder = folder_beside(journal)
    with calm_faults():
        if is_due(folder, local()):
            with closing(open_to_write(journal)) as connection:
                back_up(connection, folder, local, hurry)
            remove_leftovers(journal)
