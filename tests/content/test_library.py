import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content.library import Library, shipped_script
from calmcli.content.problems import ScriptError
from calmcli.content.shipped import SHIPPED
from calmcli.errors import UsageError
from content.samples import changed


def own(folder: Path, name: str, script_id: str, title: str = "My own") -> Path:
    path = folder / name
    written = changed(("id: my-own", f"id: {script_id}"), ("title: My own", f"title: {title}"))
    path.write_text(written, encoding="utf-8")
    return path


def refusal(library: Library, script_id: str) -> str:
    with pytest.raises(UsageError) as raised:
        library.find(script_id)
    assert not isinstance(raised.value, ScriptError)
    return str(raised.value)


def test_a_shipped_script_is_found_with_its_origin_and_hash(tmp_path: Path) -> None:
    found = Library(tmp_path / "missing").find("box")
    assert (found.script.id, found.origin, found.path) == ("box", "shipped", SHIPPED["box"])
    assert found.content_hash == sha256(SHIPPED["box"].read_bytes()).hexdigest()[:16]


@pytest.mark.parametrize("name", ["my-own.yaml", "my-own.yml", "another-name.yaml"])
def test_a_personal_script_is_found_by_its_id(tmp_path: Path, name: str) -> None:
    path = own(tmp_path, name, "my-own")
    found = Library(tmp_path).find("my-own")
    assert (found.script.id, found.origin, found.path) == ("my-own", "personal", path)


def test_an_id_written_in_escapes_is_found_all_the_same(tmp_path: Path) -> None:
    own(tmp_path, "a.yaml", '"\\x6dy-own"')
    assert Library(tmp_path).find("my-own").script.id == "my-own"


@pytest.mark.parametrize("name", ["box.yaml", "a.yaml"])
def test_a_personal_script_stands_in_for_a_shipped_one(tmp_path: Path, name: str) -> None:
    own(tmp_path, name, "box")
    library = Library(tmp_path)
    assert library.find("box").origin == "personal"
    assert [one.origin for one in library.all() if one.script.id == "box"] == ["personal"]
    assert library.ids() == list(SHIPPED)
    assert shipped_script("box").origin == "shipped"


def test_the_file_named_after_its_id_comes_before_others(tmp_path: Path) -> None:
    own(tmp_path, "a.yaml", "my-own")
    named = own(tmp_path, "my-own.yml", "my-own")
    library = Library(tmp_path)
    assert library.find("my-own").path == named
    assert [one.path for one in library.all() if one.origin == "personal"] == [named]
    assert [str(problem) for problem in library.problems()] == [
        "a.yaml:1:1: its id 'my-own' is already that of my-own.yml\ngive one of them another id"
    ]


def test_a_file_named_after_one_id_and_holding_another_is_found_by_what_it_holds(
    tmp_path: Path,
) -> None:
    own(tmp_path, "box.yaml", "my-own")
    library = Library(tmp_path)
    assert library.find("box").origin == "shipped"
    assert library.find("my-own").path.name == "box.yaml"


def test_a_script_that_speaks_of_another_is_not_taken_for_it(tmp_path: Path) -> None:
    own(tmp_path, "a.yaml", "my-own", title="Not box at all")
    assert Library(tmp_path).find("box").origin == "shipped"


@pytest.mark.parametrize("name", ["box.yaml", "a.yaml"])
def test_a_personal_script_with_problems_tells_them(tmp_path: Path, name: str) -> None:
    path = own(tmp_path, name, "box")
    path.write_text(path.read_text(encoding="utf-8") + "more: 1\n", encoding="utf-8")
    library = Library(tmp_path)
    with pytest.raises(ScriptError, match=f"^{name}:18:1: unknown key 'more'"):
        library.find("box")
    assert [problem.name for problem in library.problems()] == [name]
    assert "box" in [one.script.id for one in library.all() if one.origin == "shipped"]


