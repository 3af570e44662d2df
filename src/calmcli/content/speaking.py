"""How long words take when they are read aloud at an easy pace."""

SECONDS_A_WORD = 0.45
"""Our convention, about 130 words a minute."""
LEAST_LINE_SECONDS = 4.0
"""What even the shortest line of a visualization is given."""


def word_count(words: str) -> int:
    """How many words there are; a dash between two of them is none."""
    return sum(any(map(str.isalnum, word)) for word in words.split())


def speaking_seconds(words: str) -> float:
    """Seconds it takes to say something."""
    return round(word_count(words) * SECONDS_A_WORD, 3)


def line_seconds(words: str, pause: float) -> float:
    """Seconds a line of a visualization stays: time to say it, then so many seconds of quiet."""
    return round(max(LEAST_LINE_SECONDS, speaking_seconds(words)) + pause, 3)
