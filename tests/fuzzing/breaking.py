"""Breaking files at random: what goes wrong while someone writes one, and worse."""

import random
from collections.abc import Callable

from calmcli.content.shipped import SHIPPED

OTHERS = [path.read_bytes() for path in SHIPPED.values()]
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
    at, other = dice.randrange(len(data) + 1), dice.choice(OTHERS)
    start = dice.randrange(len(other))
    return data[:at] + other[start : start + 200] + data[at:]


WAYS: list[Callable[[bytes, random.Random], bytes]] = [
    put_in,
    take_out,
    cut_short,
    move_a_line,
    mix_in_another,
]


def broken(data: bytes, dice: random.Random) -> bytes:
    """A file with one thing wrong, or a few."""
    for _ in range(dice.choice((1, 1, 2, 5))):
        data = dice.choice(WAYS)(data, dice)
    return data
