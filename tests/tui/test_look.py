"""Themes, and what there is instead where there are no colours and no blocks."""

import re
from collections.abc import Iterator
from io import StringIO, TextIOWrapper
from typing import get_args

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from calmcli.settings.model import Look as Wish
from calmcli.settings.model import Theme
from calmcli.tui.look import Look, look_for
from calmcli.tui.shapes import SHAPES
from calmcli.tui.themes import OURS
from tui.contrast import contrast
from tui.driver import Driver, open_app

LEAST_CONTRAST = 4.5
BEGIN = ["s"]
SCREENS = {
    "rating": ["7"],
    "help": ["h"],
    "session": ["9", "enter"],
    "paused": ["9", "enter", "space"],
    "keys": ["7", "enter", "?"],
    "reply": ["7", "enter", "q", "9", "enter"],
}
every_theme = pytest.mark.parametrize("theme", [theme.name for theme in OURS])
every_screen = pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
UTF8 = TextIOWrapper(StringIO(), encoding="utf-8")  # type: ignore[type-var]


def drawn(driver: Driver) -> Iterator[tuple[str, Style]]:
    """Each piece of what a real terminal would be sent, with its style."""
    for strip in driver.app.screen._compositor.render_strips():
        segments = list(strip)
        for line_filter in driver.app.get_line_filters():
            segments = line_filter.apply(segments, Color(0, 0, 0))
        for text, style, _ in segments:
            yield text, style or Style()


@every_theme
@every_screen
async def test_every_word_of_our_themes_can_be_read(theme: str, keys: list[str]) -> None:
    async with open_app("long-out", cycles=None, look=Look(theme=theme)) as driver:
        await driver.press(*keys)
        await driver.forward(2)
        seen = {(text.strip(), contrast(style)) for text, style in drawn(driver) if text.strip()}
        words_seen = {pair for pair in seen if re.search("[0-9A-Za-z?]", pair[0])}
        assert len(words_seen) >= 3
        assert {pair for pair in words_seen if pair[1] < LEAST_CONTRAST} == set()


@every_theme
@pytest.mark.parametrize("shape", SHAPES)
async def test_the_lit_part_of_a_shape_can_be_seen_in_every_theme(theme: str, shape: str) -> None:
    look = Look(theme=theme, shape=shape)
    async with open_app("box", cycles=None, keys=BEGIN, look=look) as driver:
        await driver.forward(5)
        widget = driver.app.screen.query_one("#shape")
        for name in ("shape--lit", "shape--held"):
            assert contrast(widget.get_component_rich_style(name)) >= LEAST_CONTRAST


@every_theme
async def test_no_colour_of_ours_is_an_alarm(theme: str) -> None:
    async with open_app(look=Look(theme=theme), keys=["1", "0"]) as driver:
        used = {each for _, style in drawn(driver) for each in (style.color, style.bgcolor) if each}
        assert used
        for colour in used:
            hue, saturation, _ = Color.from_rich_color(colour).hsv
            assert saturation < 0.5 or 0.05 < hue < 0.95


def test_a_theme_can_be_named_that_is_ours_or_one_of_textual() -> None:
    assert set(get_args(Theme)) == {theme.name for theme in OURS} | set(BUILTIN_THEMES)


@pytest.mark.parametrize("theme", ["nord", "solarized-light", "ansi-dark", "no-longer-there"])
async def test_themes_of_textual_are_worn_and_one_it_has_no_more_harms_nothing(theme: str) -> None:
    async with open_app(look=Look(theme=theme), keys=BEGIN) as driver:
        await driver.forward(1)
        assert driver.shown("cue") == "Breathe in"


@every_screen
async def test_without_colour_nothing_drawn_has_any(keys: list[str]) -> None:
    async with open_app("long-out", cycles=None, look=Look(colours=False)) as driver:
        await driver.press(*keys)
        await driver.forward(2)
        styles = {style for _, style in drawn(driver)}
        assert [style for style in styles if style.color or style.bgcolor or style.italic] == []
        assert any(style.dim for style in styles)


async def test_the_chosen_number_and_the_quiet_words_differ_without_colour() -> None:
    async with open_app(keys=["7"], look=Look(colours=False)) as driver:
        found = {text.strip(): style for text, style in drawn(driver)}
        assert found["7"].bold
        assert found["7"].reverse
        assert "▔" in driver.text()
        assert next(style for text, style in found.items() if "help now" in text).dim


@pytest.mark.parametrize("shape", SHAPES)
async def test_without_colour_the_empty_part_of_a_shape_is_seen(shape: str) -> None:
    async with open_app("box", keys=BEGIN, look=Look(shape=shape, colours=False)) as driver:
        await driver.forward(2)
        assert "".join(driver.region("shape")).strip()
        part = "shape--empty" if shape in ("water", "bar") else "shape--rest"
        assert driver.app.screen.query_one("#shape").get_component_rich_style(part).dim


@pytest.mark.parametrize(
    ("environ", "wish", "expected"),
    [
        ({}, Wish(), Look()),
        ({"NO_COLOR": ""}, Wish(), Look()),
        ({"NO_COLOR": "1"}, Wish(), Look(colours=False)),
        ({"TEXTUAL_ANIMATIONS": "none"}, Wish(), Look(still=True)),
        ({"TEXTUAL_ANIMATIONS": "basic"}, Wish(), Look()),
        ({}, Wish(motion="still"), Look(still=True)),
        ({}, Wish(ascii=True, mouse=False), Look(blocks=False, mouse=False)),
        ({"TERM": "linux"}, Wish(theme="nord"), Look(theme="nord", blocks=False)),
        ({}, Wish(shape="bar", numbers=False), Look(shape="bar", numbers=False)),
    ],
)
def test_a_wish_is_met_as_far_as_the_terminal_can(
    environ: dict[str, str], wish: Wish, expected: Look
) -> None:
    assert look_for(environ, UTF8, wish) == expected
