"""Who says the contrary of a misconception is not accused of it: what was corrected can be said in the next answer."""

from collections.abc import Iterator
from functools import cache

import yaml

from benchmarks.marking import FIXTURES
from core.interview.bank_rubrics import rubrics
from core.interview.marker import marker_of_many
from core.interview.rubric import Misconception, Rubric
from tests.read_once import load_content

CONTENT = load_content()


@cache
def looked_for() -> tuple[tuple[Rubric, Misconception], ...]:
    return tuple((rubric, one) for rubric in rubrics(CONTENT).values() for one in rubric.misconceptions)


def heard_in(rubric: Rubric, text: str) -> set[str]:
    return {found.id for found in marker_of_many().mark(rubric, text).misconceptions}


def said_by_others() -> Iterator[tuple[Rubric, Misconception, str]]:
    known = yaml.safe_load((FIXTURES / "known-better.yaml").read_text(encoding="utf-8"))
    for rubric, belief in looked_for():
        for text in known[belief.id]:
            yield rubric, belief, text


def test_no_correction_is_heard_as_what_it_corrects() -> None:
    assert len(looked_for()) > 150
    accused = [(rubric.id, one.id) for rubric, one in looked_for() if one.id in heard_in(rubric, one.correction)]
    assert accused == []


def test_correction_of_a_misconception_is_rarely_taken_for_it() -> None:
    asked = [*said_by_others()]
    accused = [(rubric.id, text) for rubric, belief, text in asked if belief.id in heard_in(rubric, text)]
    assert len(asked) > 600 and len(accused) <= 0.02 * len(asked), accused


def test_the_misconception_is_heard_beside_its_correction() -> None:
    rubric = rubrics(CONTENT)["estimate-a-7b-run/where-is-the-money"]
    wrong = "Five thousand rough examples beat five hundred careful ones, because volume is what counts."
    right = CONTENT.misconception_by_id["more-examples-always-win"].correction
    assert "more-examples-always-win" in heard_in(rubric, wrong)
    assert "more-examples-always-win" in heard_in(rubric, f"{right} Still: {wrong}")


def test_the_plain_denial_is_heard_as_the_misconception() -> None:
    rubric = rubrics(CONTENT)["rlhf-against-dpo"]
    for wrong in ("DPO doesn't need human preferences at all.", "RLHF needs raters, but DPO does not use human data."):
        assert "dpo-needs-no-preferences" in heard_in(rubric, wrong)
    for right in (
        "DPO doesn't need a reward model, only the preferences.",
        "DPO does not need RL, but it does need pairs.",
    ):
        assert "dpo-needs-no-preferences" not in heard_in(rubric, right)


def test_plain_right_sentence_is_not_heard_as_what_it_denies() -> None:
    said = {
        "what-sft-changes": "In SFT humans write the ideal answers, in RLHF they only rank them.",
        "seventy-billion-on-one-gpu": "QLoRA quantises everything except the adapters to 4 bit.",
        "half-a-second-for-an-answer": (
            "A shorter prompt does help prefill a bit but it wont fix a model thats just too slow."
        ),
    }
    for question, text in said.items():
        assert heard_in(rubrics(CONTENT)[question], f"Let me think about this one. {text}") == set(), text
