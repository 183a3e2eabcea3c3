"""The bank's items: a union of thirteen kinds, told apart by `kind`. Pure."""

from typing import Annotated, TypeAlias

from pydantic import Field

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.interview_items import FreeAnswer
from core.content.typed_items import Cloze, Flashcard, Number, PredictNumber, ShortText
from core.language.text import marked

AnyItem: TypeAlias = (
    Flashcard
    | SingleChoice
    | MultipleChoice
    | TrueFalse
    | ShortText
    | Number
    | Order
    | Match
    | Cloze
    | Case
    | SpotError
    | PredictNumber
    | FreeAnswer
)
"""Any item, for annotations."""

Item = Annotated[AnyItem, Field(discriminator="kind")]
"""Any item, as content files hold it."""

KINDS: dict[str, type[AnyItem]] = {
    "flashcard": Flashcard,
    "single-choice": SingleChoice,
    "multiple-choice": MultipleChoice,
    "true-false": TrueFalse,
    "short-text": ShortText,
    "number": Number,
    "order": Order,
    "match": Match,
    "cloze": Cloze,
    "case": Case,
    "spot-error": SpotError,
    "predict-number": PredictNumber,
    "free-answer": FreeAnswer,
}
"""Each kind by the word that content files write."""

KIND_LABELS = {
    "flashcard": marked("Card"),
    "single-choice": marked("One answer"),
    "multiple-choice": marked("Several answers"),
    "true-false": marked("True or false"),
    "short-text": marked("In a word"),
    "number": marked("A number"),
    "order": marked("In order"),
    "match": marked("Match"),
    "cloze": marked("Fill the gaps"),
    "case": marked("Case"),
    "spot-error": marked("Spot the error"),
    "predict-number": marked("Predict"),
    "free-answer": marked("In your own words"),
}
"""What the screen calls each kind."""
