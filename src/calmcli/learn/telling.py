"""The list of pages as lines."""

from collections.abc import Iterable
from textwrap import wrap

from calmcli.learn.page import Page


def list_lines(pages: Iterable[Page], width: int) -> list[str]:
    """What each page is called, and below it what it comes to."""
    lines: list[str] = []
    for page in pages:
        lines.append(f"{page.topic}: {page.title}")
        lines += wrap(page.summary, width, initial_indent="  ", subsequent_indent="  ")
    return lines
