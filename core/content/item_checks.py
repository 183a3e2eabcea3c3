"""Rules for the bank: named misconceptions, tested claims, twins, near-duplicates, give-aways. Pure."""

import re
from collections import Counter
from collections.abc import Iterator

from core.content.choice_items import Case, MultipleChoice, SingleChoice, TrueFalse
from core.content.facts import Unit
from core.content.findings import Finding, dangling
from core.content.item_base import Choice
from core.content.items import AnyItem
from core.content.models import Content
from core.content.stems import near_duplicates
from core.content.typed_items import PredictNumber

LONGEST = 1.3
"""A right option may be so many times as long as the longest wrong one."""
SHORTEST = 0.6
"""A right option must have this share of the shortest wrong one's length."""
LETTERS = 12
"""A difference of fewer letters does not catch the eye."""
SHOWN_WORDS = 5
"""How many words are shown of the place where twins differ."""
LEAST_FOR_SHARE = 12
"""From so many choice items on, the bank as a whole is judged: the right option may be longest in half of them."""
_UNITS = {unit.value: unit for unit in Unit} | {"dollars": Unit.USD, "$": Unit.USD, "%": Unit.PERCENT}
"""What an item's free words for a unit certainly mean; any other words may mean the right one."""


def misconceptions_exist(content: Content) -> Iterator[Finding]:
    """Whatever names a misconception names one that there is."""
    for item in content.items:
        names = dict.fromkeys(item.misconceptions)
        yield from dangling("items", item.id, "misconceptions", names, content.misconception_by_id)


def claims_are_tested(content: Content) -> Iterator[Finding]:
    """Every claim is tested by an item or a case, once the chapter's file says that the bank is whole."""
    if not content.chapter.tests_every_claim:
        return
    tested = {name for item in content.items for name in claims_of(item)}
    for claim in content.claims:
        if claim.id not in tested:
            yield "claims", claim.id, "id", "is tested nowhere; name it in the claims of an item or a case"


def claims_of(item: AnyItem) -> tuple[str, ...]:
    """The claims that an item tests, those of its follow-ups included."""
    follow_ups = getattr(item, "follow_ups", ())
    return (*item.claims, *(name for follow_up in follow_ups for name in follow_up.claims))


def follow_ups_have_their_own_ids(content: Content) -> Iterator[Finding]:
    """A follow-up's id is neither an item's nor another follow-up's: answers are kept under it."""
    own = {item.id: {follow_up.id for follow_up in getattr(item, "follow_ups", ())} for item in content.items}
    count = Counter([*own, *(name for names in own.values() for name in names)])
    for item_id, names in own.items():
        for name in names:
            if count[name] > 1:
                what = f"{name!r} is the id of another question too; give it its own"
                yield "items", item_id, f"follow_ups.{name}", what


def stems_differ(content: Content) -> Iterator[Finding]:
    """No two items ask nearly the same, twins aside."""
    stems = {item.id: item.stem for item in content.items}
    for pair in near_duplicates(stems):
        if _are_twins(content.item_by_id[pair.first], content.item_by_id[pair.second]):
            continue
        what = f"shares {pair.overlap:.0%} of its words with {pair.first!r}; ask something else, or remove one"
        yield "items", pair.second, "question", what


def _are_twins(one: AnyItem, other: AnyItem) -> bool:
    return isinstance(one, Case) and isinstance(other, Case) and (one.twin == other.id or other.twin == one.id)


def lengths_give_nothing_away(content: Content) -> Iterator[Finding]:
    """The right option stands out from no item by its length, and from the bank no more than by chance."""
    longest = total = 0
    for item in content.items:
        for field, options in _options(item):
            right = [len(option.text) for option in options if option.correct]
            wrong = [len(option.text) for option in options if not option.correct]
            yield from _length_findings(item.id, field, right, wrong)
            if len(right) == 1 and not isinstance(item, MultipleChoice):
                total += 1
                longest += right[0] > max(wrong)
    if total >= LEAST_FOR_SHARE and longest > total / 2:
        what = f"the right option is the longest in {longest} of {total} items; shorten some, or lengthen wrong ones"
        yield "items", "(all)", "options", what


def _options(item: AnyItem) -> Iterator[tuple[str, tuple[Choice, ...]]]:
    if isinstance(item, SingleChoice | MultipleChoice):
        yield "options", item.options
    if isinstance(item, TrueFalse):
        yield "reasons", item.reasons


