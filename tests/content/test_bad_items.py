"""One bad item for each rule of the bank, and the exact sentence that its author gets."""

from pathlib import Path

import pytest

from tests.content.broken import Edit, problems_after, replace
from tests.content.test_authoring_guide import EXAMPLES

FILE = "items/examples.yaml"


def broken_example(old: str, new: str) -> Edit:
    """The guide's examples as a file of the bank, with one thing replaced."""

    def edit(folder: Path) -> None:
        (folder / FILE).write_text(EXAMPLES, encoding="utf-8")
        replace(FILE, old, new)(folder)

    return edit


SMALL = "has 20 pages and was last changed two years ago"
TWINS: dict[str, tuple[str, str, list[str]]] = {
    "unknown twin": (
        "twin: example-case-small-wiki",
        "twin: example-case-smal-wiki",
        [
            "example-case-large-wiki › twin: 'example-case-smal-wiki' is not among the items; "
            "did you mean example-case-small-wiki?",
            "example-case-small-wiki › twin: 'example-case-large-wiki' has the twin 'example-case-smal-wiki'; "
            "let each name the other",
        ],
    ),
    "its own twin": (
        "twin: example-case-small-wiki",
        "twin: example-case-large-wiki",
        [
            "example-case-large-wiki › twin: 'example-case-large-wiki' is not among the items; "
            "did you mean example-case-small-wiki?",
            "example-case-small-wiki › twin: 'example-case-large-wiki' has the twin 'example-case-large-wiki'; "
            "let each name the other",
        ],
    ),
    "changed words that are not there": (
        f'changed: ["{SMALL}"]',
        'changed: ["has 30 pages"]',
        [
            "example-case-small-wiki › the entry: the changed words 'has 30 pages' appear 0 times in the situation; "
            "write them once"
        ],
    ),
    "differs elsewhere": (
        "in the right format.\n  answer: stuff",
        "in a good format.\n  answer: stuff",
        [
            "example-case-large-wiki › situation: differs from that of 'example-case-small-wiki' outside the changed words "
            "('the right format.', there 'a good format.'); make the rest the same, or add these words to changed"
        ],
    ),
    "unpaired changes": (
        f'changed: ["{SMALL}"]',
        'changed: ["20 pages", "two years ago"]',
        [
            "example-case-large-wiki › changed: has 1 changed parts and 'example-case-small-wiki' has 2; "
            "write them in pairs"
        ],
    ),
    "wrong approach with no misconception": (
        '{approach: smaller-model, why: "Speed is not the trouble.", misconception: size-beats-fit}\n'
        "  twin: example-case-small-wiki",
        '{approach: smaller-model, why: "Speed is not the trouble."}\n  twin: example-case-small-wiki',
        [
            "example-case-large-wiki › the entry: a wrong option needs its misconception; "
            "name one of content/misconceptions.yaml"
        ],
    ),
}

