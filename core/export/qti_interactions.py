"""Each kind of item as a QTI 2.1 interaction with its scoring. Pure."""

from xml.etree.ElementTree import Element

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.interview_items import FreeAnswer
from core.content.item_base import Choice, NearMiss
from core.content.items import AnyItem
from core.content.typed_items import GAP, Cloze, Flashcard, Number, PredictNumber, ShortText
from core.export.item_text import number_bounds, number_ranges
from core.export.qti_xml import (
    ItemParts,
    declare,
    is_right,
    mapping,
    name,
    node,
    outcome,
    parent,
    score_if,
    set_outcome,
    set_score,
    shown_when,
)
from core.language.text import t
from core.numbers.number_format import unit_words


def item_parts(item: AnyItem) -> ItemParts:
    """The parts of an item; its score goes into the outcome `SCORE`, 0..1."""
    parts = ItemParts()
    match item:
        case SingleChoice() | MultipleChoice():
            _choice(parts, item.question, item.options)
        case Case():
            parts.body.append(node("p", item.situation))
            _choice(parts, item.question, item.choices)
        case SpotError():
            _spot_error(parts, item)
        case TrueFalse():
            _true_false(parts, item)
        case ShortText():
            _question(parts, item)
            _entry(parts, "RESPONSE", (item.answer, *item.variants), item.near_misses)
            parts.processing.append(set_outcome("SCORE", node("mapResponse", identifier="RESPONSE")))
        case Number() | PredictNumber():
            _number(parts, item)
        case Cloze():
            _cloze(parts, item)
        case Order():
            _order(parts, item)
        case Match():
            _match(parts, item)
        case Flashcard() | FreeAnswer():
            _essay(parts, item)
    return parts


def _question(parts: ItemParts, item: AnyItem) -> None:
    parts.body.append(node("p", item.question))


def _choice(parts: ItemParts, prompt: str, options: tuple[Choice, ...]) -> None:
    right = [option for option in options if option.correct]
    many = len(right) > 1
    cardinality = "multiple" if many else "single"
    declared = declare("RESPONSE", "identifier", (name(option.id) for option in right), cardinality)
    if many:
        worth = {True: 1 / len(right), False: -1 / (len(options) - len(right))}
        declared.append(mapping({name(option.id): worth[option.correct] for option in options}))
    parts.declarations += [declared, outcome("FEEDBACK", "identifier", cardinality)]
    shown = [node("simpleChoice", option.text, identifier=name(option.id)) for option in options]
    most = "0" if many else "1"
    parts.body.append(
        parent(
            "choiceInteraction",
            [node("prompt", prompt), *shown],
            responseIdentifier="RESPONSE",
            shuffle="true",
            maxChoices=most,
        )
    )
    scored = set_outcome("SCORE", node("mapResponse", identifier="RESPONSE"))
    parts.processing.append(scored if many else score_if(is_right("RESPONSE"), 1))
    parts.processing.append(set_outcome("FEEDBACK", node("variable", identifier="RESPONSE")))
    parts.feedback += [shown_when("FEEDBACK", name(option.id), option.why) for option in options]


def _spot_error(parts: ItemParts, item: SpotError) -> None:
    options = tuple(
        Choice.model_construct(id=p.id, text=p.text, correct=p.wrong, why=p.why, misconception=None)
        for p in item.passages
    )
    _choice(parts, item.question, options)


def _true_false(parts: ItemParts, item: TrueFalse) -> None:
    parts.declarations.append(declare("VERDICT", "identifier", ["true" if item.answer else "false"]))
    named = (("true", t("True")), ("false", t("False")))
    verdicts = [node("simpleChoice", word, identifier=verdict) for verdict, word in named]
    verdict = parent(
        "choiceInteraction",
        [node("prompt", item.question), *verdicts],
        responseIdentifier="VERDICT",
        shuffle="false",
        maxChoices="1",
    )
    parts.body.append(verdict)
    _choice(parts, t("Because"), item.reasons)
    parts.processing[0] = score_if(is_right("VERDICT"), 0.5)
    both = parent("and", [is_right("VERDICT"), is_right("RESPONSE")])
    parts.processing.insert(1, score_if(both, 1))


