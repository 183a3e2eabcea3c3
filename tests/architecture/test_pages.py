"""A page is one straight reading: it imports what it draws, reads content, and calls components."""

import ast

from tests.architecture.source import AnyFunction, Source, each, sources
from tests.open_pages import PAGES, open_pages

MAP = "pages/navigation.py"
each_page = each(sources("pages"))


@each_page
def test_page_has_at_most_60_lines(page: Source) -> None:
    assert page.lines <= 60


@each_page
def test_page_defines_and_catches_nothing(page: Source) -> None:
    banned = AnyFunction | ast.ClassDef | ast.Lambda | ast.Try | ast.While | ast.Global
    assert [node.lineno for node in ast.walk(page.tree) if isinstance(node, banned)] == [], (
        "a page has no functions, no classes and no try: move them into a component"
    )


@each_page
def test_page_does_no_arithmetic(page: Source) -> None:
    sums = [node for node in ast.walk(page.tree) if isinstance(node, ast.BinOp | ast.AugAssign)]
    assert [ast.unparse(node) for node in sums if not _joins_paths_or_dicts(node)] == []


def _joins_paths_or_dicts(node: ast.BinOp | ast.AugAssign) -> bool:
    if isinstance(node.op, ast.BitOr):
        return True
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and isinstance(node.right, ast.Constant)


@each_page
def test_page_holds_no_prose_and_no_markup(page: Source) -> None:
    texts = [str(node.value) for node in page.strings]
    assert [text for text in texts if len(text) > 40 or "<" in text or "{" in text] == [], (
        "words and markup belong to a component or to content"
    )


@each_page
def test_page_has_at_most_8_imports(page: Source) -> None:
    assert len([node for node in ast.walk(page.tree) if isinstance(node, ast.Import | ast.ImportFrom)]) <= 8


@each_page
def test_page_starts_with_its_docstring(page: Source) -> None:
    doc = ast.get_docstring(page.tree) or ""
    rule = (
        "a page's docstring is its title and one sentence on one line: Alignment. How a model learns what people like."
    )
    assert doc.endswith("."), rule
    assert "\n" not in doc, rule
    if page.path != MAP:
        title, _, sentence = doc.partition(". ")
        assert title, rule
        assert len(sentence.split()) >= 3, rule


def test_every_page_file_is_on_the_map_once() -> None:
    listed = [page.file for page in open_pages()]
    files = [path for path in PAGES.glob("*.py") if path.name != "navigation.py"]
    unlisted, absent = set(files) - set(listed), set(listed) - set(files)
    assert not unlisted, f"add to pages/navigation.py: {sorted(path.name for path in unlisted)}"
    assert not absent, f"pages/navigation.py lists what is not there: {sorted(path.name for path in absent)}"
    assert sorted(listed) == sorted(files)
    assert len({page.address for page in open_pages()}) == len(listed)
    assert len({page.title for page in open_pages()}) == len(listed)
