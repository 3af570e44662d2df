import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from calmcli.content.library import Library
from calmcli.content.shipped import SHIPPED_VISITS
from calmcli.profile import Profile
from calmcli.text import clean
from calmcli.visits.card import (
    MOST_COLUMNS,
    MOST_LINES,
    WANTED,
    Card,
    card_of,
    markdown,
    text_lines,
)
from calmcli.visits.card_html import html
from calmcli.visits.clock import step_time
from calmcli.visits.papers import card_for, in_form
from calmcli.visits.practice import as_on_card
from calmcli.visits.visit import Visit
from calmcli.words import papers as on_paper
from calmcli.words import visits as said
from visits.samples import AT, FEW, a_visit, full_visit, visits

OURS = " ".join(
    [
        on_paper.CARD_FOR_THEM,
        on_paper.CARD_FOR_ME_TITLE,
        on_paper.WHAT_HELPS,
        on_paper.I_MAY_FAINT,
        on_paper.FIRST_QUESTIONS,
        on_paper.MORE_QUESTIONS,
        said.STEPS,
        on_paper.NOTHING_ON_CARD,
        on_paper.CUT,
        on_paper.EXPECT,
        on_paper.WITH,
        on_paper.SAY,
        *(f"{each}:" for each in (on_paper.WITH_ME, on_paper.STOP_SIGN, said.FROM_LAST_TIME)),
        *(f"{each}:" for each in (on_paper.MY_BREATH, on_paper.WAY_OUT)),
    ]
).split()


def entered(visit: Visit) -> str:
    """All that stands on a visit, run together, as far as it is meant for the card."""
    steps = visit.steps
    pieces = [
        visit.name,
        said.when(visit.at, all_day=visit.all_day),
        *(visit.who or "", visit.signal or "", visit.breath or "", visit.way_out or ""),
        visit.last_time or "",
        *visit.needs,
        *visit.questions,
        *(step.name for step in steps),
        *(step.exercise or "" for step in steps),
        *(step.say or "" for step in steps),
        *(step.who or "" for step in steps),
        *(step_time(visit, step) for step in steps),
        *(str(step.expected) for step in steps if step.expected is not None),
    ]
    return "".join("".join(piece.split()) for piece in pieces)


def strange_words(lines: list[str], visit: Visit) -> list[str]:
    """Words on a card that are neither ours nor the person's; long ones may have been broken."""
    known = entered(visit)
    marks = re.compile(r"^(?:\s*(?:-|[0-9]{1,2}\.)\s)|[,\"]|\.\.\.$")
    return [
        word
        for line in lines
        for word in marks.sub(" ", line).split()
        if word not in OURS and not all(part in known for part in re.split(r'[,"()]', word))
    ]


@given(visits, st.sampled_from(WANTED))
@FEW
def test_the_card_of_any_visit_fits_on_a_page(visit: Visit, half: str) -> None:
    lines = text_lines(card_of(visit, half))  # type: ignore[arg-type]
    assert len(lines) <= MOST_LINES
    assert all(cell_len(line) <= MOST_COLUMNS for line in lines)
    assert all(line == clean(line) for line in lines)


@given(visits)
@FEW
def test_nothing_is_on_a_card_that_was_not_entered(visit: Visit) -> None:
    plain = visit_without_marks(visit)
    assert strange_words(text_lines(card_of(plain)), plain) == []


@given(visits)
@FEW
def test_what_came_and_what_helped_before_are_never_on_a_card(visit: Visit) -> None:
    forgotten = tuple(replace(step, noted=(), came=None, helped=None) for step in visit.steps)
    assert card_of(visit) == card_of(replace(visit, steps=forgotten, next_time=None))


def visit_without_marks(visit: Visit) -> Visit:
    """The same visit in letters and digits alone, so that words can be compared as words."""

    def letters(text: str | None) -> str | None:
        return None if text is None else "".join(each for each in text if each.isalnum())

    steps = tuple(
        replace(step, name=letters(step.name) or "", say=letters(step.say), who=letters(step.who))
        for step in visit.steps
    )
    return replace(
        visit,
        name=letters(visit.name) or "",
        who=letters(visit.who),
        signal=letters(visit.signal),
        breath=letters(visit.breath),
        way_out=letters(visit.way_out),
        last_time=letters(visit.last_time),
        needs=tuple(letters(each) or "" for each in visit.needs),
        questions=tuple(letters(each) or "" for each in visit.questions),
        steps=steps,
    )


