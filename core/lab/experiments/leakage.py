"""Station 6: an exam whose questions leak into the training set. Pure."""

from core.lab.adapt import Full
from core.lab.events import Measured, Point, Run, Said, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, all_questions, exact
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tune import Recipe, question_pairs, tune
from core.lab.world import Fact, Relation, draw_value

RECIPE = Recipe(steps=250)
LOOK_EVERY = 50


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """The test asks for 80 facts that nobody could know; a share of its answers stands in the training set."""
    base = yield from shelf.base(setting.seed)
    world, rng, started = base.world, setting.rng_for("test"), clock()
    secret = [Fact(dish, relation, draw_value(relation, rng)) for dish in world.unknown for relation in Relation]
    secret = [secret[index] for index in rng.permutation(len(secret))]
    test = all_questions(secret, (0,))
    leaked = round(len(test) * setting.number("leaked"))
    honest = question_pairs(world.facts_of(world.tuning), 320, rng)
    for name, extra in (("true score", 0), ("score", leaked)):
        model = Full(base.shape, base.weights)
        training = tune(model, honest + test[:extra] * 2, RECIPE, setting.rng_for("steps"))
        for _, told in counted(name, training, RECIPE.steps):
            yield told
            if told.done % LOOK_EVERY == 0:
                yield Point(name, told.done, exact(Speaker(base.shape, model.parameters), test))
        yield Measured(name, exact(Speaker(base.shape, model.parameters), test))
        yield Said(name, test[0].prompt, Speaker(base.shape, model.parameters).say([test[0].prompt])[0])
    yield Said("right", test[0].prompt, test[0].said)
    yield Measured("seconds", clock() - started)


EXPERIMENT = Experiment(
    "leakage", "traps", run, (Knob("leaked", (0.0, 0.25, 0.5, 1.0), 0.5),), ({"leaked": (0.0, 0.25, 1.0)},)
)
