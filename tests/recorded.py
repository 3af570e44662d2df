"""Speech programs of a test's own: each writes a tone, or does what a bad one does."""

import sys
from pathlib import Path
from textwrap import dedent

from calmcli.audio.recorders import Recorder

TONE = """
    import sys, wave
    from array import array
    words = sys.stdin.buffer.read().decode().strip()
    path, faster = sys.argv[1], sys.argv[2] == "True"
    with open(sys.argv[0] + ".said", "a", encoding="utf-8") as log:
        log.write(words + ("|faster" if faster else "") + "\\n")
    rate = 22050
    count = len(words) * rate // (200 if faster else 100)  # 10 ms a letter, or 5
    quiet = [0] * (rate // 10)
    tone = [8000 if i // 20 % 2 else -8000 for i in range(count)]
    with wave.open(path, "wb") as sound:
        sound.setparams((1, 2, rate, 0, "NONE", ""))
        sound.writeframes(array("h", quiet + tone + quiet).tobytes())
"""
"""A tone of 10 ms for each letter, between two silences of 100 ms; and a log of what was said."""
FAILS = "raise SystemExit(3)"
HANGS = "import time; time.sleep(60)"
WRITES_NOTHING = "pass"
WRITES_SILENCE = TONE.replace("8000 if i // 20 % 2 else -8000", "0")
WRITES_RUBBISH = "import sys; open(sys.argv[1], 'wb').write(b'RIFF and no more')"


def recorder(folder: Path, program: str) -> Recorder:
    script = folder / "speaks.py"
    script.write_text(dedent(program), encoding="utf-8")

    def argv(path: Path, faster: bool) -> list[str]:
        return [sys.executable, "-I", str(script), str(path), str(faster)]

    return Recorder("speaks", argv)


def said(folder: Path) -> list[str]:
    return (folder / "speaks.py.said").read_text(encoding="utf-8").splitlines()
