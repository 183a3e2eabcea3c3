"""Station 7: one model of a size, trained for a while: a point in the plot of loss against compute. Pure."""

from core.lab.corpus import pack, write_documents
from core.lab.events import Measured, Point, Run, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, facts_completed, loss_on
from core.lab.model import Shape, start_weights
from core.lab.pretrain import PretrainingRecipe, corpus_of, pretrain
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.world import make_world

LOOK_EVERY = 50
WIDTHS, STEPS = (8, 16, 32, 64), (150, 300, 600)


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Pre-trains a model of the width set for the steps set, and measures it on text that it has not read."""
    shape, recipe = Shape(width=setting.whole("width")), PretrainingRecipe(steps=setting.whole("steps"))
    weights, started = start_weights(shape, setting.rng_for("weights")), clock()
    world = make_world(setting.seed)
    fresh = pack(write_documents(world, setting.rng_for("fresh text"), 400))
    training = pretrain(shape, weights, corpus_of(setting.seed), recipe, setting.rng_for("batches"))
    for _, told in counted("pre-training", training, recipe.steps):
        yield told
        if told.done % LOOK_EVERY == 0:
            yield Point("loss", told.done, loss_on(Speaker(shape, weights), fresh, setting.rng_for("test")))
    yield Measured("loss", loss_on(Speaker(shape, weights), fresh, setting.rng_for("test")))
    yield Measured("facts known", facts_completed(Speaker(shape, weights), world.facts))
    yield Measured("parameters", shape.parameters)
    yield Measured("tokens", recipe.tokens)
    yield Measured("flop", 6.0 * shape.parameters * recipe.tokens)
    yield Measured("seconds", clock() - started)


EXPERIMENT = Experiment(
    "scaling",
    "scale",
    run,
    (Knob("width", WIDTHS, 32), Knob("steps", STEPS, 300)),
    ({"width": WIDTHS, "steps": STEPS},),
    worlds=2,
)
