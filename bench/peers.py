"""Programs that someone would pick instead; `make bench-peers` installs them, each by itself."""

import subprocess
import venv
from dataclasses import dataclass
from pathlib import Path

from program import Program

HERE = Path(__file__).parents[1] / ".bench" / "peers"


@dataclass(frozen=True)
class Peer:
    """One of them, and the way to its first cue."""

    name: str
    """What it is called where packages come from."""
    command: str
    words: str
    """What its first cue looks like."""
    keys: bytes = b""
    """What it wants to be typed first, again and again."""

    def program(self, folder: Path) -> Program | None:
        """How it is run; None where it is not installed."""
        path = folder / self.name / "bin" / self.command
        return Program(self.name, [str(path)], self.words, self.keys) if path.exists() else None


PEERS = (
    Peer("breathe-cli", "breathe", r"\bIN\b"),
    Peer("nafas", "nafas", r"\binhale\b", b"1\r"),
    Peer("meditation", "meditation", r"breathe in|inhale", b"1\r"),
    Peer("deep-breath-cli", "deep-breath", r"breathe in|inhale", b"\r"),
)


def main() -> None:
    """Install each in an environment of its own; one that cannot be had is left out."""
    for peer in PEERS:
        folder = HERE / peer.name
        venv.create(folder, with_pip=True)
        install = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", peer.name]
        done = subprocess.run(  # noqa: S603  our own list
            install, check=False, capture_output=True, text=True
        )
        print(f"{peer.name}: {'installed' if done.returncode == 0 else 'cannot be had here'}")


if __name__ == "__main__":
    main()
