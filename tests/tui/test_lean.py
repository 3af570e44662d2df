"""What is left out while Textual is imported is only left out then."""

import subprocess
import sys

TRIED = """
import sys
from calmcli.tui.lean import lean, _NoPalette
with lean():
    import textual.app
assert not {"ssl", "_ssl", "textual.command"} & sys.modules.keys()
import asyncio, ssl
asyncio.run(asyncio.sleep(0))
ssl.create_default_context()
from textual.command import CommandPalette
from textual.system_commands import SystemCommandsProvider
assert issubclass(CommandPalette, textual.widget.Widget)
assert SystemCommandsProvider.search
assert not hasattr(_NoPalette("a"), "__path__")
with lean():
    assert sys.modules["ssl"] is ssl
assert sys.modules["ssl"] is ssl
assert sys.modules["textual.command"].CommandPalette is CommandPalette
"""


def test_what_is_left_out_can_be_had_later_and_what_is_there_stays() -> None:
    subprocess.run([sys.executable, "-c", TRIED], check=True, timeout=60)
