"""A rubric, an answer, and an answer as the signs see it, that several tests use."""

from core.interview.embedding import load_model
from core.interview.guards import Guards
from core.interview.heard import Heard, heard
from core.interview.marker import Marker
from core.interview.matching import match
from core.interview.rubric import KeyPoint, Misconception, Rubric

RUBRIC = Rubric(
    question="When would you fine-tune a model instead of using RAG?",
    key_points=(
        KeyPoint(id="rag-first", text="RAG comes first, and fine-tuning needs a reason.", weight=2),
        KeyPoint(id="style", text="Fine-tuning makes style and format consistent."),
        KeyPoint(id="latency", text="Retrieval adds 50–200 ms of latency to each answer."),
        KeyPoint(id="static", text="Knowledge in the weights is static."),
    ),
    misconceptions=(Misconception(id="facts", text="Fine-tuning is the way to teach a model new facts"),),
)

GOOD = (
    "RAG comes first for me, and fine-tuning needs a good reason. One is a style and format that must be consistent. "
    "Another is latency: retrieval adds about 100 ms to each answer. The knowledge in the weights is static, though."
)


def heard_answer(text: str, rubric: Rubric) -> Heard:
    """What is heard in an answer, held against a rubric with the embedding model."""
    prepared = Marker(load_model()).prepared(rubric)
    found = match(text, prepared, load_model())
    return heard(found, Guards(found.windows, prepared, whole_is_heap=False), prepared, len(text.split()))
