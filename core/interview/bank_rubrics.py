"""Rubrics of the bank's interview questions and of their follow-ups. Pure."""

from collections.abc import Mapping

from core.content.interview_items import FollowUp, FreeAnswer
from core.content.interview_items import KeyPoint as AuthoredPoint
from core.content.models import Content
from core.interview.rubric import KeyPoint, Misconception, Rubric


def rubrics(content: Content) -> Mapping[str, Rubric]:
    """Every question by its id, in the bank's order; a follow-up by `question/follow-up`."""
    found: dict[str, Rubric] = {}
    for item in content.items:
        if isinstance(item, FreeAnswer):
            found[item.id] = question_rubric(item, content)
            found |= {f"{item.id}/{one.id}": follow_up_rubric(one, item, content) for one in item.follow_ups}
    return found


def question_rubric(item: FreeAnswer, content: Content) -> Rubric:
    """The rubric of a question."""
    return Rubric(
        id=item.id,
        question=item.question,
        key_points=_points(item.key_points),
        misconceptions=_misconceptions(item, content),
    )


def follow_up_rubric(follow_up: FollowUp, item: FreeAnswer, content: Content) -> Rubric:
    """The rubric of a follow-up; the misconceptions are those of its question."""
    return Rubric(
        id=f"{item.id}/{follow_up.id}",
        question=follow_up.question,
        key_points=_points(follow_up.key_points),
        misconceptions=_misconceptions(item, content),
    )


def _points(points: tuple[AuthoredPoint, ...]) -> tuple[KeyPoint, ...]:
    return tuple(KeyPoint(id=p.id, text=p.text, weight=p.weight, accept=p.wordings) for p in points)


def _misconceptions(item: FreeAnswer, content: Content) -> tuple[Misconception, ...]:
    found = []
    for one in item.sounds_like:
        named = content.misconception_by_id[one.misconception]
        said = {"accept": one.phrases, "contrary": named.contrary, "correction": named.correction}
        found.append(Misconception(id=named.id, text=named.name, **said))
    return tuple(found)
