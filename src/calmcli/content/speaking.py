"""How long words take when they are read aloud at an easy pace."""

SECONDS_A_WORD = 0.45
"""Our convention, about 130 words a minute."""


def word_count(words: str) -> int:
    """How many words there are; a dash between two of them is none."""
    return sum(any(map(str.isalnum, word)) for word in words.split())


def speaking_seconds(words: str) -> float:
    """Seconds it takes to say something."""
    return round(word_count(words) * SECONDS_A_WORD, 3)
