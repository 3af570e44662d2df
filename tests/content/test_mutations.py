"""Our own scripts, broken at random: whatever is wrong with one has a place and no traceback."""

import random
from collections.abc import Callable

import pytest

from calmcli.content.loader import check_text
from calmcli.content.shipped import SHIPPED

SCRIPTS = [path.read_bytes() for path in SHIPPED.values()]
PIECES = [
    *(b"\0", b"\t", b"\r", b"\n", b"  ", b"\x1b[31m", b"\xff", b"\xe2\x80\xae", b"\xef\xbb\xbf"),
    *(b": ", b"- ", b"? ", b"'", b'"', b"{", b"}", b"[", b"]", b"#", b"|\n", b">-\n", b"@", b"`"),
    *(b"&a ", b"*a", b"!!python/object ", b"<<: ", b"---\n", b"...\n", b"%YAML 9\n", b"\\x1b"),
    *(b"1e999", b"nan", b"-0", b"0x1F", b"999999999999", b"null", b"~", b"yes"),
]


def put_in(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.choice(PIECES) + data[at:]


def take_out(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + data[at + dice.randrange(1, 40) :]


def cut_short(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def move_a_line(data: bytes, dice: random.Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(dice.randrange(len(lines)))
    moved = b" " * dice.randrange(9) + line.lstrip()
    lines.insert(dice.randrange(len(lines) + 1), moved)
    return b"\n".join(lines)


def mix_in_another(data: bytes, dice: random.Random) -> bytes:
    at, other = dice.randrange(len(data) + 1), dice.choice(SCRIPTS)
    start = dice.randrange(len(other))
    return data[:at] + other[start : start + 200] + data[at:]


WAYS: list[Callable[[bytes, random.Random], bytes]] = [
    put_in,
    take_out,
    cut_short,
    move_a_line,
    mix_in_another,
]


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_wrong_with_a_broken_script_has_a_place(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  the same scripts are broken in every run
    for _ in range(50):
        data = dice.choice(SCRIPTS)
        for _ in range(dice.choice((1, 1, 2, 5))):
            data = dice.choice(WAYS)(data, dice)
        for problem in check_text(data, "my.yaml"):
            shown = str(problem)
            assert shown.startswith(f"my.yaml:{problem.line}:{problem.column}: ")
            assert not any(ord(character) < 32 for character in shown.replace("\n", ""))
