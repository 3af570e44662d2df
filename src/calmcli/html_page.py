"""The frame of a page that needs nothing but itself: nothing in it is fetched, and nothing runs."""

from html import escape

_ONLY_STYLES = "default-src 'none'; style-src 'unsafe-inline'"
END = "</body>\n</html>\n"


def beginning(title: str, style: str) -> str:
    """All of a page up to what is read on it; `style` is CSS, whose last line is ended."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_ONLY_STYLES}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
