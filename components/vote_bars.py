"""The votes of a question as bars: round 1 thin and hatched, round 2 thick."""

from math import inf
from typing import TypeGuard
from xml.etree import ElementTree as ET

from components.markup import el, icon, show
from components.right_answer_told import right_answer_told
from core.content.choice_items import TrueFalse
from core.content.graphs import Question
from core.content.items import AnyItem
from core.content.typed_items import Number, NumberSpan, PredictNumber
from core.language.text import t
from core.numbers.number_format import percent
from core.quiz.answers import Judged, Picked
from core.quiz.right_answer import right_answer
from core.workshop.figures import takes_number
from core.workshop.guessing import count_said
from core.workshop.histogram import OTHER, bins_within, histogram
from core.workshop.picks import option_words
from core.workshop.room import Ballot
from core.workshop.votes import OTHER_REASON, is_right, right_verdict, votes_by_option, votes_by_reason

_SHORT = 17
"""The letters of an option that stand in one line beside the bars; longer ones get more of the width."""

_Votes = list[tuple[dict[str, int], int]]


def vote_bars(
    asked: AnyItem | Question, ballots: tuple[Ballot, ...], order: tuple[str, ...] = (), *, revealed: bool = True
) -> None:
    """Draws the share of votes for each option in each round, in `order`; once `revealed`, which option is right."""
    right = _right(asked, ballots) if revealed else frozenset()
    counts = _upper_limit(asked) < inf  # beside “30 to 35 %” a share of the guesses reads as a guess
    counted = _counted(asked, option_words(asked, order), ballots, _answer(asked) if revealed else None)
    rows = [
        _row(words, name in right, [(found.get(name, 0), voters) for found, voters in votes], counts=counts)
        for name, words, votes in counted
    ]
    wordy = any(len(words) > _SHORT for _, words, _ in counted)
    unheard = not any(ballot.picks for ballot in ballots)
    kind = "ll-votes ll-unheard" if unheard else "ll-votes ll-wordy" if wordy else "ll-votes"
    bars = el("div", *rows, class_=kind)
    show(bars, _key(asked, ballots), _told(asked) if revealed else None, class_="ll")


def _counted(
    asked: AnyItem | Question, words: dict[str, str], ballots: tuple[Ballot, ...], answer: float | None
) -> list[tuple[str, str, _Votes]]:
    """Each option, or bin of guesses: its id, its words, and the counts and voters of each round."""
    voters = [len(ballot.picks) for ballot in ballots]
    if _has_no_options(asked):
        words = {"right": t("Right"), "wrong": t("Not quite")}
        counts = [_right_or_not(asked, ballot) for ballot in ballots]
    elif isinstance(asked, TrueFalse):
        words, counts = _with_reasons(asked, words), [votes_by_reason(asked, ballot) for ballot in ballots]
    elif words:
        counts = [votes_by_option(ballot) for ballot in ballots]
    else:
        counts = histogram([tuple(ballot.picks.values()) for ballot in ballots], answer, _upper_limit(asked))
        unit = getattr(asked, "unit", "")
        words = {name: t(OTHER) if name == OTHER else f"{name} {unit}".strip() for name in counts[0]}
    votes = list(zip(counts, voters, strict=True))
    return [(name, text, votes) for name, text in words.items()]


def _with_reasons(item: TrueFalse, words: dict[str, str]) -> dict[str, str]:
    """The rows of a true-or-false vote. The right verdict has two: with the right reason, and with another."""
    reason = next(one.text for one in item.reasons if one.correct)
    rows: dict[str, str] = {}
    for name, verdict in words.items():
        holds = name == right_verdict(item)
        rows[name] = f"{verdict}: {reason}" if holds else verdict
        if holds:
            rows[OTHER_REASON] = t("{verdict}, for another reason", verdict=verdict)
    return rows


def _has_no_options(asked: AnyItem | Question) -> TypeGuard[AnyItem]:
    """Whether what was asked has neither options nor numbers: it was arranged, or answered in words."""
    return not isinstance(asked, Question) and not takes_number(asked) and not option_words(asked)


def _right_or_not(asked: AnyItem, ballot: Ballot) -> dict[str, int]:
    right = sum(is_right(asked, answer) for answer in ballot.picks.values())
    return {"right": right, "wrong": len(ballot.picks) - right}


def _told(asked: AnyItem | Question) -> ET.Element | None:
    """The right answer in words, for a question that has no options to draw as bars; else None."""
    if not _has_no_options(asked):
        return None
    return right_answer_told(asked, "ll-large", news=True)


def _row(text: str, is_right: bool, votes: list[tuple[int, int]], *, counts: bool) -> ET.Element:
    answer = el("span", icon("check_circle"), t("answer"), class_="ll-verdict ll-ok") if is_right else None
    bars = [_bar(count, of, last=number == len(votes), counts=counts) for number, (count, of) in enumerate(votes, 1)]
    if len(bars) > 1:  # who sees them sees which is which
        for number, bar in enumerate(bars, 1):
            bar.set("role", "img")
            bar.set("aria-label", t("round {round}: {share}", round=number, share="".join(bar.itertext())))
    return el(
        "div", el("div", el("strong", text), answer, class_="lab"), el("div", *bars, class_="bars"), class_="ll-vote"
    )


def _bar(count: int, of: int, *, last: bool, counts: bool) -> ET.Element:
    kind = "two" if last else "one"
    if not of:  # nobody was heard: no share of them is 0 %
        return el("span", el("span", "–"), class_=kind)
    share = count / of
    words = t("{count} of {of}", count=count, of=of) if counts else percent(share)
    line = el("i", style=f"width: {share:.1%}") if count else el("i", class_="none")
    return el("span", line, el("span", words), class_=kind)


def _key(asked: AnyItem | Question, ballots: tuple[Ballot, ...]) -> ET.Element:
    voters = [count_said(asked, len(ballot.picks)) for ballot in ballots]
    words = f"{voters[0]}."
    if len(voters) > 1:
        words = t("Thin: round 1, {first}. Thick: round 2, {second}.", first=voters[0], second=voters[1])
    return el("p", words, class_="ll-note")


def _right(asked: AnyItem | Question, ballots: tuple[Ballot, ...]) -> frozenset[str]:
    if isinstance(asked, Question):
        return frozenset()
    if isinstance(asked, PredictNumber):
        rounds = [tuple(ballot.picks.values()) for ballot in ballots]
        return bins_within(rounds, asked.answer, asked.upper, asked.answer, _upper_limit(asked))
    if isinstance(asked, Number):
        span = asked.accepted or NumberSpan(low=asked.answer, high=asked.answer)
        rounds = [tuple(ballot.picks.values()) for ballot in ballots]
        low, high = -inf if span.low is None else span.low, inf if span.high is None else span.high
        return bins_within(rounds, low, high, asked.answer, _upper_limit(asked))
    match right_answer(asked):
        case Picked(options=options):
            return frozenset(options)
        case Judged(holds=holds):
            return frozenset({"true" if holds else "false"})
        case _:
            return frozenset()


def _answer(asked: AnyItem | Question) -> float | None:
    return asked.answer if isinstance(asked, Number | PredictNumber) else None


def _upper_limit(asked: AnyItem | Question) -> float:
    """The most that the guesses can be: 100 for a share in per cent, else without limit."""
    return 100.0 if getattr(asked, "unit", "") == "%" else inf
