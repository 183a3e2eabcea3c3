"""Station 5: one note that matters among more and more that do not. Pure."""

from core.lab.events import Measured, Point, Progress, Run, Said
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.measure import Speaker, exact, reading_pairs
from core.lab.settings import Knob, Setting
from core.lab.shelf import Shelf
from core.lab.tokens import encode

COUNTS = (1, 2, 4, 8, 16, 32, 64)
QUESTIONS = 60


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Asks sixty questions at each number of notes, up to the number set."""
    base = yield from shelf.base(setting.seed)
    speaker, rng = Speaker(base.shape, (yield from shelf.reader(setting.seed))), setting.rng_for("notes")
    beginning = clock()
    counts = [count for count in COUNTS if count <= setting.whole("notes")]
    for done, count in enumerate(counts, start=1):
        pairs, started, right = reading_pairs(rng, QUESTIONS, count), clock(), 0.0
        for at in range(0, QUESTIONS, 20):
            right += exact(speaker, pairs[at : at + 20]) / 3
            yield Progress(f"{count} notes", at + 20, QUESTIONS)
        yield Point("answers", count, right)
        yield Point("milliseconds a question", count, 1000 * (clock() - started) / QUESTIONS)
        yield Progress("notes", done, len(counts))
        if count in (1, counts[-1]):
            yield Said(f"{count} notes", pairs[0].prompt, speaker.say([pairs[0].prompt])[0])
            yield Said("right", pairs[0].prompt, pairs[0].said)
        if count == 1:
            yield Measured("one note", right)
    yield Measured("most notes", right)
    yield Measured("seconds", clock() - beginning)
    yield Measured("tokens", sum(len(encode(pair.prompt)) for pair in pairs) / QUESTIONS)


EXPERIMENT = Experiment("stuffing", "inform", run, (Knob("notes", COUNTS, 16),), ({"notes": (64,)},))