RULES: dict[str, tuple[str, str, list[str]]] = {
    "unknown misconception": (
        "misconception: lora-retrains-everything\n    - id: more-data",
        "misconception: lora-retrains-everythin\n    - id: more-data",
        [
            "example-single-choice › misconceptions: 'lora-retrains-everythin' is not among the misconceptions; "
            "did you mean lora-retrains-everything?"
        ],
    ),
    "wrong option with no misconception": (
        "      misconception: lora-retrains-everything\n    - id: more-data",
        "    - id: more-data",
        [
            "example-single-choice › options.all: a wrong option needs its misconception; "
            "name one of content/misconceptions.yaml"
        ],
    ),
    "no right option": (
        "      text: Two small matrices beside each adapted weight matrix\n      correct: true\n",
        "      text: Two small matrices beside each adapted weight matrix\n",
        ["example-single-choice › options: none of them is right; mark what is right with 'correct: true'"],
    ),
    "two right options": (
        "      misconception: lora-retrains-everything\n    - id: more-data",
        "      correct: true\n    - id: more-data",
        ["example-single-choice › the entry: 2 of the options are right; mark exactly one with 'correct: true'"],
    ),
    "option without why": (
        "      why: Their product stands for the change of the weight matrix, which itself stays as it was.\n",
        "",
        ["example-single-choice › options.adapters.why: is missing; add it"],
    ),
    "missing explanation": (
        "  explanation: What changes is looked up; how the model behaves is taught.\n",
        "",
        ["example-multiple-choice › explanation: is missing; add it"],
    ),
    "no claim": (
        "claims: [rlhf-trains-reward-model]",
        "claims: []",
        ["example-flashcard › claims: has too few entries (0); write at least 1"],
    ),
    "unknown node": (
        "node: rlhf-dpo\n  claims: [rlhf-trains-reward-model]",
        "node: rlhf-dppo\n  claims: [rlhf-trains-reward-model]",
        ["example-flashcard › node: 'rlhf-dppo' is not among the nodes; did you mean rlhf-dpo?"],
    ),
    "right answer too long": (
        "text: Two small matrices beside each adapted weight matrix",
        "text: Two small matrices beside each adapted weight matrix, whose product stands for the change of it",
        [
            "example-single-choice › options: the right answer has 95 letters and the longest wrong one 50; "
            "bring them closer"
        ],
    ),
    "right answer too short": (
        "text: Two small matrices beside each adapted weight matrix",
        "text: Two small ones",
        [
            "example-single-choice › options: the right answer has 14 letters and the shortest wrong one 49; "
            "bring them closer"
        ],
    ),
    "near-duplicate": (
        "question: What does the R in LoRA stand for?",
        "question: What does LoRA stand for?",
        [
            "lora-stands-for › question: shares 100% of its words with 'example-short-text'; "
            "ask something else, or remove one"
        ],
    ),
    "wording twice": (
        'variants: [matrix rank, "the rank (of a matrix)"]',
        "variants: [matrix rank, rank]",
        ["example-short-text › the entry: the wording 'rank' appears twice; write each once"],
    ),
    "range holds the answer": (
        "{low: 24900, high: 25100",
        "{low: 400, high: 25100",
        ["example-number › the entry: the answer 416.7 lies in a range of wrong numbers; correct that range"],
    ),
    "swap of unknown step": (
        "      later: sft\n",
        "      later: sftt\n",
        ["example-order › the entry: the swap names 'sftt', which is not among the steps; use a step's id"],
    ),
    "swap the wrong way round": (
        "    - earlier: pre-training\n      later: sft\n",
        "    - earlier: sft\n      later: pre-training\n",
        ["example-order › the entry: in the right order 'sft' does not come before 'pre-training'; turn the swap round"],
    ),
    "confusion that is right": (
        "{left: facts, right: style,",
        "{left: facts, right: facts,",
        ["example-match › the entry: 'facts' with 'facts' is the right match, not a confusion"],
    ),
    "gap not in the text": (
        "in {{bits}} bits",
        "in {{bit}} bits",
        ["example-cloze › the entry: the text has the gaps ['base', 'bit'] and the list has ['base', 'bits']; "
         "name each once in both"],
    ),
    "two wrong passages": (
        'why: "LoRA is a way to adapt a model."}',
        'wrong: true, why: "LoRA is a way to adapt a model."}',
        ["example-spot-error › the entry: 2 passages are wrong; mark exactly one with 'wrong: true'"],
    ),
    "prediction with no basis": (
        "  from_claim: {claim: cost-lora-7b, figure: 0}\n",
        "",
        [
            "example-predict-claim › the entry: name where the number comes from: from_claim or from_calculator, "
            "one of the two"
        ],
    ),
    "prediction against its claim": (
        "  answer: 10\n  high: 40\n",
        "  answer: 10\n  high: 50\n",
        ["example-predict-claim › answer: is not the claim's figure (10 to 40 usd); write the same"],
    ),
    "prediction in another unit than its claim's": (
        "  unit: usd\n  from_claim",
        "  unit: hours\n  from_claim",
        ["example-predict-claim › unit: 'hours' is not the unit of the claim's figure, which is in usd; correct it"],
    ),
    "prediction of no figure": (
        "figure: 0}",
        "figure: 7}",
        ["example-predict-claim › from_claim.figure: 'cost-lora-7b' has 3 figures, counted from 0; name one of them"],
    ),
    "prediction of a claim without figures": (
        "{claim: cost-lora-7b, figure: 0}",
        "{claim: lora-name, figure: 0}",
        [
            "example-predict-claim › from_claim.figure: 'lora-name' has no figures; give the claim some, "
            "or use from_calculator"
        ],
    ),
    "two follow-ups with one id": (
        "    - id: example-harder-follow-up",
        "    - id: example-follow-up",
        ["example-free-answer › follow_ups: 'example-follow-up' appears 2 times; give each its own id"],
    ),
    "follow-up with an item's id": (
        "    - id: example-follow-up",
        "    - id: example-match",
        [
            "example-free-answer › follow_ups.example-match: 'example-match' is the id of another question too; "
            "give it its own"
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", [*RULES, *TWINS])
def test_bad_item_is_named_with_what_to_do(case: str, tmp_path: Path) -> None:
    old, new, expected = (RULES | TWINS)[case]
    found = [line.split(" › ", 1)[1] for line in problems_after(tmp_path, broken_example(old, new))]
    assert found == expected
