"""How the house stands, counted: `make counts`.

Lines are those of the files, empty ones too. A cycle is a set of modules of which each can be
reached from each by imports; what is imported for types alone is not counted, since it never runs.
"""

import ast
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of the package."""

    name: str
    """As it is imported."""
    lines: int
    tree: ast.Module

    @cached_property
    def functions(self) -> list[Function]:
        """Every function and method in it, those within others too."""
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @cached_property
    def public(self) -> list[Function]:
        """The functions that others are meant to use, and the methods of such classes."""
        return list(_public(self.tree.body))

    @cached_property
    def classes(self) -> list[ast.ClassDef]:
        """Every class in it."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)]

    def imports(self, known: Mapping[str, "Module"], *, deferred: bool) -> set[str]:
        """Which of the others it imports, at its top, or anywhere."""
        nodes = ast.walk(self.tree) if deferred else _at_the_top(self.tree.body)
        skipped = {id(node) for each in _for_types(self.tree) for node in ast.walk(each)}
        found = {name for node in nodes if id(node) not in skipped for name in _named(node)}
        return {name for name in found if name in known and name != self.name}


def _public(body: Iterable[ast.stmt]) -> Iterator[Function]:
    for node in body:
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if not name.startswith("_"):
                    yield node
            case ast.ClassDef(name=name, body=inner) if not name.startswith("_"):
                yield from _public(inner)


def read_house(source: Path = SOURCE) -> dict[str, Module]:
    """Every module of the package by its name."""
    modules = {}
    for path in sorted((source / "calmcli").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        parts = path.relative_to(source).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        modules[name] = Module(name, len(text.splitlines()), ast.parse(text))
    return modules


def _at_the_top(body: Iterable[ast.stmt]) -> Iterator[ast.AST]:
    """The statements that run when a module is imported, within its conditions too."""
    for node in body:
        yield node
        if isinstance(node, ast.If | ast.Try | ast.With | ast.ClassDef):
            yield from _at_the_top(
                child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt)
            )


def _for_types(tree: ast.Module) -> Iterator[ast.If]:
    for node in ast.walk(tree):
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield node


def _named(node: ast.AST) -> Iterator[str]:
    """The modules that an import may mean; names in a module are among them and match nothing."""
    match node:
        case ast.Import(names=names):
            yield from (each.name for each in names)
        case ast.ImportFrom(module=str(module), names=names, level=0):
            yield module
            yield from (f"{module}.{each.name}" for each in names)


def cycles(modules: Mapping[str, Module], *, deferred: bool) -> list[list[str]]:
    """Every set of modules that import each other in a ring (Tarjan's strong components)."""
    edges = {name: each.imports(modules, deferred=deferred) for name, each in modules.items()}
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    rings: list[list[str]] = []

    def visit(name: str) -> None:
        order[name] = lowest[name] = len(order)
        stack.append(name)
        for other in edges[name]:
            if other not in order:
                visit(other)
                lowest[name] = min(lowest[name], lowest[other])
            elif other in stack:
                lowest[name] = min(lowest[name], order[other])
        if lowest[name] == order[name]:
            place = stack.index(name)
            if len(ring := stack[place:]) > 1:
                rings.append(sorted(ring))
            del stack[place:]

    for name in edges:
        if name not in order:
            visit(name)
    return rings


def percent(part: int, whole: int) -> str:
    """A share of a hundred; 100 only when it is all of them."""
    return f"{100 * part // whole} %" if whole else "-"


def counts(modules: Mapping[str, Module]) -> dict[str, str]:
    """Each count by what it is called."""
    every = list(modules.values())
    middle = statistics.median(each.lines for each in every)
    longest = max(every, key=lambda each: each.lines)
    classes = [each for module in every for each in module.classes]
    largest = max(classes, key=_length)
    functions = [each for module in every for each in module.functions]
    public = [each for module in every for each in module.public]
    return {
        "files / lines": f"{len(every)} / {sum(each.lines for each in every)}",
        "median / largest file": f"{middle:g} / {longest.lines} ({longest.name})",
        "files past 250 lines": str(sum(each.lines > 250 for each in every)),  # noqa: PLR2004
        "largest class": f"{_length(largest)} ({largest.name})",
        "import cycles, module level / with deferred": " / ".join(
            str(len(cycles(modules, deferred=deferred))) for deferred in (False, True)
        ),
        "return types": percent(
            sum(each.returns is not None for each in functions), len(functions)
        ),
        "docstrings, all functions / public ones": " / ".join(
            percent(sum(ast.get_docstring(each) is not None for each in some), len(some))
            for some in (functions, public)
        ),
    }


def _length(node: ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def main() -> None:
    """Print them, and every ring there is."""
    modules = read_house()
    told = counts(modules)
    width = max(map(len, told))
    for name, count in told.items():
        sys.stdout.write(f"{name:<{width}}  {count}\n")
    for ring in cycles(modules, deferred=True):
        sys.stdout.write(f"  {len(ring)} in a ring: {', '.join(ring)}\n")


if __name__ == "__main__":
    main()
