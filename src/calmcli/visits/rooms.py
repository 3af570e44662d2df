"""What can be done with one visit: the same on the screen and in lines."""

from calmcli.words import visits as said

ROOMS: tuple[str, ...] = tuple(said.OPEN_ROWS)
"""The name of each, in the order in which they are offered."""
