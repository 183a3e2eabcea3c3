"""The bank's items: a union of thirteen kinds, told apart by `kind`. Pure."""

from typing import Annotated, TypeAlias

from pydantic import Field

from core.content.arranged_items import Match, Order
from core.content.choice_items import Case, MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.interview_items import FreeAnswer
from core.content.typed_items import Cloze, Flashcard, Number, PredictNumber, ShortText

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
    "flashcard": "Card",
    "single-choice": "One answer",
    "multiple-choice": "Several answers",
    "true-false": "True or false",
    "short-text": "In a word",
    "number": "A number",
    "order": "In order",
    "match": "Match",
    "cloze": "Fill the gaps",
    "case": "Case",
    "spot-error": "Spot the error",
    "predict-number": "Predict",
    "free-answer": "In your own words",
}
"""What the screen calls each kind."""
