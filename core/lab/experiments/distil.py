"""Station 7: a small model learns from scarce text alone, or also from a large one's predictions on it. Pure."""

from collections.abc import Iterator

import numpy as np

from core.lab.corpus import draw_windows, pack, write_documents
from core.lab.events import Measured, Point, Run, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, facts_completed, loss_on
from core.lab.model import Shape, Weights, forward, softmax, start_weights
from core.lab.objectives import distillation
from core.lab.pretrain import Base, Descent, PretrainingRecipe, corpus_of, pretrain
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tokens import Tokens
from core.lab.world import rng_for

STEPS, LOOK_EVERY = 200, 50
STUDENT = Shape(width=32)
RECIPE = PretrainingRecipe(steps=STEPS)


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """The same student twice on the same few words; the second time it learns the teacher's whole distribution."""
    base = yield from shelf.base(setting.seed)
    text, started = corpus_of(setting.seed)[: setting.whole("words")], clock()
    fresh = pack(write_documents(base.world, setting.rng_for("fresh text"), 400))
    reached = []
    for name in ("text alone", "with the teacher"):
        student = start_weights(STUDENT, rng_for(setting.seed, "student"))
        rng = setting.rng_for("student batches")
        alone = name == "text alone"
        training = pretrain(STUDENT, student, text, RECIPE, rng) if alone else imitate(student, base, text, rng)
        for _, told in counted(name, training, STEPS):
            yield told
            if told.done % LOOK_EVERY == 0:
                loss = loss_on(Speaker(STUDENT, student), fresh, setting.rng_for("test"))
                yield Point(name, told.done, loss)
        reached.append(loss)
        yield Measured(f"{name} loss", loss)
        yield Measured(f"{name} facts", facts_completed(Speaker(STUDENT, student), base.world.facts))
    yield Measured("gain", reached[0] - reached[1])
    yield Measured("teacher loss", loss_on(Speaker(base.shape, base.weights), fresh, setting.rng_for("test")))
    yield Measured("student parameters", STUDENT.parameters)
    yield Measured("teacher parameters", base.shape.parameters)
    yield Measured("seconds", clock() - started)


def imitate(student: Weights, base: Base, text: Tokens, rng: np.random.Generator) -> Iterator[float]:
    """Trains the student in place to say of each next word what the teacher says; yields each step's loss."""
    descent = Descent(STUDENT, student, RECIPE)
    for step in range(STEPS):
        windows = draw_windows(text, rng, RECIPE.batch)[:, :-1]
        shares = softmax(forward(base.shape, base.weights, windows).scores)
        trace = forward(STUDENT, student, windows)
        loss, scores = distillation(trace.scores, shares, np.ones(windows.shape, np.float32))
        descent.step(step, trace, scores)
        yield loss


EXPERIMENT = Experiment("distil", "scale", run, (Knob("words", (4000, 8000, 32000), 4000),))
