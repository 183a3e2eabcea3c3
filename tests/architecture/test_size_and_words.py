"""Small files, small functions, names that name a concept, a sentence on everything that is public."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, AnyFunction, Source, each, product, sources

every_file = each(product())
inner_file = each(sources("components", "core"))
WHOLE = (*product(), *sources("tests", "benchmarks", "fitting"))
NO_NAME_FOR_A_CONCEPT = {"utils", "util", "common", "helpers", "helper", "misc", "stuff", "tools"}
MAX_PARAMETERS, MAX_FUNCTION_LINES, MAX_FILE_LINES, MAX_LAUNCHER_LINES = 5, 40, 250, 40
MAX_LINE_LETTERS = 120


@each(WHOLE)
def test_file_has_at_most_250_lines(source: Source) -> None:
    assert source.lines <= MAX_FILE_LINES


def test_browser_code_has_at_most_250_lines_a_file() -> None:
    long = [path.name for path in (ROOT / "components").rglob("*.[jc]s*") if _lines(path) > MAX_FILE_LINES]
    assert long == []


def _lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def test_a_line_of_a_style_sheet_has_at_most_120_letters() -> None:
    lines = (line for path in (ROOT / "components").rglob("*.css") for line in path.read_text("utf-8").splitlines())
    assert [line for line in lines if len(line) > MAX_LINE_LETTERS] == []


def test_launcher_can_be_seen_at_a_glance() -> None:
    assert sources("app.py")[0].lines <= MAX_LAUNCHER_LINES


@each(WHOLE)
def test_functions_have_at_most_40_lines(source: Source) -> None:
    long = [f.name for f in source.functions if (f.end_lineno or 0) - f.lineno >= MAX_FUNCTION_LINES]
    assert long == []


@every_file
def test_functions_take_at_most_5_parameters(source: Source) -> None:
    assert [f.name for f in source.functions if _parameters(f) > MAX_PARAMETERS] == []


def _parameters(function: AnyFunction) -> int:
    given = function.args
    return len([a for a in (*given.posonlyargs, *given.args, *given.kwonlyargs) if a.arg not in ("self", "cls")])


@every_file
def test_file_is_named_for_a_concept(source: Source) -> None:
    assert not NO_NAME_FOR_A_CONCEPT & set(source.module.split("."))


@every_file
def test_module_says_what_it_is(source: Source) -> None:
    doc = ast.get_docstring(source.tree)
    assert doc or source.text == ""
    assert doc is None or doc.splitlines()[0].endswith((".", "`", ":"))


@inner_file
def test_public_classes_and_functions_say_what_they_are(source: Source) -> None:
    public = [n for n in source.tree.body if isinstance(n, AnyFunction | ast.ClassDef) and not n.name.startswith("_")]
    methods = [m for c in public if isinstance(c, ast.ClassDef) for m in c.body if isinstance(m, AnyFunction)]
    named = [n for n in (*public, *methods) if not n.name.startswith("_")]
    assert [n.name for n in named if not ast.get_docstring(n)] == []


REGISTRIES = {"core/calculators/__init__.py", "components/figures/__init__.py"}


@each([s for s in product() if s.path.endswith("__init__.py")])
def test_package_file_is_empty_but_for_its_sentence(source: Source) -> None:
    code = [n for n in source.tree.body if not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))]
    assert not code or source.path in REGISTRIES


@each(sources("tests"))
def test_a_test_is_named_as_a_sentence(source: Source) -> None:
    names = [f.name for f in source.functions if f.name.startswith("test_")]
    assert [name for name in names if name.count("_") < 3] == []


# What draws nothing itself, and why it lives in components all the same.
NO_DRAWING = {
    "session": "the owner of state, caches, address and clock",
    "language_choice": "which language the visitor wants: found, kept, spoken",
    "markup": "builds elements for those who draw",
    "in_english": "builds the note for those who draw",
    "workshop_access": "reads the room of the address, and acts on it",
    "decision_answers": "callbacks of the guide: they write the address",
    "quiz_place": "where one stands in a quiz: read, changed, kept",
    "quiz_answers": "callbacks of a question in a drill: they log and keep",
    "answer_now": "reads the form of an item: the answer, or what there is of one",
    "exam_clock": "how long each question of an exam was looked at: noted, counted",
    "response_log": "responses on their way to the log",
    "calculator_form": "callbacks of the calculators: they write the address",
    "review_view": "what a review shows now, kept in the session",
    "review_steps": "callbacks of a review: they write the store",
    "interview_place": "where one stands in an interview question: read, changed, kept",
    "mock_place": "where one stands in a mock interview: read, changed, kept",
    "interview_log": "interview answers on their way to the log",
    "lab_steps": "callbacks of the lab: they write the address and start and stop runs",
    "last_step": "notes the step of the walk in session and store",
    "own_guess": "guesses before a number is shown: read, kept",
    "tour_place": "where the tour stands: read, kept",
    "record_place": "the numbers of the decision record: read, kept",
}
# A second public function that draws another part of the same thing.
SECOND_PART = {
    "decision_record_view": {"decision_record_bar"},
    "case_choice": {"mixed_up"},
}


@each([s for s in sources("components") if not s.path.endswith("__init__.py")])
def test_component_has_one_public_function_and_its_name_is_the_files(source: Source) -> None:
    name = Path(source.path).stem
    public = {f.name for f in source.tree.body if isinstance(f, AnyFunction) and not f.name.startswith("_")}
    if name not in NO_DRAWING:
        assert public == {name} | SECOND_PART.get(name, set())


@every_file
def test_nothing_but_the_map_of_the_house_names_a_machine(source: Source) -> None:
    assert _places(source.text) == []


@pytest.mark.parametrize(
    "folder", ["tests", "content", "docs", "benchmarks", "fitting", ".ci", "Makefile", "README.md"]
)
def test_no_other_file_names_a_machine_or_a_registry(folder: str) -> None:
    here = ROOT / folder
    files = [here] if here.is_file() else [path for path in here.rglob("*") if path.suffix in READABLE]
    assert {path.name: found for path in files if (found := _places(path.read_text(encoding="utf-8")))} == {}


READABLE = {".py", ".md", ".yaml", ".json", ".toml", ".sh", ".js", ".css", ".txt"}
_MACHINE = re.compile(
    "(?<![.\\w])/" + "(work|tmp|root|home)/" + "|pypi" + r"\.org|python" + "hosted|registry" + r"\.npm"
)


def _places(text: str) -> list[str]:
    return [match.group() for match in _MACHINE.finditer(text)]
