"""Station 5: prices change every day; who is still right, the tuned model or the one that looks them up? Pure."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.lab.adapt import Full
from core.lab.events import Measured, Point, Run, Said, progress
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, all_questions, exact
from core.lab.model import Shape, Weights
from core.lab.retrieve import Library, as_context, write_library
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tune import Pair, Recipe, answer, as_prompt, question_pairs, tune
from core.lab.world import Fact, Relation, draw_value

CHANGED_A_DAY = 8
RETRAINING = Recipe(steps=60)


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Eight of thirty prices change a day; three models are asked for all prices every evening."""
    base = yield from shelf.base(setting.seed)
    weights = yield from shelf.reader(setting.seed)
    facts, rng, started = list(base.world.facts), setting.rng_for("prices"), clock()
    reader, retrained = Speaker(base.shape, weights), weights
    others = all_questions([fact for fact in facts if fact.relation is not Relation.PRICE])[::3]
    yield Measured("other answers before", exact(reader, others))
    for day in range(setting.whole("days") + 1):
        if day:
            facts = _next_day(facts, rng)
            model = Full(base.shape, retrained)
            pairs = question_pairs(_prices(facts), 120, rng)
            yield from progress(f"day {day}", tune(model, pairs, RETRAINING, rng), RETRAINING.steps)
            retrained = model.parameters
        library = write_library(facts, setting.word("synonyms") == "yes")
        shares = _evening(base.shape, (weights, retrained), facts, library, setting.whole("documents"))
        for curve, share in zip(("tuned once", "retrained", "retrieval"), shares, strict=True):
            yield Point(curve, day, share)
    for curve, share in zip(("tuned once", "retrained", "retrieval"), shares, strict=True):
        yield Measured(curve, share)
    yield Measured("found", found(_prices(facts), library, setting.whole("documents")))
    yield Measured("other answers retrained", exact(Speaker(base.shape, retrained), others))
    yield Measured("seconds", clock() - started)
    yield from _in_words(reader, facts, library, setting.whole("documents"))


def _next_day(facts: Sequence[Fact], rng: np.random.Generator) -> list[Fact]:
    prices = [index for index, fact in enumerate(facts) if fact.relation is Relation.PRICE]
    changed = {prices[index] for index in rng.permutation(len(prices))[:CHANGED_A_DAY]}
    return [_repriced(fact, rng) if index in changed else fact for index, fact in enumerate(facts)]


def _repriced(fact: Fact, rng: np.random.Generator) -> Fact:
    value = fact.value
    while value == fact.value:
        value = draw_value(Relation.PRICE, rng)
    return replace(fact, value=value)


def _prices(facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.relation is Relation.PRICE]


def _evening(
    shape: Shape, models: tuple[Weights, Weights], facts: Sequence[Fact], library: Library, documents: int
) -> tuple[float, float, float]:
    """Shares of prices that are told rightly: tuned once, retrained, with retrieval."""
    asked = all_questions(_prices(facts))
    looked_up = [with_documents(pair, library, documents) for pair in asked]
    once, again = (Speaker(shape, weights) for weights in models)
    return exact(once, asked), exact(again, asked), exact(once, looked_up)


def with_documents(pair: Pair, library: Library, documents: int) -> Pair:
    """The pair with the best sentences of the library before its question."""
    question = pair.prompt.removeprefix("<user> ").removesuffix(" <bot>")
    return replace(pair, prompt=as_prompt(question, as_context(library.best(question, documents))))


def found(facts: Sequence[Fact], library: Library, documents: int) -> float:
    """The share of questions for which the right sentence is among those that are retrieved."""
    hits = []
    for fact in facts:
        for way in range(4):
            best = library.best(fact.asked(way), documents)
            hits.append(fact.stated(0) in best or fact.stated(1) in best)
    return float(np.mean(hits))


def _in_words(reader: Speaker, facts: Sequence[Fact], library: Library, documents: int) -> Run:
    for fact in _prices(facts)[:3]:
        pair = Pair(as_prompt(fact.asked()), answer(fact))
        looked_up = with_documents(pair, library, documents)
        yield Said("tuned once", pair.prompt, reader.say([pair.prompt])[0])
        yield Said("retrieval", looked_up.prompt, reader.say([looked_up.prompt])[0])
        yield Said("true today", pair.prompt, pair.reply)


EXPERIMENT = Experiment(
    "stale",
    "inform",
    run,
    (
        Knob("days", (1, 3, 5), 5),
        Knob("documents", (1, 2, 4), 1),
        Knob("synonyms", ("no", "yes"), "yes"),
    ),
    ({"documents": (1, 4), "synonyms": ("no", "yes")},),
)
