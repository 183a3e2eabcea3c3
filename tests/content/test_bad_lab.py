"""One thing wrong with a station of the lab, and the exact sentence that its author gets."""

from pathlib import Path

import pytest

from tests.content.broken import Edit, problems_after, replace

TUNE = "lab/tune.yaml › tune › "
STEP = "agendas.yaml › workshop-45 › steps.lab-lazy."
STATION = "station: tune\n"
GUESS = """station: tune
      guess:
        question: How many?
        low: 0
        high: 100
        step: 5
        answer: {run: RUN, figure: gap, knobs: {rank: 3}, unit: points}
        because: So it was recorded.
"""
BROKEN: dict[str, tuple[Edit, list[str]]] = {
    "claim that there is not": (
        replace("lab/tune.yaml", "claim: quality-over-quantity", "claim: quality-over-quantities"),
        [
            TUNE
            + "verdicts.claim: 'quality-over-quantities' is not among the claims; did you mean quality-over-quantity?"
        ],
    ),
    "claim judged twice": (
        replace("lab/tune.yaml", "claim: quality-over-quantity", "claim: next-token-prediction"),
        [TUNE + "verdicts: 'next-token-prediction' already has a verdict, in 'pre-train'; keep one of the two"],
    ),
    "run that there is not": (
        replace("lab/tune.yaml", "figures:\n        base: {run: tune,", "figures:\n        base: {run: tunes,"),
        [TUNE + "verdicts.sft-teaches-to-follow.figures.base: 'tunes' is not a run of the lab; did you mean tune?"],
    ),
    "step that there is not": (
        replace("lab/tune.yaml", "knobs: {examples: 20}", "knobs: {examples: 21}"),
        [TUNE + "verdicts.few-hundred-examples-at-least.figures.few: examples=21 is not a step of 'tune'; correct it"],
    ),
    "figure that is not said": (
        replace("lab/tune.yaml", "rise from {base} to", "rise from nothing to"),
        [TUNE + "verdicts.1: the figure 'base' is not in the text; write {base} where it belongs"],
    ),
    "comparison with nothing": (
        replace("lab/tune.yaml", "{more: held, than: base,", "{more: held, than: before,"),
        [TUNE + "verdicts.1: 'before' is compared and is not among the figures; add it, or correct the name"],
    ),
    "labels that do not fit the steps": (
        replace("lab/tune.yaml", 'labels: ["none", "30 %", "50 %"]', 'labels: ["none", "30 %"]'),
        [TUNE + "runs.tune.knobs.lazy: there are 3 steps and 2 labels; give each step one"],
    ),
    "verdict of our own making": (
        replace("lab/tune.yaml", "verdict: shown\n", "verdict: proven\n"),
        [
            TUNE + "verdicts.1.verdict: 'proven' is not allowed; "
            "choose one of 'shown', 'shown in part' or 'not at this size'"
        ],
    ),
    "agenda that runs a station that there is not": (
        replace("agendas.yaml", STATION, "station: tunes\n"),
        [STEP + "station: 'tunes' is not among the stations; did you mean tune?"],
    ),
    "agenda that runs what another station does": (
        replace("agendas.yaml", STATION, GUESS.replace("RUN", "lora")),
        [STEP + "guess.answer: 'lora' is not a run of station 'tune'; name one that a station has"],
    ),
    "agenda with a step that the knob has not": (
        replace("agendas.yaml", STATION, GUESS.replace("RUN", "lora").replace("tune", "adapt")),
        [STEP + "guess.answer: rank=3 is not a step of 'lora'; correct it"],
    ),
    "node that there is not": (
        replace("lab/tune.yaml", "node: sft", "node: sftt"),
        [TUNE + "node: 'sftt' is not among the nodes; did you mean sft?"],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_author_is_told_what_is_wrong_and_what_to_do(name: str, tmp_path: Path) -> None:
    edit, sentences = BROKEN[name]
    assert problems_after(tmp_path, edit) == sentences
