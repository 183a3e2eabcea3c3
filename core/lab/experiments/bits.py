"""Station 3: a model that reads and answers is quantized to fewer and fewer bits, with no training afterwards. Pure."""

from core.lab.events import Measured, Point, Run, Said
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, all_questions, exact, reading_pairs
from core.lab.quantize import Precision, quantize, stored_bytes
from core.lab.settings import Setting
from core.lab.shelf import Shelf


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Asks the same questions of the same model at each precision."""
    base = yield from shelf.base(setting.seed)
    weights = yield from shelf.reader(setting.seed)
    started = clock()
    questions = all_questions(base.world.facts_of(base.world.tuning))
    reading = reading_pairs(setting.rng_for("reading"), 80, notes=2)
    for precision in Precision:
        speaker = Speaker(base.shape, quantize(weights, precision))
        right = exact(speaker, questions)
        yield Measured(precision.value, right)
        yield Measured(f"{precision.value} reading", exact(speaker, reading))
        yield Measured(f"{precision.value} bytes", stored_bytes(weights, precision))
        yield Point("answers", precision.bits, right)
        for pair in questions[:8:4]:
            yield Said(precision.value, pair.prompt, speaker.say([pair.prompt])[0])
    yield Measured("seconds", clock() - started)


EXPERIMENT = Experiment("bits", "adapt", run)
