"""How the tests of the screens are run."""

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

_READ: dict[object, list[RuleSet]] = {}
_parse_rules = Stylesheet._parse_rules


def _parse_rules_once(sheet: Stylesheet, *styles: Any, **of: Any) -> list[RuleSet]:
    """The rules of some styles, read once for all apps with the same colours."""
    read = (styles, tuple(of.items()), tuple(sheet._variables.items()))
    if read not in _READ:
        _READ[read] = _parse_rules(sheet, *styles, **of)
    return _READ[read]


# Each test has an app of its own, and reading the same styles again took a quarter of its time.
Stylesheet._parse_rules = _parse_rules_once  # type: ignore[assignment,method-assign]

_paint = Screen._compositor_refresh


def _leave_unpainted(screen: Screen[object]) -> None:
    """What was painted went nowhere: tests draw the screen when they look at it."""
    if screen is screen.app.screen:
        screen._dirty_widgets.clear()
    else:
        _paint(screen)


# It took a third of the time of all tests of screens.
Screen._compositor_refresh = _leave_unpainted  # type: ignore[assignment,method-assign]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens are painted whether they are looked at or not, as on a terminal."""
    monkeypatch.setattr(Screen, "_compositor_refresh", _paint)
