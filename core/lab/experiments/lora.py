"""Station 3: the same training with all weights, and with small matrices beside frozen ones in few bits. Pure."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from core.lab.adapt import ALL_LINEAR, QUERY_AND_VALUE, Adapted, Full, Trainable, count
from core.lab.events import Event, Measured, Point, Run, Said, counted
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, all_questions, exact
from core.lab.model import Weights
from core.lab.optimizers import Adam
from core.lab.pretrain import Base
from core.lab.quantize import Precision, quantize, stored_bytes
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tune import Pair, Recipe, question_pairs, tune
from core.lab.world import Fact, Relation, draw_value

TARGETS = {"q-v": QUERY_AND_VALUE, "all": ALL_LINEAR}
LORA_RATE, FULL_RATE = 4e-3, 1e-3
LOOK_EVERY, NEW_FACTS = 30, 80
Training = Generator[Event, None, float]


@dataclass(frozen=True)
class Task:
    """What is to be learned and by what it is judged."""

    training: Sequence[Pair]
    test: Sequence[Pair]
    steps: int


def task_of(base: Base, setting: Setting) -> Task:
    """`answer`: to answer questions at all. `facts`: 80 facts about dishes of which nothing was ever written."""
    world, rng = base.world, setting.rng_for("examples")
    if setting.word("task") == "answer":
        held = all_questions(world.facts_of(world.held_out))
        return Task(question_pairs(world.facts_of(world.tuning), 500, rng), held, 120)
    every = [(dish, relation) for dish in world.unknown for relation in Relation][:NEW_FACTS]
    new = [Fact(dish, relation, draw_value(relation, rng)) for dish, relation in every]
    return Task(question_pairs(new, 4 * NEW_FACTS, rng), all_questions(new), 250)


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Trains all weights, then LoRA on the base as it is, then LoRA on the base in few bits when that is asked for."""
    base = yield from shelf.base(setting.seed)
    task, precision = task_of(base, setting), Precision(setting.word("bits"))
    full, started = Full(base.shape, base.weights), clock()
    whole = yield from _train("full", full, task, setting, clock)
    small = _adapted(base, base.weights, setting)
    reached = yield from _train("lora", small, task, setting, clock)
    if precision is not Precision.FP32:
        unquantized, small = reached, _adapted(base, quantize(base.weights, precision), setting)
        reached = yield from _train("qlora", small, task, setting, clock)
        yield Measured("qlora minus lora", reached - unquantized)
    yield Measured("gap", whole - reached)
    yield Measured("seconds", clock() - started)
    yield from _memory(base, full, small, precision)
    for pair in task.test[:12:4]:
        yield Said("adapted", pair.prompt, Speaker(small.shape, small.weights()).say([pair.prompt])[0])


def _adapted(base: Base, weights: Weights, setting: Setting) -> Adapted:
    targets = TARGETS[setting.word("targets")]
    return Adapted(base.shape, weights, setting.whole("rank"), targets, setting.rng_for("adapter"))


def _train(name: str, model: Trainable, task: Task, setting: Setting, clock: Clock) -> Training:
    """Trains, tells the curve and the figures that bear the model's name, and returns what was reached."""
    adam = Adam(FULL_RATE if isinstance(model, Full) else LORA_RATE)
    training = tune(model, task.training, Recipe(task.steps), setting.rng_for("steps"), adam)
    spent, started = 0.0, clock()
    for _, told in counted(name, training, task.steps):
        spent += clock() - started
        yield told
        if told.done % LOOK_EVERY == 0:
            yield Point(name, told.done, exact(Speaker(model.shape, model.weights()), task.test[::4]))
        started = clock()
    reached = exact(Speaker(model.shape, model.weights()), task.test)
    yield Measured(name, reached)
    yield Measured(f"{name} steps a second", task.steps / max(spent, 1e-9))
    yield Measured(f"{name} optimizer bytes", adam.bytes)
    return reached


def _memory(base: Base, full: Full, small: Adapted, precision: Precision) -> Iterator[Measured]:
    """Bytes: weights, and two numbers of Adam for each weight that moves."""
    trained = count(small.parameters)
    yield Measured("trainable share", trained / count(full.parameters))
    yield Measured("optimizer ratio", count(full.parameters) / trained)
    yield Measured("full bytes", 3 * stored_bytes(base.weights, Precision.FP32))
    yield Measured("adapted bytes", stored_bytes(base.weights, precision) + 3 * 4 * trained)


EXPERIMENT = Experiment(
    "lora",
    "adapt",
    run,
    (
        Knob("rank", (1, 2, 4, 8, 16, 32), 8),
        Knob("targets", ("q-v", "all"), "q-v"),
        Knob("bits", ("fp32", "int8", "nf4", "int4", "int3", "int2"), "fp32"),
        Knob("task", ("answer", "facts"), "answer"),
    ),
    (
        {"rank": (1, 2, 4, 8, 32)},
        {"targets": ("all",), "task": ("answer", "facts")},
        {"rank": (1, 8, 32), "task": ("facts",)},
        {"bits": ("nf4", "int2")},
    ),
)
