"""What a person may set, kept in one file they can also edit by hand.

This is what a session needs; `keys` knows the settings by name, `writing` sets them.
"""

from calmcli.settings.model import Ask, Look, Practice, Settings, Skip, Sound
from calmcli.settings.reading import Read, read_settings

__all__ = ["Ask", "Look", "Practice", "Read", "Settings", "Skip", "Sound", "read_settings"]
