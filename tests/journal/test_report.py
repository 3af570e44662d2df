import os
import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.journal.entries import During, Entry
from calmcli.journal.report import (
    LONGEST_NOTE,
    MOST_SHOWN,
    Report,
    report_on,
    with_room_for_notes,
)
from calmcli.journal.report_html import as_html
from calmcli.journal.report_markdown import as_markdown
from calmcli.words.journal import ENDINGS, REMINDER
from calmcli.words.report import MORE, NONE_SKIPPED
from naughty import NAUGHTY
from sample_entries import BEGAN, an_entry

MADE = BEGAN + timedelta(days=300)
VOID = {"meta", "line", "circle"}


def title(script: str, _origin: str) -> str:
    return script.capitalize()


def report(*entries: Entry) -> Report:
    made = report_on(entries, MADE)
    assert made is not None
    return made


def page(*entries: Entry, notes: bool = False) -> str:
    return "".join(as_html(report(*entries), title, notes=notes))


def markdown(*entries: Entry, notes: bool = False) -> str:
    return "".join(as_markdown(report(*entries), title, notes=notes))


class Outline(HTMLParser):
    """What a page is made of; fails where a tag is not closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append((self.open[-1] if self.open else "", data))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for seen, attributes in self.seen if seen == tag]

    def texts(self, tag: str) -> list[str]:
        return [text for inside, text in self.words if inside == tag]


SIX = [
    an_entry(number, before=before, after=after, skipped=["neck"], note=f"note {number}")
    for number, before, after in [
        (6, 8, 5),
        (5, 7, 6),
        (4, 6, 3),
        (3, 9, 9),
        (2, 4, 6),
        (1, 7, None),
    ]
]


def test_nothing_is_no_report() -> None:
    assert report_on([], MADE) is None


def test_a_report_sums_everything_up_and_shows_the_newest() -> None:
    many = [an_entry(number) for number in range(100, 0, -1)]
    made = report(*many)
    assert (made.sessions, len(made.shown)) == (100, MOST_SHOWN)
    assert made.shown == many[:MOST_SHOWN]
    assert (made.first, made.last) == (many[-1].started_at, many[0].started_at)
    assert made.trends[0].pairs == 100
    assert "The newest 25 of 100 sessions" in page(*many)


def slip(number: int, **changes: object) -> Entry:
    nothing = {"before": None, "after": None, "ended": "stopped", "done_seconds": 14.999}
    return an_entry(number, **(nothing | changes))


@pytest.mark.parametrize(
    ("slips", "said"),
    [
        (1, "1 of 2 sessions, newest first. 1 session is counted above and not listed: it was"),
        (2, "1 of 3 sessions, newest first. 2 sessions are counted above and not listed: they"),
    ],
)
def test_what_was_left_at_once_with_nothing_told_is_counted_and_not_listed(
    slips: int, said: str
) -> None:
    entries = [*(slip(9 - number) for number in range(slips)), an_entry(1)]
    made = report(*entries)
    assert (made.sessions, made.brief, made.shown) == (slips + 1, slips, [an_entry(1)])
    assert made.last == entries[0].started_at
    for text in (page(*entries), markdown(*entries)):
        assert said in text
        assert ENDINGS["stopped"] not in text


@pytest.mark.parametrize(
    "told",
    [
        {"before": 9},
        {"after": 0},
        {"during": [During(at_seconds=2, rating=8)]},
        {"note": "the phone rang"},
        {"done_seconds": 15.0},
        {"ended": "completed"},
    ],
    ids=str,
)
def test_whatever_was_told_or_practised_is_listed(told: dict[str, object]) -> None:
    assert report(slip(1, **told)).brief == 0


def test_nothing_but_slips_is_a_report_that_lists_none() -> None:
    assert "0 of 1 sessions" in page(slip(1))
    many = [an_entry(number) for number in range(40, 0, -1)]
    assert "The newest 25 of 41 sessions" in page(slip(41), *many)
    assert "1 session is counted above and not listed" in page(slip(41), *many)


def test_the_page_loads_nothing_and_can_carry_nothing_out() -> None:
    text = page(*SIX, notes=True)
    outline = Outline(text)
    tags = {tag for tag, _ in outline.seen}
    assert not tags & {"script", "link", "img", "iframe", "object", "a", "form"}
    named = [name for _, attributes in outline.seen for name in attributes]
    assert not [name for name in named if name.startswith("on") or name in ("src", "href", "style")]
    assert "url(" not in text
    assert "@import" not in text
    policy = [meta for meta in outline.of("meta") if "http-equiv" in meta]
    assert policy[0]["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    addresses = set(re.findall(r"https?://[^\"' ]+", text))
    assert addresses == {"http://www.w3.org/2000/svg"}


def test_the_page_can_be_listened_to() -> None:
    outline = Outline(page(*SIX))
    assert outline.of("html") == [{"lang": "en"}]
    assert len(outline.of("h1")) == 1
    assert [text for text in outline.texts("h2") if text.strip()] == [
        "In all",
        "Exercise by exercise",
        "Session by session",
    ]
    assert {heading["scope"] for heading in outline.of("th")} == {"col", "row"}
    assert len(outline.of("caption")) == len(outline.of("table")) == 2
    (picture,) = outline.of("svg")
    assert picture["role"] == "img"
    labels = {outline.of("title")[1]["id"], outline.of("desc")[0]["id"]}
    assert set(str(picture["aria-labelledby"]).split()) == labels


def test_the_picture_has_a_dot_and_a_ring_for_each_pair_and_nothing_for_the_others() -> None:
    outline = Outline(page(*SIX))
    circles = [circle["class"] for circle in outline.of("circle")]
    assert (circles.count("before"), circles.count("after")) == (5, 5)
    higher = [float(str(circle["cy"])) for circle in outline.of("circle")][:2]
    assert higher[0] < higher[1]  # the oldest pair is 4 to 6: its ring is above its dot


def test_the_numbers_follow_the_rules_and_the_reminder_says_what_they_are_not() -> None:
    for text in (page(*SIX), markdown(*SIX)):
        for words in ("5 of 6", "neck", "1 lower (3 lower to no change)", "2, 2, 1", REMINDER):
            assert words in text
    few = page(*SIX[:2])
    assert "fewer than 5, as they are: 7 to 6, 8 to 5" in few
    assert "no session has both ratings" in page(SIX[-1])
    assert "there is no picture" in page(SIX[-1])


def test_a_skipped_rating_is_no_0_and_0_is_a_rating() -> None:
    zero = an_entry(1, before=0, after=None)
    cells = Outline(page(zero)).texts("td")
    assert cells[-5:-2] == ["4:00", "0", "-"]


@pytest.mark.parametrize("form", [page, markdown])
def test_notes_are_there_only_when_they_are_asked_for(form: Callable[..., str]) -> None:
    assert "note 3" not in form(*SIX)
    assert "note 3" in form(*SIX, notes=True)


def test_whatever_was_typed_is_shown_as_text() -> None:
    plain = Outline(page(an_entry(1, note="x"), notes=True))
    with_note = [tag for tag, _ in plain.seen]
    without = [tag for tag in with_note if tag != "div"]
    for text in NAUGHTY:
        entry = an_entry(1, note=text, script=text, skipped=[text])
        outline = Outline(page(entry, notes=True))
        assert len(outline.seen) in (len(with_note), len(without) - 2), text
        rows = [line for line in markdown(entry).splitlines() if line.startswith("|")]
        assert all(len(re.findall(r"(?<!\\)\|", row)) in (8, 9) for row in rows), text


def test_with_notes_there_are_as_many_sessions_as_two_sheets_hold_and_long_ones_are_cut() -> None:
    entries = [an_entry(40 - number, note="word " * 24) for number in range(40)]
    found = report_on(entries, entries[0].started_at)
    assert found is not None
    fits = with_room_for_notes(found)
    assert 1 < len(fits.shown) < len(found.shown) == MOST_SHOWN
    assert fits.shown == found.shown[: len(fits.shown)]
    assert replace(fits, shown=found.shown) == found
    (only,) = with_room_for_notes(replace(found, shown=[an_entry(1, note="x" * 2000)])).shown
    assert only.note == "x" * LONGEST_NOTE + MORE
    assert with_room_for_notes(replace(found, shown=[an_entry(1)])).shown == [an_entry(1)]


def test_a_line_begun_takes_a_whole_line() -> None:
    def shown(letters: int) -> int:
        entries = [an_entry(40 - number, note="x" * letters) for number in range(40)]
        found = report_on(entries, entries[0].started_at)
        assert found is not None
        return len(with_room_for_notes(found).shown)

    assert shown(201) == shown(300) < shown(200)


WHOLE = [
    an_entry(
        12,
        script="stones",
        kind="visualization",
        origin="personal",
        ended="stopped",
        skipped=["bank", "water"],
        done_seconds=75.0,
        before=6,
        after=4,
        note="in the waiting room\nit was cold",
    ),
    an_entry(11, before=0, after=0),
    an_entry(10, before=7, after=3, skipped=["bank"]),
    *SIX,
]


@pytest.mark.parametrize(("form", "name"), [(as_html, "report.html"), (as_markdown, "report.md")])
def test_the_whole_report_is_the_one_that_was_looked_at(
    form: Callable[..., Iterable[str]], name: str
) -> None:
    def named(script: str, origin: str) -> str:
        return f"{script.capitalize()} ({origin})"

    made = "".join(form(report(*WHOLE), named, notes=True))
    path = Path(__file__).with_name("looked_at") / name
    if os.environ.get("CALMCLI_UPDATE_TRANSCRIPTS"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8"), "if this is right: make looked-at"


def test_a_report_of_nothing_skipped_says_so() -> None:
    assert NONE_SKIPPED in Outline(page(an_entry(1))).texts("dd")
    assert NONE_SKIPPED not in Outline(page(*SIX)).texts("dd")
