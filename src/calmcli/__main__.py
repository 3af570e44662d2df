"""The console script: first words, then everything else."""

import os
import sys

from calmcli.first import first_frame


def main() -> int:
    """Run calmcli with the arguments of this process; the exit code."""
    frame = first_frame(sys.argv[1:], os.environ)
    try:
        from calmcli.cli.main import run  # noqa: PLC0415  the first words must not wait for it

        return run(sys.argv[1:], frame)
    finally:
        frame.give_back()


if __name__ == "__main__":
    sys.exit(main())
