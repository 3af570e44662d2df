"""How well one colour can be read on another, by the formula of WCAG 2."""

from rich.color import Color
from rich.style import Style

_THRESHOLD = 0.04045


def contrast(style: Style) -> float:
    """From 1, the same, to 21, black on white; dimmed colours count as they are seen."""
    assert style.color is not None
    assert style.bgcolor is not None
    front, back = _rgb(style.color), _rgb(style.bgcolor)
    if style.dim:
        front = tuple((a + b) / 2 for a, b in zip(front, back, strict=True))
    darker, lighter = sorted((_luminance(front), _luminance(back)))
    return (lighter + 0.05) / (darker + 0.05)


def _rgb(colour: Color) -> tuple[float, ...]:
    return tuple(part / 255 for part in colour.get_truecolor())


def _luminance(rgb: tuple[float, ...]) -> float:
    parts = [c / 12.92 if c <= _THRESHOLD else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
