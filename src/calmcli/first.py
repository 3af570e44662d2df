"""What can be on the screen before anything else is imported. Standard library only.

Importing the rest takes longer than putting a line on the screen. Whatever is shown here is handed
on as a `FirstFrame`, so that the session's clock begins with the first words.
"""


class FirstFrame:
    """What is on the screen already, and since when."""

    __slots__ = ("began_ns",)

    def __init__(self, began_ns: int | None = None) -> None:
        self.began_ns = began_ns
        """The steady clock's moment of the first words; None when nothing has been shown."""


def first_frame() -> FirstFrame:
    """Show what can be shown at once. Every command takes the ordinary road: nothing is."""
    return FirstFrame()