def _entry(parts: ItemParts, response: str, right: tuple[str, ...], near: tuple[NearMiss, ...]) -> None:
    declared = declare(response, "string", right[:1])
    worth = dict.fromkeys(right, 1.0) | {text: miss.credit for miss in near for text in miss.texts}
    declared.append(mapping(worth, words=True))
    parts.declarations.append(declared)
    if response == "RESPONSE":
        length = str(max(len(text) for text in right) + 8)
        entry = node("textEntryInteraction", responseIdentifier=response, expectedLength=length)
        parts.body.append(parent("p", [entry]))


def _number(parts: ItemParts, item: Number | PredictNumber) -> None:
    _question(parts, item)
    parts.declarations.append(declare("RESPONSE", "float", [f"{item.answer:.12g}"]))
    entry = node("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="20")
    entry.tail = f" {unit_words(item.unit)}"
    parts.body.append(parent("p", [entry]))
    scored = score_if(_within(*number_bounds(item)), 1)
    for number, near in enumerate(number_ranges(item), 1):
        given = [set_score(near.credit)]
        if near.why:
            given.append(set_outcome("FEEDBACK", node("baseValue", f"range-{number}", baseType="identifier")))
            parts.feedback.append(shown_when("FEEDBACK", f"range-{number}", near.why))
        scored.append(parent("responseElseIf", [_within(near.low, near.high), *given]))
    parts.declarations += [outcome("FEEDBACK", "identifier")] if parts.feedback else []
    parts.processing.append(scored)


def _within(low: float | None, high: float | None) -> Element:
    """Whether the number that was given lies between two bounds, of which one may be missing."""
    given = (
        parent(sign, [node("variable", identifier="RESPONSE"), node("baseValue", f"{bound:.12g}", baseType="float")])
        for sign, bound in (("gte", low), ("lte", high))
        if bound is not None
    )
    return parent("and", given)


def _cloze(parts: ItemParts, item: Cloze) -> None:
    _question(parts, item)
    pieces = GAP.split(item.text)
    text = node("p", pieces[0])
    for gap_id, after in zip(pieces[1::2], pieces[2::2], strict=True):
        gap = next(gap for gap in item.gaps if gap.id == gap_id)
        _entry(parts, name(gap.id, "gap"), (gap.answer, *gap.variants), gap.near_misses)
        entry = node("textEntryInteraction", responseIdentifier=name(gap.id, "gap"))
        entry.tail = after
        text.append(entry)
    parts.body.append(text)
    whole = parent("sum", [node("mapResponse", identifier=name(gap.id, "gap")) for gap in item.gaps])
    count = node("baseValue", str(len(item.gaps)), baseType="float")
    parts.processing.append(set_outcome("SCORE", parent("divide", [whole, count])))


def _order(parts: ItemParts, item: Order) -> None:
    parts.declarations.append(declare("RESPONSE", "identifier", (name(step.id) for step in item.steps), "ordered"))
    shown = [node("simpleChoice", step.text, identifier=name(step.id)) for step in item.steps]
    prompt = node("prompt", item.question)
    parts.body.append(parent("orderInteraction", [prompt, *shown], responseIdentifier="RESPONSE", shuffle="true"))
    parts.processing.append(score_if(is_right("RESPONSE"), 1))


def _match(parts: ItemParts, item: Match) -> None:
    pairs = [f"{name(pair.id, 'l')} {name(pair.id, 'r')}" for pair in item.pairs]
    declared = declare("RESPONSE", "directedPair", pairs, "multiple")
    declared.append(mapping(dict.fromkeys(pairs, 1 / len(pairs))))
    parts.declarations.append(declared)
    sets = (
        [(name(left, "l"), text) for left, text in item.lefts.items()],
        [(name(right, "r"), text) for right, text in item.rights.items()],
    )
    shown = [
        parent("simpleMatchSet", (node("simpleAssociableChoice", t, identifier=i, matchMax="1") for i, t in one))
        for one in sets
    ]
    interaction = parent(
        "matchInteraction",
        [node("prompt", item.question), *shown],
        responseIdentifier="RESPONSE",
        shuffle="true",
        maxAssociations=str(len(pairs)),
    )
    parts.body.append(interaction)
    parts.processing.append(set_outcome("SCORE", node("mapResponse", identifier="RESPONSE")))


def _essay(parts: ItemParts, item: Flashcard | FreeAnswer) -> None:
    parts.declarations.append(declare("RESPONSE", "string", ()))
    parts.body.append(parent("rubricBlock", [node("p", item.answer)], view="scorer"))
    prompt = node("prompt", item.question)
    parts.body.append(parent("extendedTextInteraction", [prompt], responseIdentifier="RESPONSE"))
