"""Which follow-up an interviewer asks next: on what was missed, or further on from what was made. Pure."""

from collections.abc import Collection, Mapping

from core.content.interview_items import FollowUp, FreeAnswer, When
from core.interview.verdicts import Verdict

MOST = 3
"""Follow-ups to one question, at most."""

SPEAKING_WORDS_PER_MINUTE = 130


def next_follow_up(item: FreeAnswer, verdicts: Mapping[str, Verdict], asked: Collection[str]) -> FollowUp | None:
    """The follow-up to ask, or None when nothing is open or `MOST` were asked.

    A missed point comes before a made one, a heavier one before a lighter; “not sure” counts as missed.
    """
    if len(asked) >= MOST:
        return None
    weights = {point.id: point.weight for point in item.key_points}
    order = [point.id for point in item.key_points]
    open_ = [one for one in item.follow_ups if one.id not in asked and _opens(one, verdicts)]
    open_.sort(key=lambda one: (one.when is When.MADE, -weights[one.point], order.index(one.point)))
    return open_[0] if open_ else None


def _opens(follow_up: FollowUp, verdicts: Mapping[str, Verdict]) -> bool:
    made = verdicts.get(follow_up.point, Verdict.MISSING) is Verdict.COVERED
    return made if follow_up.when is When.MADE else not made


def target_seconds(item: FreeAnswer, follow_up: FollowUp | None = None) -> float:
    """How long a good answer takes to say: what the question states; for a follow-up, its model answer spoken."""
    if follow_up is None:
        return item.minutes * 60
    return spoken_seconds(follow_up.model_answer)


def spoken_seconds(text: str) -> float:
    """How long a text takes to say."""
    return len(text.split()) / SPEAKING_WORDS_PER_MINUTE * 60
