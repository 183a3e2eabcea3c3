"""Station 5: a house style, first described, then shown, then trained. Pure."""

from collections.abc import Sequence

from core.lab.adapt import Full
from core.lab.events import Measured, Point, Run, Said, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, all_questions, exact
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tune import Pair, Recipe, question_pairs, tune
from core.lab.world import Fact

GUIDE = "guide answer begins with welcome guest and ends with enjoy ! ."
RECIPE = Recipe(steps=120)
LOOK_EVERY = 20


def in_style(pair: Pair) -> Pair:
    """The pair with its reply in the style of the house.

    >>> in_style(Pair("", "nine .")).reply
    'welcome guest , it is nine . enjoy !'
    """
    return Pair(pair.prompt, f"welcome guest , it is {pair.reply} enjoy !")


def styled_questions(facts: Sequence[Fact]) -> list[Pair]:
    """Every question about the facts, to be answered in style."""
    return [in_style(pair) for pair in all_questions(facts)]


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """The guide in the prompt, four worked examples in the prompt, then tuning on styled pairs."""
    base = yield from shelf.base(setting.seed)
    weights = yield from shelf.reader(setting.seed)
    reader, rng = Speaker(base.shape, weights), setting.rng_for("style")
    test = styled_questions(base.world.facts_of(base.world.held_out))
    pairs = [in_style(pair) for pair in question_pairs(base.world.facts_of(base.world.tuning), 500, rng)]
    worked = " ".join(f"{pair.prompt} {pair.said}" for pair in pairs[:4])
    for figure, context in (("guide in the prompt", GUIDE), ("examples in the prompt", worked)):
        prompted = [Pair(f"{context} {pair.prompt}", pair.reply) for pair in test]
        yield Measured(figure, exact(reader, prompted))
        yield Said(figure, prompted[0].prompt, reader.say([prompted[0].prompt])[0])
    model, started = Full(base.shape, weights), clock()
    training = tune(model, pairs[: setting.whole("pairs")], RECIPE, rng)
    for _, told in counted("tuning", training, RECIPE.steps):
        yield told
        if told.done % LOOK_EVERY == 0:
            yield Point("in style", told.done, exact(Speaker(base.shape, model.parameters), test[::4]))
    tuned = Speaker(base.shape, model.parameters)
    yield Measured("tuned", exact(tuned, test))
    yield Said("tuned", test[0].prompt, tuned.say([test[0].prompt])[0])
    yield Measured("seconds", clock() - started)


EXPERIMENT = Experiment("style", "inform", run, (Knob("pairs", (20, 100, 500), 500),), ({"pairs": (20,)},))
