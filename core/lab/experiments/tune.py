"""Station 2: the base learns to answer from few or many, good or careless examples. Pure."""

from collections.abc import Iterator

from core.lab.adapt import Full
from core.lab.events import Measured, Point, Run, Said, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.generate import Decoding
from core.lab.measure import Speaker, all_questions, answers_untaught, exact
from core.lab.pretrain import Base
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tune import Pair, Recipe, question_pairs, spoil, tune

LOOK_EVERY = 20


def recipe_for(examples: int) -> Recipe:
    """120 steps; 300 for ten thousand examples, so that many of them are seen."""
    return Recipe(steps=300 if examples > 2000 else 120)


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Tunes every weight on examples about 20 dishes; asks about the 10 whose questions were never seen."""
    base = yield from shelf.base(setting.seed)
    pairs = examples(base, setting)
    recipe, model = recipe_for(len(pairs)), Full(base.shape, base.weights)
    held = all_questions(base.world.facts_of(base.world.held_out))
    yield Point("held out", 0, exact(Speaker(base.shape, base.weights), held[::4]))
    started = clock()
    for loss, told in counted("tuning", tune(model, pairs, recipe, setting.rng_for("steps")), recipe.steps):
        yield told
        if told.done % LOOK_EVERY == 0:
            yield Point("loss", told.done, loss)
            yield Point("held out", told.done, exact(Speaker(model.shape, model.parameters), held[::4]))
    yield Measured("seconds", clock() - started)
    yield from _examine(base, Speaker(model.shape, model.parameters))


def examples(base: Base, setting: Setting) -> list[Pair]:
    """The training set that the knobs ask for."""
    facts, rng = base.world.facts_of(base.world.tuning), setting.rng_for("examples")
    pairs = question_pairs(facts, setting.whole("examples"), rng)
    return spoil(pairs, facts, setting.number("lazy"), setting.number("wrong"), rng)


def _examine(base: Base, tuned: Speaker) -> Iterator[Measured | Said]:
    held, seen = (base.world.facts_of(dishes) for dishes in (base.world.held_out, base.world.tuning))
    before = Speaker(base.shape, base.weights)
    yield Measured("base", answers_untaught(before, held)[0])
    yield Measured("held out", exact(tuned, all_questions(held)))
    yield Measured("tuned dishes", exact(tuned, all_questions(seen)))
    for fact in held[:4]:
        prompt = all_questions([fact])[0].prompt
        question = fact.asked()
        yield Said("base", question, before.say([f"<doc> {question}"], Decoding(longest=8, stop=-1))[0])
        yield Said("tuned", question, tuned.say([prompt])[0])


EXPERIMENT = Experiment(
    "tune",
    "tune",
    run,
    (
        Knob("examples", (5, 10, 20, 50, 100, 200, 500, 2000, 10000), 500),
        Knob("lazy", (0.0, 0.3, 0.5), 0.0),
        Knob("wrong", (0.0, 0.3, 0.5), 0.0),
    ),
    (
        {"examples": (5, 10, 20, 50, 100, 200, 500, 2000, 10000)},
        {"examples": (500, 10000), "lazy": (0.3, 0.5)},
        {"examples": (500, 10000), "wrong": (0.3, 0.5)},
    ),
)
