"""What happens when something of ours breaks: calm words, and a trace for whoever mends it."""

import os
import sys
import traceback
from datetime import datetime
from pathlib import Path

from calmcli import __version__
from calmcli.errors import CalmError
from calmcli.output import complain
from calmcli.paths import find_places, private_folder, write_private
from calmcli.words import faults


def own_up(error: BaseException) -> int:
    """Tell the person, write the trace where only they can read it; the exit code, 1."""
    written = _write_trace(error)
    where = faults.FAULT_WRITTEN.format(path=written) if written else faults.FAULT_NOT_WRITTEN
    complain(f"{faults.FAULT}\n{where}\n{faults.FAULT_DOCTOR}")
    return 1


def _write_trace(error: BaseException) -> Path | None:
    """The trace without the values of variables, which may be anybody's words."""
    trace = "".join(traceback.format_exception(error))
    moment = datetime.now().astimezone()
    try:
        folder = find_places(os.environ).logs
        private_folder(folder)
        path = folder / f"fault-{moment:%Y%m%d-%H%M%S-%f}.txt"
        write_private(path, f"calmcli {__version__}, Python {sys.version}\n{trace}".encode())
    except (OSError, CalmError):
        return None
    return path
