"""The debrief of a mock interview: four dimensions in four bands, each by a stated rule, and what to study. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.content.interview_items import FollowUp, FreeAnswer, KeyPoint
from core.content.models import Content
from core.interview.follow_ups import target_seconds
from core.interview.mock import MockInterview
from core.interview.study_list import Missed, study_list
from core.interview.time_taken import is_long, is_short, seconds_to_say
from core.interview.turn import Turn, is_whole, points_of, weight_made
from core.interview.verdicts import Verdict
from core.interview.words import LEAST_WORDS, words_of
from core.language.text import marked, nt, t
from core.numbers.number_format import clock

BANDS = ((0.85, marked("strong")), (0.65, marked("solid")), (0.4, marked("patchy")), (0.0, marked("weak")))
"""From which share 0..1 a dimension is in which band; the bands are keys, to be said with `t`."""

_NOT_SEEN = marked("not seen")


class Dimension(StrEnum):
    """What is looked at."""

    COVERAGE = marked("Points made")
    ACCURACY = marked("Free of misconceptions")
    PROBING = marked("Under probing")
    TIMING = marked("In time")


@dataclass(frozen=True)
class Judgement:
    """A dimension: `share` 0..1 (None when nothing was there to judge), its band, and one line of evidence."""

    dimension: Dimension
    share: float | None
    evidence: str

    @property
    def band(self) -> str:
        """One of four words, or “not seen”."""
        return _NOT_SEEN if self.share is None else next(name for least, name in BANDS if self.share >= least)


@dataclass(frozen=True)
class Debrief:
    """What an interview showed. `agreement` is the share of rated points on which learner and machine say the same."""

    started: datetime
    judgements: tuple[Judgement, ...]
    missed: tuple[Missed, ...]
    answers: int
    agreement: float | None

    @property
    def item_ids(self) -> tuple[str, ...]:
        """Questions with a missed point, each once: what a review starts with."""
        return tuple(dict.fromkeys(one.item_id for one in self.missed))


@dataclass(frozen=True)
class _Asked:
    """A turn beside what was asked."""

    turn: Turn
    item: FreeAnswer
    follow_up: FollowUp | None

    @property
    def points(self) -> tuple[KeyPoint, ...]:
        return points_of(self.turn, self.item)

    @property
    def target(self) -> float:
        """The seconds that a good answer takes."""
        return target_seconds(self.item, self.follow_up)

    @property
    def seconds(self) -> float:
        """How long it takes to say, since the target is of speaking."""
        return seconds_to_say(self.turn)

    def earned(self) -> tuple[float, float]:
        """Weight earned and weight in all."""
        return weight_made(self.turn, self.item)


def debrief(mock: MockInterview, content: Content) -> Debrief:
    """The debrief; turns whose question left the bank are not counted."""
    asked = [one for turn in mock.turns if (one := _asked(turn, content)) is not None]
    judgements = (_coverage(asked), _accuracy(asked, content), _probing(asked), _timing(asked))
    return Debrief(mock.started, judgements, study_list(_missed(asked)), len(asked), _agreement(mock.turns))


def _asked(turn: Turn, content: Content) -> _Asked | None:
    item = content.item_by_id.get(turn.question)
    if not isinstance(item, FreeAnswer):
        return None
    follow_up = item.follow_up(turn.follow_up)
    return None if turn.follow_up and follow_up is None else _Asked(turn, item, follow_up)


def _share(asked: Sequence[_Asked]) -> float | None:
    sums = [one.earned() for one in asked]
    total = sum(weight for _, weight in sums)
    return sum(earned for earned, _ in sums) / total if total else None


def _made(asked: Sequence[_Asked], verdict: Verdict = Verdict.COVERED) -> int:
    return sum(1 for one in asked for point in one.points if one.turn.verdicts.get(point.id) is verdict)


def _coverage(asked: Sequence[_Asked]) -> Judgement:
    first = [one for one in asked if one.follow_up is None]
    share = _share(first)
    told = t("No question was answered.") if share is None else _points_made(first)
    return Judgement(Dimension.COVERAGE, share, told)


def _points_made(first: Sequence[_Asked]) -> str:
    """“I do not know” makes no point and is no answer; its points stay among those that there were to make."""
    total, answers = sum(len(one.points) for one in first), sum(one.turn.is_answered for one in first)
    if not answers:
        return t("None of {total} points: no question was answered.", total=total)
    told = nt(
        "{made} of {total} points in {n} answer.",
        "{made} of {total} points in {n} answers.",
        answers,
        made=_made(first),
        total=total,
    )
    if half := _made(first, Verdict.NOT_SURE):
        told += " " + nt("{n} more counts half.", "{n} more count half.", half)
    if unanswered := len(first) - answers:
        told += " " + nt("{n} question had no answer.", "{n} questions had no answer.", unanswered)
    return told


def _accuracy(asked: Sequence[_Asked], content: Content) -> Judgement:
    judged = [one for one in asked if one.turn.judgeable]
    unjudged = [one for one in asked if one.turn.is_answered and not one.turn.judgeable]
    unread = sum(len(words_of(one.turn.answer)) >= LEAST_WORDS for one in unjudged)
    if not judged:
        none = t("No answer could be judged.") if unread else t("No answer was long enough to judge.")
        return Judgement(Dimension.ACCURACY, None, none if unjudged else t("No question was answered."))
    wrong = [one for one in judged if one.turn.misconceptions]
    tells = bool(wrong) or _made(judged) > 0  # who speaks of lunch shows no belief either
    told = [_heard(wrong, len(judged), content, alone=not unjudged), *_not_judged(len(unjudged) - unread, unread)]
    if not tells and not unjudged:
        told = [t("None was heard, but no answer made a point either.")]
    return Judgement(Dimension.ACCURACY, 1 - len(wrong) / len(judged) if tells else None, " ".join(told))


def _not_judged(short: int, unread: int) -> list[str]:
    """What was too short, and what was long enough and yet not read: in another language, or meant for the marker."""
    told = []
    if short:
        told.append(nt("{n} answer was too short to judge.", "{n} answers were too short to judge.", short))
    if unread:
        told.append(nt("{n} answer could not be judged.", "{n} answers could not be judged.", unread))
    return told


def _heard(wrong: Sequence[_Asked], judged: int, content: Content, *, alone: bool) -> str:
    if not wrong:
        return nt("None was heard in {n} answer.", "None was heard in {n} answers.", judged)
    belief = wrong[0].turn.misconceptions[0]
    heard = t("“{words}”", words=named.name) if (named := content.misconception_by_id.get(belief)) else belief
    if judged == 1 and not alone:
        return t("Heard in the one answer that could be judged: {heard}.", heard=heard)
    if judged == 1:
        return t("Heard in your one answer: {heard}.", heard=heard)
    return nt(
        "Heard in {n} of {all} answers: {heard}.",
        "Heard in {n} of {all} answers, such as {heard}.",
        len(wrong),
        all=judged,
        heard=heard,
    )


def _probing(asked: Sequence[_Asked]) -> Judgement:
    probed = [one for one in asked if one.follow_up is not None]
    share = _share(probed)
    if share is None:
        return Judgement(Dimension.PROBING, None, t("No follow-up was asked."))
    if not _made(probed):
        none = nt("{n} follow-up, none of its points made.", "{n} follow-ups, none of their points made.", len(probed))
        if half := _made(probed, Verdict.NOT_SURE):
            none += " " + nt("{n} counts half.", "{n} count half.", half)
        return Judgement(Dimension.PROBING, share, none)
    best = max(probed, key=lambda one: (one.earned()[0] / one.earned()[1], one.turn.rubric_id))
    told = nt(
        "{n} follow-up, {made} of {all} points made: “{words}”",
        "{n} follow-ups; the best answered was “{words}”",
        len(probed),
        words=best.follow_up.question if best.follow_up else "",
        made=_made([best]),
        all=len(best.points),
    )
    return Judgement(Dimension.PROBING, share, told)


def _timing(asked: Sequence[_Asked]) -> Judgement:
    timed = [one for one in asked if _is_timed(one)]
    if not timed:
        return Judgement(Dimension.TIMING, None, t("No answer was timed."))
    late, brief = sum(map(_is_long, timed)), sum(map(_is_short, timed))
    off = [t("{late} of {all} ran long", late=late, all=len(timed))] if late else []
    off += [t("{brief} of {all} too short", brief=brief, all=len(timed))] if brief else []
    spent = clock(sum(one.seconds for one in timed))
    target = clock(sum(round(one.target) for one in timed))
    how = ", ".join(off) or t("none too long or too short")
    if all(one.turn.dictated for one in timed):
        words = t("{spent} of answering against {target}; {how}.", spent=spent, target=target, how=how)
    else:
        words = t(
            "Your words take {spent} to say against a target of {target}; {how}.", spent=spent, target=target, how=how
        )
    return Judgement(Dimension.TIMING, 1 - (late + brief) / len(timed), words)


def _is_timed(one: _Asked) -> bool:
    return one.turn.is_answered and one.seconds > 0


def _is_long(one: _Asked) -> bool:
    return is_long(one.turn, one.target)


def _is_short(one: _Asked) -> bool:
    return is_short(one.turn, one.target, whole=is_whole(one.turn, one.item))


def _missed(asked: Sequence[_Asked]) -> Iterator[Missed]:
    for one in asked:
        words = one.follow_up.question if one.follow_up else one.item.question
        for point in one.points:
            if one.turn.verdicts.get(point.id, Verdict.MISSING) is not Verdict.COVERED:
                yield Missed(one.item.id, one.turn.follow_up, words, point.id, point.text, point.claim, point.weight)


def _agreement(turns: Sequence[Turn]) -> float | None:
    pairs = [(one.verdict, turn.own[one.point]) for turn in turns for one in turn.findings if one.point in turn.own]
    return sum(1 for machine, own in pairs if machine is own) / len(pairs) if pairs else None
