"""Files made to harm a reader: each ends in a located problem, and none in a crash."""

import pytest

from calmcli.content.loader import check_text
from content.samples import GOOD, GROUNDING

REFERENCES = "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 12)
)
LAUGHS = "a0: &a0 [lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)

HOSTILE = {
    "a wall of brackets": "[" * 60_000,
    "a wall of braces": "{" * 60_000,
    "a wall below a key": "title: " + "[" * 60_000,
    "deep keys": "".join(" " * n + "a:\n" for n in range(400)),
    "deep dashes": "- " * 60_000,
    "deep questions": "? " * 60_000,
    "merge keys": REFERENCES,
    "billion laughs": LAUGHS,
    "ten megabytes": "a: b\n" * 2_000_000,
    "a long list": "- a\n" * 65_000,
    "a long list below a key": "sources:\n" + "- a\n" * 65_000,
    "one key again and again": "a: b\n" * 50_000,
    "one line of keys": "{" + ", ".join(f"a{n}: 1" for n in range(9_000)) + "}",
    "phases without end": "breath:\n" + "  - phase: x\n" * 6_000,
    "escapes in a title": GOOD.replace("My own", '"\\e]0;x"'),
    "an escape in a title": GOOD.replace("My own", '"\\x1b"'),
    "a long introducer in a title": GOOD.replace("My own", '"\\u009b"'),
    "a wide line": "日" * 80_000,
    "an endless quote": "'" * 200_001,
    "zero bytes": "\0" * 1_000,
    "parts without end": GROUNDING + "  - {name: x, lines: [{words: nice, seconds: 3}]}\n" * 900,
    "lines without end": GROUNDING
    + "".join(
        f"  - name: x{part}\n    lines:\n"
        + "      - {words: '{nobody} and {nobody}', seconds: 3}\n" * 40
        for part in range(59)
    ),
    "all the words there may be": GROUNDING
    + "".join(
        f"  - name: x{part}\n    lines:\n" + "      - {words: nice, seconds: 120}\n" * 40
        for part in range(59)
    ),
    "braces in words": GROUNDING.replace("Look around", "{" * 60 + "Look around" + "}" * 60),
    "braces by the thousand": GROUNDING.replace("Look around", "{" * 30_000),
    "questions without end": GROUNDING.replace(
        "parts:", "inputs:\n" + "  - {name: a, ask: '{a}', otherwise: '{a}'}\n" * 900 + "parts:"
    ),
    "long keys": "".join(f"{'日' * 200}{n}: 1\n" for n in range(400)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_a_located_problem(name: str) -> None:
    problems = check_text(HOSTILE[name].encode(), "my.yaml")
    assert "error" in {problem.severity for problem in problems}
    for problem in problems:
        shown = str(problem)
        assert shown.startswith(f"my.yaml:{problem.line}:{problem.column}: ")
        assert len(shown) < 500
        assert not any(ord(character) < 32 for character in shown.replace("\n", ""))
