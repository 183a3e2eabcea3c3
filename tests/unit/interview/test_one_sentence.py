"""A misconception that is said in one plain sentence is heard, and its twin, which is right, is not taken for it.

Each sentence is tried on the first question of the bank that looks for its misconception.
"""

from collections.abc import Iterator

import pytest
import yaml

from benchmarks.marking import FIXTURES
from core.interview.bank_rubrics import rubrics
from core.interview.marker import marker_of_many
from tests.read_once import load_content

BANK = rubrics(load_content())


def heard_of(half: str, kind: str, end: str = ".") -> Iterator[tuple[str, bool]]:
    """Each sentence of a kind, closed as given, and whether the misconception that it is about is heard in it."""
    for belief, said in yaml.safe_load((FIXTURES / f"{half}.yaml").read_text(encoding="utf-8")).items():
        asked = next(one for one in BANK.values() if belief in {looked_for.id for looked_for in one.misconceptions})
        for text in said[kind]:
            found = marker_of_many().mark(asked, text.rstrip(".") + end).misconceptions
            yield text, belief in {one.id for one in found}


@pytest.mark.parametrize(("half", "least"), [("one-sentence", 16), ("one-sentence-held-out", 17)])
def test_a_plain_sentence_is_heard(half: str, least: int) -> None:
    said = [*heard_of(half, "wrong")]
    unheard = [text for text, is_heard in said if not is_heard]
    assert len(said) == 48 and len(said) - len(unheard) >= least, unheard


@pytest.mark.parametrize(("half", "most"), [("one-sentence", 1), ("one-sentence-held-out", 1)])
def test_its_twin_that_is_right_is_not_taken_for_it(half: str, most: int) -> None:
    accused = [text for text, is_heard in heard_of(half, "right") if is_heard]
    assert len(accused) <= most, accused


def test_a_sentence_is_taken_for_one_misconception_alone() -> None:
    said = "I'd fine-tune the model, since a fine-tuned model answers faster than the original one."
    found = marker_of_many().mark(BANK["half-a-second-for-an-answer"], said).misconceptions
    assert [one.id for one in found] == ["tuning-makes-it-fast"]


def test_what_says_a_key_point_is_not_taken_for_a_misconception() -> None:
    for said in (
        "Fine-tuning: gets example dialogues, learns to follow instructions.",
        "Tuned on dialogues, it obeys.",
    ):
        mark = marker_of_many().mark(BANK["stages-for-a-newcomer"], said)
        assert mark.misconceptions == ()
    wrong = marker_of_many().mark(BANK["stages-for-a-newcomer"], "A base model follows instructions.")
    assert [one.id for one in wrong.misconceptions] == ["base-model-follows-instructions"]


@pytest.mark.parametrize(("half", "kind"), [("one-sentence", "right"), ("one-sentence-held-out", "wrong")])
def test_a_missing_full_stop_changes_no_mark(half: str, kind: str) -> None:
    without = [is_heard for _, is_heard in heard_of(half, kind, end="")]
    assert without == [is_heard for _, is_heard in heard_of(half, kind)]


def test_evidence_stays_within_an_answer_without_a_full_stop() -> None:
    said = "A base model follows instructions"
    found = marker_of_many().mark(BANK["stages-for-a-newcomer"], said).misconceptions
    assert [said[one.evidence.start : one.evidence.end] for one in found] == [said]
    assert found[0].evidence.end == len(said)


def test_a_list_of_keywords_holds_no_misconception() -> None:
    said = "Higher rank, better model, quality, LoRA, parameters, adapters"
    found = marker_of_many().mark(BANK["lora-or-full"], said)
    assert found.notes and found.misconceptions == ()
