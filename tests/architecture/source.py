"""The product's Python files as syntax trees, each with the questions that the rules ask of it."""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
AnyFunction = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: str

    @cached_property
    def text(self) -> str:
        return (ROOT / self.path).read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))

    @property
    def lines(self) -> int:
        return self.text.count("\n")

    @property
    def module(self) -> str:
        """Its dotted name: `core.decision`, `components.diagram.diagram`, `core.web`."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def functions(self) -> list[AnyFunction]:
        return [node for node in self.nodes if isinstance(node, AnyFunction)]

    @cached_property
    def imports(self) -> set[str]:
        """Every module that is imported anywhere in the file, with `from x import y` given as x.y."""
        return {name for node in self.nodes for name in _imported(node)}

    @property
    def imports_on_load(self) -> set[str]:
        """What is imported as soon as the file is."""
        return {name for node in _outside_functions(self.tree) for name in _imported(node)}

    @cached_property
    def dotted_names(self) -> list[tuple[int, str]]:
        """Every dotted name that is used, with its line: `st.session_state`, `datetime.now`."""
        nodes = [node for node in self.nodes if isinstance(node, ast.Attribute | ast.Name)]
        return [(node.lineno, ast.unparse(node)) for node in nodes]

    @property
    def strings(self) -> list[ast.Constant]:
        """Every text in the code that is no docstring."""
        docs = {id(node.value) for node in self.nodes if isinstance(node, ast.Expr)}
        found = [node for node in self.nodes if isinstance(node, ast.Constant)]
        return [node for node in found if isinstance(node.value, str) and id(node) not in docs]


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, AnyFunction):
            yield child
            yield from _outside_functions(child)


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """The Python files of folders (or single files), sorted."""
    found: list[Path] = []
    for folder in folders:
        here = ROOT / folder
        found += [here] if here.is_file() else sorted(here.rglob("*.py"))
    return tuple(_source(path.relative_to(ROOT).as_posix()) for path in found)


@cache
def _source(path: str) -> Source:
    """One for a path, so that a file is parsed once however many rules ask for its folder."""
    return Source(path)


def product() -> tuple[Source, ...]:
    """Everything that runs."""
    return sources("app.py", "pages", "components", "core")


def each(files: Sequence[Source]) -> Callable[[Callable[[Source], None]], Callable[[], None]]:
    """Makes one test of a rule for files; it names every file that breaks it.

    One test a rule and file would be ten thousand, half a minute for pytest to keep the books of.
    """

    def over(rule: Callable[[Source], None]) -> Callable[[], None]:
        def test() -> None:
            broken = []
            for source in files:
                try:
                    rule(source)
                except AssertionError as error:
                    broken.append(f"{source.path}: {error}")
            assert not broken, "\n".join(broken)

        test.__name__, test.__module__, test.__doc__ = rule.__name__, rule.__module__, rule.__doc__
        return test

    return over
