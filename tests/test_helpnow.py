"""Help now: one's own people first, one's own file instead, and always a page."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content.own_support import read_own_support
from calmcli.helpnow import PEOPLE_UNREADABLE, Where, help_now
from calmcli.paths import Places, find_places, private_folder
from calmcli.people import add_person, change_person, read_people, remove_person
from calmcli.store.glance import Glance, glance
from calmcli.store.keeper import Kept
from calmcli.store.pending import put_pending
from calmcli.store.records import to_row
from calmcli.store.tables import RECORDS
from calmcli.support import countries, find_support, support_lines
from calmcli.support.country import UNREADABLE
from calmcli.support.data import support_data
from calmcli.support.facts import Person, person_of

TODAY = date(2026, 3, 1)
AROHA = Person("Aroha", "027 123 4567", "the one with the dog")
SAM = Person("Sam", "next door", "")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path / "home")})


def where(places: Places) -> Where:
    folder = str(places.journal.parent)
    return Where.under(folder, folder)


def page(places: Places, country: str | None = None, today: date = TODAY) -> str:
    return "\n".join(support_lines(help_now(where(places), country), today))


def write(path: Path, text: str | bytes) -> None:
    private_folder(path.parent)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_people_of_ones_own_stand_first_then_the_emergency(places: Places) -> None:
    assert add_person(places, AROHA) is Kept.JOURNAL
    add_person(places, SAM)
    assert page(places, "NZ").startswith(
        "Your people:\n"
        "  Aroha: 027 123 4567\n"
        "    the one with the dog\n"
        "  Sam: next door\n"
        "\n"
        "In a medical emergency: call 111,"
    )


def test_people_can_be_changed_in_their_place_and_taken_away(places: Places) -> None:
    add_person(places, AROHA)
    add_person(places, SAM)
    record, _ = read_people(places).records[0]
    change_person(places, record, AROHA._replace(reach="email"))
    assert help_now(where(places)).people == (AROHA._replace(reach="email"), SAM)
    remove_person(places, record)
    assert help_now(where(places)).people == (SAM,)
    assert b"with the dog" not in places.journal.read_bytes()


def test_people_that_wait_beside_a_broken_journal_are_there_too(places: Places) -> None:
    write(places.journal, b"no journal at all" * 100)
    assert add_person(places, AROHA) is Kept.PENDING
    found = help_now(where(places), "NZ")
    assert found.people == (AROHA,)
    assert found.notes == (PEOPLE_UNREADABLE,)


def test_a_person_taken_away_while_the_journal_cannot_be_written_is_gone(places: Places) -> None:
    add_person(places, AROHA)
    record, _ = read_people(places).records[0]
    put_pending(
        places.pending, "deleted", {"id": record.id, "edited_at": "2999-01-01T00:00:00+00:00"}
    )
    assert help_now(where(places)).people == ()


@pytest.mark.parametrize("broken", [b"", b"garbage" * 999, b"SQLite format 3\0" + bytes(4096)])
@pytest.mark.parametrize("country", [*countries(), "XX", None])
def test_a_broken_journal_costs_the_people_and_says_so_and_nothing_else(
    broken: bytes, country: str | None, places: Places
) -> None:
    write(places.journal, broken)
    found = find_support(country)
    noted = found._replace(notes=(*found.notes, PEOPLE_UNREADABLE))
    assert page(places, country) == "\n".join(support_lines(noted, TODAY))


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders have no modes there")
def test_nothing_is_written_where_nothing_may_be(places: Places) -> None:
    add_person(places, AROHA)
    folder = places.journal.parent
    before = sorted(path.name for path in folder.iterdir())
    folder.chmod(0o500)
    try:
        assert help_now(where(places)).people == (AROHA,)
        assert sorted(path.name for path in folder.iterdir()) == before
    finally:
        folder.chmod(0o700)


def test_without_anything_of_ones_own_the_page_is_that_of_everyone(places: Places) -> None:
    for country in (*countries(), "XX", None):
        assert help_now(where(places), country) == find_support(country)
        assert help_now(None, country) == find_support(country)
    assert not places.journal.parent.exists()


def test_the_country_that_was_set_counts_unless_another_is_asked_for(places: Places) -> None:
    write(places.settings, '[support]\ncountry = "nz"\n')
    assert help_now(where(places)).country == "NZ"
    assert help_now(where(places), "SE").country == "SE"
    assert help_now(where(places), "XX").country is None


def test_a_country_is_taken_from_a_file_with_a_mark_of_its_order_and_other_ends_of_lines(
    places: Places,
) -> None:
    write(places.settings, b'\xef\xbb\xbf[support]\r\ncountry = "NZ"\r\n')
    assert help_now(where(places)).country == "NZ"


@pytest.mark.parametrize(
    ("written", "notes"),
    [
        ("[support]\ncountry = 7\n", ()),
        ('[support]\ncountry = "New Zealand"\n', ()),
        ("support = 3\n", ()),
        ("[support\n", (UNREADABLE,)),
        (b"\xff\xfe", (UNREADABLE,)),
        ("a." * 30_000 + "a = 1\n", (UNREADABLE,)),
        ("#" * 70_000, (UNREADABLE,)),
    ],
)
def test_settings_that_name_no_country_leave_the_page_of_none(
    written: str | bytes, notes: tuple[str, ...], places: Places
) -> None:
    write(places.settings, written)
    assert help_now(where(places)) == find_support(None)._replace(notes=notes)


def test_settings_that_cannot_be_opened_do_not_keep_anyone_from_the_page(places: Places) -> None:
    places.settings.mkdir(parents=True)
    places.support.mkdir()
    found = help_now(where(places), "NZ")
    assert found.emergency == ("111",)
    assert found.notes == (
        "Your own support.yaml could not be used: support.yaml:1:1: this is a folder, not a file",
    )


OWN = """\
country: NZ
emergency:
  numbers: ["111", "112"]
