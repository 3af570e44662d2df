"""The last figures of `make bench` as tables in docs/measured.md: `make bench-table`."""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).parents[1]
FIGURES = HOUSE / ".bench" / "speed.json"
PAGE = HOUSE / "docs" / "measured.md"
MARKED = re.compile(r"(<!-- measured -->\n).*?(<!-- end -->)", re.DOTALL)
HEADING = ("median", "least", "most", "unit", "to its yardstick")


def tables(figures: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """A table of Markdown for each group of figures."""
    return "\n".join(_table(title, rows) for title, rows in figures.items())


def _table(title: str, rows: Sequence[Mapping[str, Any]]) -> str:
    lines = [(title, *HEADING), ("---", *["--:"] * 3, "---", "---"), *map(_cells, rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    figures = (f"{row[name]:.2f}" for name in ("median", "least", "most"))
    beside = "" if row["ratio"] is None else f"{row['ratio']:.2f} times {row['yardstick']}"
    return (row["name"], *figures, row["unit"], beside)


def put_in(page: str, made: str) -> str:
    """The page with these tables in their place."""
    return MARKED.sub(lambda found: f"{found[1]}{made}{found[2]}", page)


def main() -> None:
    """Write them."""
    try:
        told = json.loads(FIGURES.read_text(encoding="utf-8"))
    except FileNotFoundError:
        sys.exit("There are no figures yet: make bench")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(put_in(page, tables(told["figures"])), encoding="utf-8")


if __name__ == "__main__":
    main()
