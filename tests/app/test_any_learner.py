"""Whatever a file of a learner holds that can be imported at all: with it every page opens."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from components import session
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.export.learner_json import read_learner_json
from core.interview.mock import Level
from core.interview.verdicts import Verdict
from core.quiz.answers import Rating
from core.quiz.log import Confidence, Mode
from tests.app.pages import opened, words
from tests.open_pages import open_pages

NOW = datetime.now(UTC).replace(microsecond=0)
ITEMS = session.content().items
QUESTIONS = [item for item in ITEMS if isinstance(item, FreeAnswer)]
TEXTS = ("", "LoRA", "13T", "-1", "1e308", "1e-320", "<b>x</b>", "a" * 500, "\u202eabc", "x\ny")
WAYS = {
    "quick_fire.py": ({}, {"way": "drill"}, {"way": "exam"}),
    "interview.py": ({}, {"way": "mock"}),
}


class Made:
    """What chance makes of a learner: each value is one that a file may hold, and seldom one that fits."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def file(self) -> bytes:
        """A whole file."""
        drafts = {
            "quick-fire": self.place(),
            "drill": self.quiz("drill"),
            "exam": self.quiz("exam"),
            "cases": self.quiz("cases"),
            "interview": self.mock(),
            "interview-past-a": self.mock(),
            "interview-question": self.sitting(),
        }
        whole = {
            "format": "llm-ladder-learner",
            "version": 2,
            "exported": NOW.isoformat(),
            "settings": {"confidence": self.even(), "two_buttons": self.even(), "interview_on": str(NOW.date())},
            "entries": [self.entry(number) for number in range(self.chance.choice((5, 40, 200)))],
            "drafts": {name: json.dumps(value) for name, value in drafts.items()},
        }
        return json.dumps(whole).encode()

    def even(self) -> bool:
        return self.chance.random() < 0.5

    def some(self, ids: Sequence[str], most: int) -> list[str]:
        return [self.chance.choice(ids) for _ in range(self.chance.randrange(most + 1))]

    def item(self) -> tuple[AnyItem, str]:
        """An item, and its id: now and then that of one that there is not, or of numbers of its own."""
        item = self.chance.choice(ITEMS)
        return item, self.chance.choice([item.id] * 8 + ["gone-item", f"{item.id}~{self.chance.randrange(10**6)}"])

    def answer(self, item: AnyItem) -> dict[str, object]:
        """An answer of any kind, with ids of the item."""
        ids, text = _ids(item.model_dump(mode="json")), self.chance.choice(TEXTS)
        return self.chance.choice(
            (
                {"kind": "self-graded", "rating": self.chance.choice(list(Rating))},
                {"kind": "picked", "options": self.some(ids, 4)},
                {"kind": "judged", "holds": self.even(), "reason": self.chance.choice(ids)},
                {"kind": "typed", "text": text, "number": self.chance.choice((None, 0, 5e-324, 1e300, -1e300))},
                {"kind": "filled", "texts": [[one, text] for one in self.some(ids, 4)]},
                {"kind": "arranged", "steps": self.some(ids, 8)},
                {"kind": "matched", "pairs": [[one, self.chance.choice(ids)] for one in self.some(ids, 5)]},
            )
        )

    def entry(self, number: int) -> dict[str, object]:
        """An answer of the log, or one that takes an earlier one back."""
        at = NOW - timedelta(minutes=self.chance.choice((0, 60, 1_440, 60_000, 2_000_000)))
        if number and self.chance.random() < 0.1:
            return {"id": f"u{number}", "undoes": f"e{self.chance.randrange(number)}", "at": at.isoformat()}
        item, item_id = self.item()
        return {
            "id": f"e{number}",
            "item": item_id,
            "kind": self.chance.choice((item.kind, "case", "unknown")),
            "at": at.isoformat(),
            "day": str(at.date() + timedelta(days=self.chance.choice((-1, 0, 1)))),
            "rating": self.chance.choice(list(Rating)),
            "score": self.chance.choice((0, 0.5, 1)),
            "mode": self.chance.choice(list(Mode)),
            "answer": self.answer(item),
            "confidence": self.chance.choice(list(Confidence)),
            "seconds": self.chance.choice((0, 4.5, 86_400)),
        }

    def quiz(self, mode: str) -> dict[str, object]:
        """A quiz that is open or over."""
        asked = [self.item() for _ in range(self.chance.randrange(1, 9))]
        given = {name: {"id": f"r{name}", "answer": self.answer(item)} for item, name in asked if self.even()}
        return {
            "id": "q",
            "title": self.chance.choice(("Drill", "", "x" * 120)),
            "mode": mode,
            "item_ids": [name for _, name in asked],
            "started": NOW.isoformat(),
            "place": self.chance.choice((0, len(asked), 50)),
            "responses": given,
            "draft": self.answer(asked[0][0]),
            "submitted": self.chance.choice((None, NOW.isoformat())),
        }

    def place(self) -> dict[str, object]:
        """Where a review stands."""
        item, item_id = self.item()
        return {
            "item_id": item_id,
            "answer_id": "e1",
            "seed": "s",
            "shown_at": NOW.isoformat(),
            "mode": self.chance.choice(("review", "ahead", "cram")),
            "rest": [self.item()[1] for _ in range(3)],
            "draft": self.answer(item),
            "revealed": self.even(),
        }

    def turn(self) -> dict[str, object]:
        """An interview answer."""
        item = self.chance.choice(QUESTIONS)
        ids = _ids(item.model_dump(mode="json"))
        return {
            "question": item.id,
            "follow_up": self.chance.choice((None, None, self.chance.choice(ids))),
            "answer": self.chance.choice(TEXTS),
            "judgeable": self.even(),
            "misconceptions": self.some(ids, 2),
            "own": {one: self.chance.choice(list(Verdict)) for one in self.some(ids, 4)},
        }

    def sitting(self) -> dict[str, object]:
        """A question with its answers, mostly of itself."""
        turns = [self.turn() for _ in range(self.chance.randrange(4))]
        question = turns[0]["question"] if turns else QUESTIONS[0].id
        return {
            "id": "s",
            "question": question,
            "writing": self.even(),
            "shown": self.chance.randrange(5),
            "turns": [turn | {"question": self.chance.choice((question, turn["question"]))} for turn in turns],
        }

    def mock(self) -> dict[str, object]:
        """An interview."""
        return {
            "id": "m",
            "started": NOW.isoformat(),
            "level": self.chance.choice(list(Level)),
            "topics": [],
            "question_ids": [self.chance.choice(QUESTIONS).id for _ in range(3)],
            "turns": [self.turn() for _ in range(self.chance.randrange(6))],
            "place": self.chance.randrange(5),
            "passed": self.chance.randrange(5),
            "ended": self.chance.choice((None, NOW.isoformat())),
        }


def _ids(value: object) -> list[str]:
    """All ids within an item."""
    if isinstance(value, list):
        return [one for part in value for one in _ids(part)]
    if isinstance(value, dict):
        own = [value["id"]] if isinstance(value.get("id"), str) else []
        return own + [one for part in value.values() for one in _ids(part)]
    return []


@pytest.mark.parametrize("seed", (8, 50))
def test_every_page_opens_for_any_learner(seed: int) -> None:
    key = session.new_id()
    session.store().transfer.take(key, read_learner_json(Made(seed).file()), NOW, settings=True)
    for page in open_pages():
        for params in WAYS.get(page.file.name, ({},)):
            assert "<h1" in words(opened(page.file.name, params, visitor=key))