def test_a_broken_file_does_not_stand_in_the_way_of_others(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: box my-own [", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("id: zzz\n", encoding="utf-8")
    own(tmp_path, "c.yaml", "my-own")
    library = Library(tmp_path)
    assert library.find("box").origin == "shipped"
    assert library.find("my-own").path.name == "c.yaml"
    scripts, problems = library.all_and_problems()
    assert [one.script.id for one in scripts] == [*SHIPPED, "my-own"]
    assert {problem.name for problem in problems} == {"a.yaml", "b.yaml"}


def test_all_lists_the_shipped_in_their_order_and_then_a_persons_own_by_title(
    tmp_path: Path,
) -> None:
    own(tmp_path, "a.yaml", "one", "zebra")
    own(tmp_path, "b.yaml", "two", "Apple")
    library = Library(tmp_path)
    assert [one.script.id for one in library.all()] == [*SHIPPED, "two", "one"]
    assert library.ids() == [*SHIPPED, "one", "two"]
    assert library.problems() == []


def test_scripts_and_problems_come_from_one_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(tmp_path, "a.yaml", "one")
    (tmp_path / "b.yaml").write_text("title: [", encoding="utf-8")
    opened: list[object] = []
    real_open = os.open

    def counting_open(path: str, flags: int) -> int:
        opened.append(path)
        return real_open(path, flags)

    monkeypatch.setattr(os, "open", counting_open)
    scripts, problems = Library(tmp_path).all_and_problems()
    assert [one.script.id for one in scripts] == [*SHIPPED, "one"]
    assert [problem.name for problem in problems] == ["b.yaml"]
    assert sorted(map(str, opened)) == sorted(
        map(str, [*SHIPPED.values(), tmp_path / "a.yaml", tmp_path / "b.yaml"])
    )


def test_hints_are_for_authors_and_not_for_those_who_list_scripts(tmp_path: Path) -> None:
    own(tmp_path, "a.yaml", "my-own", title="A nice one")
    assert Library(tmp_path).problems() == []
    assert Library(tmp_path).find("my-own").script.title == "A nice one"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("bx", "no script called 'bx'; did you mean 'box'?"),
        ("Box", "no script called 'Box'; did you mean 'box'?"),
        ("my-onw", "no script called 'my-onw'; did you mean 'my-own'?"),
        ("zzzzzz", "no script called 'zzzzzz'"),
        ("", "no script called ''"),
        ("../breathing/box", "no script called '../breathing/box'"),
        ("box\n", "no script called 'box '; did you mean 'box'?"),
        ("\x1b[2Jqqqq", "no script called 'qqqq'"),
    ],
)
def test_an_unknown_id_is_told_with_the_nearest(tmp_path: Path, asked: str, told: str) -> None:
    own(tmp_path, "a.yaml", "my-own")
    assert refusal(Library(tmp_path), asked) == told


@given(st.text() | st.text(st.sampled_from("./\\~box\0")))
def test_an_id_is_never_used_as_a_path(script_id: str) -> None:
    library = Library(Path(__file__).parent)
    if script_id not in SHIPPED:
        assert refusal(library, script_id).startswith("no script called ")


def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    library = Library(tmp_path / "missing")
    assert len(library.all()) == len(SHIPPED)
    assert library.problems() == []


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    path = tmp_path / "scripts"
    path.write_text("", encoding="utf-8")
    library = Library(path)
    assert library.find("box").origin == "shipped"
    assert [str(problem) for problem in library.problems()] == [
        "scripts:1:1: this is a file, not a folder of scripts"
    ]


def test_a_folder_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> list[str]:
        raise PermissionError

    monkeypatch.setattr(os, "listdir", refuse)
    library = Library(tmp_path)
    assert library.find("box").origin == "shipped"
    assert [problem.message for problem in library.problems()] == [
        "this folder of scripts cannot be opened"
    ]


def test_a_folder_path_no_system_allows_is_told() -> None:
    library = Library(Path("a\0b"))
    assert library.find("box").origin == "shipped"
    assert len(library.problems()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")
def test_odd_things_in_the_folder_are_told_and_leave_the_rest_alone(tmp_path: Path) -> None:
    own(tmp_path, "a.yaml", "my-own")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / ".#a.yaml").symlink_to("nobody@nowhere")
    (tmp_path / "notes.txt").write_text("not a script", encoding="utf-8")
    library = Library(tmp_path)
    assert [one.script.id for one in library.all()] == [*SHIPPED, "my-own"]
    assert library.find("my-own").path.name == "a.yaml"
    assert {problem.name for problem in library.problems()} == {
        "folder.yaml",
        "pipe.yml",
        "link.yaml",
    }
    with pytest.raises(ScriptError):
        library.find("pipe")