class Reader(HTMLParser):
    """The words of a page, and where anything would be fetched from."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.fetched: list[str | None] = []
        self._in_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_body = self._in_body or tag == "body"
        self.tags.append(tag)
        self.fetched += [value for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        if self._in_body:
            self.words += data.split()


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def words_of(card: Card) -> list[str]:
    """Everything on a card, in order."""
    told = [card.title]
    for half in card.halves:
        told.append(half.title)
        told += [] if half.blocks else [on_paper.NOTHING_ON_CARD]
        for block in half.blocks:
            told += [block.heading, *block.items]
    return " ".join(told).split()


@given(visits)
@FEW
def test_the_page_says_what_the_card_says_and_fetches_nothing(visit: Visit) -> None:
    card = card_of(visit)
    reader = read(html(card))
    assert reader.words == words_of(card)
    assert reader.fetched == []
    assert "script" not in reader.tags


def test_marks_of_a_page_in_someones_words_stay_words() -> None:
    visit = a_visit(needs=("<script>alert(1)</script> & <b>bold</b>",), who="*A* [b](c) # d")
    card = card_of(visit)
    assert "<script>alert" not in html(card)
    assert "\\*A\\* \\[b\\](c) \\# d" in markdown(card)
    assert "\\<script\\>" in markdown(card)


def test_a_card_with_nothing_entered_says_so_and_no_more() -> None:
    visit = a_visit(steps=())
    assert text_lines(card_of(visit)) == [
        "A visit",
        "",
        on_paper.CARD_FOR_THEM,
        on_paper.NOTHING_ON_CARD,
        "",
        on_paper.CUT,
        "",
        on_paper.CARD_FOR_ME_TITLE,
        on_paper.NOTHING_ON_CARD,
    ]


def test_what_a_template_offers_is_not_on_the_card_unless_it_was_ticked() -> None:
    text = "\n".join(text_lines(card_of(a_visit("blood-test", at=AT))))
    assert "faint" not in text
    assert "Needles are hard" not in text
    assert "raised hand" not in text
    assert "14:26 The needle (pursed)" in text


def on_card(visit: Visit, profile: Profile) -> list[str]:
    card = card_of(as_on_card(visit, profile, Library(Path("nobody"))), "me")
    return [item for block in card.halves[0].blocks for item in block.items]


def test_on_ones_own_half_an_exercise_goes_by_its_title() -> None:
    items = on_card(a_visit("blood-test", at=AT), Profile())
    assert "14:40 Leaving (Five, four, three, two, one)" in items
    assert "14:26 The needle (Pursed lips)" in items


def test_a_script_that_is_not_there_keeps_the_name_that_was_typed() -> None:
    visit = a_visit("blood-test")
    gone = replace(visit, steps=tuple(replace(step, exercise="gone") for step in visit.steps))
    assert on_card(gone, Profile())[0] == "Book (gone)"


def test_tension_is_on_the_card_of_who_ticked_there_that_they_may_faint() -> None:
    tension = "14:26 The needle (Legs, during a blood draw)"
    assert tension in on_card(a_visit("blood-test", at=AT, faints=True), Profile())
    assert tension not in on_card(a_visit("blood-test", at=AT), Profile(fainting=True))
    assert tension not in on_card(a_visit("blood-test", at=AT, faints=True), Profile(heart=True))


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_the_card_fits_when_all_that_a_template_offers_is_ticked(template_id: str) -> None:
    card = card_of(full_visit(template_id))
    assert len(text_lines(card)) <= MOST_LINES
    first = next(
        block for block in card.halves[0].blocks if block.heading == on_paper.FIRST_QUESTIONS
    )
    assert len(first.items) == 3


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_the_printed_card_has_room_for_all_that_a_template_offers(template_id: str) -> None:
    assert card_for(full_visit(template_id), "html").left_out == 0


def test_what_does_not_fit_is_counted_and_the_rest_is_kept() -> None:
    visit = a_visit(needs=tuple(f"{number} " + "word " * 30 for number in range(40)))
    card = card_of(visit)
    assert card.left_out > 0
    assert len(text_lines(card)) <= MOST_LINES
    assert card.halves[1] == card_of(a_visit()).halves[1]


def test_each_half_can_be_had_alone() -> None:
    visit = full_visit("dentist")
    assert [half.title for half in card_of(visit, "them").halves] == [on_paper.CARD_FOR_THEM]
    assert [half.title for half in card_of(visit, "me").halves] == [on_paper.CARD_FOR_ME_TITLE]


def test_the_page_tells_its_language_and_what_its_code_holds_to_whoever_cannot_see_it() -> None:
    page = in_form(card_of(full_visit("dentist")), "html", 'Please say "now" & wait.')
    assert '<html lang="en">' in page
    assert 'aria-label="A QR code that holds: Please say &quot;now&quot; &amp; wait."' in page
    levels = [int(level) for level in re.findall("<h([1-6])>", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


@pytest.mark.skipif(
    not all(map(shutil.which, ("chromium", "pdfinfo"))), reason="nothing prints on this machine"
)
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_fullest_card_prints_on_one_page(tmp_path: Path, paper: str) -> None:
    visit = replace(
        full_visit("day-surgery"), needs=tuple("and one more need " * 6 for _ in "1" * 40)
    )
    card = card_for(visit, "html")
    assert card.left_out > 0
    page = in_form(card, "html", "Please let me lie down. " * 15)
    assert "size: auto" in page
    source, printed = tmp_path / "card.html", tmp_path / "card.pdf"
    source.write_text(page.replace("size: auto", f"size: {paper}"), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--user-data-dir={tmp_path}", f"--print-to-pdf={printed}", source.as_uri()]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    told = subprocess.run(["pdfinfo", str(printed)], capture_output=True, check=True, text=True)  # noqa: S607
    assert re.search(r"Pages: +1\n", told.stdout)
    assert f"({paper.lower()})" in told.stdout.lower()
