"""What the scripts of entries are called."""

from functools import cache
from pathlib import Path

from calmcli.content.library import Library, shipped_script
from calmcli.content.shipped import SHIPPED
from calmcli.errors import CalmError
from calmcli.words.session import OWN

_OWN = f" {OWN.strip()}"


class Titles:
    """Finds titles, reading each script once, and only when its title is asked for."""

    def __init__(self, personal: Path) -> None:
        self._library = Library(personal)
        self.of = cache(self._of)

    def _of(self, script: str, origin: str) -> str:
        """The title as the script has it now; its id where the script is gone or broken."""
        try:
            if origin == "shipped":
                return shipped_script(script).script.title if script in SHIPPED else script
            return self._library.find(script).script.title + _OWN
        except CalmError:
            return script + _OWN
