"""Finds the line of a Python file that a calculator's problem is on. Pure."""

import ast
from collections.abc import Iterator

from core.content.problems import Problem, quoted_name


def line_in_code(problem: Problem, text: str) -> int | None:
    """The line, from 1, of what a problem is about; None where the file does not show it.

    A problem's field is a way such as `claims`, `inputs.rank`, `examples.TITLE` or `result.share`. What its message
    begins with in quotes is looked for first, then the rest of the way, then its first word.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return None  # the problem is that, and names the line itself
    first, _, rest = problem.field.partition(".")
    around = next(_given(tree, first), tree)
    for word in filter(None, (quoted_name(problem.message), rest)):
        found = [*_named(around, word), *_named(tree, word)]
        if found:
            return found[0].lineno
    return around.lineno if isinstance(around, ast.keyword) else None


def _given(tree: ast.AST, name: str) -> Iterator[ast.keyword]:
    """What the calculator is given under a name: `claims=…` in `Calculator(…)`."""
    for call in _calls(tree, "Calculator"):
        yield from (one for one in call.keywords if one.arg == name)


def _named(tree: ast.AST, name: str) -> Iterator[ast.expr | ast.keyword]:
    """Where something bears a name: a text that reads so, a field of the inputs, a part of the result."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value == name:
            yield node
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
            yield node.target
    for call in _calls(tree, "Result"):
        yield from (one for one in call.keywords if one.arg == name)


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == name)
