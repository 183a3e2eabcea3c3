"""Station 1: a model is pre-trained from nothing, and watched. Pure."""

from collections.abc import Iterator

from core.lab.events import Measured, Point, Run, Said, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.generate import Decoding
from core.lab.measure import Speaker, answers_untaught, facts_completed, unfinished
from core.lab.model import Shape, start_weights
from core.lab.pretrain import PretrainingRecipe, corpus_of, in_half_precision, pretrain
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.world import World, make_world

LOOK_EVERY, LOSS_EVERY = 50, 10


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Trains for the steps set; looks every 50 steps at what the model knows and says."""
    world, shape, recipe = make_world(setting.seed), Shape(), PretrainingRecipe(steps=setting.whole("steps"))
    weights = start_weights(shape, setting.rng_for("weights"))
    started = clock()
    training = pretrain(shape, weights, corpus_of(setting.seed), recipe, setting.rng_for("batches"))
    recent: list[float] = []
    for loss, told in counted("pre-training", training, recipe.steps):
        recent = [*recent[1 - LOSS_EVERY :], loss]
        yield told
        if told.done % LOSS_EVERY == 0:
            yield Point("loss", told.done, sum(recent) / len(recent))
        if told.done % LOOK_EVERY == 0:
            yield from _look(Speaker(shape, weights), world, told.done)
    yield Measured("seconds", clock() - started)
    yield Measured("loss", sum(recent) / len(recent))
    yield from _examine(Speaker(shape, in_half_precision(weights)), world)
    yield Measured("parameters", shape.parameters)
    yield Measured("tokens", recipe.tokens)
    yield Measured("flop", 6.0 * shape.parameters * recipe.tokens)


def _look(speaker: Speaker, world: World, step: int) -> Iterator[Point | Said]:
    yield Point("facts known", step, facts_completed(speaker, world.facts))
    yield Point("answers", step, answers_untaught(speaker, world.facts[::3])[0])
    fact = world.facts_of(world.held_out)[3]
    for prompt in (unfinished(fact), f"<doc> {fact.asked()}"):
        reply = speaker.say([prompt], Decoding(longest=8, stop=-1))[0]
        yield Said(f"step {step}", prompt.removeprefix("<doc> "), reply)


def _examine(speaker: Speaker, world: World) -> Iterator[Measured]:
    answered, asked_back = answers_untaught(speaker, world.facts)
    yield Measured("facts known", facts_completed(speaker, world.facts))
    yield Measured("answers", answered)
    yield Measured("asks back", asked_back)


EXPERIMENT = Experiment(
    "pre-train",
    "pre-train",
    run,
    (Knob("steps", (100, 200, 300, 450, 600), 600),),
    ({"steps": (100,)},),
)
