import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.settings import Ask, Look, Practice, Settings, Skip, read_settings
from calmcli.settings.checking import MOST_PROBLEMS, check
from calmcli.settings.contents import NOT_TOML, NOT_UTF8, NOTHING_READ, contents_of
from calmcli.settings.file import MOST_BYTES, NOT_OPENED, NOT_ORDINARY, NOT_READ, TOO_LONG
from calmcli.text import clean

EVERYTHING = """\
plain = true
journal = false
relaxation.script = "pmr-4"
ask = { before = false, after = false }

[breathing]
script = "box"
minutes = 7.5

[skip]
always = ["neck", "left knee"]

[look]
theme = "light"
"""


def read(text: str | bytes) -> tuple[Settings, list[str]]:
    """What a file of this text sets, and its problems."""
    data = text if isinstance(text, bytes) else text.encode()
    settings, problems = check(contents_of(data), "settings.toml")
    return settings, list(problems)


def test_without_a_file_everything_is_as_it_comes(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml") == (Settings(), ())
    assert read_settings(Path("/dev/null/nowhere/settings.toml")) == (Settings(), ())


def test_everything_that_can_be_set_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(EVERYTHING, encoding="utf-8")
    assert read_settings(path).problems == ()
    assert read_settings(path).settings == Settings(
        plain=True,
        journal=False,
        breathing=Practice(script="box", minutes=7.5),
        relaxation=Practice(script="pmr-4"),
        ask=Ask(before=False, after=False),
        skip=Skip(always=("neck", "left knee")),
        look=Look(theme="light"),
    )


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8")))
def test_any_bytes_at_all_give_settings_and_lines_with_their_place(data: bytes) -> None:
    settings, problems = read(data)
    assert isinstance(settings, Settings)
    assert all(line.startswith("settings.toml:") and line == clean(line) for line in problems)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("plain = 3", 1, "'plain' needs true or false, not '3'; the default is used"),
        ("\n\nplain = 'yes'", 3, "'plain' needs true or false, not 'yes'"),
        ("[plain]\n", 1, "'plain' needs true or false, not a table"),
        (
            "[breathing] # mine\n\nminutes = 'abc'",
            3,
            "'minutes' needs a number from 0.5 to 60, not 'abc'; the default is used",
        ),
        ("[breathing]\nminutes = 60.5", 2, "'minutes' needs a number from 0.5 to 60, not '60.5'"),
        ("breathing.minutes = 0.4", 1, "not '0.4'"),
        ("# first\nbreathing . 'minutes' = nan", 2, "not 'nan'"),
        ("breathing.minutes = -inf", 1, "not '-inf'"),
        ("breathing.minutes = true", 1, "not true"),
        ("breathing.minutes = 1979-05-27 07:32:00", 1, "not '1979-05-27 07:32:00'"),
        (f"breathing.minutes = 0x{'f' * 5000}", 1, "not a number that large"),
        ("plain = true\nask = { after = 1, before = true }", 2, "'after' needs true or false"),
        (
            "look.theme = 'drak'",
            1,
            "needs dark, night, light, contrast, or ",
        ),
        ("[grounding]\nscript = 'No Such'", 2, "'script' needs the id of a script"),
        ("skip.always = 3", 1, "'always' needs a list, not '3'; the default is used"),
        ("\nbreathing = 5", 2, "'breathing' needs keys of its own, such as breathing.script"),
        ("plain = true\n[[breathing]]\n[[breathing]]\n", 2, "not a list; it is left out"),
        ("plian = true", 1, "unknown key 'plian', which is left out; did you mean 'plain'?"),
        ("x = 1", 1, "there are: ask, breathing, grounding, home, journal, look, plain"),
        (
            "\n[breathng]\nminutes = 5",
            2,
            "'breathng', which is left out; did you mean 'breathing'?",
        ),
        ("[breathing]\nminuts = 5", 2, "did you mean 'breathing.minutes'?"),
        ("minutes = 5", 1, "did you mean 'breathing.minutes'?"),
        ("[look]\nplain = true", 2, "unknown key 'look.plain', which is left out; did you mean"),
        ('"look.theme" = "light"', 1, """unknown key '"look.theme"', which"""),
        ('a = """\n[breathing]\nplain = 1"""\nplain = 1', 4, "'plain' needs true or false"),
        ("a = '''\n'#'''\nb = ['#]', {c = '}'}] # ]\nplain = 1", 4, "'plain' needs true or false"),
        ("[breathing.extra]\nminutes = 5", 1, "unknown key 'breathing.extra'"),
    ],
)
def test_what_does_not_count_is_one_line_with_its_place(text: str, line: int, said: str) -> None:
    _, problems = read(text)
    (told,) = [problem for problem in problems if said in problem]
    assert told.startswith(f"settings.toml:{line}: ")


def test_a_wrong_value_takes_no_other_with_it() -> None:
    settings, problems = read("plain = 1\n[breathing]\nminutes = 99\nscript = 'box'\n")
    assert settings == Settings(breathing=Practice(script="box"))
    assert [problem.split(":")[1] for problem in problems] == ["1", "3"]


