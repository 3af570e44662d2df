"""How the tests of the screens are run."""

from typing import Any

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

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
