"""Imports run pages -> components -> core; state, clock and I/O have each one owner."""

import ast
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.architecture.source import Source, each, product, sources

every_file = each(product())
core_file = each(sources("core"))
MODULES = {source.module for source in product()}


def _inner(source: Source) -> set[str]:
    """The modules of ours that a file imports, whether it names the module or something in it."""
    found = {name if name in MODULES else name.rpartition(".")[0] for name in source.imports}
    return (found & MODULES) - {source.module}


@core_file
def test_core_knows_no_screen(source: Source) -> None:
    banned = ("streamlit", "components", "pages", "app")
    assert [name for name in source.imports if name.split(".")[0] in banned] == []


@every_file
def test_nothing_imports_pages_or_the_launcher(source: Source) -> None:
    assert [name for name in source.imports if name.split(".")[0] in ("pages", "app")] == []


@every_file
def test_what_runs_needs_nothing_that_tests_measures_or_fits(source: Source) -> None:
    assert [name for name in source.imports if name.split(".")[0] in ("tests", "benchmarks", "fitting")] == []


@each(sources("core/search"))
def test_search_knows_nothing_of_interviews(source: Source) -> None:
    assert [name for name in source.imports if name.startswith("core.interview")] == []


@pytest.mark.parametrize("depth", [2, None], ids=["packages", "modules"])
def test_imports_inside_core_run_in_no_circle(depth: int | None) -> None:
    graph: dict[str, set[str]] = {}
    for source in sources("core"):
        here = _cut(source.module, depth)
        targets = {_cut(name, depth) for name in _inner(source) if name.startswith("core.")}
        graph.setdefault(here, set()).update(targets - {here})
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


def _cut(module: str, depth: int | None) -> str:
    return ".".join(module.split(".")[:depth])


STATE = ("st.session_state", "st.cache_data", "st.cache_resource", "st.query_params", "st.context", "st.secrets")
CLOCK = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.monotonic")
CHANCE = ("random.random", "random.choice", "random.shuffle", "random.randint", "uuid.uuid4", "random.Random")


@every_file
def test_only_the_session_module_touches_state_and_clock(source: Source) -> None:
    if source.path not in ("components/session.py", "core/__main__.py"):  # the edges: the screen, the command line
        used = [(line, name) for line, name in source.dotted_names if name.startswith((*STATE, *CLOCK))]
        assert used == []
        assert not {"time.time", "streamlit.session_state", "streamlit.query_params"} & source.imports


@every_file
def test_chance_comes_as_an_argument(source: Source) -> None:
    assert [(line, name) for line, name in source.dotted_names if name in CHANCE] == []


READS_AND_WRITES = (
    "core/content/loader.py",
    "core/content/reference_loader.py",
    "core/content/translation_loader.py",
    "core/store/",
    "core/web/",
    "core/diagram/engine.py",
    "core/interview/embedding.py",
    "core/interview/point_trees.py",
    "core/interview/second_opinion.py",
    "core/language/catalogue.py",
    "core/language/extraction.py",
    "core/lab/runner/",
    "core/lab/storage.py",
    "core/commands/",
    "core/__main__.py",
)
FILE_METHODS = {"read_text", "write_text", "read_bytes", "write_bytes", "open", "touch", "mkdir", "unlink", "glob"}
OUTSIDE = {"os", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "urllib.request", "http.client", "httpx"}


@core_file
def test_core_reads_and_writes_in_few_places(source: Source) -> None:
    if source.path.startswith(READS_AND_WRITES):
        return
    calls = [node for node in source.nodes if isinstance(node, ast.Call)]
    names = [(call.lineno, ast.unparse(call.func).rpartition(".")[2]) for call in calls]
    assert [(line, name) for line, name in names if name in FILE_METHODS | {"print", "input"}] == []
    assert {name for name in source.imports if name in OUTSIDE or name.split(".")[0] in OUTSIDE} == set()


@every_file
def test_nothing_is_caught_wholesale_or_passed_over(source: Source) -> None:
    handlers = [node for node in source.nodes if isinstance(node, ast.ExceptHandler)]
    names = {"Exception", "BaseException"}
    wide = [h.lineno for h in handlers if h.type is None or names & {n.id for n in ast.walk(h.type) if _is_name(n)}]
    silent = [h.lineno for h in handlers if all(isinstance(node, ast.Pass) for node in h.body)]
    assert (wide, silent) == ([], [])


def _is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name)


HEAVY = {"pandas", "plotly", "altair", "matplotlib", "numpy", "pyarrow"}


@each(sources("app.py", "pages", "components"))
def test_heavy_libraries_are_imported_where_they_are_used(source: Source) -> None:
    assert {name.split(".")[0] for name in source.imports_on_load} & HEAVY == set()


@every_file
def test_plots_are_drawn_by_their_own_component(source: Source) -> None:
    """Streamlit's would bring the whole of Plotly: docs/adr/0024."""
    assert [line for line, name in source.dotted_names if name == "st.plotly_chart"] == []


@every_file
def test_streamlit_is_used_by_its_public_name(source: Source) -> None:
    public = (
        "streamlit.components.",
        "streamlit.delta_generator.DeltaGenerator",
        "streamlit.runtime.scriptrunner.get_script_run_ctx",  # documented, for threads
        "streamlit.runtime.app_session",  # functions of it, wrapped, and not missed when gone: ADR 0017, 0026 to 0030
        "streamlit.cursor",  # two classes that get a copy of their own, and are not missed when gone: ADR 0028
        "streamlit.runtime.state.SessionState",  # one method, wrapped, and not missed when gone: ADR 0025
        "streamlit.net_util",  # one function of it, which would ask the internet for our address: docs/security.md
    )
    private = [n for n in source.imports if n.startswith("streamlit.") and not n.startswith(public)]
    assert private == []
