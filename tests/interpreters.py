"""What a fresh interpreter is given, and a script that is over in three seconds."""

import os

QUICK = """\
format: 1
language: en
kind: breathing
id: quick
title: Quick
about: A breath for a test.
cycles: 1
advanced: true
breath:
  - phase: in
    seconds: 1.5
    words: Breathe in
  - phase: out
    seconds: 1.5
    words: Breathe out
"""


def environment() -> dict[str, str]:
    kept = ("PATH", "PYTHONPATH", "SYSTEMROOT", "HOME", "TEMP")
    return {name: os.environ[name] for name in kept if name in os.environ}
