"""What the pages say is there, is there; what they say can be typed, can be typed."""

import re
from argparse import Namespace
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from calmcli.cli.commands import COMMANDS
from calmcli.content.loader import check_text
from calmcli.content.shipped import SHIPPED, SHIPPED_VISITS
from calmcli.errors import UsageError
from calmcli.kinds import KINDS
from house_pages import HOUSE, PAGES, anchors, blocks, codes, links, named, shown, tool

OF_THEIR_OWN = ("waiting-room", "my-visit", "my-evening", "hearing-test")
"""Scripts and visits that the pages have someone write."""
MOST_LINES = 250
LIMITS = {"docs/writing-scripts.md": 110 + 45 * len(KINDS), "docs/privacy.md": 100}
"""Someone may have the first alone: whole scripts to copy, and the box for people who faint."""
ALONE = ("--help", "--version")
SHOWN = sorted({argv for page in PAGES.values() for argv in shown(page) if argv[1:]})
NAMED = sorted({argv for page in PAGES.values() for argv in named(page) if argv[1:]})
MESSAGES = re.findall(r"^\| `([^`]+)` \|", PAGES["docs/troubleshooting.md"], re.MULTILINE)


def parsed(argv: Sequence[str], *, whole: bool) -> Namespace:
    """What was typed as its command understands it; a family of commands may be named alone."""
    _, name, *rest = argv
    parser = import_module(f"calmcli.cli.{COMMANDS[name].room}").parser(name)
    try:
        options: Namespace = parser.parse_strictly(rest)
    except UsageError as error:
        if whole or "arguments are required" not in str(error):
            raise
        return Namespace()
    return options


@pytest.mark.parametrize("argv", SHOWN, ids=" ".join)
def test_a_command_that_is_shown_can_be_typed(argv: tuple[str, ...]) -> None:
    options = parsed(argv, whole=True)
    named = getattr(options, "script", None) or (
        argv[1] == "scripts" and options.__dict__.get("id")
    )
    assert not named or named in {*SHIPPED, *OF_THEIR_OWN}
    template = getattr(options, "template", None)
    assert template is None or template in {*SHIPPED_VISITS, *OF_THEIR_OWN}


@pytest.mark.parametrize("argv", NAMED, ids=" ".join)
def test_a_command_that_a_sentence_names_is_there(argv: tuple[str, ...]) -> None:
    if argv[-1] in ALONE:
        assert argv[1] in (*ALONE, *COMMANDS)
    else:
        parsed(argv, whole=False)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_leads_to_what_is_there(name: str) -> None:
    for link in links(PAGES[name]):
        if link.startswith("https://"):
            continue
        goal, _, anchor = link.partition("#")
        path = ((HOUSE / name).parent / goal).resolve() if goal else HOUSE / name
        assert path.exists(), link
        if anchor:
            assert anchor in anchors(path.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_files_and_targets_that_are_there(name: str) -> None:
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    for block in (*codes(PAGES[name]), *blocks(PAGES[name], "sh")):
        for target in re.findall(r"^make ([a-z-]+)", block, re.MULTILINE):
            assert re.search(rf"^{target}:.*##", makefile, re.MULTILINE), target
        if re.fullmatch(r"(src|tests|tools|docs|bench|\.github|\.ci)/[\w./-]+", block):
            assert (HOUSE / block).exists(), block


def test_every_page_is_led_to_from_the_list_of_pages() -> None:
    listed = {link.partition("#")[0] for link in links(PAGES["docs/README.md"])}
    of_docs = {Path(name).name for name in PAGES if name.startswith("docs/")}
    assert of_docs - {"README.md"} <= listed


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith("docs/")])
def test_a_page_is_short_and_has_one_title(name: str) -> None:
    lines = PAGES[name].splitlines()
    assert len(lines) < LIMITS.get(name, MOST_LINES)
    assert [line for line in lines if line.startswith("# ")] == lines[:1]


@pytest.mark.parametrize("name", PAGES)
def test_the_tables_that_follow_from_the_code_are_fresh(name: str) -> None:
    assert tool("tools/made_pages").fresh(PAGES[name]) == PAGES[name], "make pages"


def test_every_screen_with_keys_of_its_own_is_listed_or_says_them_itself() -> None:
    made_pages = tool("tools/made_pages")
    assert set(made_pages.SCREENS) <= set(made_pages.screens_with_keys())


def test_the_visit_of_the_guide_is_whole() -> None:
    (written,) = blocks(PAGES["docs/visit-templates.md"], "yaml")
    assert check_text(written, "guide") == ()


@cache
def said() -> list[str]:
    """Every text that stands in the code under a name in capitals."""
    found = []
    for path in (HOUSE / "src" / "calmcli").rglob("*.py"):
        if path.name == "__main__.py" or "tui" in path.parts:
            continue
        name = ".".join(path.relative_to(HOUSE / "src").with_suffix("").parts)
        texts = vars(import_module(name.removesuffix(".__init__")))
        for key, value in texts.items():
            if key.isupper():
                found += [value] if isinstance(value, str) else []
                found += map(str, value.values()) if isinstance(value, dict) else []
    return found


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_that_is_explained_is_one_that_is_said(message: str) -> None:
    pattern = ".*".join(map(re.escape, message.split("…")))
    assert any(re.search(pattern, text) for text in said())


@pytest.mark.parametrize("found", [SHOWN, NAMED, MESSAGES], ids=["shown", "named", "explained"])
def test_there_is_much_to_try(found: list[object]) -> None:
    assert len(found) > 10


def test_the_measured_tables_have_the_form_they_are_made_in() -> None:
    table = tool("bench/table")
    page = PAGES["docs/measured.md"]
    (measured,) = [found[0] for found in table.MARKED.finditer(page)]
    rows = [line for line in measured.splitlines() if line.startswith("|")]
    assert all(line.count(" | ") == len(table.HEADING) for line in rows)
    row = {"name": "now", "unit": "ms", "median": 1, "least": 1, "most": 2, "ratio": None}
    made = table.tables({"first words": [row]})
    assert table.put_in(table.put_in(page, made), made).count(made) == 1
    assert made.splitlines()[2] == "| now | 1.00 | 1.00 | 2.00 | ms |  |"
