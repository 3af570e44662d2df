"""The one exception whose message a person may see."""


class CalmError(Exception):
    """Something went wrong while running; its words are written for the person, not for us."""

    exit_code = 1


class UsageError(CalmError):
    """The command cannot be carried out as it was typed, or its script cannot be played."""

    exit_code = 2