lines:
  - name: The nurse
    reach:
      - by: call
        to: 09 555 12
"""


def test_ones_own_file_stands_in_the_place_of_what_came_with_calmcli(places: Places) -> None:
    write(places.support, OWN)
    text = page(places)
    assert "call 111 or 112, or tell" in text
    assert (
        "A person to talk to (from your own support.yaml):\n  The nurse: call 09 555 12.\n" in text
    )
    assert "Lifeline" not in text
    assert text.count("has been checked") == 1  # the two directories, in one line
    assert page(places, "SE") == "\n".join(support_lines(find_support("SE"), TODAY))


def test_a_file_without_a_country_is_for_every_one(places: Places) -> None:
    write(places.support, OWN.replace("country: NZ\n", ""))
    for country in ("SE", "XX", None):
        assert "The nurse" in page(places, country)
        assert "GSM" not in page(places, country)


def test_a_country_that_is_not_listed_can_be_written_down(places: Places) -> None:
    write(places.support, OWN.replace("NZ", "is"))
    assert help_now(where(places)).country == "IS"
    assert "The nurse" in page(places, "IS")
    assert "The nurse" not in page(places, "NZ")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("", ""),
        ("    status: unverified\n", "Not yet checked against its official page."),
        ("    status: verified\n    verified_on: 2026-02-01\n", ""),
        ("    verified_on: 2020-02-01\n", "Last checked on 2020-02-01, more than 180 days ago."),
    ],
)
def test_ones_own_line_says_that_it_is_unchecked_or_stale_where_that_is_written(
    more: str, said: str, places: Places
) -> None:
    write(places.support, OWN + more)
    after = page(places).partition("The nurse: call 09 555 12.\n")[2].splitlines()[0]
    assert after.strip() == said


@pytest.mark.parametrize(
    ("there", "instead", "problem"),
    [
        ("by: call", "by: fax", "7:13: unknown word 'fax' for 'by'"),
        ("name:", "nmae:", "5:5: unknown key 'nmae'"),
        ("12\n", "12\nlanguages: [a]\n", "9:1: unknown key 'languages'"),
        ('["111", "112"]', "[]", "3:12: 'numbers' has no items"),
        ("country: NZ", "country: New Zealand", "1:10: 'country' cannot be 'New Zealand'"),
        ("country: NZ", "country: [", "1:"),
        ("emergency:", "&a emergency:", "2:1: '&' gives a name"),
        (OWN, "words\n", "1:1: a file of support lines is made of lines such as 'country: NZ'"),
        (OWN, "", "1:1: there is nothing in this file"),
        (OWN, f"{OWN}---\n{OWN}", "a second file of support lines begins here"),
        ("12\n", "12\n    status: verified\n", "9:13: 'verified' needs the day"),
        (
            "12\n",
            "12\n    status: unverified\n    verified_on: 2026-01-31\n",
            "9:13: 'unverified' has no day",
        ),
        ("12\n", "12\n    verified_on: 2026-02-31\n", "9:18: there is no day 2026-02-31"),
    ],
)
def test_what_is_wrong_in_ones_own_file_is_said_with_its_place_and_the_page_is_there(
    there: str, instead: str, problem: str, places: Places
) -> None:
    assert there in OWN
    write(places.support, OWN.replace(there, instead, 1))
    found = help_now(where(places), "NZ")
    assert problem in found.notes[0]
    assert found.notes[0].startswith("Your own support.yaml could not be used: support.yaml:")
    assert found._replace(notes=()) == find_support("NZ")


def test_what_can_be_done_about_it_is_told_to_whoever_mends_the_file(places: Places) -> None:
    write(places.support, OWN.replace("12\n", "12\n    status: verified\n", 1))
    _, (problem,) = read_own_support(places.support)
    assert problem.hint == "add 'verified_on:'"


def test_words_of_ones_own_cannot_act_on_the_screen(places: Places) -> None:
    add_person(places, Person("A\x1b[2Jroha [/b]", "\x1b]0;x\x07tel", "line\nbreak"))
    write(places.support, OWN.replace("The nurse", '"The \\e[2Jnurse"'))
    text = page(places)
    assert "\x1b" not in text
    assert "Aroha [/b]: tel\n    line break" in text


@given(st.dictionaries(st.sampled_from(["name", "reach", "note", "else"]), st.text() | st.none()))
def test_whatever_a_record_holds_a_person_fits_lines(content: dict[str, str | None]) -> None:
    person = person_of(content)
    if person is not None:
        assert person.name
        assert all("\n" not in words and "\x1b" not in words for words in person)


def test_a_glance_sees_what_a_closer_look_sees(places: Places) -> None:
    folder = where(places)
    assert glance(folder.journal, folder.pending, "person") == Glance([], is_all=True)
    for person in (AROHA, SAM):
        add_person(places, person)
        records = [record for record, _ in read_people(places).records]
        assert glance(folder.journal, folder.pending, "person") == Glance(
            [record.content for record in records], is_all=True
        )
    put_pending(places.pending, RECORDS, to_row(records[0]))
    assert glance(folder.journal, folder.pending, "person") is None
    assert help_now(folder).people == (AROHA, SAM)


def test_a_journal_from_before_there_were_people_has_none(places: Places) -> None:
    old = Path(__file__).parent / "store" / "journals" / "version-1.db"
    write(places.journal, old.read_bytes())
    folder = where(places)
    assert glance(folder.journal, folder.pending, "person") == Glance([], is_all=True)


def test_programs_get_the_whole_page(places: Places) -> None:
    add_person(places, AROHA)
    data = support_data(help_now(where(places), "US"), TODAY)
    assert data["people"] == [AROHA._asdict()]
    assert data["emergency"] == {
        "numbers": ("911",),
        "status": "unverified",
        "verified_on": None,
        "source": None,
    }


def test_the_page_does_not_wait_for_imports_it_can_do_without(places: Places) -> None:
    add_person(places, AROHA)
    write(places.settings, '[support]\ncountry = "nz"\n')
    code = (
        "import sys; from calmcli.helpnow import Where, help_now;"
        " print(help_now(Where.under(sys.argv[1], sys.argv[1])).country, *sys.modules)"
    )
    argv = [sys.executable, "-c", code, str(places.journal.parent)]
    country, *came = subprocess.run(argv, capture_output=True, text=True, check=True).stdout.split()
    assert country == "NZ"
    heavy = {"dataclasses", "inspect", "msgspec", "textual", "rich", "calmcli.store.records"}
    assert heavy & set(came) == set()
