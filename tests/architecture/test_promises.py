"""What docs/security.md promises: each test that it names is there, and no code can run what somebody wrote."""

import ast
import re

import pytest

from tests.architecture.source import ROOT, Source, each, sources

PROMISES = (ROOT / "docs/security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PROMISES)))
FORBIDDEN_MODULES = {"pickle", "shelve", "marshal", "dill"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}
TAKE_SQL = {"text", "literal_column", "exec_driver_sql", "execute", "executemany", "executescript"}


@pytest.mark.parametrize(("file", "test"), NAMED, ids=lambda value: str(value).rpartition("/")[2])
def test_every_test_that_holds_a_promise_is_there(file: str, test: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    assert test in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_a_test() -> None:
    table = PROMISES.split("## The promises")[1].split("## ")[0]
    rows = [
        line for line in table.splitlines() if line.startswith("| ") and not line.startswith(("| Promise", "| ---"))
    ]
    assert len(rows) >= 15
    assert all("::test_" in row for row in rows)


@each(sources("app.py", "pages", "components", "core"))
def test_no_code_can_unpickle_or_evaluate(source: Source) -> None:
    for node in source.nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {alias.name for alias in node.names} | {getattr(node, "module", None) or ""}
            assert not names & FORBIDDEN_MODULES, node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS, node.lineno


@each(sources("app.py", "pages", "components", "core"))
def test_sql_is_written_by_sqlalchemy_or_stands_in_the_code(source: Source) -> None:
    calls = [node for node in source.nodes if isinstance(node, ast.Call) and node.args]
    if not any(
        isinstance(n, ast.Import | ast.ImportFrom) and re.search("sqlalchemy|sqlite3", ast.unparse(n))
        for n in source.nodes
    ):
        return
    for call in calls:
        if _called(call) in TAKE_SQL and isinstance(call.args[0], ast.JoinedStr | ast.BinOp | ast.Call | ast.IfExp):
            query = isinstance(call.args[0], ast.Call) and _called(call.args[0]) not in ("str", "format", "join")
            assert query or _stands_in_the_code(call.args[0]), call.lineno


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


def _stands_in_the_code(part: ast.AST) -> bool:
    """Whether a text is made of constants and whole numbers alone."""
    match part:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name.isupper()
        case ast.IfExp(body=one, orelse=other):
            return _stands_in_the_code(one) and _stands_in_the_code(other)
        case ast.JoinedStr(values=parts) | ast.Call(func=ast.Name(id="str"), args=parts):
            return all(map(_stands_in_the_code, parts))
        case ast.FormattedValue(value=value, format_spec=spec):
            return _stands_in_the_code(value) or (spec is not None and ast.unparse(spec) == "f'd'")
    return False


@pytest.mark.parametrize(
    ("call", "allowed"),
    [
        ("text('a')", True),
        ("text(f'{_MOST}')", True),
        ("literal_column(f'{n:d}')", True),
        ("text(f'{name}')", False),
        ("c.execute('select ' + name)", False),
        ("c.execute('{}'.format(name))", False),
        ("literal_column(str(name))", False),
    ],
)
def test_what_stands_in_the_code_is_told_from_what_comes_in(call: str, allowed: bool) -> None:
    parsed = ast.parse(call, mode="eval").body
    assert isinstance(parsed, ast.Call)
    assert _stands_in_the_code(parsed.args[0]) is allowed
