"""What bears an id twice is told together with what is wrong inside entries, not after it."""

from pathlib import Path

from tests.content.broken import add, problems_after, replace

_LEFT_OUT = "- id: {0}\n  source: tldr\n"


def test_an_id_that_an_entry_with_a_fault_bears_too(tmp_path: Path) -> None:
    found = problems_after(tmp_path, add("claims/stages.yaml", _LEFT_OUT.format("rlhf-purpose")))
    assert found == [
        "claims/stages.yaml › rlhf-purpose › id: is already in claims/alignment.yaml; give one of the two another id",
        "claims/stages.yaml › rlhf-purpose › text: is missing; add it",
    ]


def test_an_id_that_two_entries_with_faults_bear(tmp_path: Path) -> None:
    found = problems_after(tmp_path, add("claims/stages.yaml", 2 * _LEFT_OUT.format("both")))
    assert [line.partition("› both › ")[2] for line in found] == [
        "id: is already in claims/stages.yaml; give one of the two another id",
        *(["text: is missing; add it"] * 2),
    ]


def test_what_is_twice_inside_an_entry_and_in_the_glossary(tmp_path: Path) -> None:
    def break_three(folder: Path) -> None:
        add("claims/stages.yaml", _LEFT_OUT.format("silent"))(folder)
        replace("lessons/fine-tuning.yaml", "- id: what-you-call", "- id: capable-start")(folder)
        term = (
            "- id: lora-again\n  term: LoRA\n  definition: Adapters of low rank.\n  page: fine-tuning\n  source: tldr\n"
        )
        add("terms/glossary.yaml", term)(folder)

    assert problems_after(tmp_path, break_three) == [
        "claims/stages.yaml › silent › text: is missing; add it",
        "lessons/fine-tuning.yaml › fine-tuning › blocks: 'capable-start' appears 2 times; give each its own id",
        "terms/glossary.yaml › lora-again › term: 'LoRA' is already the term 'lora'; change that entry instead",
    ]
