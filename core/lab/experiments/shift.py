"""Station 6: tuned on one way of asking, asked in another. Pure."""

from collections.abc import Sequence

from core.lab.adapt import Full
from core.lab.events import Measured, Point, Run, Said, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, all_questions, answers_untaught, exact
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tune import Pair, Recipe, answer, as_prompt, question_pairs, tune
from core.lab.world import Fact

RECIPE = Recipe(steps=120)
LOOK_EVERY = 20


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """500 pairs in the first one or three phrasings, some of them terse; judged on dishes never asked about."""
    base = yield from shelf.base(setting.seed)
    rng, ways, started = setting.rng_for("examples"), setting.whole("phrasings"), clock()
    facts, held = (base.world.facts_of(dishes) for dishes in (base.world.tuning, base.world.held_out))
    terse = terse_questions(facts)
    pairs = question_pairs(facts, 500 - setting.whole("terse"), rng, ways)
    pairs += [terse[index] for index in rng.integers(0, len(terse), setting.whole("terse"))]
    tests = {
        "same phrasing": all_questions(held, (0,)),
        "other phrasing": all_questions(held, (3,)),
        "terse": terse_questions(held),
    }
    model = Full(base.shape, base.weights)
    for _, told in counted("tuning", tune(model, pairs, RECIPE, setting.rng_for("steps")), RECIPE.steps):
        yield told
        if told.done % LOOK_EVERY == 0:
            for name, test in tests.items():
                yield Point(name, told.done, exact(Speaker(base.shape, model.parameters), test))
    tuned = Speaker(base.shape, model.parameters)
    for name, test in tests.items():
        yield Measured(name, exact(tuned, test))
        yield Said(name, test[0].prompt, tuned.say([test[0].prompt])[0])
    yield Measured("base", answers_untaught(Speaker(base.shape, base.weights), held)[0])
    yield Measured("seconds", clock() - started)


def terse_questions(facts: Sequence[Fact]) -> list[Pair]:
    """The facts asked for in three words."""
    return [Pair(as_prompt(fact.asked_tersely()), answer(fact)) for fact in facts]


EXPERIMENT = Experiment(
    "shift",
    "traps",
    run,
    (Knob("phrasings", (1, 3), 1), Knob("terse", (0, 50), 0)),
    ({"phrasings": (1, 3), "terse": (0, 50)},),
)
