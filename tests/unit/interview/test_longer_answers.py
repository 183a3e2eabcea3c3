"""What is true and beside the matter takes nothing from an answer."""

import pytest

from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import load_marker
from core.interview.verdicts import Verdict
from tests.unit.interview.rubrics import GOOD, RUBRIC, heard_answer

ASIDES = (
    (
        "great-offline-poor-in-production",
        "The advantage is that I can take the adapter off and have the old model back.",
    ),
    ("ceo-wants-the-wiki-trained", "The second would have shown the loss while training was still running."),
    ("half-a-second-for-an-answer", "One of the same distribution is held out and shows overfitting."),
    ("small-model-cannot-reason", "That costs nothing and takes hours, where fine-tuning takes weeks."),
    ("seventy-billion-on-one-gpu", "Teams reach for fine-tuning too early, and one afternoon is too early."),
)
"""A question, and a sentence of the answer to another one that says nothing of its points."""


@pytest.mark.parametrize(("question", "aside"), ASIDES)
def test_a_model_answer_stays_full_when_something_true_is_said_besides(
    content: Content, question: str, aside: str
) -> None:
    item, rubric = content.item_by_id[question], rubrics(content)[question]
    assert isinstance(item, FreeAnswer)
    alone = load_marker().mark(rubric, aside)
    assert {point.verdict for point in alone.points} == {Verdict.MISSING}
    for longer in (f"{item.model_answer} {aside}", f"{aside} {item.model_answer}"):
        assert load_marker().mark(rubric, longer).score == 1.0, longer


def test_sentences_beside_the_matter_are_left_out_of_what_bears_on_the_rubric() -> None:
    said, alone = heard_answer(f"We met on a Monday in May. {GOOD} Lunch was soup.", RUBRIC), heard_answer(GOOD, RUBRIC)
    assert [one.text for one in said.bearing.windows] == [one.text for one in alone.windows]
    assert said.bearing.words == alone.words
    assert alone.bearing is alone


def test_an_answer_of_which_nothing_bears_on_the_rubric_is_read_as_a_whole() -> None:
    said = heard_answer("We met on a Monday in May. Lunch was soup.", RUBRIC)
    assert said.bearing is said
