"""How many tokens a collection of pages has, and whether it still goes into the prompt. Pure."""

from core.content.typed_items import NumberRange
from core.language.numbers import decimal, written
from core.language.text import marked, t
from core.quiz.families.family import TWO_FIGURES, Draw, Family, GeneratedItem, WorkedStep, near, told

LIMIT = 50_000
"""Tokens; the chapter's limit for prompt stuffing."""
WORDS_A_TOKEN = 0.75
"""A rule of thumb for English. Source: help.openai.com, “What are tokens and how to count them?”, 2026-11."""

_CLAIMS = ("small-data-goes-in-the-prompt", "large-or-changing-data-means-rag")


def _wrong(words: int, share: str) -> tuple[NumberRange, ...]:
    return (
        near(
            words * WORDS_A_TOKEN,
            t("A token is shorter than a word, so there are more tokens than words: divide."),
        ),
        near(words, t("Those are words. A token is about {share} of a word.", share=share), credit=0.5),
    )


def _make(draw: Draw) -> GeneratedItem:
    pages = draw.one_of("pages", (20, 36, 45, 60, 75, 120, 150, 240))
    words = draw.one_of("words", (300, 360, 450, 600))
    in_all = pages * words
    tokens = in_all / WORDS_A_TOKEN
    fits = tokens < LIMIT
    verdict = t("it fits: prompt stuffing") if fits else t("too much: RAG")
    share, limit = written(WORDS_A_TOKEN, "g"), decimal(LIMIT)
    steps = (
        WorkedStep(words=t("Words in all"), numbers=f"{pages} × {words}", result=decimal(in_all)),
        WorkedStep(words=t("In tokens"), numbers=f"{decimal(in_all)} ÷ {share}", result=decimal(tokens)),
        WorkedStep(
            words=t("Against {limit}", limit=limit),
            numbers=f"{decimal(tokens)} ÷ {limit}",
            result=f"{written(tokens / LIMIT, '.2g')}, {verdict}",
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
        question=t(
            "A handbook has {pages} pages of {words} words, and never changes. At {share} words a token, how "
            "many tokens is it? (Then ask yourself: does it go into the prompt?)",
            pages=pages,
            words=words,
            share=share,
        ),
        answer=tokens,
        unit="tokens",
        tolerance_percent=TWO_FIGURES,
        ranges=_wrong(in_all, share),
        explanation=told(steps),
        hint=t("There are more tokens than words."),
        steps=steps,
    )


FAMILY = Family("window-tokens", marked("Tokens against the context window"), _CLAIMS, _make)
