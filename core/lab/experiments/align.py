"""Station 4: a model with people's faults learns their taste, by DPO or by a reward model and PPO. Pure."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from core.lab.adapt import Full
from core.lab.dpo import DpoRecipe, train_dpo
from core.lab.events import Event, Measured, Point, Progress, Run, Said, counted, progress
from core.lab.experiments.experiment import Clock, Experiment
from core.lab.model import Weights
from core.lab.ppo import PpoRecipe, train_ppo
from core.lab.preferences import Judgement, Preference, collect_preferences, draw_preferences, judge, wins
from core.lab.pretrain import Base
from core.lab.rater import Question, questions_about, rate
from core.lab.reward import RECIPE, agreement, rewards_of, start_reward_model, train_reward_model
from core.lab.settings import BadSettingError, Knob, Setting
from core.lab.shelf import Shelf
from core.language.text import marked

LOOK_EVERY = 20
MODELS = {"dpo": 2, "ppo": 3}


@dataclass(frozen=True)
class _Table:
    """All that one alignment works on; the questions are those whose dishes may be trained on.

    `before` is how the model answers them that it starts from.
    """

    base: Base
    start: Weights
    questions: list[Question]
    new: list[Question]
    setting: Setting
    before: Judgement

    def judge(self, policy: Full, questions: list[Question]) -> Judgement:
        return judge(policy, self.start, questions, self.setting.rng_for("judging"))


def run(setting: Setting, shelf: Shelf, clock: Clock) -> Run:
    """Collects preferences of the rater, trains on them, and judges before, on the way, and after."""
    if setting.word("method") == "dpo" and setting.number("beta") == 0:
        raise BadSettingError(
            marked("DPO learns nothing at beta=0, where its loss is flat; choose beta=0.1 or more, or PPO.")
        )
    base = yield from shelf.base(setting.seed)
    start = yield from shelf.assistant(setting.seed)
    world = base.world
    questions = questions_about(world, world.tuning, world.unknown_tuning)
    new = questions_about(world, world.held_out, world.unknown_held_out)
    policy, started = Full(base.shape, start), clock()
    yield Progress("comparing replies", 0, setting.whole("pairs"))
    before = judge(policy, start, questions, setting.rng_for("judging"))
    table = _Table(base, start, questions, new, setting, before)
    yield Point("rater", 0, before.score)
    pairs = yield from _compare_replies(table, policy)
    train = _by_dpo if setting.word("method") == "dpo" else _by_ppo
    yield from train(table, policy, pairs)
    yield Measured("seconds", clock() - started)
    yield Measured("models", MODELS[setting.word("method")])
    yield from _compare(table, policy)


def _compare_replies(table: _Table, policy: Full) -> Generator[Event, None, list[Preference]]:
    """Lets the rater compare replies until there are as many pairs as the knob says."""
    wanted, pairs = table.setting.whole("pairs"), list[Preference]()
    for drawn in draw_preferences(policy, table.questions, table.setting.rng_for("pairs")):
        pairs += drawn
        yield Progress("comparing replies", min(len(pairs), wanted), wanted)
        if len(pairs) >= wanted:
            break
    return pairs[:wanted]


def _by_dpo(table: _Table, policy: Full, pairs: list[Preference]) -> Run:
    recipe = DpoRecipe(beta=table.setting.number("beta"))
    training = train_dpo(policy, table.start, pairs, recipe, table.setting.rng_for("dpo"))
    for loss, told in counted("dpo", training, recipe.steps):
        yield told
        if told.done % LOOK_EVERY == 0:
            yield Point("loss", told.done, loss)
            yield Point("rater", told.done, table.judge(policy, table.questions[::3]).score)


def _by_ppo(table: _Table, policy: Full, pairs: list[Preference]) -> Run:
    model = start_reward_model(table.base.shape, table.start)
    learning = train_reward_model(model, pairs, RECIPE, table.setting.rng_for("reward model"))
    yield from progress("reward model", learning, RECIPE.steps)
    fresh = collect_preferences(policy, table.new, 200, table.setting.rng_for("new pairs"))
    yield Measured("reward model right", agreement(model, fresh))
    recipe = PpoRecipe(beta=table.setting.number("beta"), steps=table.setting.whole("steps"))
    training = train_ppo(policy, model, table.questions, recipe, table.setting.rng_for("ppo"))
    rewards: list[float] = []
    for step, told in counted("ppo", training, recipe.steps):
        yield told
        rewards.append(step.reward)
        if told.done % LOOK_EVERY == 0:
            yield Point("reward", told.done, sum(rewards[-LOOK_EVERY:]) / LOOK_EVERY)
            yield Point("rater", told.done, table.judge(policy, table.questions[::3]).score)
    now = table.judge(policy, table.questions)
    yield Measured("reward before", float(rewards_of(model, table.before.replies).mean()))
    yield Measured("reward after", float(rewards_of(model, now.replies).mean()))


def _compare(table: _Table, policy: Full) -> Iterator[Measured | Said]:
    before, after, new = table.before, table.judge(policy, table.questions), table.judge(policy, table.new)
    for when, judged in (("before", before), ("after", after), ("on new dishes", new)):
        yield Measured(f"score {when}", judged.score)
        yield Measured(f"right {when}", judged.right_on_known)
        yield Measured(f"honest {when}", judged.honest_on_unknown)
    yield Measured("distance", after.distance)
    yield Measured("wins", wins(after, before))
    for index in range(0, len(table.questions), 90):
        for who, judged in (("before", before), ("after", after)):
            reply = judged.replies[index]
            worth = rate(table.questions[index], reply)
            yield Said(f"{who}, worth {worth:+.1f}", reply.prompt, reply.said)


EXPERIMENT = Experiment(
    "align",
    "align",
    run,
    (
        Knob("method", ("dpo", "ppo"), "dpo"),
        Knob("beta", (0.0, 0.1, 0.5, 1.0), 1.0),
        Knob("pairs", (40, 200, 1000), 1000),
        Knob("steps", (30, 60, 120), 60),
    ),
    (
        {"beta": (0.1, 0.5, 1.0)},
        {"beta": (0.5,), "pairs": (40,)},
        {"method": ("ppo",), "beta": (0.0, 0.5, 1.0)},
        {"method": ("ppo",), "beta": (0.0,), "pairs": (40,), "steps": (120,)},
    ),
)
