"""One broken link for each rule across files, and the exact sentence that its author gets."""

from pathlib import Path

import pytest

from tests.content.broken import Edit, add, problems_after, remove, replace

CLAIM = "- id: {0}\n  text: A sentence.\n  source: tldr\n"
GUIDE = "guide.yaml › guide › "

LINKS: dict[str, tuple[Edit, list[str]]] = {
    "untaught claim": (
        add("claims/stages.yaml", CLAIM.format("nobody-teaches-this")),
        [
            "claims/stages.yaml › nobody-teaches-this › id: is taught nowhere; "
            "name it in the claims of a stop or of a lesson's block",
            "claims/stages.yaml › nobody-teaches-this › id: is tested nowhere; "
            "name it in the claims of an item or a case",
        ],
    ),
    "dangling claim": (
        replace(
            "pitfalls.yaml",
            "claims: [leakage-inflates-metrics, split-by-time]",
            "claims: [leakage-inflate-metrics, split-by-time]",
        ),
        [
            "claims/goes-wrong.yaml › leakage-inflates-metrics › id: is taught nowhere; "
            "name it in the claims of a stop or of a lesson's block",
            "pitfalls.yaml › leakage › claims: 'leakage-inflate-metrics' is not among the claims; did you mean leakage-inflates-metrics?",
        ],
    ),
    "dangling claim of a large number": (
        replace("stages.yaml", "scale: [gpt-4-tokens, ", "scale: [gpt-4-tokenz, "),
        ["stages.yaml › raw-text › scale: 'gpt-4-tokenz' is not among the claims; did you mean gpt-4-tokens?"],
    ),
    "block twice in a lesson": (
        replace("lessons/fine-tuning.yaml", "- id: what-you-call", "- id: capable-start"),
        ["lessons/fine-tuning.yaml › fine-tuning › blocks: 'capable-start' appears 2 times; give each its own id"],
    ),
    "block of another lesson": (
        replace("lessons/fine-tuning.yaml", "- id: what-you-call", "- id: too-early"),
        [
            "lessons/pitfalls.yaml › pitfalls › blocks: 'too-early' is already a block of the lesson 'fine-tuning'; "
            "give one of the two another id"
        ],
    ),
    "term twice": (
        add(
            "terms/glossary.yaml",
            "- {id: low-rank-adapters, term: lora, definition: 'Two small matrices, trained.', source: sft}\n",
        ),
        [
            "terms/glossary.yaml › low-rank-adapters › term: 'lora' is already the term 'lora'; change that entry instead"
        ],
    ),
    "another name of a term": (
        add("terms/glossary.yaml", "- {id: test-set, term: Test set, definition: 'Kept shut.', source: sft}\n"),
        [
            "terms/glossary.yaml › test-set › term: 'Test set' is another name of the term 'evaluation-set'; "
            "change that entry instead"
        ],
    ),
    "dangling figure": (
        replace("lessons/fine-tuning.yaml", "figure: lora-builder", "figure: lora-bilder"),
        [
            "lessons/fine-tuning.yaml › fine-tuning › blocks.set-the-dials.figure: "
            "'lora-bilder' is not among the figures of components/figures; did you mean lora-builder?"
        ],
    ),
    "dangling figure of a pitfall": (
        replace("pitfalls.yaml", "figure: leakage", "figure: lekage"),
        [
            "pitfalls.yaml › leakage › figure: "
            "'lekage' is not among the figures of components/figures; did you mean leakage?"
        ],
    ),
    "dangling claim like no other": (
        replace(
            "pitfalls.yaml",
            "claims: [leakage-inflates-metrics, split-by-time]",
            "claims: [leakage-inflates-metrics, split-by-time, zzz]",
        ),
        ["pitfalls.yaml › leakage › claims: 'zzz' is not among the claims; write it first, or correct the id"],
    ),
    "phase that is no group's": (
        replace("stages.yaml", 'phase: "Stage 2: SFT"', 'phase: "Stage 2: tuning"'),
        [
            "stages.yaml › sft › phase: 'Stage 2: tuning' is not the node's group in graphs/pipeline.yaml; write 'Stage 2: SFT'"
        ],
    ),
    "dangling section": (
        replace("pitfalls.yaml", "source: when-not", "source: when-nott"),
        [
            "pitfalls.yaml › changing-facts › source: 'when-nott' is not a section of the chapter; did you mean when-not?"
        ],
    ),
    "dangling pitfall of an approach": (
        replace("approaches.yaml", "pitfalls: [changing-facts]", "pitfalls: [changing-fact]"),
        [
            "approaches.yaml › prompt-stuffing › pitfalls: 'changing-fact' is not among the pitfalls; did you mean changing-facts?"
        ],
    ),
    "dangling item": (
        replace(
            "stages.yaml", "items: [stages-for-a-newcomer, forgetting]", "items: [stages-for-a-newcomer, forgeting]"
        ),
        ["stages.yaml › sft › items: 'forgeting' is not among the items; did you mean forgetting?"],
    ),
    "dangling term": (
        replace("terms/glossary.yaml", "see: [gpu, vram, a10g, qlora]", "see: [gpu, vram, a10g, qlorra]"),
        ["terms/glossary.yaml › a100 › see: 'qlorra' is not among the terms; did you mean qlora?"],
    ),
    "source of a term that is no section": (
        replace("terms/glossary.yaml", "source: three-stages", "source: three-stage"),
        [
            "terms/glossary.yaml › api › source: 'three-stage' is not among the sections of the chapter; "
            "did you mean three-stages?"
        ],
    ),
    "dangling node of an item": (
        replace("items/quick-fire.yaml", "node: rlhf-dpo", "node: rlhf-dpoo"),
        ["items/quick-fire.yaml › rlhf-purpose › node: 'rlhf-dpoo' is not among the nodes; did you mean rlhf-dpo?"],
    ),
    "figure without numbers": (
        replace("stages.yaml", "scale: [gpt-4-tokens, llama-tokens]", "scale: [raw-text-sources]"),
        ["stages.yaml › raw-text › scale: 'raw-text-sources' has no figures to show; name a claim that has some"],
    ),
    "cost to guess with no dollars": (
        replace("stages.yaml", "claims: [pre-training-cost]}", "claims: [gpt-4-tokens]}"),
        ["stages.yaml › pre-training › guess.claims: 'gpt-4-tokens' has no figure in usd; name a claim that has one"],
    ),
    "cost row that says something else than its claim": (
        replace("costs.yaml", "cost: {low: 40, high: 120, unit: usd}", "cost: {low: 40, high: 130, unit: usd}"),
        [
            "costs.yaml › lora-13b › cost: 40–130 usd is not among the figures of its claim 'cost-lora-13b' "
            "(40–120 usd, 4–12 hours, 40 gb); write the same in both"
        ],
    ),
    "lesson of no page": (
        replace("lessons/pitfalls.yaml", "- id: pitfalls\n", "- id: pitfall\n"),
        ["lessons/pitfalls.yaml › pitfall › id: 'pitfall' is not the slug of a page; did you mean pitfalls?"],
    ),
    "a direction in a word": (
        replace("graphs/sft.yaml", "direction: LR", "direction: left"),
        ["graphs/sft.yaml › sft › direction: 'left' is not allowed; choose one of 'TB' or 'LR'"],
    ),
    "a source of one letter": (
        replace("graphs/sft.yaml", "source: ", "source: x  # "),
        ["graphs/sft.yaml › sft › source: is too short; write at least 3 characters"],
    ),
    "node twice": (
        replace(
            "graphs/sft.yaml",
            '    - {id: base-model, product: true, label: "Pre-trained Base Model"}\n',
            '    - {id: base-model, product: true, label: "Pre-trained Base Model"}\n    - {id: base-model, label: "Again"}\n',
        ),
        ["graphs/sft.yaml › sft › nodes: 'base-model' appears 2 times; give each node its own id"],
    ),
    "edge to nowhere": (
        replace("graphs/sft.yaml", "{from: base-model, to: sft-training}", "{from: base-model, to: sft-trainin}"),
        ["graphs/sft.yaml › sft › nodes: 'sft-trainin' is not among the nodes; did you mean sft-training?"],
    ),
    "node on no edge": (
        replace("graphs/sft.yaml", "    - {from: base-model, to: sft-training}\n", ""),
        ["graphs/sft.yaml › sft › nodes: 'base-model' has no edge; add one, or remove the node"],
    ),
    "unknown group": (
        replace("graphs/pipeline.yaml", "group: yours, category: rag", "group: your, category: rag"),
        ["graphs/pipeline.yaml › pipeline › groups: 'your' is not among the groups; did you mean yours?"],
    ),
    "extends nothing": (
        replace("graphs/guide.yaml", "extends: decision", "extends: decisions"),
        [
            "graphs/guide.yaml › guide › extends: 'decisions' is not a graph that can be extended; did you mean decision?"
        ],
    ),
    "stop without a node": (
        replace("stages.yaml", "- id: rag\n", "- id: ragg\n"),
        [
            "stages.yaml › rag › id: is a node of the pipeline with no stop; write its entry",
            "stages.yaml › stages › nodes: 'ragg' is not among the nodes; did you mean rag?",
        ],
    ),
    "unreachable outcome": (
        replace("guide.yaml", "        leads_to: fine-tune-knowledge\n", "        leads_to: rag\n"),
        [
            f"{GUIDE}fine-tune-knowledge: cannot be reached; let an option lead to it, or remove it",
            f"{GUIDE}questions: no option takes the edge knowledge-stable → fine-tune-knowledge of the graph; "
            "add one, or remove the edge",
        ],
    ),
    "dead branch": (
        replace("guide.yaml", "        leads_to: quality\n", "        leads_to: qualty\n"),
        [
            f"{GUIDE}fine-tune-smaller: cannot be reached; let an option lead to it, or remove it",
            f"{GUIDE}quality: cannot be reached; let an option lead to it, or remove it",
            f"{GUIDE}questions.problem.speed.leads_to: 'qualty' is neither a question nor an outcome; did you mean quality?",
            f"{GUIDE}ship-smaller: cannot be reached; let an option lead to it, or remove it",
        ],
    ),
    "way along no edge": (
        replace("guide.yaml", "        path: [lacks-knowledge]\n", "        path: [wrong-style]\n"),
        [
            f"{GUIDE}questions: no option takes the edge problem → lacks-knowledge of the graph; "
            "add one, or remove the edge",
            f"{GUIDE}questions.problem.knowledge.path: the graph has no edge wrong-style → data-size; correct the path",
        ],
    ),
    "assumes no option": (
        replace("guide.yaml", "      assume: fits\n", "      assume: fit\n"),
        [f"{GUIDE}questions.data-size.unsure.assume: 'fit' is not among the options; name one of them"],
    ),
    "graph of the guide is none": (
        replace("guide.yaml", "graph: guide\n", "graph: guides\n"),
        [f"{GUIDE}graph: 'guides' is not among the graphs; name one that exists"],
    ),
    "outcome of no approach": (
        replace("guide.yaml", "    approach: rag\n", "    approach: ragg\n"),
        [f"{GUIDE}outcomes.rag.approach: 'ragg' is not among the approaches; did you mean rag?"],
    ),
}


@pytest.mark.parametrize("case", LINKS)
def test_broken_link_is_named_with_what_to_do(case: str, tmp_path: Path) -> None:
    edit, expected = LINKS[case]
    assert problems_after(tmp_path, edit) == expected


def test_course_without_its_pipeline_says_who_needs_it(tmp_path: Path) -> None:
    found = problems_after(tmp_path, remove("graphs/pipeline.yaml"))
    assert "graphs.yaml › pipeline › id: is missing; the training pipeline page draws it" in found


def test_guide_that_begins_nowhere_says_so(tmp_path: Path) -> None:
    found = problems_after(tmp_path, replace("guide.yaml", "first: problem\n", "first: problems\n"))
    assert f"{GUIDE}first: 'problems' is not among the questions; name the first question" in found


def test_question_of_the_graph_that_the_guide_does_not_ask_is_named(tmp_path: Path) -> None:
    edit = replace("graphs/decision.yaml", "{id: need, label", "{id: need, kind: decision, label")
    assert problems_after(tmp_path, edit) == [
        f"{GUIDE}questions: the graph asks at 'need' and the guide does not; add it"
    ]