def _length_findings(item_id: str, field: str, right: list[int], wrong: list[int]) -> Iterator[Finding]:
    least, most = min(right), max(right)
    if least > LONGEST * max(wrong) and least - max(wrong) >= LETTERS:
        what = f"the right answer has {least} letters and the longest wrong one {max(wrong)}; bring them closer"
        yield "items", item_id, field, what
    if most < SHORTEST * min(wrong) and min(wrong) - most >= LETTERS:
        what = f"the right answer has {most} letters and the shortest wrong one {min(wrong)}; bring them closer"
        yield "items", item_id, field, what


def twins_differ_in_one_fact(content: Content) -> Iterator[Finding]:
    """Twins name each other, call for different approaches, and are the same but for the changed words."""
    cases = {item.id: item for item in content.items if isinstance(item, Case)}
    for case in cases.values():
        yield from dangling("items", case.id, "twin", [case.twin], set(cases) - {case.id})
        twin = cases.get(case.twin)
        if twin is None or twin is case:
            continue
        if twin.twin != case.id:
            yield "items", case.id, "twin", f"{twin.id!r} has the twin {twin.twin!r}; let each name the other"
        elif case.id < twin.id:
            yield from _twin_findings(case, twin)


def _twin_findings(case: Case, twin: Case) -> Iterator[Finding]:
    if case.answer == twin.answer:
        what = f"calls for {case.answer.value!r} as its twin {twin.id!r} does; the changed fact must flip the answer"
        yield "items", case.id, "answer", what
    if len(case.changed) != len(twin.changed):
        what = f"has {len(case.changed)} changed parts and {twin.id!r} has {len(twin.changed)}; write them in pairs"
        yield "items", case.id, "changed", what
    elif _masked(case) != _masked(twin):
        mine, theirs = _first_difference(_masked(case), _masked(twin))
        what = f"differs from that of {twin.id!r} outside the changed words ({mine!r}, there {theirs!r})"
        yield "items", case.id, "situation", f"{what}; make the rest the same, or add these words to changed"


def _masked(case: Case) -> str:
    text = case.situation
    for number, words in enumerate(case.changed):
        text = text.replace(words, f"\0{number}\0")
    return text


def _first_difference(one: str, other: str) -> tuple[str, str]:
    """The first words that differ, a few of each side; the changed words stand as an ellipsis."""
    mine, theirs = one.split(), other.split()
    at = next((i for i, pair in enumerate(zip(mine, theirs, strict=False)) if pair[0] != pair[1]), None)
    at = min(len(mine), len(theirs)) if at is None else at
    return _shown(mine[at : at + SHOWN_WORDS]), _shown(theirs[at : at + SHOWN_WORDS])


def _shown(words: list[str]) -> str:
    return re.sub("\0\\d+\0", "…", " ".join(words))


def predictions_match_claims(content: Content) -> Iterator[Finding]:
    """A number that is to be predicted from a claim is that claim's figure."""
    for item in content.items:
        if not isinstance(item, PredictNumber) or item.from_claim is None:
            continue
        basis = item.from_claim
        yield from dangling("items", item.id, "from_claim.claim", [basis.claim], content.claim_by_id)
        claim = content.claim_by_id.get(basis.claim)
        if claim is None:
            continue
        if basis.figure >= len(claim.figures):
            count = len(claim.figures)
            what = f"{basis.claim!r} has {count} figure{'' if count == 1 else 's'}, counted from 0; name one of them"
            if not claim.figures:
                what = f"{basis.claim!r} has no figures; give the claim some, or use from_calculator"
            yield "items", item.id, "from_claim.figure", what
            continue
        figure = claim.figures[basis.figure]
        if (item.answer, item.high) != (figure.low, figure.high):
            stated = f"{figure.low:g}" + (f" to {figure.high:g}" if figure.high is not None else "")
            what = f"is not the claim's figure ({stated} {figure.unit.value}); write the same"
            yield "items", item.id, "answer", what
        if _UNITS.get(item.unit.casefold(), figure.unit) is not figure.unit:
            what = f"{item.unit!r} is not the unit of the claim's figure, which is in {figure.unit.value}; correct it"
            yield "items", item.id, "unit", what


ITEM_RULES = (
    misconceptions_exist,
    claims_are_tested,
    follow_ups_have_their_own_ids,
    stems_differ,
    lengths_give_nothing_away,
    twins_differ_in_one_fact,
    predictions_match_claims,
)
