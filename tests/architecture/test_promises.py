"""What docs/security.md promises: each test that it names is there, and no code can run what somebody wrote."""

import ast
import re

import pytest

from tests.architecture.source import ROOT, Source, each, sources

PROMISES = (ROOT / "docs/security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PROMISES)))
FORBIDDEN_MODULES = {"pickle", "shelve", "marshal", "dill"}
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}


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
