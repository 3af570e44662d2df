"""Whom to turn to: every country there is, said in plain words, and nothing claimed unchecked."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from calmcli import support
from calmcli.errors import CalmError
from calmcli.support import NOT_LISTED, countries, find_support, support_lines
from calmcli.support.facts import Check, Directory, Line, Reach, Support
from calmcli.support.reader import LARGEST, read_support
from calmcli.support.telling import BY_KEY, SOMEONE, WIDEST
from calmcli.text import clean

TODAY = date(2026, 3, 1)
UNCHECKED = Check(None, None)

# country: numbers for an emergency; then every other number and word to be sent
TABLE = {
    "US": (["911"], ["988", "988", "988lifeline.org", "HOME to 741741"]),
    "CA": (["911"], ["9-8-8", "9-8-8", "1-866-277-3553"]),
    "GB": (["999"], ["116 123", "SHOUT to 85258", "111"]),
    "IE": (["112", "999"], ["116 123", "HELLO to 50808"]),
    "AU": (["000"], ["13 11 14", "1300 22 4636"]),
    "NZ": (["111"], ["1737", "1737", "0800 543 354"]),
    "IN": (["112"], ["14416", "1-800-891-4416"]),
    "DE": (["112"], ["0800 111 0 111", "0800 111 0 222", "116 123"]),
    "AT": (["112", "144"], ["142"]),
    "CH": (["112", "144"], ["143"]),
    "FR": (["112", "15"], ["3114", "09 72 39 40 50"]),
    "ES": (["112"], ["024", "717 003 717"]),
    "PT": (["112"], ["808 24 24 24"]),
    "IT": (["112"], ["02 2327 2327"]),
    "NL": (["112"], ["113", "0800-0113"]),
    "BE": (["112"], ["1813", "107", "106"]),
    "SE": (["112"], ["90101"]),
    "NO": (["113"], ["116 123"]),
    "DK": (["112"], ["70 201 201"]),
    "FI": (["112"], ["09 2525 0111"]),
    "PL": (["112"], ["116 123", "800 70 2222"]),
    "CZ": (["112"], ["116 123"]),
    "RO": (["112"], ["0800 801 200"]),
    "HU": (["112"], ["116 123"]),
    "GR": (["112"], ["1018"]),
    "UA": (["112"], ["7333"]),
    "IL": (["101"], ["1201"]),
    "ZA": (["112", "10177"], ["0800 567 567", "0861 322 322"]),
    "KE": (["999", "112"], ["0722 178 177"]),
    "SG": (["995"], ["1767"]),
    "MY": (["999"], ["15999", "03-7627 2929"]),
    "PH": (["911"], ["1553"]),
    "HK": (["999"], ["18111", "2389 2222"]),
    "JP": (["119"], ["0120-279-338", "0120-061-338"]),
    "KR": (["119"], ["109"]),
    "TW": (["119"], ["1925"]),
    "PK": (["1122", "115"], ["0311-7786264"]),
    "BR": (["192"], ["188"]),
    "AR": (["911", "107"], ["135", "0800 345 1435"]),
    "MX": (["911"], ["800 911 2000", "55 5259 8121"]),
}
EVERYWHERE: tuple[str | None, ...] = (*TABLE, None)
NEVER_SAID = (
    "relax",
    "calm down",
    "just",
    "simply",
    "don't worry",
    "deep breath",
    "good",
    "nice",
    "safe",
    "victim",
    "you will",
    "close your eyes",
    "for me",
    "warning",
    "invalid",
)


def page(country: str | None, today: date = TODAY) -> list[str]:
    return support_lines(find_support(country), today)


def somewhere(check: Check) -> Support:
    line = Line("Someone", (Reach("call", "1234", None),), None, None, None, check)
    return Support("XX", "Somewhere", ("112",), UNCHECKED, (line,), (), ())


def test_the_countries_of_the_table_and_no_others_are_listed() -> None:
    assert countries() == sorted(TABLE)


@pytest.mark.parametrize("country", TABLE)
def test_a_country_has_its_numbers_in_their_order(country: str) -> None:
    emergency, numbers = TABLE[country]
    found = find_support(country)
    ways = [way for line in found.lines for way in line.reach]
    assert found.country == country
    assert found.name
    assert list(found.emergency) == emergency
    assert [f"{way.words} to {way.to}" if way.words else way.to for way in ways] == numbers


@pytest.mark.parametrize("country", TABLE)
def test_every_number_is_on_the_page_of_its_country(country: str) -> None:
    emergency, numbers = TABLE[country]
    first, *rest = page(country)
    assert (
        first
        == f"In a medical emergency: call {' or '.join(emergency)}, or tell the staff near you."
    )
    for number in numbers:
        assert number in "\n".join(rest)


@pytest.mark.parametrize("country", EVERYWHERE)
def test_a_medical_emergency_stands_first_and_apart_and_without_exercise(
    country: str | None,
) -> None:
    text = "\n".join(page(country))
    apart, *_ = text.split("\n\n")
    said = " ".join(apart.split())
    assert said.startswith("In a medical emergency: call ")
    for sign in ("new chest pain", "fainting with an injury", "trouble breathing", "one side"):
        assert sign in said
    assert "No exercise is for that." in said


@pytest.mark.parametrize("country", EVERYWHERE)
def test_that_nothing_was_checked_is_said_once_for_all(country: str | None) -> None:
    text = "\n".join(page(country))
    assert text.count("has been checked against its official page") == 1
    assert "Not yet checked" not in text


def test_where_something_was_checked_whatever_was_not_says_so() -> None:
    found = find_support("GB")
    text = "\n".join(support_lines(found._replace(emergency_check=Check(None, TODAY)), TODAY))
    assert text.count("None of these has been checked") == len((found.lines, found.directories))
    (first, *rest) = found.lines
    one_checked = (first._replace(check=Check(None, TODAY)), *rest)
    text = "\n".join(support_lines(found._replace(lines=one_checked), TODAY))
    assert text.count("Not yet checked") == len(rest)
    assert "number above: not yet checked" in text


def test_lines_that_differ_in_how_far_they_were_checked_each_say_so() -> None:
    (line,) = somewhere(Check(None, None)).lines
    stale = line._replace(name="Another", check=Check(None, date(2020, 2, 1)))
    for lines, said in (
        ((line, stale), ["    Not yet checked", "    Last checked on 2020-02-01"]),
        ((stale, stale), ["  All of these: last checked on 2020-02-01, more than 180 days ago."]),
    ):
        page = support_lines(somewhere(Check(None, TODAY))._replace(lines=lines), TODAY)
        checks = [each for each in page if "checked" in each and not each.startswith("The")]
        assert len(checks) == len(said)
        assert all(one.startswith(each) for one, each in zip(checks, said, strict=True))


def _checks(of: tuple[Line, ...] | tuple[Directory, ...]) -> tuple[Check, ...]:
    return tuple(each.check for each in of)


def test_hours_are_named_only_where_they_are_known() -> None:
    known = {
        country
        for country in TABLE
        for line in find_support(country).lines
        if line.hours is not None
    }
    assert known == {"US", "CA"}


@pytest.mark.parametrize("country", EVERYWHERE)
def test_a_page_fits_80_columns_and_crosses_the_border_of_words_unchanged(
    country: str | None,
) -> None:
    for line in page(country):
        assert len(line) <= WIDEST
        assert clean(line) == line


@pytest.mark.parametrize("country", EVERYWHERE)
def test_only_names_are_written_in_more_than_ascii(country: str | None) -> None:
    text = "\n".join(page(country))
    for line in find_support(country).lines:
        text = text.replace(line.name, "")
    assert text.isascii()


@pytest.mark.parametrize("country", EVERYWHERE)
def test_no_page_says_what_calmcli_never_says(country: str | None) -> None:
    text = f" {' '.join(page(country)).lower()} "
    assert [words for words in NEVER_SAID if f" {words}" in text] == []


@pytest.mark.parametrize("typed", ["nz", " NZ ", "Nz"])
def test_a_country_is_found_however_it_is_typed(typed: str) -> None:
    assert find_support(typed) == find_support("NZ")


@pytest.mark.parametrize("typed", ["UK", "uk"])
def test_the_united_kingdom_has_two_names(typed: str) -> None:
    assert find_support(typed) == find_support("GB")


@pytest.mark.parametrize(
    "typed",
    [None, "", "XX", "U", "USA", "everywhere", "../US", "u\0s", "US.json", "*", "\x1b"],
)
def test_a_country_that_is_not_listed_gets_what_holds_in_many(typed: str | None) -> None:
    found = find_support(typed)
    assert found.country is None
    assert found.emergency == ("112",)
    assert found.lines == ()
    text = "\n".join(support_lines(found, TODAY))
    assert text.startswith("In a medical emergency: call 112, or tell the staff near you.\n")
    assert "112 works from GSM mobile phones in many countries" in text
    assert "findahelpline.com" in text
    assert "befrienders.org" in text
    assert "calmcli support --country CC" in text
    codes = text.split()
    first = codes.index(min(TABLE))
    assert codes[first : first + len(TABLE)] == sorted(TABLE)


@pytest.mark.parametrize(("typed", "is_said"), [("zm", True), ("XX", True), (None, False)])
def test_that_a_country_has_no_lines_here_is_said(typed: str | None, is_said: bool) -> None:
    said = NOT_LISTED.format(code=(typed or "").upper())
    assert (said in page(typed)) == is_said


def test_the_page_of_no_country_says_how_to_choose_one_for_good() -> None:
    assert any("calmcli settings set support.country NZ" in line for line in page(None))
    assert not any("settings set" in line for line in page("NZ"))


@pytest.mark.parametrize("key", ["", "c"])
def test_the_page_of_no_country_names_a_person_and_how_lines_come_there(key: str) -> None:
    lines = support_lines(find_support(None), TODAY, key=key)
    assert SOMEONE in lines
    assert lines.index(SOMEONE) < lines.index("  findahelpline.com")
    assert (BY_KEY.format(key=key) in lines) == bool(key)
    assert any("calmcli" in line for line in lines) != bool(key)
    assert SOMEONE not in page("NZ")


def test_where_someone_lives_is_never_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "en_US.UTF-8")
    assert find_support(None).country is None


@pytest.mark.parametrize("country", TABLE)
def test_the_directories_follow_the_people_of_a_country(country: str) -> None:
    text = "\n".join(page(country))
    last_line = find_support(country).lines[-1].name
    assert text.index(last_line) < text.index("findahelpline.com") < text.index("befrienders.org")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, []),
        (180, []),
        (181, ["    Last checked on 2025-09-01, more than 180 days ago."]),
        (-1, []),
    ],
)
def test_a_check_counts_for_180_days(days: int, said: list[str]) -> None:
    checked = date(2025, 9, 1)
    lines = support_lines(somewhere(Check(None, checked)), checked + timedelta(days=days))
    heading = lines.index("A person to talk to (Somewhere):")
    assert lines[heading + 1 : lines.index("", heading)] == ["  Someone: call 1234.", *said]


def test_a_page_checked_of_late_does_not_speak_of_checks() -> None:
    check = Check("https://example.org", TODAY)
    found = somewhere(check)._replace(
        emergency_check=check, directories=(Directory("example.org", check),)
    )
    for each in (found, found._replace(country=None)):
        text = "\n".join(support_lines(each, TODAY))
        assert "example.org" in text
        assert "heck" not in text


def test_all_there_is_to_say_of_a_line_is_said_in_one_order() -> None:
    text = "\n".join(page("US"))
    assert (
        "  988 Suicide & Crisis Lifeline:\n"
        "    call 988, or text 988, or chat at 988lifeline.org.\n"
        "    Open at all hours.\n"
        "    Veterans press 1. For Spanish, press 2.\n"
        "  Crisis Text Line: text HOME to 741741.\n"
    ) in text


def test_a_verb_is_not_said_twice_in_a_row() -> None:
    assert "  TelefonSeelsorge: call 0800 111 0 111, or 0800 111 0 222, or 116 123." in page("DE")


GOOD = """\
{
  "country": "XX",
  "name": "Somewhere",
  "emergency": {"numbers": ["000"], "status": "unverified", "verified_on": null},
  "lines": [
    {
      "name": "Someone",
      "reach": [{"by": "call", "to": "024"}],
      "status": "verified",
      "verified_on": "2026-01-31"
    }
  ]
}
"""


def written(folder: Path, text: str) -> str:
    path = folder / "XX.json"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_numbers_and_names_stay_as_they_are_written(tmp_path: Path) -> None:
    found = read_support(written(tmp_path, GOOD.replace("Someone", "no")))
    assert found.emergency == ("000",)
    assert found.lines[0].name == "no"
    assert found.lines[0].reach[0].to == "024"
    assert found.lines[0].check.verified_on == date(2026, 1, 31)


def test_words_from_a_file_cross_the_border(tmp_path: Path) -> None:
    found = read_support(written(tmp_path, GOOD.replace("Someone", "Some\\u001b[2Jone")))
    assert found.lines[0].name == "Someone"


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (GOOD, ""),
        (GOOD, "null"),
        (GOOD, '"words"'),
        (GOOD, "[" * 50_000),
        (GOOD, "x" * (LARGEST + 1)),
        (GOOD, GOOD + GOOD),
        ('"name": "Somewhere"', '"nmae": "Somewhere"'),
        ('"name": "Somewhere"', '"country": "YY"'),
        ('"name": "Somewhere"', '"name": ["Somewhere"]'),
        ('"name": "Somewhere"', '"name": {"Somewhere": ""}'),
        ('"name": "Somewhere"', '"name": "Somewhere'),
        ('"name": "Somewhere"', '"name": true'),
        ('"name": "Somewhere"', '"name": NaN'),
        ('"name": "Someone"', '"name": ""'),
        ('"name": "Someone"', '"name": null'),
        ('"by": "call"', '"by": "fax"'),
        ('"to": "024"', '"to": 24'),
        ('"to": "024"', '"to": null'),
        ('"numbers": ["000"]', '"numbers": []'),
        ('"numbers": ["000"]', '"numbers": "000"'),
        ('"numbers": ["000"]', '"numbers": [112]'),
        ('"numbers": ["000"]', '"numbers": [""]'),
        ('"status": "verified"', '"status": "unverified"'),
        ('"status": "unverified"', '"status": "verified"'),
        ('"status": "verified"', '"status": "perhaps"'),
        ("2026-01-31", "2026-02-31"),
        ("2026-01-31", "yesterday"),
    ],
)
def test_a_file_that_cannot_be_meant_so_still_names_112(
    there: str, instead: str, tmp_path: Path
) -> None:
    assert there in GOOD
    with pytest.raises(CalmError, match=r"XX\.json could not be read: .*112"):
        read_support(written(tmp_path, GOOD.replace(there, instead, 1)))


def test_a_file_in_another_encoding_or_none_at_all_still_names_112(tmp_path: Path) -> None:
    path = tmp_path / "XX.json"
    with pytest.raises(CalmError, match="112"):
        read_support(str(path))
    path.write_bytes(GOOD.replace("Someone", "Qu\xe9bec").encode("latin-1"))
    with pytest.raises(CalmError, match="112"):
        read_support(str(path))


def test_a_country_takes_only_its_own_page_off_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(path: str) -> Support:
        read.append(Path(path).name)
        return read_support(path)

    monkeypatch.setattr(support, "read_support", reading)
    find_support("SE")
    assert read == ["everywhere.json", "SE.json"]


def test_the_page_does_not_wait_for_imports_it_can_do_without() -> None:
    code = (
        "import sys; had = set(sys.modules); import calmcli.support; print(*set(sys.modules) - had)"
    )
    came = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"dataclasses", "inspect", "pathlib", "msgspec", "textual", "rich", "sqlite3", "yaml"}
    assert "calmcli.support" in came.stdout.split()
    assert heavy & set(came.stdout.split()) == set()
