"""The one way in, and the one way out."""

import os

from calmcli.endings import Ended, let_go_of_streams, signals
from calmcli.errors import CalmError
from calmcli.first import FirstFrame
from calmcli.output import complain

_PRIVATE_UMASK = 0o077


def run(argv: list[str], frame: FirstFrame) -> int:
    """Carry out a command; whatever happens, it ends here with an exit code."""
    os.umask(_PRIVATE_UMASK)
    _fill_standard_streams()
    signals.listen()
    try:
        frame.listen()
        code = _carry_out(argv, frame)
    except Ended as ended:
        code = ended.exit_code
    signals.hold()
    let_go_of_streams()
    signals.ignore()
    return code


def _carry_out(argv: list[str], frame: FirstFrame) -> int:
    from calmcli.cli.dispatching import dispatch  # noqa: PLC0415  after the signals are ours

    try:
        return dispatch(argv, frame)
    except SystemExit as leaving:  # argparse leaves so after --help
        return leaving.code if isinstance(leaving.code, int) else 0
    except CalmError as error:
        frame.give_back()
        complain(str(error))
        return error.exit_code
    except Exception as error:  # noqa: BLE001  the last stop before a traceback on someone's screen
        from calmcli.cli.fault import own_up  # noqa: PLC0415  rarely needed

        frame.give_back()
        return own_up(error)


def _fill_standard_streams() -> None:
    """Take up the numbers of streams that came closed, lest a file of ours become one of them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
