"""`calmcli learn`, as it is typed."""

import json
from pathlib import Path

import pytest

from calmcli.cli.main import run
from calmcli.first import FirstFrame
from calmcli.learn.pages import TOPICS, find_page


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))


def learn(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, str, str]:
    code = run(["learn", *argv], FirstFrame())
    return code, *capsys.readouterr()


def test_alone_it_lists_every_page_with_what_it_comes_to(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = learn(capsys)
    assert (code, err) == (0, "")
    named = [line.partition(":")[0] for line in out.splitlines() if line and line[0] != " "]
    assert named[: len(TOPICS)] == list(TOPICS)
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize("topic", TOPICS)
def test_a_page_is_told_in_lines_with_what_can_be_typed(
    topic: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = learn(capsys, topic)
    assert (code, err) == (0, "")
    assert out.startswith(find_page(topic).title)
    assert "  calmcli " in out
    assert "](" not in out


def test_a_topic_is_found_however_it_is_typed(capsys: pytest.CaptureFixture[str]) -> None:
    assert learn(capsys, " Breathing ") == learn(capsys, "breathing")


def test_a_word_that_is_no_topic_finds_the_pages_that_speak_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = learn(capsys, "panic")
    assert (code, err) == (0, "")
    assert "faint-or-panic: Faint, or panic?" in out
    assert learn(capsys, "--search", "panic")[1] in out.partition("\n\n")[2]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("brething", "no page called 'brething'; did you mean 'breathing'?"),
        ("xyzzy", "no page called 'xyzzy'. 'calmcli learn' lists them."),
        ("\x1b]0;x\x07", "no page called"),
        ("", "no page called ''"),
    ],
)
def test_what_no_page_speaks_of_is_said_in_one_line(
    typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = learn(capsys, typed)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_a_search_that_finds_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = learn(capsys, "--search", "xyzzy")
    assert (code, out.count("\n")) == (0, 1)
    assert "'xyzzy'" in out


def test_programs_get_the_list_a_page_and_a_search_as_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listed = json.loads(learn(capsys, "--json")[1])
    assert listed["schema_version"] == 1
    assert [page["topic"] for page in listed["pages"]] == list(TOPICS)
    page = json.loads(learn(capsys, "grounding", "--json")[1])["page"]
    assert page["links"][0] == {
        "words": "Five senses",
        "command": "calmcli ground five-senses",
    }
    assert page["text"].startswith("Grounding: what is known\n")
    assert page["sources"]
    found = json.loads(learn(capsys, "--search", "EMDR", "--json")[1])["pages"]
    assert found[0]["topic"] == "professional-support"
    assert json.loads(learn(capsys, "EMDR", "--json")[1])["pages"] == found
