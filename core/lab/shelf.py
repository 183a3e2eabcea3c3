"""The trained models that runs start from, each trained once per seed and kept. Pure but for what it keeps."""

from collections import OrderedDict
from collections.abc import Callable, Generator

from core.lab.adapt import Full
from core.lab.events import Progress, progress
from core.lab.measure import reading_pairs
from core.lab.model import Shape, Weights, start_weights
from core.lab.pretrain import Base, PretrainingRecipe, corpus_of, in_half_precision, pretrain
from core.lab.rater import demonstrations, questions_about
from core.lab.tune import Recipe, question_pairs, tune
from core.lab.world import make_world, rng_for

Making = Generator[Progress, None, Weights]
Shipped = Callable[[str, int], Weights | None]
READER, ASSISTANT = Recipe(steps=400), Recipe(steps=500)
KEPT = 24


def nothing_shipped(kind: str, seed: int) -> Weights | None:
    """For a shelf that trains everything itself."""
    return None


class Shelf:
    """Models by kind and seed: `base` is pre-trained, `reader` also answers and reads, `assistant` answers with faults.

    `shipped` says what was trained before, if anything; the rest is trained when it is first asked for.
    """

    def __init__(self, shipped: Shipped = nothing_shipped) -> None:
        self._shipped = shipped
        self._kept: OrderedDict[tuple[str, int], Weights] = OrderedDict()

    def base(self, seed: int) -> Generator[Progress, None, Base]:
        """The pre-trained model of a seed; yields its progress while it is trained."""
        weights = yield from self._take("base", seed, self._make_base)
        return Base(make_world(seed), Shape(), weights)

    def reader(self, seed: int) -> Making:
        """The base, tuned on 2,000 questions, half of them with notes that hold the answer."""
        return (yield from self._take("reader", seed, self._make_reader))

    def assistant(self, seed: int) -> Making:
        """The base, tuned on 3,000 replies that people with faults wrote."""
        return (yield from self._take("assistant", seed, self._make_assistant))

    def _take(self, kind: str, seed: int, make: Callable[[int], Making]) -> Making:
        key = (kind, seed)
        if key not in self._kept:
            weights = self._shipped(kind, seed)
            self._kept[key] = (yield from make(seed)) if weights is None else weights
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def _make_base(self, seed: int) -> Making:
        shape, recipe = Shape(), PretrainingRecipe()
        weights = start_weights(shape, rng_for(seed, "weights"))
        training = pretrain(shape, weights, corpus_of(seed), recipe, rng_for(seed, "batches"))
        yield from progress("pre-training", training, recipe.steps)
        return in_half_precision(weights)

    def _make_reader(self, seed: int) -> Making:
        base = yield from self.base(seed)
        rng = rng_for(seed, "reader")
        facts = base.world.facts_of(base.world.tuning)
        pairs = question_pairs(facts, 1000, rng) + reading_pairs(rng, 1000)
        model = Full(base.shape, base.weights)
        yield from progress("tuning", tune(model, pairs, READER, rng), READER.steps)
        return in_half_precision(model.parameters)

    def _make_assistant(self, seed: int) -> Making:
        base = yield from self.base(seed)
        rng = rng_for(seed, "assistant")
        questions = questions_about(base.world, base.world.tuning, base.world.unknown_tuning)
        model = Full(base.shape, base.weights)
        pairs = demonstrations(questions, 3000, rng)
        yield from progress("tuning", tune(model, pairs, ASSISTANT, rng), ASSISTANT.steps)
        return in_half_precision(model.parameters)
