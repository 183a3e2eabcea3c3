"""Rows to values and back. Pure."""

from datetime import date
from typing import Any

from sqlalchemy import Row

from core.quiz.answers import Rating, answer_json, read_answer
from core.quiz.log import Answered, Confidence, LogEntry, Mode, Undone
from core.quiz.scheduling import Card, Phase
from core.store.tables import entries, micros, moment


def entry_row(learner_id: int, entry: LogEntry) -> dict[str, Any]:
    """The row of `entries` that keeps an entry."""
    row: dict[str, Any] = {"learner_id": learner_id, "id": entry.id, "at": micros(entry.at)}
    if isinstance(entry, Undone):
        return row | dict.fromkeys(_ANSWER_COLUMNS) | {"undoes": entry.answer_id}
    return row | {
        "undoes": None,
        "item_id": entry.item_id,
        "kind": entry.kind,
        "day": entry.day.isoformat(),
        "rating": int(entry.rating),
        "score": entry.score,
        "mode": entry.mode.value,
        "answer": answer_json(entry.answer) if entry.answer else None,
        "confidence": entry.confidence.value if entry.confidence else None,
        "hints": entry.hints,
        "seconds": entry.seconds,
        "retention": entry.retention,
        "quiz": entry.quiz,
    }


_ANSWER_COLUMNS = tuple(
    column.name for column in entries.c if column.name not in ("seq", "learner_id", "id", "at", "undoes")
)


def entry_of(row: Row[Any]) -> LogEntry:
    """The entry that a row of `entries` keeps."""
    kept = row._mapping
    at = moment(kept["at"])
    if kept["undoes"] is not None:
        return Undone(kept["id"], kept["undoes"], at)
    return Answered(
        id=kept["id"],
        item_id=kept["item_id"],
        kind=kept["kind"],
        at=at,
        day=date.fromisoformat(kept["day"]),
        rating=Rating(kept["rating"]),
        score=kept["score"],
        mode=Mode(kept["mode"]),
        answer=read_answer(kept["answer"]) if kept["answer"] else None,
        confidence=Confidence(kept["confidence"]) if kept["confidence"] else None,
        hints=kept["hints"],
        seconds=kept["seconds"],
        retention=kept["retention"],
        quiz=kept["quiz"],
    )


REVIEW_COLUMNS = tuple(
    entries.c[name] for name in ("seq", "id", "item_id", "at", "day", "rating", "mode", "retention", "score", "kind")
)
"""What the schedule needs of an answer: a long log is followed without reading what was answered."""


def review_of(row: Row[Any]) -> Answered:
    """The answer of a row of `REVIEW_COLUMNS`, without what was given."""
    _, name, item_id, at, day, rating, mode, retention, score, kind = tuple(row)
    return Answered(
        name,
        item_id,
        kind,
        moment(at),
        date.fromisoformat(day),
        Rating(rating),
        score,
        Mode(mode),
        retention=retention,
    )


def card_row(learner_id: int, card: Card) -> dict[str, Any]:
    """The row of `cards` that keeps a card."""
    times = {"due": micros(card.due), "reviewed": micros(card.reviewed)}
    return {"learner_id": learner_id} | card._asdict() | {"phase": card.phase.value} | times


def card_of(row: Row[Any]) -> Card:
    """The card that a row of `cards` keeps."""
    _, item_id, phase, step, stability, difficulty, due, reviewed, *counts = tuple(row)
    return Card(item_id, Phase(phase), step, stability, difficulty, moment(due), moment(reviewed), *counts)
