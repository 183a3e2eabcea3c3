"""An item as question and answer is said in the language in force, whatever stands around what the item holds."""

import pytest

from core.content.typed_items import PredictNumber
from core.export.gift import gift
from core.export.item_text import answer_text, number_ranges, question_text
from core.export.qti import qti_item
from core.language.in_force import speaking
from core.quiz.answers import Typed
from core.quiz.marking_typed import mark_prediction
from tests.unit.quiz.examples import ALL, example


@pytest.mark.parametrize(
    ("name", "asked", "answered"),
    [
        ("true-false", "Wahr oder falsch? DPO still needs", "Wahr\n"),
        ("match", "\nMit:\n- ", "→ RAG"),
        ("spot-error", "\n1. ", "\nRichtig: "),
        ("number", "\n(Einheit: Personenstunden)", " Personenstunden"),
    ],
)
def test_question_and_answer_are_said_in_german(name: str, asked: str, answered: str) -> None:
    with speaking("de"):
        assert asked in question_text(example(name))
        assert answered in answer_text(example(name))


def test_number_of_a_german_answer_has_german_marks() -> None:
    with speaking("de"):
        assert answer_text(ALL["bill-for-5000-labels"]) == "12.500 Dollar"
    assert answer_text(ALL["bill-for-5000-labels"]) == "12,500 dollars"


def test_platforms_get_a_german_unit_and_german_verdicts() -> None:
    with speaking("de"):
        assert "(Einheit\\: Personenstunden) {" in gift([example("number")])
        assert b"/> Personenstunden<" in qti_item(example("number"))
        assert "{TRUE#" in gift([example("true-false")])  # what GIFT names a verdict is no German
        told = qti_item(example("true-false"))
    assert b'identifier="true">Wahr<' in told
    assert b"<prompt>Weil</prompt>" in told


@pytest.mark.parametrize("item", [item for item in ALL.values() if isinstance(item, PredictNumber)], ids=lambda i: i.id)
def test_near_guess_earns_in_an_export_what_it_earns_here(item: PredictNumber, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PredictNumber, "near_credit", 0.25)
    near = number_ranges(item)[0]
    assert near.low is not None
    assert near.credit == mark_prediction(item, Typed(text=f"{near.low * 1.001:.6g}")).score == 0.25
    assert mark_prediction(item, Typed(text=f"{near.low * 0.999:.6g}")).score == 0
