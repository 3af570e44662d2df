"""The journal on its screen, by keyboard alone."""

from pathlib import Path
from typing import Any

import pytest

from calmcli.journal.book import PAGE
from calmcli.journal.entries import from_row
from calmcli.journal.reading import LOOKED_THROUGH, read_entries
from calmcli.paths import Places, find_places
from calmcli.tui.look import Look
from calmcli.words import leafing as said
from journals import entry, keep, several
from tui.driver import open_home

TO_JOURNAL = ["j", "enter"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def at_journal(places: Places, **more: Any) -> Any:
    return open_home(places=places, keys=TO_JOURNAL, **more)


def entries(places: Places) -> list[Any]:
    return list(read_entries(places).entries)


async def test_entries_stand_newest_first_as_they_were_lived(places: Places) -> None:
    keep(places, several())
    async with at_journal(places) as driver:
        rows = [row.strip() for row in driver.rows() if "Nov" in row]
        assert rows[0].split() == [
            *("▸", "Fri", "20", "Nov", "09:30", "Long", "out-breath", "····○··●···"),
            *("7", "→", "4"),
        ]
        assert "·····◉·····  5 → 5   note" in rows[1]
        assert "···●·○·····  3 → 5   stopped" in rows[2]
        assert rows[3].endswith("Long out-breath")


async def test_a_note_is_written_on_any_entry_and_kept(places: Places) -> None:
    keep(places, several())
    async with at_journal(places) as driver:
        await driver.press("down", "down", "e", *"at home", "enter", *"[b]bold[/b]", "escape")
        assert driver.where == "JournalScreen"
        assert entries(places)[2].note == "at home\n[b]bold[/b]"
        await driver.press("up", "down", "enter")
        assert "[b]bold[/b]" in driver.text()
        await driver.press("q", "e", *"zzz", "ctrl+x")
        assert entries(places)[2].note == "at home\n[b]bold[/b]"


async def test_the_rating_after_can_be_given_late_and_taken_back(places: Places) -> None:
    keep(places, [entry(0, after=None)])
    async with at_journal(places) as driver:
        await driver.press("a", "0", "enter")
        assert entries(places)[0].after == 0
        assert "○······●···" in driver.text()
        await driver.press("a", "s")
        assert entries(places)[0].after is None
        await driver.press("a", "q")
        assert driver.where == "JournalScreen"


async def test_what_is_deleted_comes_back_until_the_screen_is_left(places: Places) -> None:
    keep(places, several())
    async with at_journal(places) as driver:
        await driver.press("down", "d", "d")
        assert said.DELETED.format(key="u") in driver.words()
        assert len(entries(places)) == 10
        await driver.press("u")
        assert "Five" not in driver.text()
        assert "3 → 5" in driver.text()
        await driver.press("q")
        left = [each.script for each in entries(places)]
        assert len(left) == 9
        assert "pmr-7" not in left


async def test_ctrl_c_does_not_bring_back_what_was_deleted(places: Places) -> None:
    keep(places, several())
    async with at_journal(places) as driver:
        await driver.press("d", "ctrl+c")
    assert len(entries(places)) == 9


async def test_one_kind_or_the_newer_part_alone_can_be_shown(places: Places) -> None:
    keep(places, several())
    async with at_journal(places) as driver:
        await driver.press("k", "v", "enter")
        assert "A steady place" in driver.text()
        assert "Long out-breath" not in driver.text()
        assert "Shown: visualization, all of it." in driver.words()
        await driver.press("k", "home", "enter", "t", "down", "enter")
        assert len([row for row in driver.rows() if "Nov" in row]) == 4
        await driver.press("k", "g", "enter")
        assert "Nothing in the journal fits that." in driver.words()


async def test_numbers_go_on_wish_and_the_picture_stays(places: Places) -> None:
    keep(places, several())
    async with at_journal(places) as driver:
        assert "→" in driver.text()
        await driver.press("n")
        assert "→" not in driver.text()
        assert "····○··●···" in driver.text()


async def test_medians_come_from_five_pairs_on_with_the_honest_reminder(places: Places) -> None:
    keep(places, several())
    async with at_journal(places, size=(80, 40)) as driver:
        assert "This is a record, and not a test." in driver.words()
        await driver.press("m")
        assert "6 of 8 sessions have both ratings." in driver.words()
        assert "Before: median 6." in driver.words()
        assert "With fewer than 5 they are listed one by one." in driver.words()
        assert "This is a record, and not a test." in driver.words()


async def test_an_empty_journal_says_so_and_no_key_breaks_anything(places: Places) -> None:
    async with at_journal(places) as driver:
        assert "There is nothing in the journal yet." in driver.words()
        await driver.press("enter", "e", "a", "d", "u", "down", "end", "n")
        assert driver.where == "JournalScreen"
        assert not places.journal.exists()


async def test_a_broken_journal_says_so_calmly_and_is_left_as_it_is(places: Places) -> None:
    places.journal.write_bytes(b"not a journal at all" * 100)
    async with at_journal(places) as driver:
        assert "The journal cannot be read" in driver.words()
        await driver.press("e", "d", "m")
        assert "The journal cannot be read" in driver.words()
    assert places.journal.read_bytes().startswith(b"not a journal")


async def test_where_nothing_is_kept_it_says_so() -> None:
    async with open_home(keys=TO_JOURNAL) as driver:
        assert said.NOWHERE in driver.words()


async def test_of_very_many_entries_only_those_in_sight_are_read(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(places, [entry(day) for day in range(3000)])
    read = 0

    def counted(row: Any) -> Any:
        nonlocal read
        read += 1
        return from_row(row)

    monkeypatch.setattr("calmcli.journal.order.from_row", counted)
    async with open_home(places=places) as driver:
        assert read <= LOOKED_THROUGH
        read = 0
        await driver.press(*TO_JOURNAL)
        assert read == PAGE
        await driver.press("pagedown")
        assert read == PAGE
        await driver.press("end")
        assert read <= 4 * PAGE
        oldest = entry(2999).started_at
        assert f"▸ {oldest:%a %d %b %H:%M}" in driver.text()


async def test_more_than_a_page_is_counted_once_the_first_is_seen(places: Places) -> None:
    keep(places, [entry(day) for day in range(PAGE + 20)])
    async with at_journal(places) as driver:
        await driver.press("end")
        oldest = entry(PAGE + 19).started_at
        assert f"▸ {oldest:%a %d %b %H:%M}" in driver.text()


async def test_without_block_characters_it_is_plain_ascii(places: Places) -> None:
    keep(places, several())
    async with at_journal(places, look=Look(blocks=False)) as driver:
        assert driver.text().isascii()
        assert "----o--*---  7 > 4" in driver.text()


async def test_anything_can_be_found_from_here_and_gone_to(places: Places) -> None:
    keep(places, several())
    async with at_journal(places) as driver:
        await driver.press("ctrl+p", *"box br", "enter", "s")
        assert driver.session.title == "Box breathing"
        await driver.press("q", "s")
        assert driver.where == "HomeScreen"
