import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.errors import UsageError
from calmcli.visits.qr import code_for, coloured, half_blocks, most_bytes, svg

DARK = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
SCALE = 6


def modules(lines: list[str]) -> list[list[bool]]:
    """What half blocks show, module by module; dark is True."""
    rows = []
    for line in lines:
        rows += [[DARK[cell][0] for cell in line], [DARK[cell][1] for cell in line]]
    return rows


@pytest.mark.parametrize(
    ("columns", "rows", "most"),
    [(80, 24, 106), (80, 40, 425), (20, 5, 0), (40, 15, 0), (40, 16, 17)],
)
def test_how_much_a_terminal_holds_is_known_beforehand(columns: int, rows: int, most: int) -> None:
    assert most_bytes(columns, rows) == most


@given(st.integers(1, 200), st.integers(1, 80), st.data())
def test_whatever_is_said_to_fit_can_be_seen_as_a_whole(
    columns: int, rows: int, data: st.DataObject
) -> None:
    most = most_bytes(columns, rows)
    if most:
        text = "x" * data.draw(st.integers(1, most))
        lines = half_blocks(code_for(text, most))
        assert len(lines) < rows
        assert all(len(line) <= columns for line in lines)


def test_a_quiet_zone_of_four_modules_is_around_the_code() -> None:
    shown = modules(half_blocks(code_for("help", 106)))
    assert not any(any(row) for row in shown[:4])
    assert not any(any(row[:4] or row[-4:]) for row in shown)
    assert not any(any(row) for row in shown[-4:])


@pytest.mark.parametrize(("text", "most"), [("x" * 107, 106), ("ä" * 53, 106), ("x", 0), ("", 106)])
def test_what_does_not_fit_is_refused_in_a_line(text: str, most: int) -> None:
    with pytest.raises(UsageError) as caught:
        code_for(text, most)
    assert "\n" not in str(caught.value)


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="no zbar on this machine")
@pytest.mark.parametrize(
    "text",
    [
        "I may faint. Please let me lie down.",
        "Grüße. Bitte langsam.",
        "Grüße, 中文, \u201cquotes\u201d",
        "x" * 106,
        "ä" * 52,
    ],
)
def test_a_public_decoder_reads_the_text_byte_for_byte(tmp_path: Path, text: str) -> None:
    rows = modules(half_blocks(code_for(text, 106)))
    pixels = bytearray()
    for row in rows:
        line = b"".join((b"\x00" if dark else b"\xff") * SCALE for dark in row)
        pixels += line * SCALE
    picture = tmp_path / "code.pgm"
    size = f"P5 {len(rows[0]) * SCALE} {len(rows) * SCALE} 255\n"
    picture.write_bytes(size.encode() + pixels)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(picture)],  # noqa: S607
        capture_output=True,
        check=True,
    )
    assert read.stdout == text.encode() + b"\n"


def test_the_page_holds_the_code_as_a_picture_of_its_own() -> None:
    picture = svg(code_for("help", 106))
    assert picture.startswith("<svg")
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def test_in_colour_every_module_keeps_its_place_and_is_black_or_white_by_itself() -> None:
    lines = half_blocks(code_for("help", 106))
    for line, drawn in zip(lines, coloured(lines), strict=True):
        plain = re.sub(
            r"\x1b\[48;5;16m( +)", lambda run: "█" * len(run[1]), drawn.removesuffix("\x1b[0m")
        )
        assert re.sub(r"\x1b\[38;5;16;48;5;231m", "", plain) == line
