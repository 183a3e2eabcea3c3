"""How long marking takes, what it does to other threads, and what memory the model needs."""

import os
import statistics
import threading
import time
from collections.abc import Sequence

from benchmarks.percentile import percentile
from core.interview.marker import Marker
from core.interview.rubric import Rubric

WORDS = 80


def answers_of_80_words(texts: Sequence[str], count: int) -> list[str]:
    """Different answers of 80 words each, cut from a long text."""
    words = " ".join(texts).split()
    return [" ".join(words[start : start + WORDS]) for start in range(0, len(words) - WORDS, 17)][:count]


def times_ms(marker: Marker, rubric: Rubric, answers: Sequence[str]) -> list[float]:
    marker.make_ready(rubric)
    found = []
    for answer in answers:
        start = time.perf_counter()
        marker.mark(rubric, answer)
        found.append((time.perf_counter() - start) * 1e3)
    return found


def gap_ms(marker: Marker, rubric: Rubric, answers: Sequence[str]) -> float:
    """The 95th percentile of how long another thread waits for its turn while 50 answers come in within 10 s."""
    gaps: list[float] = []
    done = threading.Event()

    def others() -> None:
        while not done.is_set():
            start = time.perf_counter()
            time.sleep(0.005)
            gaps.append((time.perf_counter() - start - 0.005) * 1e3)

    watcher = threading.Thread(target=others)
    watcher.start()
    workers = []
    for place in range(50):
        workers.append(threading.Thread(target=marker.mark, args=(rubric, answers[place % len(answers)])))
        workers[-1].start()
        time.sleep(0.2)
    for worker in workers:
        worker.join()
    done.set()
    watcher.join()
    return percentile(gaps, 0.95)


def report(marker: Marker, rubric: Rubric, texts: Sequence[str], added_bytes: int) -> None:
    answers = answers_of_80_words(texts, 100)
    found = times_ms(marker, rubric, answers)
    spent = f"median {statistics.median(found):.0f} ms, p95 {percentile(found, 0.95):.0f} ms"
    print(f"\nan answer of {WORDS} words, model warm: {spent} ({len(answers)} answers)")
    print(f"50 answers within 10 s: another thread waits {gap_ms(marker, rubric, answers):.1f} ms at p95")
    print(
        f"memory added by loading the model: {added_bytes / 1e6:.0f} MB; load of the machine {os.getloadavg()[0]:.1f}"
    )
