"""Marks what was arranged: order and match. Pure."""

from itertools import combinations

from core.content.arranged_items import Match, Order
from core.language.text import marked
from core.quiz.answers import Arranged, Matched
from core.quiz.mark import Feedback, InvalidAnswerError, Mark


def mark_order(item: Order, answer: Arranged) -> Mark:
    """Pairs of steps in the right order less those in the wrong one, over all pairs; never below 0.

    Of four steps, two neighbours swapped -> (5 − 1) / 6 = 0.67; the reverse -> 0; an order drawn by lot -> about 0.
    """
    right = [step.id for step in item.steps]
    if sorted(answer.steps) != sorted(right):
        raise InvalidAnswerError(marked("Place every step exactly once."))
    place = {name: index for index, name in enumerate(answer.steps)}
    pairs = list(combinations(right, 2))
    agreeing = sum(place[first] < place[second] for first, second in pairs)
    score = max(0.0, (2 * agreeing - len(pairs)) / len(pairs))
    swapped = [swap for swap in item.swaps if place[swap.later] < place[swap.earlier]]
    feedback = tuple(
        Feedback(
            id=step.id,
            text=step.text,
            given=True,
            right=place[step.id] == index,
            why=" ".join([*(swap.why for swap in swapped if swap.later == step.id), step.why]),
            misconception=next((swap.misconception for swap in swapped if swap.later == step.id), None),
            expected=str(index + 1),
        )
        for index, step in enumerate(item.steps)
    )
    return Mark(score, feedback, tuple(dict.fromkeys(swap.misconception for swap in swapped)))


def mark_match(item: Match, answer: Matched) -> Mark:
    """The share of left sides that got their own right side; one that got none is wrong."""
    given, rights = dict(answer.pairs), item.rights
    if not given.keys() <= item.lefts.keys() or not set(given.values()) <= rights.keys():
        raise InvalidAnswerError(marked("This question has no such pair; open it again."))
    if not given:
        raise InvalidAnswerError(marked("Match at least one pair, or press “I do not know”."))
    feedback = tuple(
        Feedback(
            id=pair.id,
            text=rights[given[pair.id]] if pair.id in given else "",
            given=pair.id in given,
            right=given.get(pair.id) == pair.id,
            why=_reason(item, pair.id, given.get(pair.id)) or pair.why,
            misconception=_belief(item, pair.id, given.get(pair.id)),
            expected=pair.right,
        )
        for pair in item.pairs
    )
    score = sum(one.right for one in feedback) / len(item.pairs)
    beliefs = (one.misconception for one in feedback if one.misconception)
    return Mark(score, feedback, tuple(dict.fromkeys(beliefs)))


def _reason(item: Match, left: str, right: str | None) -> str | None:
    extra = next((extra.why for extra in item.extras if extra.id == right), None)
    return next((mix.why for mix in item.confusions if (mix.left, mix.right) == (left, right)), extra)


def _belief(item: Match, left: str, right: str | None) -> str | None:
    extra = next((extra.misconception for extra in item.extras if extra.id == right), None)
    return next((mix.misconception for mix in item.confusions if (mix.left, mix.right) == (left, right)), extra)
