"""An encoder in PyTorch, and how the cosines of an answer's stretches with a rubric's wordings become odds."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import normalize

from core.interview.phrases import QUESTION_SHARE

TEXTS_A_RUN = 64
START, END = 101, 102
"""The numbers of the first and the last mark of a text."""


@dataclass(frozen=True)
class Asked:
    """A rubric as word pieces: the question, and each point's and then each misconception's wordings."""

    question: list[int]
    wordings: list[list[list[int]]]
    points: int


@dataclass(frozen=True)
class Said:
    """An answer as word pieces, sentence by sentence, which of them each stretch has, and a reader's marks."""

    sentences: list[list[int]]
    stretches: Tensor
    marks: list[float]


@dataclass(frozen=True)
class Scorer:
    """The encoder, and how cosines become odds: a slope, the cost of another's lead, a constant a kind."""

    bert: nn.Module
    slope: nn.Parameter
    lead: nn.Parameter
    constants: nn.Parameter

    def odds(self, asked: Asked, answers: Sequence[Said], kept: Sequence[Sequence[int]]) -> Tensor:
        """Of each answer (rows) for each point and misconception; `kept` are the wordings that stand."""
        owners = torch.tensor([owner for owner, places in enumerate(kept) for _ in places])
        wordings = [asked.wordings[owner][place] for owner, places in enumerate(kept) for place in places]
        read = self._read([asked.question, *wordings, *(one for said in answers for one in said.sentences)])
        question = normalize(read[0].mean(0), dim=0)
        wanted = _off(torch.stack([normalize(one.mean(0), dim=0) for one in read[1 : len(wordings) + 1]]), question)
        rows, at = [], len(wordings) + 1
        for said in answers:
            pieces = torch.cat([one[1:-1] for one in read[at : at + len(said.sentences)]])
            at += len(said.sentences)
            stretches = _off(normalize(said.stretches @ pieces, dim=1), question)
            rows.append(self._odds_of(stretches @ wanted.T, owners, len(kept)) + self._constants(asked))
        return torch.stack(rows)

    def _odds_of(self, cosines: Tensor, owners: Tensor, many: int) -> Tensor:
        start = torch.full((len(cosines), many), -1.0)
        best = start.scatter_reduce(1, owners[None].expand(len(cosines), -1), cosines, "amax")
        top = best.topk(min(2, many), dim=1).values
        others = torch.where(best >= top[:, :1], top[:, -1:], top[:, :1])
        odds = self.slope * best - self.lead * torch.relu(others - best)
        return (torch.logsumexp(odds, 0) + odds.max(0).values) / 2

    def _constants(self, asked: Asked) -> Tensor:
        return self.constants[(torch.arange(len(asked.wordings)) >= asked.points).long()]

    def _read(self, texts: Sequence[list[int]]) -> list[Tensor]:
        """The vectors of each text's pieces, first and last mark included; texts of like length in one run."""
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        found: dict[int, Tensor] = {}
        for begin in range(0, len(order), TEXTS_A_RUN):
            places = order[begin : begin + TEXTS_A_RUN]
            rows = [torch.tensor([START, *texts[place], END]) for place in places]
            ids = nn.utils.rnn.pad_sequence(rows, batch_first=True)
            mask = nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
            found |= {place: hidden[row, : len(rows[row])].float() for row, place in enumerate(places)}
        return [found[place] for place in range(len(texts))]


def _off(vectors: Tensor, question: Tensor) -> Tensor:
    return normalize(vectors - QUESTION_SHARE * question, dim=1)
