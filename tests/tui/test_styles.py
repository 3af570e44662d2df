"""Styles are read when they are needed and worked out once, and nothing looks different for it."""

from collections import Counter
from typing import Any

import pytest
from rich.style import Style
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from calmcli.course import Plan
from calmcli.tui import styles
from calmcli.tui.look import Look
from sittings import breaths, plan_for
from tui.driver import Driver, open_app

LOOKS = {
    "usual": Look(),
    "ascii": Look(blocks=False),
    "colourless": Look(colours=False),
    "still": Look(still=True),
    "discreet": Look(discreet=True),
}


def at_once(script: str = "long-out") -> Plan:
    """A plan for a session that asks nothing before it, as `calmcli now` begins one."""
    return plan_for(script, length=breaths(2), ask_before=False)


def painted(driver: Driver) -> list[tuple[str, Style | None]]:
    """Every piece of text on the screen with its colours."""
    strips = driver.app.screen._compositor.render_strips()
    return [(segment.text, segment.style) for strip in strips for segment in strip]


def sources(driver: Driver) -> set[str]:
    """The files of ours that have been read."""
    return {name for name, _ in driver.app.stylesheet.source if name.endswith(".tcss")}


async def test_a_session_at_once_reads_its_own_styles_and_no_others() -> None:
    async with open_app(plan=at_once()) as driver:
        assert sources(driver) == {str(styles.SESSION)}
        await driver.press("h")
        assert sources(driver) == {str(styles.SESSION), str(styles.ROOMS)}


@pytest.mark.parametrize("size", [(80, 24), (20, 5)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("way", ["h", "ctrl+p", "q"])
async def test_a_screen_that_brings_its_styles_late_looks_the_same(
    monkeypatch: pytest.MonkeyPatch, way: str, size: tuple[int, int]
) -> None:
    seen = []
    for first in (styles.first_styles, lambda *_args, **_more: [styles.SESSION, styles.ROOMS]):
        monkeypatch.setattr("calmcli.tui.app.first_styles", first)
        async with open_app(plan=at_once(), size=size, keys=[way]) as driver:
            seen.append((driver.where, painted(driver)))
    assert seen[0] == seen[1]


@pytest.mark.parametrize("script", ["long-out", "pmr-4", "container", "five-senses"])
@pytest.mark.parametrize("look", LOOKS)
async def test_what_is_new_on_the_screen_needs_its_styles_no_second_time(
    look: str, script: str
) -> None:
    async with open_app(plan=at_once(script), look=LOOKS[look]) as driver:
        as_it_came = painted(driver)
        driver.app.screen.update_node_styles(animate=False)
        driver.app.screen.refresh(layout=True)
        await driver.settle()
        assert painted(driver) == as_it_came


async def test_no_style_is_worked_out_twice_before_a_session_can_be_seen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    times: Counter[str] = Counter()
    apply = Stylesheet.apply

    def counted(sheet: Stylesheet, node: DOMNode, **how: Any) -> None:
        times[f"{type(node).__name__} {node.id}"] += node.parent is not None and bool(node.id)
        apply(sheet, node, **how)

    monkeypatch.setattr(Stylesheet, "apply", counted)
    async with open_app(plan=at_once()):
        assert times["Words title"] == 1
        assert {name: count for name, count in times.items() if count > 1} == {}
