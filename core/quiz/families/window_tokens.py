"""How many tokens a collection of pages has, and whether it still goes into the prompt. Pure."""

from core.language.text import marked
from core.quiz.families.family import Draw, Family, GeneratedItem, WorkedStep, near, told

LIMIT = 50_000
"""Tokens; the chapter's limit for prompt stuffing."""
WORDS_A_TOKEN = 0.75
"""A rule of thumb for English. Source: help.openai.com, “What are tokens and how to count them?”, 2026-11."""

_CLAIMS = ("small-data-goes-in-the-prompt", "large-or-changing-data-means-rag")


def _make(draw: Draw) -> GeneratedItem:
    pages = draw.one_of("pages", (20, 36, 45, 60, 75, 120, 150, 240))
    words = draw.one_of("words", (300, 360, 450, 600))
    in_all = pages * words
    tokens = in_all / WORDS_A_TOKEN
    fits = tokens < LIMIT
    verdict = "it fits: prompt stuffing" if fits else "too much: RAG"
    steps = (
        WorkedStep(words="Words in all", numbers=f"{pages} × {words}", result=f"{in_all:,}"),
        WorkedStep(words="In tokens", numbers=f"{in_all:,} ÷ {WORDS_A_TOKEN}", result=f"{tokens:,.0f}"),
        WorkedStep(
            words="Against 50,000", numbers=f"{tokens:,.0f} ÷ 50,000", result=f"{tokens / LIMIT:.2g}, {verdict}"
        ),
    )
    return GeneratedItem(
        kind="number",
        id=f"{draw.family}~{draw.seed}",
        family=draw.family,
        seed=draw.seed,
        source="decision-graph",
        node="data-size",
        claims=_CLAIMS,
        question=(
            f"A handbook has {pages} pages of {words} words, and never changes. At {WORDS_A_TOKEN} words a token, how "
            "many tokens is it? (Then ask yourself: does it go into the prompt?)"
        ),
        answer=tokens,
        unit="tokens",
        tolerance_percent=3,
        ranges=(
            near(
                in_all * WORDS_A_TOKEN, "A token is shorter than a word, so there are more tokens than words: divide."
            ),
            near(in_all, f"Those are words. A token is about {WORDS_A_TOKEN} of a word.", credit=0.5),
        ),
        explanation=told(steps),
        hint="There are more tokens than words.",
        steps=steps,
    )


FAMILY = Family("window-tokens", marked("Tokens against the context window"), _CLAIMS, _make)
