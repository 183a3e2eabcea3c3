"""Marks what was arranged: order and match. Pure."""

from itertools import combinations

from core.content.arranged_items import Confusion, Extra, Match, Order, Pair
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
    given = dict(answer.pairs)
    if not given.keys() <= item.lefts.keys() or not set(given.values()) <= item.rights.keys():
        raise InvalidAnswerError(marked("This question has no such pair; open it again."))
    if not given:
        raise InvalidAnswerError(marked("Match at least one pair, or press “I do not know”."))
    feedback = tuple(_pair_feedback(item, pair, given.get(pair.id)) for pair in item.pairs)
    score = sum(one.right for one in feedback) / len(item.pairs)
    beliefs = (one.misconception for one in feedback if one.misconception)
    return Mark(score, feedback, tuple(dict.fromkeys(beliefs)))


def _pair_feedback(item: Match, pair: Pair, right: str | None) -> Feedback:
    """What is said to a left side that was given a right side, or none."""
    mixed_up = _mix_up(item, pair.id, right)
    return Feedback(
        id=pair.id,
        text=item.rights[right] if right else "",
        given=right is not None,
        right=right == pair.id,
        why=mixed_up.why if mixed_up else pair.why,
        misconception=mixed_up.misconception if mixed_up else None,
        expected=pair.right,
    )


def _mix_up(item: Match, left: str, right: str | None) -> Confusion | Extra | None:
    """The known mistake behind a match; None when there is none."""
    extra = next((extra for extra in item.extras if extra.id == right), None)
    return next((mix for mix in item.confusions if (mix.left, mix.right) == (left, right)), extra)
