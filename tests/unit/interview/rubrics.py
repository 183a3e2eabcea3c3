"""A rubric and an answer that several tests use."""

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
