"""One bad interview question for each rule, and the exact sentence that its author gets."""

from pathlib import Path

import pytest

from tests.content.broken import problems_after
from tests.content.test_bad_items import broken_example

PLACE = "example-free-answer › "
RULES = {
    "too few key points": (
        "    - id: general\n      text: General benchmarks show what the model lost while it learned the task.\n"
        "      claim: measure-task-and-general\n"
        '      accept: ["I also run MMLU to see what it forgot", "look at general ability and not just at the task"]\n',
        "",
        "key_points: has too few entries (3); write at least 4",
    ),
    "one wording for two points": (
        '"I redo the split by date"',
        '"I also run MMLU to see what it forgot"',
        "the entry: the wording 'I also run MMLU to see what it forgot' appears twice; write each once",
    ),
    "two points of one id": (
        "    - id: production\n",
        "    - id: leakage\n",
        "the entry: the key point 'leakage' appears twice; write each once",
    ),
    "a claim that the question does not name": (
        "claims: [leakage-inflates-metrics, split-by-time, shift-can-fall-below-base, measure-task-and-general]",
        "claims: [leakage-inflates-metrics, split-by-time, shift-can-fall-below-base]",
        "the entry: the point 'general' states the claim 'measure-task-and-general'; add it to 'claims'",
    ),
    "a follow-up that waits for no point": (
        "      point: split-by-time\n",
        "      point: split-by-tim\n",
        "the entry: the follow-up 'example-follow-up' waits for 'split-by-tim'; name a key point",
    ),
    "a model answer that is too long": (
        "  model_answer: >-\n    Whether",
        "  model_answer: >-\n    " + "So " * 100 + "\n    Whether",
        "the entry: the model answer has 293 words; write 150 to 250",
    ),
    "an unknown misconception": (
        "    - misconception: more-examples-always-win\n      phrases",
        "    - misconception: more-examples-always-wins\n      phrases",
        "misconceptions: 'more-examples-always-wins' is not among the misconceptions; did you mean more-examples-always-win?",
    ),
    "an unknown claim of a follow-up": (
        "          claim: split-by-time\n",
        "          claim: split-by-tme\n",
        "follow_ups.example-follow-up.claims: 'split-by-tme' is not among the claims; did you mean split-by-time?",
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_bad_question_is_named_with_what_to_do(rule: str, tmp_path: Path) -> None:
    old, new, expected = RULES[rule]
    found = [line.split(" › ", 1)[1] for line in problems_after(tmp_path, broken_example(old, new))]
    assert found == [PLACE + expected]
