"""Words in lines of so many terminal cells, wide letters counted as the two they take."""

from collections.abc import Iterator

COLUMNS = 76
"""As many as lines take that are to fit on any screen of 80, set in a little."""


def wrapped(text: str, width: int, first: str = "", later: str | None = None) -> list[str]:
    """A text in lines of at most `width` cells; a word longer than a line is broken."""
    later = " " * cells(first) if later is None else later
    lines, line, is_empty = [], first, True
    for word in _pieces(text, max(2, width - max(cells(first), cells(later)))):
        gap = "" if is_empty else " "
        if not is_empty and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, gap = later, ""
        line, is_empty = f"{line}{gap}{word}", False
    return [*lines, line.rstrip()]


def cells(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415  only for letters that may be wide

    return cell_len(text)


def _pieces(text: str, most: int) -> Iterator[str]:
    """The words, the long ones in pieces that fit."""
    for word in text.split():
        if word.isascii():
            yield from (word[at : at + most] for at in range(0, len(word), most))
            continue
        piece = ""
        for letter in word if cells(word) > most else ():
            if cells(piece + letter) > most:
                yield piece
                piece = ""
            piece += letter
        yield piece or word
