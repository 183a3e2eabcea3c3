"""What the lab must show, over the worlds of several seeds: each row names its figures and its limit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import mean

Figures = dict[str, float]
Find = Callable[..., Figures]
"""`find("tune", examples=20)` are the figures of that setting in the world at hand."""


@dataclass(frozen=True)
class Target:
    """One row: a number a world, and the rule for all of them. Shares are printed in per cent."""

    name: str
    must: str
    number: Callable[[Find], float]
    met: Callable[[Sequence[float]], bool]
    percent: bool = True


def at_least(limit: float, every: float | None = None) -> Callable[[Sequence[float]], bool]:
    """The mean reaches a limit, and each world another one when it is given."""
    return lambda found: mean(found) >= limit and (every is None or min(found) >= every)


def at_most(limit: float) -> Callable[[Sequence[float]], bool]:
    """The mean stays below a limit."""
    return lambda found: mean(found) <= limit


def in_most(share: float, of_mean: float) -> Callable[[Sequence[float]], bool]:
    """More than 0 in that share of the worlds, and the mean reaches a limit."""
    return lambda found: sum(n > 0 for n in found) >= share * len(found) and mean(found) >= of_mean


def _gap(find: Find, targets: str) -> float:
    return find("lora", targets=targets)["gap"]


def _gain(find: Find, **values: object) -> float:
    figures = find("align", **values)
    return figures["score after"] - figures["score before"]


def _hacked(find: Find) -> float:
    """How far the rater's score fell, negative when the reward did not rise."""
    figures = find("align", method="ppo", beta=0.0, pairs=40, steps=120)
    fall = figures["score before"] - figures["score after"]
    return fall if figures["reward after"] > figures["reward before"] else -abs(fall)


def _lazy_gap(find: Find) -> float:
    return find("tune")["held out"] - find("tune", examples=10000, lazy=0.3)["held out"]


TARGETS = (
    Target("Base completes facts", "≥ 98 %", lambda f: f("pre-train")["facts known"], at_least(0.98)),
    Target("Base answers", "≤ 12 %", lambda f: f("pre-train")["answers"], at_most(0.12)),
    Target("500 examples, held-out dishes", "≥ 82 %, each ≥ 65", lambda f: f("tune")["held out"], at_least(0.82, 0.65)),
    Target("20 examples, held-out dishes", "≤ 65 %", lambda f: f("tune", examples=20)["held out"], at_most(0.65)),
    Target("500 clean − 10,000 of which 30 % lazy", "≥ 40 pt, each > 25", _lazy_gap, at_least(0.40, 0.25)),
    Target("Full − LoRA rank 8, all linear", "≤ 6 pt", lambda f: _gap(f, "all"), at_most(0.06)),
    Target(
        "LoRA on q and v, rank 8 − rank 1",
        "≥ 10 pt",
        lambda f: f("lora")["lora"] - f("lora", rank=1)["lora"],
        at_least(0.10),
    ),
    Target("Optimizer memory, full / LoRA", "≥ 25 ×", lambda f: f("lora")["optimizer ratio"], at_least(25), False),
    Target("NF4 loss of exact answers", "≤ 1.5 pt", lambda f: f("bits")["fp32"] - f("bits")["nf4"], at_most(0.015)),
    Target("INT2 exact answers", "≤ 15 %", lambda f: f("bits")["int2"], at_most(0.15)),
    Target(
        "QLoRA − LoRA",
        "within ± 4 pt",
        lambda f: f("lora", bits="nf4")["qlora minus lora"],
        lambda found: abs(mean(found)) <= 0.04,
    ),
    Target("DPO above SFT, rater's score", "+.18, 9 of 10", _gain, in_most(0.9, 0.18), False),
    Target(
        "PPO above SFT, rater's score",
        "+.18, 9 of 10",
        lambda f: _gain(f, method="ppo", beta=0.5),
        in_most(0.9, 0.18),
        False,
    ),
    Target("Honest on unknown, DPO", "≥ 90 %", lambda f: f("align")["honest after"], at_least(0.90)),
    Target(
        "Honest on unknown, PPO", "≥ 90 %", lambda f: f("align", method="ppo", beta=0.5)["honest after"], at_least(0.90)
    ),
    Target("Reward hacked: rater's score falls by", "≥ .5, 9 of 10", _hacked, in_most(0.9, 0.5), False),
    Target(
        "Other questions after a narrow tuning",
        "≤ 10 %",
        lambda f: f("forgetting")["other questions after"],
        at_most(0.1),
    ),
    Target(
        "… with a quarter of old examples mixed in",
        "≥ 75 %",
        lambda f: f("forgetting", mixed=0.25)["other questions after"],
        at_least(0.75),
    ),
    Target("Tuned once, right on day 5", "≤ 40 %", lambda f: f("stale")["tuned once"], at_most(0.40)),
    Target("Retrieval, right on day 5", "≥ 97 %, each", lambda f: f("stale")["retrieval"], at_least(0.97, 0.97)),
    Target("One note in the prompt", "≥ 97 %", lambda f: f("stuffing")["one note"], at_least(0.97)),
    Target("Sixteen notes in the prompt", "≤ 60 %", lambda f: f("stuffing")["most notes"], at_most(0.60)),
    Target("Catalogue with no example", "≤ 32 %", lambda f: f("few-shot")["catalogue 0"], at_most(0.32)),
    Target("Catalogue with four examples", "≥ 95 %", lambda f: f("few-shot")["catalogue 4"], at_least(0.95)),
    Target(
        "House style from a guide in the prompt", "≤ 5 %", lambda f: f("style")["guide in the prompt"], at_most(0.05)
    ),
    Target("House style from 500 pairs", "≥ 50 %", lambda f: f("style")["tuned"], at_least(0.50)),
    Target(
        "Distilling on scarce text, loss gained",
        "≥ .6, each",
        lambda f: f("distil")["text alone loss"] - f("distil")["with the teacher loss"],
        at_least(0.6, 0.6),
        False,
    ),
    Target("Score with half of the test leaked", "≥ 45 %", lambda f: f("leakage")["score"], at_least(0.45)),
    Target("True score of that test", "≤ 20 %", lambda f: f("leakage")["true score"], at_most(0.20)),
    Target(
        "Tuned on one phrasing: same − other",
        "≥ 30 pt",
        lambda f: f("shift")["same phrasing"] - f("shift")["other phrasing"],
        at_least(0.30),
    ),
)
