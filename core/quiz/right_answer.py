"""The answer that earns full credit, for previews and for “show answers”. Pure."""

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.items import AnyItem
from core.content.typed_items import Cloze, Number, PredictNumber, ShortText
from core.language.numbers import written
from core.quiz.answers import AnyAnswer, Arranged, Filled, Judged, Matched, Picked, Rating, SelfGraded, Typed


def right_answer(item: AnyItem) -> AnyAnswer:
    """The right answer to an item, as a learner would give it."""
    answer: AnyAnswer
    match item:
        case SingleChoice() | MultipleChoice():
            answer = Picked(options=tuple(option.id for option in item.options if option.correct))
        case Case():
            answer = Picked(options=(item.answer.value,))
        case SpotError():
            answer = Picked(options=tuple(passage.id for passage in item.passages if passage.wrong))
        case TrueFalse():
            answer = Judged(holds=item.answer, reason=next(reason.id for reason in item.reasons if reason.correct))
        case ShortText():
            answer = Typed(text=item.answer)
        case Number() | PredictNumber():
            answer = Typed(text=written(item.answer, ".15g"), number=item.answer)
        case Cloze():
            answer = Filled(texts=tuple((gap.id, gap.answer) for gap in item.gaps))
        case Order():
            answer = Arranged(steps=tuple(step.id for step in item.steps))
        case Match():
            answer = Matched(pairs=tuple((pair.id, pair.id) for pair in item.pairs))
        case _:
            answer = SelfGraded(rating=Rating.GOOD)
    return answer
