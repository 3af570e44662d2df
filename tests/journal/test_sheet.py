import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.errors import UsageError
from calmcli.journal.checking import checked_entry
from calmcli.journal.entries import Entry
from calmcli.journal.sheet import COLUMNS, from_csv, to_csv
from calmcli.journal.sheet_cells import from_cell, to_cell
from calmcli.text import clean
from moved_entries import entries
from naughty import NAUGHTY
from sample_entries import an_entry

FORMULA = re.compile(r'(?:^|[,;\t\n\r|"])[=+\-@\t\r＝＋－＠]')  # noqa: RUF001
signs = st.text(alphabet="=+-@\t\r\n'\",;|＝－ab ", max_size=12)  # noqa: RUF001


def again(table: str) -> list[Entry]:
    return [checked_entry(fields) for _, fields in from_csv(table)]


@given(st.text() | signs)
def test_a_text_comes_back_from_its_cell_exactly(text: str) -> None:
    assert from_cell(to_cell(text)) == text


@given(st.text() | signs)
def test_no_cell_begins_a_formula_whatever_sign_a_spreadsheet_takes_for_the_comma(
    text: str,
) -> None:
    assert not FORMULA.search(to_cell(text))
    assert to_cell(text)


@given(st.lists(entries(st.integers(0, 9)), max_size=3))
def test_every_entry_comes_back_from_the_table_exactly(kept: list[Entry]) -> None:
    assert again("".join(to_csv(kept))) == kept


def test_a_text_that_has_broken_others_comes_back_exactly() -> None:
    kept = [an_entry(1, note=text, script=text, skipped=[text], visit=text) for text in NAUGHTY]
    assert again("".join(to_csv(kept))) == kept
    assert [entry.note for entry in kept] == [clean(text, lines=True) for text in NAUGHTY]


def test_a_spreadsheet_finds_every_field_under_its_name_and_empty_where_there_is_none() -> None:
    table = "".join(to_csv([an_entry(1, before=0, after=None)]))
    assert table.startswith("\ufeff")
    assert table.count("\r\n") == 2
    (row,) = csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline=""))
    assert tuple(row) == COLUMNS
    assert (row["before"], row["after"], row["note"], row["during"]) == ("0", "", "", "")


HEAD = "id,started_at,edited_at,kind,script,origin,content_hash,ended"


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("", "does not name the columns of a journal: id, started_at, edited_at, kind"),
        ("a,b\n1,2\n", "does not name the columns"),
        (f"{HEAD},mood\n", "a column that a journal does not have: 'mood'"),
        (f"{HEAD},id\n", "a column that a journal does not have: 'id'"),
        (f"{HEAD}\n1,2\n", "line 2: it has 2 cells, and the first line has 8"),
        (f'{HEAD}\n"a"b,1\n', "line 2: ',' expected after"),
    ],
)
def test_what_is_no_table_of_ours_is_told_with_its_line(table: str, words: str) -> None:
    with pytest.raises(UsageError, match=re.escape(words)):
        list(from_csv(table))


def test_a_cell_that_is_not_what_its_column_holds_is_told() -> None:
    table = "".join(to_csv([an_entry(1)])).replace('"7"', '"seven"')
    with pytest.raises(UsageError, match="'before' has to be a whole number from 0 to 10"):
        again(table)


def test_empty_lines_between_the_others_hide_none_of_them() -> None:
    kept = [an_entry(1), an_entry(2)]
    head, first, second, _ = "".join(to_csv(kept)).split("\r\n")
    assert again(f"{head}\r\n\r\n{first}\r\n\r\n{second}\r\n") == kept