def test_wrong_items_of_a_list_are_located_and_the_others_kept() -> None:
    items = '"neck", # ours\n  5,\n  "", [\n"a"], { a = 1 },\n  """\nleft\nknee""",\n  "belly"\n'
    settings, problems = read(f"[skip]\nalways = [{items}]")
    assert settings.skip.always == ("neck", "left knee", "belly")
    assert [problem.split(":")[1] for problem in problems] == ["3", "4", "4", "5"]
    assert all(problem.endswith("that item is left out") for problem in problems)


def test_a_list_that_is_too_long_keeps_its_beginning() -> None:
    names = [f"part {number}" for number in range(52)]
    settings, (problem,) = read("[skip]\nalways = [\n" + ",\n".join(map(repr, names)) + "]")
    assert settings.skip.always == tuple(names[:50])
    assert problem.startswith("settings.toml:53: 'always' takes 50 items at most, not 52; the rest")


def test_numbers_and_answers_in_quotes_count_as_if_they_had_been_typed() -> None:
    settings, problems = read("plain = 'true'\nbreathing.minutes = '5'\nskip.always = 'neck, hip'")
    assert problems == []
    assert (settings.plain, settings.breathing.minutes) == (True, 5.0)
    assert settings.skip.always == ("neck", "hip")


def test_escape_sequences_are_dropped_from_values_and_problems() -> None:
    escape = r"\u001b[2J\u202e"
    settings, problems = read(f'"{escape}x" = 1\nplain = "{escape}"\nskip.always = ["{escape}hip"]')
    assert settings.skip.always == ("hip",)
    assert len(problems) == 2
    assert problems == [clean(problem) for problem in problems]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("journal = false\ntheme = dark\nplain = true", 2),
        ("journal = false\njournal = true\nplain = true", 2),
        ("journal = false\r\n\r\n[look\r\nplain = true", 3),
        ("journal = false\nskip.always = [\n'neck',\nplain = true\n\n", 2),
        ("journal = false\nskip.always = [\n" + "'neck',\n" * 50, 2),
        ('journal = false\nx = """\nplain = true\nmore', 2),
        ("journal = false\nx = " + "9" * 5000, 2),
        ("journal = false\nx = " + "[" * 5000, 2),
        ("journal = false\n" + ".".join("a" * 9000) + " = 1", 2),
        ("journal = false\nplain = 1\x00", 2),
    ],
)
def test_what_stands_above_a_line_that_cannot_be_read_still_counts(text: str, line: int) -> None:
    settings, problems = read(text)
    assert settings == Settings(journal=False)
    assert problems == [f"settings.toml:{line}: {NOT_TOML}"]


def test_of_a_text_that_falls_apart_nothing_counts() -> None:
    assert read('x = """\n' + "plain = true\n" * 50) == (
        Settings(),
        [f"settings.toml: {NOTHING_READ}"],
    )


def test_a_letter_that_is_not_utf8_is_located_and_the_rest_still_counts() -> None:
    settings, problems = read(b"journal = false\n# caf\xe9\nplain = true")
    assert settings == Settings(journal=False, plain=True)
    assert problems == [f"settings.toml:2: {NOT_UTF8}"]


def test_a_mark_at_the_start_of_the_file_does_no_harm() -> None:
    assert read(b"\xef\xbb\xbfplain = true") == (Settings(plain=True), [])


def test_of_very_many_problems_only_the_first_are_told() -> None:
    _, problems = read("\n".join(f"x{number} = 1" for number in range(100)))
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1] == "settings.toml: and 80 more like these"


@pytest.mark.parametrize("name", ["folder", "pipe", "long", "loop", "zero\0byte"])
def test_a_file_that_is_none_is_told_and_waits_for_nobody(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "long").write_bytes(b"#" * (MOST_BYTES + 1))
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    if name == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no such pipes here")
        os.mkfifo(tmp_path / "pipe")
    said = {"folder": NOT_ORDINARY, "pipe": NOT_ORDINARY, "long": TOO_LONG}.get(name, NOT_READ)
    shown = name.replace("\0", "")
    assert read_settings(tmp_path / name) == (Settings(), (f"{shown}: {said}",))


def test_a_file_that_may_not_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError

    path = tmp_path / "settings.toml"
    path.write_text("plain = true", encoding="utf-8")
    monkeypatch.setattr("calmcli.ordinary.os.open", refuse)
    (problem,) = read_settings(path).problems
    assert problem == f"settings.toml: {NOT_OPENED}"


def test_the_longest_file_is_read_whole() -> None:
    last = "plain = true"
    assert read("#" * (MOST_BYTES - len(last) - 1) + "\n" + last)[0].plain


def test_items_written_as_one_text_are_told_at_the_line_of_their_key(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('plain = true\n[skip]\nalways = "neck, ' + "x" * 61 + '"\n')
    settings, problems = read_settings(path)
    assert settings.skip.always == ("neck",)
    assert len(problems) == 1
    assert problems[0].startswith("settings.toml:3: 'always' needs names of 1 to 60 characters")
