import pytest
import yaml

from calmcli.content import nodes
from calmcli.content.places import Place
from calmcli.content.problems import Findings
from calmcli.content.syntax import explain
from content.reading import problems_of, told

SLIPS = {
    "title:\n\twords: 1\n": "2:1: a tab is used here where spaces belong",
    'title: "Box\nabout: x\n': "1:8: the quote that opens here is never closed",
    "title: 'Box\n": "1:8: the quote that opens here is never closed",
    "title: Box: four sides\n": "1:11: there is a colon here that is not expected",
    "title: Box\nabout\nid: x\n": "2:1: there is no colon after this key",
    "tags: [a, b\nid: x\n": "1:7: the bracket that opens here is not closed, or a comma is missing",
    "tags: {a: b\n": "1:7: the bracket that opens here is not closed, or a comma is missing",
    "tags:\n  - a\n  id: x\n": "3:3: this line does not belong to the list above it",
    "tags: - a\n": "1:7: a list cannot begin here",
    "title: @home\n": "1:8: words cannot begin with '@'",
    "title: %\n": "1:8: words cannot begin with '%'",
    "%title\n": "1:1: a line cannot begin with '%'",
    'title: "\\q"\n': "1:9: the backslash means nothing here",
    'title: "\\U00110000"\n': "1:11: the backslash means nothing here",
    "title: & b\n": "1:9: words cannot begin with '&', '*' or '!'",
    "title: !x!y z\n": "1:8: words cannot begin with '&', '*' or '!'",
    "title: |x\n  b\n": "1:9: '|' and '>' need a line break and indented lines after them",
    "title: 'it's'\n": "1:12: this does not fit the lines above it",
    "tags:\n  - x\n - y\n": "3:2: this does not fit the lines above it",
    "  title: a\nid: b\n": "2:1: this does not belong to what stands above it",
    "title: ]\n": "1:8: there is a bracket, comma or dash here that is not expected",
    "title: {home} now\n": "1:8: words cannot begin with a brace",
    "title: a\nabout: {home}: now\n": "2:8: words cannot begin with a brace",
    "title: ? x\n": "1:8: words cannot begin with '? '",
}


@pytest.mark.parametrize(("written", "expected"), SLIPS.items())
def test_a_slip_is_told_in_plain_words_at_its_place(written: str, expected: str) -> None:
    [problem] = told(written)
    assert problem.startswith(expected)


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize("written", SLIPS)
def test_no_slip_is_told_in_the_parsers_words_and_each_has_a_hint(
    written: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "_LOADER", getattr(yaml, loader))
    [problem] = problems_of(written)
    assert problem.hint
    for word in ("mapping", "scalar", "token", "node", "block", "flow", "scanning", "parsing"):
        assert word not in str(problem)


def test_a_complaint_without_a_place_is_told_where_the_reading_was() -> None:
    findings = Findings("a.yaml", "title: x")
    explain(ValueError("anything"), findings, Place(1, 8))
    [problem] = findings.in_order()
    assert (problem.line, problem.column, problem.message) == (1, 8, "this cannot be read")


def test_a_complaint_that_was_never_heard_before_is_still_told() -> None:
    findings = Findings("a.yaml", "title: x")
    explain(yaml.MarkedYAMLError(problem="odd"), findings, Place(1, 8))
    [problem] = findings.in_order()
    assert (problem.line, problem.column, problem.message) == (1, 8, "this cannot be read")
