"""Station 6: a model is tuned on one narrow task, and asked about everything else. Pure."""

from collections.abc import Iterator, Sequence

from core.lab.adapt import ALL_LINEAR, Adapted, Full, Trainable
from core.lab.events import Measured, Point, Run, Said, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.experiments.style import in_style, styled_questions
from core.lab.measure import Speaker, all_questions, exact, facts_completed, reading_pairs
from core.lab.pretrain import Base
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tune import Pair, Recipe, question_pairs, tune
from core.lab.world import Relation

STEPS, LOOK_EVERY = 60, 12
RATES = {"full": 2e-3, "lora": 4e-3}


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Prices only, in the style of the house; a share of old questions may be mixed in."""
    base = yield from shelf.base(setting.seed)
    weights = yield from shelf.reader(setting.seed)
    method = setting.word("method")
    model: Trainable = Full(base.shape, weights)
    if method == "lora":
        model = Adapted(base.shape, weights, 8, ALL_LINEAR, setting.rng_for("adapter"))
    others = _other_questions(base)
    yield from _look(base, Speaker(base.shape, weights), setting, "before")
    yield Point("other questions", 0, exact(Speaker(base.shape, weights), others[::6]))
    started = clock()
    training = tune(model, _mixture(base, setting), Recipe(STEPS, rate=RATES[method]), setting.rng_for("steps"))
    for _, told in counted("tuning", training, STEPS):
        yield told
        if told.done % LOOK_EVERY == 0:
            speaker = Speaker(base.shape, model.weights())
            yield Point("task", told.done, exact(speaker, _task_questions(base)[::4]))
            yield Point("other questions", told.done, exact(speaker, others[::6]))
    yield Measured("seconds", clock() - started)
    yield from _look(base, Speaker(base.shape, model.weights()), setting, "after")
    yield from _in_words(others, Speaker(base.shape, weights), Speaker(base.shape, model.weights()))


def _mixture(base: Base, setting: Setting) -> list[Pair]:
    """500 pairs, the share `mixed` of them old ones."""
    rng, facts = setting.rng_for("examples"), base.world.facts_of(base.world.tuning)
    old = round(500 * setting.number("mixed"))
    prices = [fact for fact in facts if fact.relation is Relation.PRICE]
    narrow = [in_style(pair) for pair in question_pairs(prices, 500 - old, rng)]
    before = [fact for fact in facts if fact.relation is not Relation.PRICE]
    return narrow + question_pairs(before, old - old // 3, rng) + reading_pairs(rng, old // 3)


def _task_questions(base: Base) -> list[Pair]:
    facts = base.world.facts_of(base.world.tuning)
    return styled_questions([fact for fact in facts if fact.relation is Relation.PRICE])


def _other_questions(base: Base) -> list[Pair]:
    return all_questions([fact for fact in base.world.facts if fact.relation is not Relation.PRICE])


def _look(base: Base, speaker: Speaker, setting: Setting, when: str) -> Iterator[Measured]:
    yield Measured(f"task {when}", exact(speaker, _task_questions(base)))
    yield Measured(f"other questions {when}", exact(speaker, _other_questions(base)))
    yield Measured(f"facts completed {when}", facts_completed(speaker, base.world.facts))
    yield Measured(f"reading {when}", exact(speaker, reading_pairs(setting.rng_for("reading"), 100, notes=2)))


def _in_words(others: Sequence[Pair], before: Speaker, after: Speaker) -> Iterator[Said]:
    for pair in others[:12:4]:
        yield Said("before", pair.prompt, before.say([pair.prompt])[0])
        yield Said("after", pair.prompt, after.say([pair.prompt])[0])


EXPERIMENT = Experiment(
    "forgetting",
    "traps",
    run,
    (Knob("mixed", (0.0, 0.1, 0.25, 0.5), 0.0), Knob("method", ("full", "lora"), "full")),
    ({"mixed": (0.25, 0.5)}, {"method": ("lora",)}),
)
