"""Station 5: the base is shown worked examples in its prompt, and nothing is trained. Pure."""

import numpy as np

from core.lab.corpus import pick
from core.lab.events import Measured, Point, Run, Said
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.generate import Decoding
from core.lab.measure import Speaker
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.world import Fact, Relation, World

COUNTS = (0, 1, 2, 4)
ASKED = 120


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Two forms, a catalogue and questions, each with 0, 1, 2 and 4 examples before it, up to the number set."""
    base = yield from shelf.base(setting.seed)
    speaker, started = Speaker(base.shape, base.weights), clock()
    for form in ("catalogue", "questions"):
        for count in [count for count in COUNTS if count <= setting.whole("examples")]:
            prompts, values = _prompts(base.world, form, count, setting.rng_for(f"{form} {count}"))
            said = speaker.say(prompts, Decoding(longest=1, stop=-1))
            right = float(np.mean([word == value for word, value in zip(said, values, strict=True)]))
            yield Point(form, count, right)
            yield Measured(f"{form} {count}", right)
            yield Said(f"{form}, {count} examples", prompts[0], speaker.say(prompts[:1], Decoding(6, stop=-1))[0])
    yield Measured("seconds", clock() - started)


def _prompts(world: World, form: str, count: int, rng: np.random.Generator) -> tuple[list[str], list[str]]:
    """Prompts about dishes whose questions were never seen answered, and the values that should follow."""
    prompts, values = [], []
    for number in range(ASKED):
        relation, way = tuple(Relation)[number % 4], int(rng.integers(4))
        shown = [fact for fact in pick(world.facts_of(world.tuning), rng, 80) if fact.relation is relation][:count]
        asked = pick([fact for fact in world.facts_of(world.held_out) if fact.relation is relation], rng)[0]
        prompts.append(_catalogue(shown, asked) if form == "catalogue" else _questions(shown, asked, way))
        values.append(asked.value)
    return prompts, values


def _catalogue(shown: list[Fact], asked: Fact) -> str:
    return " ".join(["<doc>", *(f"{fact.dish} : {fact.value} ," for fact in shown), f"{asked.dish} :"])


def _questions(shown: list[Fact], asked: Fact, way: int) -> str:
    return " ".join(["<doc>", *(f"{fact.asked(way)} {fact.value} ." for fact in shown), asked.asked(way)])


EXPERIMENT = Experiment("few-shot", "inform", run, (Knob("examples", COUNTS, 4),))
